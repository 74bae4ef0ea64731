import type { Paragraph, Text } from 'mdast'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import { BLOCK_NAMES } from '../directives/directives.ts'
import { type Draft, lineOf, type Placed, report } from '../markdown/draft.ts'

const COLONS = /^(:{2,})\s*([\p{L}\d_-]*)(.*)/u

/**
 * Colons at the start of a line that were meant as a block, but are text as they stand: `::chart{…}`, `:::callout
 * Title`.
 */
export function directiveIsKnown(node: Paragraph, draft: Draft): void {
  const first = node.children[0]
  if (first?.type !== 'text' || !first.value.startsWith('::')) return
  let opened = false
  const written = writtenLines(first, draft)
  for (const [index, line] of first.value.split('\n').entries()) {
    if (written[index]?.trimStart().startsWith('\\')) continue
    const [, colons = '', name = '', rest = ''] = COLONS.exec(line) ?? []
    const place = { position: { start: { line: lineOf(first) + index, column: 1 } } }
    const meant = BLOCK_NAMES.includes(name) ? name : nearest(name, BLOCK_NAMES)
    if (colons === '::' && meant === name) {
      report(draft, 'directive-is-known', place, { directive: `::${name}`, suggestion: `:::${name}` })
    } else if (colons.length > 2 && name !== '') {
      opened = true
      reportOpening(draft, place, `:::${name}${rest.slice(0, 30)}`, meant)
    } else if (colons.length > 2 && !opened) {
      report(draft, 'directive-is-complete', place, { problem: 'not-begun', directive: colons })
    }
  }
}

/** With the backslashes that say that a sign is meant. */
const writtenLines = ({ position }: Text, { source }: Draft): string[] =>
  source.text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split('\n')

function reportOpening(draft: Draft, place: Placed, directive: string, meant: string | undefined): void {
  if (meant) report(draft, 'directive-is-complete', place, { problem: 'no-block', directive, meant })
  else report(draft, 'directive-is-known', place, { directive })
}
