// What a text makes of launch day where somebody has withdrawn: no build stops, nothing is given away, and all is told.
import { describe, expect, it } from 'vitest'
import { assembleBook } from '../../scripts/book/assemble-book.ts'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import { parseContext } from '../../scripts/content/parse-context.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { readable, source } from './parse.ts'

const moment = (more: string, words: string) => `---\nkind: post\n${more}\n---\n\n${words}\n`
const FILES = {
  'launch/event.yaml': 'name: Opening\ndate: 2031-05-04\ntimeZone: Europe/London\n',
  'launch/people.yaml': '- name: Ann Example\n  consent: withdrawn\n',
  'launch/moments/a.md': moment('time: 2031-05-04 10:32\nauthor: Ann Example\nconsent: given', 'By Ann.'),
  'launch/moments/b.md': moment('time: 2031-05-05 11:32\nchosen: true\nconsent: given', 'By Bo.'),
}
const AROUND = [
  'launch/people.yaml',
  'launch/moments/a.md',
  'launch/moments/b.md',
  'launch/moments/pictures/a.jpg',
]

/** Findings without the chapter's name, and what is printed. */
async function printed(text: string, web = '') {
  const settings = settingsOf({ web }, { root: await publicationFolder(FILES) })
  const sources = [source(`# A\n\n${text}\n`, { file: 'chapters/01-a.md' })]
  const { launch } = await readLaunch(sources, settings)
  const context = parseContext(sources, settings, { launch, files: AROUND })
  const { chapters, findings } = assembleBook([parseChapter(sources[0]!, context)], settings, launch)
  return {
    html: readable(htmlOf(chapters[0]!.body)),
    told: findings.map(({ severity, message, place }) => `${place.line} ${severity} ${message}`),
  }
}

describe('a link to launch day', () => {
  it.each([
    '../launch/moments/a.md',
    '/launch/moments/a/',
    'https://a.example/launch/moments/a/',
    '../launch/moments/a',
  ])('to what may not be shown, %s, leaves its words and says so', async (address) => {
    expect(await printed(`See [her words](${address}).`, 'https://a.example')).toEqual({
      html: '<p>See her words.</p>',
      told: ['3 warning This link leads to the moment `a`, which may not be shown; its words are printed.'],
    })
  })

  it('without words of its own stops no build', async () => {
    expect((await printed('See [](../launch/moments/a.md) here.')).told).toEqual([
      expect.stringContaining('3 warning This link leads to the moment `a`'),
    ])
  })

  it('leads to the page of a moment, where the website has an address', async () => {
    expect(await printed('See [Bo](../launch/moments/b.md).', 'a.example')).toEqual({
      html: '<p>See <a href="https://a.example/launch/moments/b/" class="external">Bo</a>.</p>',
      told: [],
    })
    expect((await printed('See [Bo](../launch/moments/b.md).')).told).toEqual([
      expect.stringContaining('3 warning This link leads to the moment `b`, whose page has no address yet'),
    ])
  })

  it.each(['people.yaml', 'moments/pictures/a.jpg'])('never publishes %s', async (file) => {
    const { html, told } = await printed(`See [the file](../launch/${file}).`, 'https://a.example')
    expect(html).toBe('<p>See the file.</p>')
    expect(told).toEqual([expect.stringContaining(`3 warning The folder launch/ is not published as it is`)])
  })
})

describe('a block of which nothing may be shown', () => {
  it('takes the links to it along, and what held nothing else', async () => {
    const { html, told } = await printed(
      'See [](#said), [figure](#said) and [what she said](#said).\n\n::::callout[In her words]\n:::quote{moment=a #said}\n:::\n::::\n\n- One\n-\n  :::quote{moment=a}\n  :::\n\n> :::quote{moment=a}\n> :::\n\n:::wall{#said names=a}\n:::',
    )
    expect(html.replace(/\s+/g, ' ')).toBe(
      '<p>See <span data-made>…</span>, figure<span data-made>&nbsp;…</span> and what she said.</p> <ul> <li>One</li> </ul>',
    )
    const gone = 'warning This link leads to a block of launch day of which nothing may be shown, `#said`'
    expect(told).toEqual([
      '5 warning Nothing that this `:::callout` asks for may be shown, and it is left out with its words: “In her words”.',
      `3 ${gone}; “…” stands in its place.`,
      `3 ${gone}; only its words are printed.`,
      `3 ${gone}; only its words are printed.`,
    ])
  })

  it('asks a block around it for nothing more', async () => {
    const { told } = await printed('::::beside\n![A wall](../images/a.svg)\n\n:::quote{moment=a}\n:::\n::::')
    expect(told).toEqual(['3 warning `:::beside` has no text to stand beside its picture.'])
  })
})

describe('a chart of moments', () => {
  it('that a withdrawal leaves too few rows for its kind is drawn as bars, and told', async () => {
    const { html, told } = await printed(
      ':::chart{kind=lines moments=by-day title="Two days" accent="4 May 2031"}\n:::',
    )
    expect(html).toContain('class="fig chart chart-bars"')
    expect(told).toEqual(['3 warning `:::chart` has one row, and a line needs two points.'])
  })
})
