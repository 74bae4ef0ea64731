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
  'launch/moments/a.md': moment(
    'time: 2031-05-04 10:32\nauthor: Ann Example\nconsent: given\npicture: { file: pictures/a.jpg, alt: Ann }',
    'By Ann.',
  ),
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

describe('a photograph of launch day that may not be shown', () => {
  const left = 'This picture is one of launch day that may not be shown, and is left out of every edition'
  const A = '../launch/moments/pictures/a.jpg'
  it.each([
    ['a picture by itself', `![A band](${A} "On the steps")`, '', '“A band”, “On the steps”'],
    ['a picture in a sentence', `So ![A band](${A}) it was.`, '<p>So it was.</p>', '“A band”'],
    ['a picture that is a link', `[![A band](${A})](https://a.example)`, '', '“A band”'],
    ['a picture of HTML', `<img src="${A}" alt="A band">`, '', '“A band”'],
    ['an item that is nothing else', `- ![A band](${A})\n- Two`, '<ul> <li>Two</li> </ul>', '“A band”'],
    ['a decoration', `![decorative](${A})`, '', ''],
    ['a name with other signs', `![A band](<../launch/moments/./pictures/%61.jpg>)`, '', '“A band”'],
  ])('is left out as %s', async (_, text, html, words) => {
    const { html: shown, told } = await printed(`${text}\n\nMore.`)
    expect(shown.replace(/\s+/g, ' ').trim()).toBe(`${html} <p>More.</p>`.trim())
    expect(told).toEqual([`3 warning ${left}${words && ` with its words: ${words}`}.`])
  })

  it('takes the block along that is its frame, and leaves others and the text beside it', async () => {
    const { html, told } = await printed(
      [
        `See [](#band).\n\n:::figure{#band caption="A band"}\n![One](${A})\n\nBy the door.\n:::`,
        `:::gallery\n![One](${A})\n\n![Two](../images/b.svg)\n:::`,
        `:::beside\n![One](${A})\n\nBeside it.\n:::`,
      ].join('\n\n'),
    )
    expect(html).not.toContain('a.jpg')
    expect(html).not.toContain('By the door')
    expect(html).toContain('images/b.svg')
    expect(html).toContain('<p>Beside it.</p>')
    expect(told).toContain(`5 warning ${left} with its words: “A band”, “By the door.”.`)
    expect(told.filter((one) => / error /.test(one))).toEqual([])
  })

  it('is no picture of a case study', async () => {
    const head = `---\ntitle: A\npicture: { file: ${A}, alt: A band, credit: Bo }\n---\n\nText.\n`
    const settings = settingsOf({}, { root: await publicationFolder(FILES) })
    const sources = [source(head, { file: 'case-studies/01-a.md', kind: 'case-study' })]
    const { launch } = await readLaunch(sources, settings)
    const chapter = parseChapter(sources[0]!, parseContext(sources, settings, { launch, files: AROUND }))
    expect(chapter.matter.picture).toBeUndefined()
    expect(chapter.findings.map(({ message, place }) => `${place.line} ${message}`)).toContain(
      `3 ${left} with its words: “A band”, “Bo”.`,
    )
  })

  it('stops a cover that shows it', async () => {
    const cover = { rings: '', note: '', focus: '', credit: '', picture: 'launch/moments/pictures/a.jpg' }
    const settings = settingsOf({ cover }, { root: await publicationFolder(FILES) })
    const { findings } = await readLaunch([], settings)
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toContain(
      'error The cover or the logo is a picture of launch day that may not be shown.',
    )
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
      `3 ${gone}; “…” stands in its place.`,
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
