// The structure tree as plain text, one element a line, so that a change of it can be read in a diff.
import { destinationAnchor } from '../../scripts/verify/destination-anchor.ts'
import type { ReadPdf } from '../../scripts/verify/read-back.ts'
import type { StructureElement } from '../../scripts/verify/structure-tree.ts'

interface Line {
  readonly depth: number
  words: string
}

/**
 * The elements below the document that begin on `from` or later. Text follows its element; what stands behind kids is
 * on lines of its own.
 */
export function printTree(read: ReadPdf, from = 1): string {
  const top = read.elements.filter((one) => one.parent?.type === 'Document' && one.page >= from)
  const lines: Line[] = []
  for (const { element } of top) printElement(read, element, 0, lines)
  return `${lines.map(({ depth, words }) => `${'  '.repeat(depth)}${words}`).join('\n')}\n`
}

function printElement(read: ReadPdf, element: StructureElement, depth: number, lines: Line[]): void {
  const own: Line = { depth, words: `${element.type}${describe(read, element)}` }
  lines.push(own)
  let text = ''
  const flush = (): void => {
    const quoted = text.trim() === '' ? '' : `“${text.replace(/\s+/g, ' ').trim()}”`
    text = ''
    if (quoted === '') return
    if (lines.at(-1) === own) own.words += ` ${quoted}`
    else lines.push({ depth: depth + 1, words: quoted })
  }
  for (const kid of element.kids) {
    if (kid.kind === 'mark') text += read.pages[kid.page - 1]?.content.marks.get(kid.key) ?? ''
    if (kid.kind !== 'element') continue
    flush()
    printElement(read, kid.element, depth + 1, lines)
  }
  flush()
}

function describe(read: ReadPdf, element: StructureElement): string {
  const { alt, id, language, look } = element
  const annotation = element.kids.find((kid) => kid.kind === 'annotation')
  const link = annotation && read.annotations.find(({ object }) => object === annotation.annotation)
  const target = link && (link.destination ? `#${destinationAnchor(link.destination)}` : link.address)
  const parts = [
    alt !== undefined && `alt “${alt}”`,
    element.type === 'Note' && (id ? 'with id' : 'without id'),
    language && `lang ${language}`,
    look.scope && `scope ${look.scope}`,
    look.rowSpan > 1 && `rows ${look.rowSpan}`,
    look.columnSpan > 1 && `columns ${look.columnSpan}`,
    element.type === 'L' && look.numbering,
    target && `→ ${target}`,
  ]
  const words = parts.filter(Boolean).join(', ')
  return words && ` (${words})`
}
