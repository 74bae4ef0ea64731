import { describe, expect, it } from 'vitest'
import { meantBy } from '../../scripts/content/links/meant.ts'
import type { Facts } from '../../scripts/rules/rule.ts'
import { CONTEXT, found, parse, readable } from './parse.ts'

const AROUND = {
  prefixes: {
    'chapters/01-start.md': 'start',
    'chapters/02-barriers.md': 'barriers',
    'chapters/03-Getting_started.md': 'getting-started',
    'chapters/04-setup.md': 'setup',
    'chapters/guides/01-setup.md': 'setup-2',
    'chapters/guides/index.md': 'guides',
    'chapters/my file.md': 'my-file',
    'case-studies/08-dudley-flickr.md': 'case-dudley-flickr',
  },
  leftOut: ['chapters/09-draft.md'],
  addresses: { 'chapters/02-barriers.md': ['/what-is-in-the-way/', 'hurdles'] },
  files: ['docs/Plan 2013.pdf', 'chapters/budget.xlsx', 'docs/demo.html', 'LICENSE', 'images/a.png'],
}
const meant = (url: string) => {
  const { told, ...what } = meantBy(url, 'chapters/01-start.md', { ...CONTEXT, ...AROUND })
  const facts: Facts = told?.facts ?? {}
  const told_ = told
    ? `${told.severity ?? ''} ${told.rule} ${facts.expected ?? facts.suggestion ?? ''}`.trim()
    : ''
  return [Object.values(what).join(' '), told_]
}

describe('an address inside the publication', () => {
  it.each([
    ['02-barriers.md', 'place barriers', ''],
    ['./02-barriers.md#a%20b', 'place barriers--au20b', ''],
    ['02-barriers.md?plain=1#cost', 'place barriers--cost', ''],
    ['02-BARRIERS.MD', 'place barriers', ''],
    ['02-barriers.html', 'place barriers', ''],
    ['02-barriers', 'place barriers', ''],
    ['my%20file.md', 'place my-file', ''],
    ['guides/', 'place guides', ''],
    ['guides', 'place guides', ''],
    ['guides/README.md', 'place guides', 'info markup-is-exact guides/index.md'],
    ['../case-studies/08-dudley-flickr', 'place case-dudley-flickr', ''],
    ['#cost', 'place start--cost', ''],
    ['#top', 'place start--top', ''],
    ['01-start.md', 'place start', ''],
    ['barriers.md', 'place barriers', 'info markup-is-exact 02-barriers.md'],
    ['getting-started.md#x', 'place getting-started--x', 'info markup-is-exact 03-Getting_started.md#x'],
    [
      '../docs/guide/getting_started.html',
      'place getting-started',
      'info markup-is-exact 03-Getting_started.md',
    ],
    ['guides/setup.md', 'place setup-2', 'info markup-is-exact guides/01-setup.md'],
    ['../../guides/setup/', 'place setup-2', 'info markup-is-exact guides/01-setup.md'],
    ['/guides/setup/#y', 'place setup-2--y', 'info markup-is-exact guides/01-setup.md#y'],
    ['/what-is-in-the-way', 'place barriers', 'info markup-is-exact 02-barriers.md'],
    ['/hurdles/', 'place barriers', 'info markup-is-exact 02-barriers.md'],
    ['/guides/2013/hurdles/#y', 'place barriers--y', 'info markup-is-exact 02-barriers.md#y'],
    ['/chapters/02-barriers.md', 'place barriers', 'info markup-is-exact 02-barriers.md'],
    [
      '/2013/07/dudley-flickr.html',
      'place case-dudley-flickr',
      'info markup-is-exact ../case-studies/08-dudley-flickr.md',
    ],
    ['09-draft.md', 'words', ''],
    ['draft.md#x', 'words', ''],
    ['/draft/', 'words', ''],
  ])('%s: %s', (url, what, told) => expect(meant(url)).toEqual([what, told]))

  it('is words where several fit', () => {
    expect(meant('/x/setup/')).toEqual(['words', 'warning link-resolves'])
    expect(meant('../setup.md')).toEqual(['words', 'warning link-resolves'])
  })

  it('is an error only where it is a slip in the name of a text that is there', () => {
    expect(meant('02-bariers.md')).toEqual(['words', 'link-resolves 02-barriers.md'])
    expect(meant('05-next.md')).toEqual(['words', 'warning link-resolves'])
    expect(meant('../CONTRIBUTING.md')).toEqual(['words', 'warning link-resolves'])
    expect(meant('../../other/a.md')).toEqual(['words', 'warning path-stays-inside'])
    expect(meant('/guides/x/#y')).toEqual(['words', 'warning link-resolves'])
  })
})

describe('an address that a template would fill in', () => {
  it.each([
    ['{% link chapters/02-barriers.md %}', 'barriers'],
    ['{% link barriers.md %}#cost', 'barriers--cost'],
    ['{{ site.baseurl }}/barriers/', 'barriers'],
    ['{{site.baseurl}}/barriers/#cost', 'barriers--cost'],
    ['{{< ref "barriers.md" >}}', 'barriers'],
    ['{{< relref "/docs/barriers.md#cost" >}}', 'barriers--cost'],
    ['{{% ref "barriers" %}}', 'barriers'],
    ["{{ '/barriers/' | relative_url }}", 'barriers'],
    ['{{ site.baseurl }}/nowhere/', undefined],
  ])('%s', (address, target) => {
    const chapter = parse(`See [the chapter](${address}) now.`)
    expect(chapter.links.map((link) => link.target)).toEqual(target ? [target] : [])
    expect(chapter.text.map(({ text }) => text)).toEqual(['See the chapter now.'])
    expect(found(chapter)).toEqual([target ? 'markup-is-exact@4' : 'link-resolves@4'])
  })

  it('of a picture', () => {
    const chapter = parse('![The quay]({{ site.baseurl }}/images/a.png)', AROUND)
    expect(chapter.images.map(({ file }) => file)).toEqual(['images/a.png'])
  })

  it('is left alone where only the template knows it', () => {
    expect(parse('See [the chapter]({{ page.next.url }}) now.').links).toEqual([])
  })
})

describe('a file beside the texts', () => {
  it.each([
    ['../docs/Plan%202013.pdf', 'file docs/Plan 2013.pdf', ''],
    ['../docs/plan 2013.PDF', 'file docs/Plan 2013.pdf', ''],
    ['budget.xlsx?raw=true', 'file chapters/budget.xlsx', ''],
    ['../LICENSE', 'file LICENSE', ''],
    ['/docs/Plan%202013.pdf', 'file docs/Plan 2013.pdf', 'info markup-is-exact ../docs/Plan 2013.pdf'],
    ['/assets/budget.xlsx', 'file chapters/budget.xlsx', 'info markup-is-exact budget.xlsx'],
    ['../docs/demo.html', 'words', 'warning link-resolves'],
    ['missing.pdf', 'words', 'warning link-resolves'],
  ])('%s: %s', (url, what, told) => expect(meant(url)).toEqual([what, told]))

  it('is named in print, once', () => {
    const chapter = parse('See [the plan](../docs/Plan%202013.pdf) and [budget.xlsx](budget.xlsx).', AROUND)
    expect(readable(chapter.html)).toBe(
      '<p>See <a class="attached" data-file="docs/Plan 2013.pdf">the plan</a><span class="ref" data-made> (Plan 2013.pdf)</span> and <a class="attached" data-file="chapters/budget.xlsx">budget.xlsx</a>.</p>',
    )
    expect(chapter.files).toEqual(['docs/Plan 2013.pdf', 'chapters/budget.xlsx'])
    expect(chapter.outline[0]).toMatchObject({ text: 'See the plan and budget.xlsx.', links: [] })
  })
})

describe('an address of the web', () => {
  it.each([
    ['https://example.org/x', 'web https://example.org/x', ''],
    ['www.example.org', 'web https://www.example.org', 'info markup-is-exact https://www.example.org'],
    [
      'www.example.org/a#b',
      'web https://www.example.org/a#b',
      'info markup-is-exact https://www.example.org/a#b',
    ],
    ['example.org/a', 'web https://example.org/a', 'info markup-is-exact https://example.org/a'],
    ['//example.org/a', 'web https://example.org/a', 'info markup-is-exact https://example.org/a'],
    [
      'someone@example.org',
      'web mailto:someone@example.org',
      'info markup-is-exact mailto:someone@example.org',
    ],
    ['http:/example.org', 'web http://example.org', 'warning markup-is-exact http://example.org'],
    ['https//example.org', 'web https://example.org', 'warning markup-is-exact https://example.org'],
    ['htttps://example.org', 'web https://example.org', 'warning markup-is-exact https://example.org'],
    ['http://https://example.org', 'web https://example.org', 'warning markup-is-exact https://example.org'],
    ['mailto:a@example.org?subject=b', 'web mailto:a@example.org?subject=b', ''],
    ['tel:+44121', 'web tel:+44121', ''],
    ['HTTPS://EXAMPLE.ORG', 'web https://EXAMPLE.ORG', ''],
    ['MAILTO:FOO@BAR.BAZ', 'web mailto:FOO@BAR.BAZ', ''],
    ['Tel:+44121', 'web tel:+44121', ''],
    ['JAVASCRIPT:alert(1)', 'words', 'link-is-safe'],
    ['sms:+44121', 'web sms:+44121', ''],
    ['geo:52.5,-1.9', 'web geo:52.5,-1.9', ''],
    ['ftp://example.org/a', 'web ftp://example.org/a', ''],
    [
      'doi:10.1000/182',
      'web https://doi.org/10.1000/182',
      'info markup-is-exact https://doi.org/10.1000/182',
    ],
    ['https://', 'words', 'warning link-resolves'],
    ['http://exa mple.org', 'words', 'warning link-resolves'],
    ['', 'words', 'warning link-resolves'],
    ['#', 'words', 'warning link-resolves'],
    ['javascript:alert(1)', 'words', 'link-is-safe'],
    ['file:///etc/passwd', 'words', 'link-is-safe'],
    ['vscode:extension/x', 'words', 'link-is-safe'],
    ['setup.rs', 'words', 'warning link-resolves'],
  ])('%s: %s', (url, what, told) => expect(meant(url)).toEqual([what, told]))

  it.each([
    ['a film', '<a href="https://a.org/x"><video src="https://a.org/v" title="Film"></video></a> b'],
    ['a sound', 'a [b <audio src="https://a.org/v"></audio>](https://a.org/x) c'],
    [
      'a frame in a table',
      '| a |\n|---|\n| [**<iframe src="https://a.org/v"></iframe>**](https://a.org/x) |',
    ],
  ])('within a link is words: %s', (_, body) => {
    const chapter = parse(body)
    expect(chapter.html.match(/<a href="[^"]*"/g)).toEqual(['<a href="https://a.org/x"'])
    expect(chapter.outline.flatMap(({ links = [] }) => links.map(({ target }) => target))).toEqual([
      'https://a.org/x',
    ])
  })

  it('that would run is told once a file and kind', () => {
    const body = '[a](javascript:a) [b](JavaScript:b)\n\n[c](file:///c) [d](javascript:d)'
    expect(found(parse(body))).toEqual(['link-is-safe@4', 'link-is-safe@6'])
    expect(parse(body).outline.map(({ text, links }) => [text, links])).toEqual([
      ['a b', []],
      ['c d', []],
    ])
  })

  it('of a reference, in a heading, a note, a list, a table and a quotation', () => {
    const link = '[the *site*](www.example.org)'
    const body = `## ${link}\n\n- ${link}[^1]\n\n> ${link}\n>\n> — Mayor\n\n| ${link} |\n|---|\n| a |\n\n[b][c]\n\n[^1]: ${link}\n\n[c]: www.example.org`
    const chapter = parse(body)
    expect(chapter.html.match(/<a href="https:\/\/www\.example\.org"/g)).toHaveLength(6)
    expect(found(chapter).filter((one) => one.startsWith('markup-is-exact'))).toHaveLength(6)
  })
})

describe('links to files beyond the publication', () => {
  it('are told once a file, at the first', () => {
    const { findings } = parse(
      '[the plan](../../x/a.md), [the map](../../x/b.md#c)\n\n[the list](../../../d/)',
    )
    expect(findings).toMatchObject([{ rule: 'path-stays-inside', severity: 'warning', place: { line: 4 } }])
    expect(findings[0]?.message).toContain('as are those of 2 more links in this file')
  })
})
