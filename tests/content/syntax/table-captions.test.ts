import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const TABLE = '| a | b |\n|---|---|\n| c | d |'
const caption = (text: string): string[] =>
  [...html(text).matchAll(/<span class="caption">(.*?)<\/span><\/caption>/g)].map(([, words = '']) => words)

describe('captions of tables in the manner of Pandoc', () => {
  it.each<[written: string, captions: string[]]>([
    [`${TABLE}\n\nTable: Fees`, ['Fees']],
    [`${TABLE}\n\n: Fees *by* season {#tbl-fees .striped}`, ['Fees by season']],
    [`Table: Fees\n\n${TABLE}`, ['Fees']],
    [`${TABLE}\n\n  :  Fees`, ['Fees']],
    [`Table: A "b" & c\n\n${TABLE}\n\nTable: D\n\n${TABLE}`, ['A "b" &#x26; c', 'D']],
    [`${TABLE}\n\nTable: A\n\n${TABLE}\n\nTable: B`, ['A', 'B']],
    [`${TABLE}\n: Fees`, ['Fees']],
    [`${TABLE}\nTable: Fees\n\nb`, ['Fees']],
    [`:::note\n${TABLE}\n\nTable: A\n:::`, ['A']],
  ])('%s', (written, captions) => {
    expect(caption(written)).toEqual(captions)
    expect(found(parse(written)).map((one) => one.split('@')[0])).toEqual(
      captions.map(() => 'markup-is-exact'),
    )
  })

  it('a name is one that links lead to', () => {
    expect(html(`${TABLE}\n\nTable: Fees {#tbl-fees}\n\nSee [table](#tbl-fees).`)).toContain(
      '<a href="#barriers--tbl-fees">',
    )
  })

  it.each([`Table: [a](https://example.org)\n\n${TABLE}`, 'Table: a', `Term\n\n: meaning\n\n${TABLE}`])(
    'none is %s',
    (written) => {
      expect(caption(written)).toEqual([])
    },
  )
})
