import { describe, expect, it } from 'vitest'
import { found, html, parse, parseFile } from '../parse.ts'

describe('lines of verse', () => {
  it.each([
    ['| a *b*\n| c', '<p>a <em>b</em><br>\nc</p>'],
    ['| a\n|    c\n|\n| d', '<p>a<br>\n&nbsp;&nbsp;&nbsp;c</p>\n<p>d</p>'],
    ['- | a\n  | b', '<ul>\n<li>a<br>\nb</li>\n</ul>'],
  ])('%s', (written, expected) => {
    expect(html(written)).toBe(expected)
    expect(found(parse(written))).toEqual(['markup-is-exact@4'])
  })

  it.each(['| a', 'a\n| b'])('%s are none', (written) => {
    expect(html(written)).toContain('| ')
  })
})

describe('the head of a file in the manner of other tools', () => {
  it.each([
    ['% A *title*\n% Its author\n% July 2013\n\nText.', 'A title', 'Its author<br>\nJuly 2013</p>'],
    ['% A title\n\nText.', 'A title', '<p data-src="3">Text.</p>'],
    ['Title: A title\nAuthor: B\nDate: 2013\n\nText.', 'A title', 'Author: B<br>\nDate: 2013</p>'],
  ])('%s', (text, title, body) => {
    const page = parseFile(text)
    expect(page.matter.title).toBe(title)
    expect(page.html).toContain(body)
    expect(found(page)).toEqual(['markup-is-exact@1'])
  })

  it.each([
    '---\ntitle: A\n---\nTitle: B\nAuthor: C\n\nText.',
    '# A\n\nTitle: B\nAuthor: C',
    '# A\n\n% b\n% c',
  ])('but not in %s', (text) => {
    expect(parseFile(text).matter.title).toBe('A')
    expect(JSON.stringify(parseFile(text).findings)).not.toContain('taken for the title')
  })
})
