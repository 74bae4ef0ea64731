import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const TABLE = (a: string, b: string): string =>
  `<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>${a}</td><td>${b}</td></tr></tbody></table>`

describe('a table that lacks what makes it one is a table, told at its line', () => {
  it.each([
    ['no row of hyphens', '| a | b |\n| c | d |', 4],
    ['nor a bar at the end of its rows', '| a | b\n| c | d', 4],
    ['fewer hyphens than columns', '| a | b |\n|---|\n| c | d |', 5],
    ['more hyphens than columns', '| a | b |\n|---|---|---|\n| c | d |', 5],
    ['a line of hyphens alone', '| a | b |\n-------\n| c | d |', 5],
    ['dashes for hyphens', '| a | b |\n|—|—|\n| c | d |', 5],
    ['a blank line below its header', '| a | b |\n\n|---|---|\n| c | d |', 4],
  ])('%s', (_, markdown, line) => {
    expect(html(markdown).trim()).toBe(TABLE('c', 'd'))
    expect(found(parse(markdown))).toEqual([`markup-is-understood@${line}`])
  })

  it('and is quoted as it was typed', () => {
    const { findings } = parse('| a *b* | c\n| d | e')
    expect(findings[0]?.message).toContain('`| a *b* | c`')
  })

  it('in a quotation and in a list', () => {
    expect(html('> x\n>\n> | a | b |\n> | c | d |\n')).toContain(TABLE('c', 'd'))
    expect(html('- x\n\n  | a | b |\n  | c | d |\n')).toContain(TABLE('c', 'd'))
  })
})

describe('what only looks like one stays as it is written', () => {
  it.each([
    ['a | b\nc | d', ['markup-is-understood@4']],
    ['a \\| b\nc \\| d', []],
    ['Words | a bar\n---\nmore', []],
    ['`a | b`\n`c | d`', []],
    ['x | y', []],
  ])('%s', (markdown, findings) => {
    expect(html(markdown)).not.toContain('<table')
    expect(found(parse(markdown))).toEqual(findings)
  })
})

describe('a row with more cells than its header', () => {
  it('keeps them, below an empty header', () => {
    const text = '| a | b |\n|---|---|\n| c | d | e |\n| f |'
    expect(html(text)).toContain('<td>&nbsp;</td></tr></thead>')
    expect(html(text)).toContain('<td>e</td>')
    expect(html(text)).toContain('<tr><td>f</td><td>&nbsp;</td><td>&nbsp;</td></tr>')
    expect(found(parse(text))).toEqual(['markup-is-understood@6'])
  })

  it('takes the bars of code for what they are, where that makes it fit', () => {
    const text = '| a | b |\n|---|---|\n| ``x`|`` and `y|z` | d |'
    expect(html(text)).toContain(TABLE('<code>x`|</code> and <code>y|z</code>', 'd'))
    expect(parse(text).findings).toMatchObject([
      { rule: 'markup-is-exact', severity: 'warning', place: { line: 6 } },
    ])
  })
})
