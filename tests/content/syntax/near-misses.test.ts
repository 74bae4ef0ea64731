import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../scripts/content/markdown/processor.ts'
import { found, html, parse } from '../parse.ts'

const places = (body: string): string[] =>
  parse(body).findings.map(
    ({ rule, severity, place }) => `${severity} ${rule} ${(place.line ?? 0) - 3}:${place.column}`,
  )

/** What is taken, with one info. */
const TAKEN: readonly (readonly [written: string, html: string])[] = [
  [
    'a ![The quay](my pictures/quay in spring.jpg)',
    '<p>a <img src="chapters/my pictures/quay in spring.jpg" alt="The quay" class="inline"></p>',
  ],
  [
    'a ![q](quay_in (1) _x_.jpg "X")',
    '<p>a <img src="chapters/quay_in (1) _x_.jpg" alt="q" title="X" class="inline"></p>',
  ],
  ['a ![q](a b.png =300x200)', '<p>a <img src="chapters/a b.png" alt="q" class="inline"></p>'],
  ['a ![q] (b.jpg)', '<p>a <img src="chapters/b.jpg" alt="q" class="inline"></p>'],
  [
    'a ![q][p]\n\n[p]: my pics/b.jpg "B"',
    '<p>a <img src="chapters/my pics/b.jpg" alt="q" title="B" class="inline"></p>',
  ],
  ['[the *site*] (https://a.org)', '<p><a href="https://a.org" class="external">the <em>site</em></a></p>'],
  [
    '[the site](https://a.org/a page.html)',
    '<p><a href="https://a.org/a%20page.html" class="external">the site</a></p>',
  ],
  ['(the site)[https://a.org]', '<p><a href="https://a.org" class="external">the site</a></p>'],
  ['[the plan](05-survey.md#The plan)', '<p><a href="#survey--the-plan">the plan</a>'],
  ['##Heading *x*\ntext', '<h3 id="barriers--heading-x" class="s1">Heading <em>x</em></h3>\n<p>text</p>'],
  ['##Heading##\ntext', '<h3 id="barriers--heading" class="s1">Heading</h3>\n<p>text</p>'],
  ['a **bold ** b', '<p>a <strong>bold</strong> b</p>'],
  ['a ** bold**, b', '<p>a <strong>bold</strong>, b</p>'],
  ['Intro:\n-one *x*\n-two', '<p>Intro:</p>\n<ul>\n<li>one <em>x</em></li>\n<li>two</li>\n</ul>'],
  ['*one\n*two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['1)One\n2)Two', '<ol>\n<li>One</li>\n<li>Two</li>\n</ol>'],
  ['1.One\n2.Two', '<ol>\n<li>One</li>\n<li>Two</li>\n</ol>'],
  ['• One\n•Two', '<ul>\n<li>One</li>\n<li>Two</li>\n</ul>'],
  ['a ![b](img\\\\b.jpg)', '<p>a <img src="chapters/img/b.jpg" alt="b" class="inline"></p>'],
  ['a ![b](img\\b.jpg)', '<p>a <img src="chapters/img/b.jpg" alt="b" class="inline"></p>'],
  ['[Dudley](..\\case-studies\\08-dudley-flickr.md)', '<p><a href="#case-dudley-flickr">Dudley</a>'],
]

describe('where only one thing can be meant it is taken', () => {
  it.each(TAKEN)('%s', (written, expected) => {
    expect(html(written)).toContain(expected)
    expect(parse(written).findings.map(({ rule }) => rule)).toEqual(['markup-is-exact'])
  })

  it.each(TAKEN)('in a list, a quotation and behind a cell: %s', (written) => {
    for (const set of ['  ', '> ']) {
      const text = written.replace(/^/gm, set).replace(/^ {2}/, '- ')
      expect(found(parse(text)).filter((one) => one.startsWith('markup-is-exact'))).toHaveLength(1)
    }
  })
})

describe('what may mean something else stays', () => {
  it.each([
    ['#hash\n\n#two', '<p>#hash</p>\n<p>#two</p>'],
    ['-5\n-6', '<p>-5\n-6</p>'],
    ['1.5\n2.5', '<p>1.5\n2.5</p>'],
    ['-one line alone', '<p>-one line alone</p>'],
    ['2)One\n3)Two', '<p>2)One\n3)Two</p>'],
    ['\\##no', '<p>##no</p>'],
    ['[sic] (see page 4)', '<p>[sic] (see page 4)</p>'],
    ['a[i] (https://a.org)', '<p>a[i] (<a href'],
    ['arr[i][j] and [1][2]', '<p>arr[i][j] and [1][2]</p>'],
    ['`[a][b]` `##x`', '<p><code>[a][b]</code> <code>##x</code></p>'],
    ['\\[a][b]', '<p>[a][b]</p>'],
    ['price ** of thing ** is', '<p>price ** of thing ** is</p>'],
  ])('%s', (written, expected) => {
    expect(html(written)).toContain(expected)
    expect(found(parse(written)).filter((one) => /markup-is-exact|link-resolves/.test(one))).toEqual([])
  })
})

describe('references without a definition print their words', () => {
  it.each([
    ['See [the *plan*][plan].', '<p>See the <em>plan</em>.</p>', '1:5'],
    ['See [plan][].', '<p>See plan.</p>', '1:5'],
    ['See ![the map][map].', '<p>See the map.</p>', '1:5'],
    ['## On [a][b]\n\nx', 'On a</h3>', '1:7'],
    ['| [a][b] | d |\n|---|---|\n| c | e |', '<th scope="col">a</th>', '1:3'],
    ['- [a\n  long one][b c]', '<li>a\nlong one</li>', '1:3'],
    ['x[^1]\n\n[^1]: [a][b]', '<p>a <a', '3:7'],
  ])('%s', (written, expected, place) => {
    expect(html(written)).toContain(expected)
    expect(places(written)).toEqual([`warning link-resolves ${place}`])
  })

  it('and those with one are links, whatever stands beside', () => {
    expect(html('[a][b] [c][d]\n\n[b]: https://a.org')).toBe(
      '<p><a href="https://a.org" class="external">a</a> c</p>',
    )
  })
})

describe('what the libraries make knows its place', () => {
  it.each([
    ['See [https://example.org/page]', '1:6'],
    ['a *b* https://example.org/page', '1:7'],
    ['- x\n- y www.example.org/page', '2:5'],
    ['| a | d |\n|---|---|\n| b https://example.org/page | e |', '3:5'],
  ])('%s', (written, place) => {
    const links: string[] = []
    visit(readMarkdown(written), 'link', ({ position }) => {
      links.push(`${position?.start.line}:${position?.start.column}`)
    })
    expect(links).toEqual([place])
  })
})

describe('a definition right below a line of text is one', () => {
  it.each([
    '[the plan][p]\n[p]: https://example.org/p "T"',
    'See [the plan][p], [p].\n[q]: 05-survey.md\n[p]: <https://example.org/p>',
    '> [the plan][p]\n> [p]: https://example.org/p',
    '- [the plan][p]\n  [p]: https://example.org/p',
    'a[^1] [the plan][p]\n\n[^1]: b\n[p]: https://example.org/p',
  ])('%s', (written) => {
    expect(html(written)).toMatch(
      /<a href="https:\/\/example\.org\/p"(?: title="T")? class="external">the plan</,
    )
    expect(html(written)).not.toContain(']:')
  })

  it.each(['a\n[Note]: see below', 'a\n[p]: he said', 'a `b\n[p]: https://example.org` c'])(
    'but %s is text',
    (written) => {
      expect(html(written)).toContain(']:')
    },
  )
})
