import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

describe('tracked changes are printed as changes, and told once a file', () => {
  it.each([
    ['a {++b *c*++} d', '<p>a <ins>b <em>c</em></ins> d</p>'],
    ['a {--b\nc--} d', '<p>a <del>b\nc</del> d</p>'],
    ['a {~~b~>c~~} d', '<p>a <del>b</del><ins>c</ins> d</p>'],
    ['a {~~b~>~~}d', '<p>a <del>b</del>d</p>'],
    ['a {==b==} d {++e++}', '<p>a <mark>b</mark> d <ins>e</ins></p>'],
    ['- {++a++}\n- {--b--}', '<ul>\n<li><ins>a</ins></li>\n<li><del>b</del></li>\n</ul>'],
  ])('%s', (written, expected) => {
    expect(html(written)).toBe(expected)
    expect(found(parse(written))).toEqual(['markup-is-exact@4'])
  })

  it('a remark is not printed, and quoted', () => {
    const page = parse('a {==b==}{>>why so?<<}')
    expect(html('a {==b==}{>>why so?<<}')).toBe('<p>a <mark>b</mark></p>')
    expect(page.findings.map(({ message }) => message).join(' ')).toContain('{>>why so?<<}')
  })

  it.each(['`{++a++}`', '\\{++a++}', 'a {b} {-} {--}', 'a { ++ b ++ }'])('%s is none', (written) => {
    expect(html(written)).not.toMatch(/<ins>|<del>/)
    expect(parse(written).findings).toEqual([])
  })

  it('one that begins in one paragraph and ends in another is told where it begins', () => {
    expect(found(parse('a {++b\n\nc++} d'))).toEqual(['markup-is-understood@4'])
  })
})
