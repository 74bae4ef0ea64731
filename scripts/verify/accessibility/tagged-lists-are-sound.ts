import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { meaningfulKids, meaningfulParent, type Placed } from '../flat-tree.ts'
import type { ReadPdf } from '../read-back.ts'

/** A list holds items, an item a label and a body, and neither stands alone; the contents likewise (PDF/UA-1, 7.2). */
export function taggedListsAreSound({ elements }: ReadPdf): readonly Finding[] {
  return elements.flatMap((placed) => {
    const fault = faultOf(placed)
    return fault
      ? [finding('tagged-lists-are-sound', placed.page ? { page: placed.page } : {}, { fault })]
      : []
  })
}

/** What may stand in it, and what it must stand in. */
const SHAPES: Readonly<
  Record<string, { kids?: readonly string[]; parents?: readonly string[]; name: string }>
> = {
  L: { kids: ['L', 'LI', 'Caption'], name: 'list' },
  LI: { kids: ['Lbl', 'LBody'], parents: ['L'], name: 'item' },
  LBody: { parents: ['LI'], name: 'body of an item' },
  TOC: { kids: ['TOC', 'TOCI', 'Caption'], name: 'table of contents' },
  TOCI: { parents: ['TOC'], name: 'entry of the contents' },
}

function faultOf(placed: Placed): string | undefined {
  const shape = SHAPES[placed.type]
  if (!shape) return undefined
  const parent = meaningfulParent(placed)?.type ?? ''
  if (shape.parents && !shape.parents.includes(parent))
    return `has an ${shape.name} outside of it`.replace('an b', 'a b')
  if (!shape.kids) return undefined
  if (placed.element.kids.some(({ kind }) => kind === 'mark')) return `has text outside of its items`
  const stray = meaningfulKids(placed).find(({ type }) => !shape.kids?.includes(type))
  if (stray) return `has a ${stray.element.type} among its items`
  return placed.kids.length === 0 ? `has a ${shape.name} with nothing in it` : undefined
}
