// Signs of markup that would be printed: once all syntax has been taken, what still looks like some was meant and
// missed. Who means the signs puts a backslash before them, or backticks around them.

import { isPicture } from './known-files.ts'
import { type Prose, proseOf } from './prose.ts'
import type { Reading, Telling } from './respell.ts'
import { rowsOfBars } from './rows-of-bars.ts'
import { signsInValues } from './signs-in-values.ts'
import { rowsThatDoNotFit } from './spelling/table-bars.ts'
import { alignedTable, drawnListing, openListing, type Seen, unknownKinds } from './unknown-kinds.ts'

interface Sign {
  readonly pattern: RegExp
  readonly mend: string
  readonly only?: Prose['node']['type']
}

const SPACED = /!?\[[^[\]]{0,300}\]\(([^()\n]*[^\s()][ \t]+[^()\n]*)\)/
const ADDRESS =
  'Write `[words](address)`, with both brackets closed and nothing between them; an address with blanks goes between `<` and `>`.'

/** In the order in which they are looked for; a line is told once. */
const SIGNS: readonly Sign[] = [
  { pattern: SPACED, mend: 'Put an address with blanks between `<` and `>`: `[words](<my file.md>)`.' },
  { pattern: /\]\(/, mend: ADDRESS },
  {
    pattern: /(?<![\p{L}\p{N}])!\[(?!\^)|(?<=[\p{L}\p{N}])!\[(?!\d)/u,
    mend: 'Write a picture as `![what it shows](picture.jpg)`.',
  },
  {
    pattern: /\[\^(?![^\]\s]*\])/,
    mend: 'Write a note as `[^1]`, without blanks, and `[^1]: …` on a line of its own.',
  },
  {
    pattern: /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])|(?:^|[^*\S])\*\*[ \t][^*\n]*\*\*(?!\*)/u,
    mend: 'Write bold words as `**words**`, without a blank inside the stars.',
  },
  { pattern: /(?<![~\p{L}\p{N}])~~(?=[^\s~])/u, mend: 'Write words that are struck out as `~~words~~`.' },
  {
    pattern: /^={2,6}[ \t]+\S|(?<![=\p{L}\p{N}])==(?=[^\s=])/u,
    mend: 'Write a heading with `##`, marked words as `==words==`.',
  },
  { pattern: /\$\$/, mend: 'Write what the formula says in words, or put it into backticks.' },
  { pattern: /\{\{|\{%/, mend: 'Take it out, or put it into backticks.' },
  {
    pattern: /\{(?:\+\+|--|~~|>>)(?=[^\s{}])/,
    mend: 'A tracked change begins and ends in one paragraph. Accept it, or reject it.',
  },
  { pattern: /```|~~~/, mend: 'Put the three signs before and behind a listing on lines of their own.' },
  {
    pattern: /^#{1,6}(?:[ \t]|$)|^#{7,}/,
    mend: 'A heading has up to six `#`, a blank, and its words.',
    only: 'paragraph',
  },
  {
    pattern: /^:[ \t]+(?=\S)/,
    mend: 'Write a term on a line of its own, without a stop, and `: what it means` on the next.',
    only: 'paragraph',
  },
  {
    pattern: /^\|.*\|[ \t]*$/,
    mend: 'Put a row of hyphens below the first row of a table: `|---|---|`, with as many cells as that row.',
    only: 'paragraph',
  },
]

export interface Looked {
  readonly at: number
  readonly telling: Telling
}

export function signsInPrint({ tree, text }: Reading): Looked[] {
  if (!/[[\]*~={}$#|\\@%:`!?<+^]|^ {0,3}---|^import |^export |\.\. /m.test(text)) return []
  const { seen, rest } = unknownKinds(proseOf(tree, text), text)
  const drawn = drawnListing(tree)
  const aligned = alignedTable(tree, text)
  const open = openListing(tree, text)
  const found = [
    ...seen,
    ...(drawn ? [drawn] : []),
    ...(aligned ? [aligned] : []),
    ...(open ? [open] : []),
    ...unfitRows({ tree, text }),
    ...signsInValues(tree, text),
    ...rest.flatMap((prose) => [...rowsOfBars(prose, text), ...signsIn(prose, text)]),
  ]
  return found.map(({ at, ...facts }) => ({ at, telling: { rule: 'markup-is-understood', facts } }))
}

function signsIn({ node, shown, start }: Prose, text: string): Seen[] {
  let at = start
  return shown.split('\n').flatMap((row): Seen[] => {
    const from = at
    at += row.length + 1
    const lead = node.type === 'paragraph' ? (/^(?:[ \t]*>)*[ \t]*/.exec(row)?.[0].length ?? 0) : 0
    const words = row.slice(lead)
    for (const { pattern, mend, only } of SIGNS) {
      if (only && only !== node.type) continue
      const sign = pattern.exec(words)
      if (!sign) continue
      const place = from + lead + sign.index
      const actual = text.slice(place, Math.min(from + row.length, place + 60)).trim()
      return [{ at: place, actual, other: 'is printed as it stands', mend: meant(sign[1], mend) }]
    }
    return []
  })
}

const meant = (address: string | undefined, mend: string): string =>
  address !== undefined && isPicture(address) ? mend.replace('my file.md', 'my picture.jpg') : mend

const unfitRows = (reading: Reading): Seen[] =>
  rowsThatDoNotFit(reading).map(({ at, row, cells, width }) => ({
    at,
    actual: row,
    other:
      cells > width
        ? `has ${cells} cells under ${width === 1 ? 'one header' : `${width} headers`}; those beyond are printed below an empty one`
        : 'has a bar within code, which ends its cell',
    mend: 'Put a backslash before each bar that is text: `\\|`. In code too, a bar ends a cell.',
  }))
