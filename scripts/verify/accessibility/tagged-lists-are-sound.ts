import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { PartOfList } from '../../rules/tags.ts'
import { meaningfulKids, meaningfulParent, type Placed } from '../flat-tree.ts'
import type { ReadPdf } from '../read-back.ts'

/** A list holds items, an item a label and a body, and neither stands alone; the contents likewise (PDF/UA-1, 7.2). */
export function taggedListsAreSound({ elements }: ReadPdf): readonly Finding[] {
  return elements.flatMap((placed) => {
    const facts = faultOf(placed)
    return facts ? [finding('tagged-lists-are-sound', placed.page ? { page: placed.page } : {}, facts)] : []
  })
}

/** What may stand in it, and what it must stand in. */
const SHAPES: Readonly<Record<PartOfList, { kids?: readonly string[]; parents?: readonly string[] }>> = {
  L: { kids: ['L', 'LI', 'Caption'] },
  LI: { kids: ['Lbl', 'LBody'], parents: ['L'] },
  LBody: { parents: ['LI'] },
  TOC: { kids: ['TOC', 'TOCI', 'Caption'] },
  TOCI: { parents: ['TOC'] },
}

const isPart = (type: string): type is PartOfList => Object.hasOwn(SHAPES, type)

function faultOf(placed: Placed): FactsOf<'tagged-lists-are-sound'> | undefined {
  const part = placed.type
  if (!isPart(part)) return undefined
  const shape = SHAPES[part]
  const parent = meaningfulParent(placed)?.type ?? ''
  if (shape.parents && !shape.parents.includes(parent)) return { problem: 'outside', part }
  if (!shape.kids) return undefined
  if (placed.element.kids.some(({ kind }) => kind === 'mark')) return { problem: 'loose-text' }
  const stray = meaningfulKids(placed).find(({ type }) => !shape.kids?.includes(type))
  if (stray) return { problem: 'stray', tag: stray.element.type }
  return placed.kids.length === 0 ? { problem: 'empty', part } : undefined
}
