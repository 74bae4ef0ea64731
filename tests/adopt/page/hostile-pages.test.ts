import { describe, expect, it } from 'vitest'
import { adopted } from '../adopted.ts'
import { pageOf } from './page-of.ts'

const CASES: Readonly<Record<string, readonly [html: string, markdown: string, says: readonly string[]]>> = {
  'programs and what would run them': [
    '<p onclick="x()">Text</p><script>alert(1)</script><img src="a.png" alt="A" onerror="x()">',
    'Text\n\n![A](a.png)',
    ['The page holds a program.', '2 attributes such as `onclick` would run a program.'],
  ],
  'addresses that are none': [
    '<p><a href="java\nscript:alert(1)">one</a> <a href="data:text/html,<b>x">two</a> <a href="vbscript:x">three</a> <a href="file:///etc/passwd">four</a></p>',
    'one two three four',
    [
      'A link leads to `javascript:alert(1)`.',
      'A link leads to `data:text/html,<b>x`.',
      'A link leads to `vbscript:x`.',
      'A link leads to `file:///etc/passwd`.',
    ],
  ],
  'a page that sends its reader on, and moves its addresses': [
    '<head><meta http-equiv="refresh" content="0; url=https://example.org/x"><base href="https://example.org/"></head><p><a href="a.html">a</a>',
    '[a](a.html)',
    [
      'The page sends its reader on to `https://example.org/x`.',
      'The page has its addresses begin at `https://example.org/`.',
    ],
  ],
  'signs that would be read from other files': [
    '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; text</p>',
    '\\&x; text',
    ['The page defines signs of its own, perhaps from other files.'],
  ],
  'forms and frames': [
    '<form><label>Name <input></label><button>Send</button></form><iframe src="https://example.org/f" title="A film"></iframe><iframe src="data:text/html,x"></iframe><p>Text</p>',
    '[A film](https://example.org/f)\n\nText',
    [
      'What can be filled in or pressed is not brought along: “Name”.',
      'What can be filled in or pressed is not brought along: “Send”.',
      'Of a film or a frame only its address is brought along: `https://example.org/f`.',
      'A link leads to `data:text/html,x`.',
    ],
  ],
  'pictures of the web, and such as are none': [
    '<p><img alt="Far" src="//example.org/a.png"> <img alt="Odd" src="data:image/png;base64,AAAA"> <img alt="Page" src="data:text/html,x"></p>',
    'Far<!-- //example.org/a.png --> Odd Page',
    [
      'The picture `//example.org/a.png` lies on the web, and nothing is fetched: its words stand in its place.',
      'The picture `data:image/png;base64` is of a kind that is not known: its words stand in its place.',
      'The picture `data:text/html` is of a kind that is not known: its words stand in its place.',
    ],
  ],
  'what it does not show': [
    '<p>Text</p><p hidden>Secret</p><div style="display:none">Also</div>',
    'Text',
    [
      'What the page does not show is not brought along: “Secret”.',
      'What the page does not show is not brought along: “Also”.',
    ],
  ],
}

const ENDING = ' Nothing of it was run, and it is not brought along.'

describe('of a page from elsewhere nothing is run or fetched, and all is named:', () => {
  it.each(Object.entries(CASES))('%s', (_, [html, markdown, says]) => {
    const page = pageOf(html)
    expect(page.markdown).toBe(markdown)
    expect(page.says.map((said) => said.replace(ENDING, '')).sort()).toEqual([...says].sort())
  })

  it('each by a rule of its own', () => {
    const { findings } = pageOf('<nav>x</nav><p onclick="x()"><img alt="A" src="//example.org/a"></p>')
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'page-is-carried',
      'page-is-harmless',
      'page-picture-is-carried',
    ])
  })

  it.each(['<div>', '<b>', '<x-y>', '<ul><li>', '<table><tr><td>', '<svg><g>', '<font size=1>'])(
    'is not read where %s is nested without end, in five megabytes as in one',
    (tag) => {
      const begun = performance.now()
      const { text, findings } = pageOf(tag.repeat(5_000_000 / tag.length))
      expect(text).toBeUndefined()
      expect(findings.map(({ rule }) => rule)).toEqual(['page-is-read'])
      expect(performance.now() - begun).toBeLessThan(5000)
    },
  )

  it.each(['x<b>y</b>', '<li>', '<br>'])(
    'is not read where it has more elements than a book, as 200,000 times %s',
    (sign) => {
      const begun = performance.now()
      const { text, findings } = pageOf(`<p>${sign.repeat(200_000)}`)
      expect(text).toBeUndefined()
      expect(findings.map(({ message }) => message)).toEqual([
        'The page has more than 150,000 elements, and was not read.',
      ])
      expect(performance.now() - begun).toBeLessThan(5000)
    },
  )

  it('names an archive that a browser made of a page', async () => {
    const { findings } = await adopted({ 'a.mht': 'MIME-Version: 1.0' }, { only: ['a.mht'] })
    expect(findings.map(({ message }) => message)).toContain(
      'This is an archive that a browser made of a page, and was not read.',
    )
  })
})
