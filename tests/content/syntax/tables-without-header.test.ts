import { describe, expect, it } from 'vitest'
import { parse } from '../parse.ts'

const made = (body: string) => {
  const { html, findings } = parse(body)
  return {
    rows: [...html.matchAll(/<tr>/g)].length,
    headers: [...html.matchAll(/<th scope="(\w+)"/g)].map(([, scope]) => scope).join(' '),
    told: findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('table-has')),
  }
}

describe('a table whose row of headers is empty', () => {
  it('is printed without it, and told', () => {
    expect(made('| | |\n|---|---|\n| a | b |\n| c | d |')).toEqual({
      rows: 2,
      headers: '',
      told: ['table-has-header'],
    })
  })

  it.each([
    ['first cells in bold', '| | |\n|---|---|\n| **Date** | May |\n| **Place** | Dudley |'],
    ['a block that says so', ':::table{rows}\n| | |\n|---|---|\n| Date | May |\n| Place | Dudley |\n:::'],
  ])('has the headers of its rows by %s', (_, body) => {
    expect(made(body)).toEqual({ rows: 2, headers: 'row row', told: [] })
  })

  it.each([
    ['one cell of it is full', '| | b |\n|---|---|\n| **a** | b |', 'col'],
    ['not every first cell is in bold', '| | b |\n|---|---|\n| **a** | b |\n| c | d |', 'col'],
  ])('is another where %s', (_, body, headers) => {
    expect(made(body)).toMatchObject({ headers, told: [] })
  })
})
