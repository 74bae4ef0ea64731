// Signs of markup that would be printed: once all syntax has been taken, what still looks like some was meant and
// missed. Who means the signs puts a backslash before them, or backticks around them.

import type { Nodes } from 'mdast'
import type { PrintedSign } from '../../rules/unknown-syntax.ts'
import { INLINE_NAMES } from '../directives/directives.ts'
import { brokenReferences } from './broken-references.ts'
import { isPicture } from './known-files.ts'
import { labelsOfTwo } from './labels-of-two.ts'
import { mangledLetters } from './mangled-letters.ts'
import { matterBelowText } from './matter-below-text.ts'
import { nearHeadings } from './near-headings.ts'
import { numbersOfLists } from './numbers-of-lists.ts'
import { type Prose, proseOf } from './prose.ts'
import type { Reading, Telling } from './respell.ts'
import { rowsOfBars } from './rows-of-bars.ts'
import { signsInValues } from './signs-in-values.ts'
import { rowsThatDoNotFit } from './spelling/table-bars.ts'
import { ofOtherTools, openListing, type Seen, unknownKinds } from './unknown-kinds.ts'

interface Sign {
  readonly pattern: RegExp
  readonly sign: PrintedSign
  readonly only?: Prose['node']['type']
}

const SPACED = /!?\[[^[\]]{0,300}\]\(([^()\n]*[^\s()][ \t]+[^()\n]*)\)/

/** In the order in which they are looked for; a line is told once. */
const SIGNS: readonly Sign[] = [
  { pattern: SPACED, sign: 'address-with-blanks' },
  { pattern: /\]\(/, sign: 'address' },
  {
    pattern: /(?<![\p{L}\p{N}])!\[(?!\^)|(?<=[\p{L}\p{N}])!\[(?!\d)/u,
    sign: 'picture',
  },
  {
    pattern: /\[\^(?![^\]\s]*\])[^[\]\n]{0,60}\]?|\^\[[^[\]\n]{0,60}\]?/,
    sign: 'note',
  },
  {
    // `**kwargs` is a word of Python.
    pattern: /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])(?!kw(?:arg|d)s\b)|(?:^|[^*\S])\*\*[ \t][^*\n]*\*\*(?!\*)/u,
    sign: 'bold',
  },
  { pattern: /(?<![~\p{L}\p{N}])~~(?=[^\s~])/u, sign: 'struck-out' },
  {
    pattern: /(?<![~\p{L}\p{N}])~(?=\p{L})[^~\n]{0,200}[ \t][^~\n]{0,200}[\p{L}\p{N}]~(?![~\p{L}\p{N}])/u,
    sign: 'struck-out',
  },
  {
    pattern: /^={2,6}[ \t]+\S|(?<![=\p{L}\p{N}])==(?=[^\s=])/u,
    sign: 'equals-signs',
  },
  { pattern: /\$\$/, sign: 'formula' },
  { pattern: /\{\{|\{%/, sign: 'template' },
  {
    pattern: /\{(?:\+\+|--|~~|>>)(?=[^\s{}])/,
    sign: 'tracked-change',
  },
  { pattern: /```|~~~/, sign: 'listing' },
  {
    pattern: /^#{1,6}(?:[ \t]|$)|^#{7,}/,
    sign: 'heading',
    only: 'paragraph',
  },
  {
    pattern: /^:[ \t]+(?=\S)/,
    sign: 'term',
    only: 'paragraph',
  },
  {
    pattern: /^\|.*\|[ \t]*$/,
    sign: 'row',
    only: 'paragraph',
  },
  {
    pattern: /(?<=\S[ \t]{1,3})\{:?[ \t]{0,3}[.#][\p{L}_-][^{}\n]{0,200}\}[ \t]*$/u,
    sign: 'attributes',
    only: 'paragraph',
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}:]):(?:${INLINE_NAMES.join('|')})\\{[^{}\\n]{0,200}\\}`, 'u'),
    sign: 'mark',
  },
]

export interface Looked {
  readonly at: number
  readonly telling: Telling
}

/** `cites`: citations are ours. */
export function signsInPrint({ tree, text }: Reading, cites: boolean): Looked[] {
  const reading = { tree, text }
  const found = [
    ...numbersOfLists(reading),
    ...mangledLetters(reading),
    ...matterBelowText(reading),
    ...labelsOfTwo(reading),
    ...(MARKED.test(text) ? marksIn(reading, cites) : []),
  ]
  return found.map(({ at, ...facts }) => ({ at, telling: { rule: 'markup-is-understood', facts } }))
}

const MARKED = /[&[\]*~={}$#|\\@%:`!?<+^]|^ {0,3}---|^import |^export |\.\. /m

function marksIn({ tree, text }: Reading, cites: boolean): Seen[] {
  const { seen, rest } = unknownKinds(proseOf(tree, text), text)
  const open = openListing(tree, text)
  return [
    ...seen.filter((one) => !(cites && 'syntax' in one && one.syntax === 'citation')),
    ...ofOtherTools(tree, text),
    ...(open ? [open] : []),
    ...unfitRows({ tree, text }),
    ...linesBelowTables(tree, text),
    ...signsInValues(tree, text),
    ...rest.flatMap((prose) => [
      ...nearHeadings(prose, text),
      ...rowsOfBars(prose, text),
      ...signsIn(prose, text),
      ...brokenReferences(prose, text),
    ]),
  ]
}

function signsIn({ node, shown, start }: Prose, text: string): Seen[] {
  let at = start
  return shown.split('\n').flatMap((row): Seen[] => {
    const from = at
    at += row.length + 1
    const lead = node.type === 'paragraph' ? (/^(?:[ \t]*>)*[ \t]*/.exec(row)?.[0].length ?? 0) : 0
    const words = row.slice(lead)
    for (const { pattern, sign, only } of SIGNS) {
      if (only && only !== node.type) continue
      const found = pattern.exec(words)
      if (!found) continue
      const place = from + lead + found.index
      const end = sign === 'note' || sign === 'mark' ? place + found[0].length : place + 60
      const typed = text.slice(place, Math.min(from + row.length, end)).trim()
      const isOfPicture = sign === 'address-with-blanks' && isPicture(found[1] ?? '')
      const meant = isOfPicture ? 'picture-with-blanks' : sign
      return [{ at: place, problem: 'signs-are-printed', typed, sign: meant }]
    }
    return []
  })
}

const unfitRows = (reading: Reading): Seen[] =>
  rowsThatDoNotFit(reading).map(({ at, row: typed, cells, width: columns }) =>
    cells > columns
      ? { at, problem: 'cells-beyond-the-header', typed, cells, columns }
      : { at, problem: 'bar-within-code', typed },
  )

/** Lines without a bar right below a table whose rows have some: Markdown takes them for rows. */
function linesBelowTables(node: Nodes, text: string): Seen[] {
  if (node.type !== 'table')
    return 'children' in node ? node.children.flatMap((one) => linesBelowTables(one, text)) : []
  const rows = node.children.map(({ position }) => {
    const at = position?.start.offset ?? 0
    return { at, typed: text.slice(at, position?.end.offset).trim() }
  })
  const below = rows.findIndex(({ typed }, index) => index > 1 && !typed.includes('|'))
  const isBarred = below > 1 && rows.slice(0, below).every(({ typed }) => typed.includes('|'))
  return isBarred ? [{ ...rows[below]!, problem: 'line-below-a-table' }] : []
}
