import { describe, expect, it } from 'vitest'
import type { OutlineBlock } from '../../scripts/model/outline.ts'
import { parse } from './parse.ts'

/** `item 2 “words” → target`: kind, level, text, and where its links lead. */
const shown = ({ kind, level, text, links }: OutlineBlock): string =>
  [
    kind,
    level,
    `“${text}”`,
    ...(links ?? [{ text: '', target: 'unknown' }]).map((link) => `→ ${link.target}`),
  ].join(' ')

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['headings, by their level in print', '## Cost\n\n### More\n', ['heading 3 “Cost”', 'heading 4 “More”']],
  [
    'lists inside of lists, by their depth',
    '- one\n  1. deep\n\n     further\n- two\n',
    ['item 1 “one”', 'item 2 “deep”', 'paragraph 2 “further”', 'item 1 “two”'],
  ],
  [
    'cells by their column, those that are not there too',
    '| a | b |\n| --- | --- |\n| 1 |\n',
    ['header 1 “a”', 'header 2 “b”', 'cell 1 “1”', 'cell 2 “”'],
  ],
  [
    'row headers, and the caption before its table',
    ':::table{caption="Sums" rows}\n| a | b |\n| --- | --- |\n| x | 2 |\n:::\n',
    ['caption 0 “Sums”', 'header 1 “a”', 'header 2 “b”', 'header 1 “x”', 'cell 2 “2”'],
  ],
  [
    'pictures with their alternatives, before their captions; decoration not at all',
    '![A hill](hill.png "The hill")\n\n![decorative](line.png)\n\nA ![dot](dot.png) here.\n',
    ['figure 0 “A hill”', 'caption 0 “The hill”', 'paragraph 0 “A  here.”', 'figure 0 “dot”'],
  ],
  [
    'a chart by its title',
    ':::chart{kind=counts data=q8 title="Training comes first" caption="Of forty"}\n:::\n',
    ['paragraph 0 “Training comes first”', 'figure 0 “Training comes first”', 'caption 0 “Of forty”'],
  ],
  [
    'links with where they lead in the book, or outside',
    'See [costs](02-barriers.md#cost) and [a site](https://example.org).\n',
    ['paragraph 0 “See costs and a site.” → #barriers--cost → https://example.org'],
  ],
  [
    'notes last, in the order of their calls',
    'B[^b] and a[^a].\n\n[^a]: First.\n[^b]: Second.\n\n    More.\n',
    ['paragraph 0 “B and a.”', 'note 0 “Second.”', 'paragraph 0 “More.”', 'note 0 “First.”'],
  ],
  [
    'terms and what they mean',
    ':::terms\n- **Folio**: a number\n:::\n',
    ['item 1 “Folio”', 'paragraph 1 “a number”'],
  ],
  [
    'who is quoted',
    ':::quote{by="Ada" role="poet"}\nWords.\n:::\n',
    ['paragraph 0 “Words.”', 'paragraph 0 “Ada, poet”'],
  ],
  ['code as it stands', '```\na  b\n```\n', ['paragraph 0 “a  b”']],
  ['text with HTML in it', 'H<sub>2</sub>O\n', ['paragraph 0 “H2O”']],
]

describe('the outline of a text has', () => {
  it.each(CASES)('%s', (_, markdown, expected) => {
    const { outline } = parse(markdown)
    expect(outline.map(shown)).toEqual(expected)
  })
})
