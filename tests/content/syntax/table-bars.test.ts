// Rows with more cells than their header: mostly a bar in code that was not escaped.
import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const table = (...rows: string[]): string => ['| A | B |', '| --- | --- |', ...rows].join('\n')
const told = (body: string): string[] => found(parse(body)).filter((one) => one.startsWith('markup-'))

describe('a bar in code is text where the row then fits its header', () => {
  it.each<[row: string, cells: string]>([
    ['| `ls | wc -l` | counts |', '<td><code>ls | wc -l</code></td><td>counts</td>'],
    ['| `grep -E "a|b"` | finds |', '<td><code>grep -E "a|b"</code></td><td>finds</td>'],
    ['`a|b`|c', '<td><code>a|b</code></td><td>c</td>'],
    ['| ``a`|b`` | c', '<td><code>a`|b</code></td><td>c</td>'],
    ['| `a||b` | `c|d` |', '<td><code>a||b</code></td><td><code>c|d</code></td>'],
    ['| a | `b|c` | |', '<td>a</td><td><code>b|c</code></td>'],
    ['| <code>a|b</code> | c |', '<td><code>a|b</code></td><td>c</td>'],
    ['| [a|b](https://a.org) | c |', 'class="external">a|b</a></td><td>c</td>'],
  ])('%s', (row, cells) => {
    expect(html(table(row))).toContain(cells)
    expect(told(table('| x | y |', row))).toEqual(['markup-is-exact@7'])
  })

  it('in quotations, lists, notes and with other ends of lines', () => {
    const rows = table('| `a|b` | c |')
    for (const text of [
      rows.replace(/^/gm, '> '),
      rows.replace(/^/gm, '  ').replace('  ', '- '),
      `A[^1]\n\n[^1]: B\n\n${rows.replace(/^/gm, '    ')}`,
      rows.replaceAll('\n', '\r\n'),
    ]) {
      expect(html(text)).toContain('<td><code>a|b</code></td>')
      expect(told(text)).toHaveLength(1)
    }
  })

  it('in the header too, without which there is no table', () => {
    const text = '| `a|b` | B |\n| --- | --- |\n| c | d |'
    expect(html(text)).toContain('<code>a|b</code></th>')
    expect(told(text)).toEqual(['markup-is-exact@4'])
    expect(html(`Before it:\n${text.replaceAll('\n', '\r\n')}`)).toContain('<code>a|b</code></th>')
  })
})

describe('what does not fit is told at its row, and kept', () => {
  it.each<[row: string, cells: string]>([
    ['| a | b | c |', '<td>c</td>'],
    ['| a `b | c | d |', '<td>d</td>'],
    ['| `a|b` | c | d |', '<td>d</td>'],
  ])('%s', (row, cells) => {
    const chapter = parse(table('| x | y |', row))
    expect(html(table('| x | y |', row))).toContain(cells)
    const [only, ...others] = chapter.findings.filter(({ rule }) => rule.startsWith('markup-'))
    expect(others).toEqual([])
    expect(only).toMatchObject({ rule: 'markup-is-understood', severity: 'warning', place: { line: 7 } })
    expect(only?.mend).toContain('`\\|`')
  })

  it('a bar in code that fits by chance', () => {
    expect(told('| A | B | C |\n|---|---|---|\n| `a|b` | c |')).toEqual(['markup-is-understood@6'])
  })
})

it.each([
  ['| a `b\\|c` | d |', '<code>b|c</code>'],
  ['| a \\| b | d |', 'a | b'],
  ['| a | b | |', '<td>b</td></tr>'],
  ['| a | b ||', '<td>b</td></tr>'],
  ['| a |', '<td>a</td>'],
  ['| `a` | `b` |', '<td><code>a</code></td><td><code>b</code></td>'],
])('nothing is told of %s', (row, cells) => {
  expect(html(table(row))).toContain(cells)
  expect(told(table(row))).toEqual([])
})
