import { describe, expect, it } from 'vitest'
import { parseMoment } from '../../scripts/content/launch/parse-moment.ts'
import { hashtagsIn, markdownOfHtml, markdownOfText } from '../../scripts/import/post-markdown.ts'
import { CONTEXT } from '../content/parse.ts'
import { htmlOf } from '../support/html.ts'

const EVENT = {
  event: {
    name: 'A',
    date: '2013-07-26',
    dateInWords: '',
    timeZone: 'UTC',
    begins: '',
    ends: '',
    place: '',
    note: '',
    kept: [],
    sources: [],
  },
  sessions: [],
}

/** What a moment with this body says, and the elements that it is made of. */
function readBack(body: string): { text: string | undefined; tags: string[]; faults: string[] } {
  const file = 'launch/moments/a.md'
  const { moment, findings } = parseMoment(
    `---\ntime: 2013-07-26\nkind: post\n---\n\n${body}\n`,
    file,
    EVENT,
    CONTEXT,
  )
  const tags = [...(moment ? htmlOf(moment.said) : '').matchAll(/<([a-z]\w*)/g)].map(([, tag = '']) => tag)
  return { text: moment?.text, tags: [...new Set(tags)].sort(), faults: findings.map(({ rule }) => rule) }
}

describe('the text of a post', () => {
  it.each([
    '# no heading',
    'no heading\n===',
    'no heading\n---',
    '---',
    '- no item',
    '1. no item',
    '> no quotation',
    '    no code',
    '```\nno code',
    '`no code`',
    '*no* _stress_ **at** ~~all~~ ~20',
    '| no | table |\n|---|---|\n| a | b |',
    '[no link](x.md) ![no picture](y.jpg)',
    '[no]: definition.md',
    'no note[^1]\n\n[^1]: at all',
    ':::callout\nno block\n:::',
    ':::callout',
    '::chart{data=q8}',
    ':index[no mark]{as="x"} :lang[no]{fr}',
    '9:30am, a:b, :-)',
    '<b>no tag</b> <script>alert(1)</script> <!-- no remark -->',
    '&lt;b&gt; &amp; &#60;',
    'back\\slash \\* \\',
    '@_ann_ #best_by_wm *',
    '{{ no template }} {% include "x" %}',
    'a  b\u00a0c',
  ])('%j stays what it is', (post) => {
    const { text, tags, faults } = readBack(markdownOfText([{ text: post }]))
    expect({ text, faults }).toEqual({ text: post.replace(/\s+/g, ' ').trim(), faults: [] })
    expect(tags.filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([])
  })

  it('keeps its lines and paragraphs, and links only where a link was', () => {
    const body = markdownOfText([
      { text: 'One\ntwo\n\n\nthree ' },
      { text: 'here', url: 'https://example.org/a_b' },
      { text: ' x ', url: 'javascript:alert(1)' },
    ])
    expect(body).toBe('One\\\ntwo\n\nthree [here](https://example.org/a_b) x')
  })
})

it('ends with its last word where the address of a picture was taken from its end or its beginning', () => {
  const stretches = [{ text: '\n' }, { text: ' \nGreat morning \n' }, { text: ' ' }]
  expect(markdownOfText(stretches)).toBe('Great morning')
  expect(markdownOfText([{ text: 'One\n\n' }, { text: '\n' }])).toBe('One')
})

describe('the HTML of a post', () => {
  it.each([
    ['a script', '<p>a</p><script>alert(1)</script>', 'a'],
    ['a handler', '<p onclick="x">a</p><img src=x onerror=alert(1)>', 'a'],
    ['a link that would run', '<a href="javascript:alert(1)">a</a>', 'a'],
    ['a frame', '<iframe src="https://example.org">b</iframe><p>a</p>', 'a'],
    ['a style', '<style>p{}</style><p style="x">a</p>', 'a'],
    ['a heading', '<h1>a</h1>', 'a'],
    ['a list', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['a name', '<p><a class="u-url mention" href="https://x.example/@b">@<span>b</span></a></p>', '@b'],
    ['a line end at its end', '<p>a<br></p>', 'a'],
    ['a link', '<p><a href="https://example.org">a</a></p>', '[a](https://example.org)'],
  ])('with %s', (_, html, markdown) => {
    expect(markdownOfHtml(html)).toBe(markdown)
    expect(readBack(markdownOfHtml(html)).faults).toEqual([])
  })
})

it('finds hashtags, not anchors', () => {
  expect(hashtagsIn('#bestbywm, &#39; a#b (#Zweites_Wort) #größe')).toEqual([
    'bestbywm',
    'Zweites_Wort',
    'größe',
  ])
})
