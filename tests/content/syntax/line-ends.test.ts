import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

describe('two backslashes at the end of a line break it', () => {
  it.each(['one \\\\\ntwo', 'one\\\\  \ntwo'])('%j', (written) => {
    expect(html(written)).toMatch(/^<p>one ?<br>\ntwo<\/p>$/)
    expect(found(parse(written))).toEqual(['markup-is-exact@4'])
  })

  it.each(['C:\\\\a\\\\\nb', 'one\\\\', '`a\\\\\nb`', 'one\\\\ two\nthree'])('but not in %j', (written) => {
    expect(html(written)).not.toContain('<br>')
    expect(found(parse(written))).toEqual([])
  })
})

describe('a lone `^` ends the block above, and is told once', () => {
  it.each([
    ['- a\n^\n- b', '<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>'],
    ['a\n\n^\n\nb', '<p>a</p>\n<p>b</p>'],
    ['> a\n> ^\n> b', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ])('%j', (written, made) => {
    expect(html(written)).toBe(made)
    expect(found(parse(written)).filter((one) => one.startsWith('markup'))).toHaveLength(1)
  })

  it.each(['a^2^', 'a ^ b', '\\^', '`^`'])('but not in %j', (written) => {
    expect(found(parse(written))).toEqual([])
  })
})

describe('a backslash behind the last line of a paragraph breaks nothing: it is left out, and told once', () => {
  it.each([
    ['a\\\nb\\', '<p>a<br>\nb</p>'],
    ['- a\\\n  b. \\', '<ul>\n<li>a<br>\nb.</li>\n</ul>'],
    ['a\n*b*\\', '<p>a\n<em>b</em></p>'],
  ])('%j', (written, made) => {
    expect(html(written)).toBe(made)
    expect(found(parse(written))).toHaveLength(1)
  })

  it.each(['a\\', 'b\nC:\\', 'c\na\\b\\', 'a\\\\', '`a\\`', 'a \\ b'])('but not in %j', (written) => {
    expect(html(written)).toMatch(/\\/)
    expect(found(parse(written))).toEqual([])
  })
})
