import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const rowsOf = (text: string): string[][] =>
  [...html(text).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.trim()),
  )

describe('cells that only tabs or blanks part are a table, told at its first line', () => {
  it.each([
    ['of a spreadsheet', 'Name\tAge\nJane\t30\nBob\t4'],
    ['below a line of text', 'They are:\nName\tAge\nJane\t30\nBob\t4\nand no more'],
    ['in an item', '- x\n\n  Name\tAge\n  Jane\t30\n  Bob\t4'],
    ['in a quotation', '> Name\tAge\n> Jane\t30\n> Bob\t4'],
    ['of an e-mail', 'Name   Age\nJane   30\nBob    4'],
    ['with numbers set right', 'Name   Age  \nJane    30  \nBob      4'],
  ])('%s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['Name', 'Age'],
      ['Jane', '30'],
      ['Bob', '4'],
    ])
    expect(found(parse(text))).toEqual([expect.stringMatching(/^markup-is-exact@\d$/)])
  })

  it('keeps bars and empty cells', () => {
    expect(rowsOf('a\tb|c\td\ne\t\tf\ng\th')).toEqual([
      ['a', 'b|c', 'd'],
      ['e', '&nbsp;', 'f'],
      ['g', 'h', '&nbsp;'],
    ])
  })

  it.each([
    'a\tb',
    'One.  Two of them\nare three.  Four',
    'One.  Two\nSix.  Ten',
    'a\tb\nwithout',
    'a  b  c\nd     e  f',
    'a   b\nc   d',
    '```\na\tb\nc\td\n```',
    '`a\tb`\n`c\td`',
  ])('but not %j', (text) => {
    expect(html(text)).not.toContain('<table')
    expect(found(parse(text))).toEqual([])
  })
})
