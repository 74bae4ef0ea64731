import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const rowsOf = (text: string): string[][] =>
  [...html(text).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.trim()),
  )

const SIMPLE = '  Name   Length\n------ --------\n  Anna       12\nBeata         5\n'

describe('columns below each other are a table, told at its first line', () => {
  it.each([
    ['a line a row', SIMPLE],
    ['closed by hyphens', `${SIMPLE}------ --------\n`],
    ['set in', SIMPLE.replace(/^/gm, '  ')],
    [
      'rows of several lines',
      '---------------\n  Name   Length\n------ --------\n  Anna       12\n\nBeata         5\n---------------\n',
    ],
  ])('%s', (_, text) => {
    expect(rowsOf(`Before.\n\n${text}\nAfter.`)).toEqual([
      ['Name', 'Length'],
      ['Anna', '12'],
      ['Beata', '5'],
    ])
    expect(found(parse(`Before.\n\n${text}\nAfter.`))).toEqual(['markup-is-exact@6'])
  })

  it('without a header', () => {
    const text = '------ --------\n  Anna       12\nBeata         5\n------ --------\n'
    expect(rowsOf(text).slice(-2)).toEqual([
      ['Anna', '12'],
      ['Beata', '5'],
    ])
  })

  it('joins the lines of a cell, and keeps a bar in it', () => {
    const text =
      '----------------\nThe    Length\nname   of it\n------ ---------\nAnna   12 `a|b`\nMaria  metres\n\nBeata  5\n----------------\n'
    expect(rowsOf(text)).toEqual([
      ['The name', 'Length of it'],
      ['Anna Maria', '12 <code>a|b</code> metres'],
      ['Beata', '5'],
    ])
  })

  it('within an item', () => {
    expect(rowsOf(`- Item\n\n${SIMPLE.replace(/^/gm, '    ')}\n- Next`)).toHaveLength(3)
  })
})

const DRAWN =
  '+-------+-------+\n| Name  | Why   |\n+=======+=======+\n| Anna  | - a   |\n| Maria | - b   |\n+-------+-------+\n'

describe('a table drawn with signs', () => {
  it.each([
    ['alone', DRAWN],
    ['in a quotation', DRAWN.replace(/^/gm, '> ')],
    ['in an item', `- x\n\n${DRAWN.replace(/^/gm, '  ')}`],
  ])('%s is one, items below each other', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['Name', 'Why'],
      ['Anna Maria', '- a<br>\n- b'],
    ])
  })
})

it('a backslash at the end of a line of a drawn cell breaks it', () => {
  const broken = '+-----+-----+\n| A   | B\\  |\n|     | c   |\n+=====+=====+\n| d   | e   |\n+-----+-----+\n'
  expect(rowsOf(broken)[0]).toEqual(['A', 'B<br>\nc'])
})

describe('what is none stays as it is written', () => {
  it.each([
    ['lines across the page', 'Words of a text\n--- ---\nmore of them'],
    ['a word in two columns', 'Name of the boat\n------ ----\nAnna    12\n'],
    ['a listing', `\`\`\`\n${SIMPLE}${DRAWN}\`\`\`\n`],
    ['cells that span others', DRAWN.replace('| Anna  | - a   |', '| Anna and more |')],
  ])('%s', (_, text) => expect(html(text)).not.toContain('<table'))
})
