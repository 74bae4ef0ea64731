import { describe, expect, it } from 'vitest'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import { CONTEXT, found, parseFile, source } from './parse.ts'

const CASE = {
  kind: 'case-study',
  file: 'case-studies/08-dudley-flickr.md',
  prefix: 'case-dudley-flickr',
} as const

const chapter = (yaml: string) => parseFile(`---\n${yaml}\n---\n\nText.\n`)
const study = (yaml: string) => parseFile(`---\n${yaml}\n---\n\nText.\n`, CASE)

describe('front matter, filled in', () => {
  it('of a chapter', () => {
    const yaml = `title: Barrier vaulting
short: Barriers
standfirst: >
  What stands
  in the way.
layout: numbered
opener: { ring: growth, caption: Growth }
starts: right
sources:
  - title: The survey
    url: https://example.org/survey
index: barriers`
    const { matter, findings } = chapter(yaml)
    expect(findings).toEqual([])
    expect(matter).toMatchObject({
      title: 'Barrier vaulting',
      short: 'Barriers',
      standfirst: 'What stands in the way.',
      layout: 'numbered',
      opener: { ring: 'growth', caption: 'Growth' },
      numbered: undefined,
      starts: 'right',
      sources: [{ title: 'The survey', url: 'https://example.org/survey' }],
      index: ['barriers'],
      figures: [],
    })
    expect(matter.lines).toMatchObject({ title: 2, sources: 10 })
  })

  it('of a case study', () => {
    const yaml = `title: Flickr
council: [Dudley, regional]
began: 2010-04-05
people:
  - { name: Jason Whyley, role: Officer }
channels: Flickr
themes: [Pride]
summary: Pictures.
figures:
  - { value: "126,000", label: views }
outcome: 126,000 views
picture: { file: ../images/anchor.jpg, alt: An anchor, credit: Ann }`
    const { matter, findings, images } = study(yaml)
    expect(findings).toEqual([])
    expect(matter).toMatchObject({
      councils: ['Dudley'],
      regional: true,
      began: '5 April 2010',
      people: [{ name: 'Jason Whyley', role: 'Officer' }],
      channels: ['Flickr'],
      keyFigures: [{ value: '126,000', label: 'views' }],
      picture: { file: 'images/anchor.jpg', alt: 'An anchor', credit: 'Ann' },
    })
    expect(images).toMatchObject([{ file: 'images/anchor.jpg', alt: 'An anchor', widthMm: 170 }])
  })

  it('takes a number for text, and words for a date', () => {
    expect(chapter('title: 2013').matter.title).toBe('2013')
    expect(study('title: T\nbegan: early 2010').matter).toMatchObject({ began: 'early 2010' })
  })

  it.each([
    ['fr', '1 décembre 2011'],
    ['en-GB', '1 December 2011'],
    ['cy', '1 Rhagfyr 2011'],
  ])('writes a day in the words of %s', (language, began) =>
    expect(
      parseChapter(source('---\ntitle: T\nbegan: 2011-12-01\n---\n\nText.\n', CASE), { ...CONTEXT, language })
        .matter,
    ).toMatchObject({
      began,
    }),
  )
})

describe('front matter that does not fit', () => {
  it.each([
    ['short: A', 'file-has-title@1', '`title: …` between two lines'],
    ['title: T\ntitel: A', 'front-matter-key-is-known@3', 'Did you mean `title`?'],
    ['title: [a]', 'front-matter-value-fits@2', ''],
    ['title: T\nlayout: figurs', 'front-matter-key-is-known@3', 'Did you mean `layout: figures`?'],
    ['title: T\nopener: { ring: growth, size: big }', 'front-matter-is-for-us@3', ''],
    ['title: T\nredirects: ../outside/', 'front-matter-value-fits@3', ''],
    ['title: T\nredirects: [old/, "https://example.org/"]', 'front-matter-value-fits@3', ''],
    ['title: T\nsources:\n  - title: A\n    url: javascript:x', 'front-matter-value-fits@5', ''],
    ['title: "a\nb: c', 'yaml-is-sound@', ''],
    ['title: T\n\tx: 1', 'yaml-is-sound@', ''],
  ])('%s', (yaml, expected, mend) => {
    const { findings } = chapter(yaml)
    expect(findings.map((one) => `${one.rule}@${one.place.line}`).join()).toContain(expected)
    expect(findings.map((one) => one.mend).join('\n')).toContain(mend)
    expect(findings.map((one) => one.message).join('\n')).not.toMatch(/invalid|undefined|received/i)
  })

  it.each([
    ['title: T\ncouncil: Dudly', 'value-is-on-the-list@3', 'Did you mean `Dudley`?'],
    ['title: T\nchannels: [Flickr, Myspace]', 'value-is-on-the-list@3', 'Add it to `channels:`'],
    [
      'title: T\nchannels: print, Facebook',
      'value-is-on-the-list@3',
      'Two values need square brackets: `[print, Facebook]`.',
    ],
    ['title: T\nthemes: [pride]', 'value-is-on-the-list@3', 'Did you mean `Pride`?'],
    ['title: T\nbegan: 2010-02-30', 'front-matter-value-fits@3', ''],
    ['title: T\npicture: a.jpg', 'front-matter-value-fits@3', ''],
  ])('%s, in a case study', (yaml, expected, mend) => {
    const { findings } = study(yaml)
    expect(findings.map((one) => `${one.rule}@${one.place.line}`)).toEqual([expected])
    expect(findings[0]?.mend).toContain(mend)
  })

  it('needs its closing line', () => {
    expect(found(parseFile('---\ntitle: T\nand more\n\nText.\n'))).toContain('yaml-is-sound@1')
  })

  it('expands no aliases without end', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(index ? 9 : 0)} x]`,
    ).join('\n')
    expect(found(chapter(`title: T\n${bomb}`)).join()).toContain('yaml-is-sound')
  })

  it('wants text below it, but for pages that are made from data', () => {
    expect(found(parseFile('---\ntitle: T\n---\n'))).toEqual(['title-has-text@2'])
    expect(found(parseFile('---\ntitle: T\nlayout: index\n---\n'))).toEqual([])
  })
})

describe('marks of Markdown in values', () => {
  it.each([
    [
      'The **plan** for `x` &amp; <em>y</em>',
      'The plan for x & y',
      'The <strong>plan</strong> for <code>x</code> &#x26; <em>y</em>',
    ],
    [
      'A ~~b~~ [site](https://example.org/)',
      'A b site',
      'A <del>b</del> <a href="https://example.org/" class="external">site</a>',
    ],
    ['R&amp;D', 'R&D', undefined],
    ['2 * 3 * 4, snake_case_x, <T> and [Draft]', '2 * 3 * 4, snake_case_x, <T> and [Draft]', undefined],
    ['1. First', '1. First', undefined],
    ['https://example.org/a_b_c', 'https://example.org/a_b_c', undefined],
  ])('title: %s', (typed, title, titleHtml) => {
    const { matter, ...file } = chapter(`title: '${typed}'\nstandfirst: '${typed}'`)
    expect(matter).toMatchObject({ title, short: title, standfirst: title })
    expect(file.titleHtml?.replace(/ data-src="[^"]*"/g, '')).toBe(titleHtml)
    expect(file.findings).toEqual([])
  })

  it('are told where they lead into the book', () => {
    const { matter, findings } = chapter("title: A\nstandfirst: 'See [the plan](02-b.md)'")
    expect(matter.standfirst).toBe('See the plan')
    expect(findings.map(({ rule, severity, place }) => `${severity} ${rule}@${place.line}`)).toEqual([
      'info front-matter-value-fits@3',
    ])
  })

  it('are known in a heading that says the same', () => {
    const { html } = parseFile(
      "---\ntitle: 'The **plan** for `x` &amp; y'\n---\n\n# The plan for x & *y*\n\nText.\n",
    )
    expect(html).not.toContain('<h')
  })

  it('are taken off where a page has words alone, and told', () => {
    const { matter, findings } = parseFile(
      "---\ntitle: A\noutcome: 'Saved **a lot**, [see](https://example.org/)'\nfigures: [{ value: '*12*', label: 'R&amp;D' }]\n---\n\nText.\n",
      { kind: 'case-study' },
    )
    expect(matter).toMatchObject({ outcome: 'Saved a lot, see' })
    expect(matter.keyFigures).toEqual([{ value: '12', label: 'R&D' }])
    expect(findings.map(({ rule, severity, place }) => `${severity} ${rule}@${place.line}`)).toEqual([
      'info front-matter-value-fits@3',
      'info front-matter-value-fits@4',
      'info front-matter-value-fits@4',
    ])
    expect(findings[0]?.message).toContain('https://example.org/')
  })
})

describe('front matter of other tools', () => {
  const told = (yaml: string, read = chapter) =>
    read(yaml).findings.map(({ severity, rule, place }) => `${severity} ${rule}@${place.line}`)

  it('is taken in silence where its keys are known, whatever they hold', () =>
    expect(
      told(
        'title: T\ndate: 2020-01-01\ntags: [a, { b: [c] }]\nsidebar_position: 2\nmenu:\n  main:\n    weight: 1\ncover: { image: a.png }\nog:title: x\ntoc_sticky: true\nslug:',
      ),
    ).toEqual([]))

  it.each([
    ['layout: page', 'info front-matter-is-for-us@3'],
    ['index: true', 'info front-matter-is-for-us@3'],
    ['sources: https://example.org', 'info front-matter-is-for-us@3'],
    ['sources: [a, b]', 'info front-matter-is-for-us@3'],
    ['sources: [{ name: A, url: b }]', 'info front-matter-is-for-us@3'],
    ['starts: 2024-01-01', 'info front-matter-is-for-us@3'],
    ['numbered: 3', 'info front-matter-is-for-us@3'],
    ['opener: hero.jpg', 'info front-matter-is-for-us@3'],
    ['figures: true', 'info front-matter-is-for-us@3'],
    ['keywords: { a: b }', 'info front-matter-is-for-us@3'],
    ['reading_mood: calm', 'info front-matter-is-for-us@3'],
    ['source: A', 'warning front-matter-key-is-known@3'],
    ['titel: A', 'warning front-matter-key-is-known@3'],
    ['sources: [{ titel: A }]', 'warning front-matter-key-is-known@3,error front-matter-is-complete@3'],
  ])('%s', (yaml, expected) => expect(told(`title: T\n${yaml}`).join()).toBe(expected))

  it('is as if absent where it means something else', () => {
    const { matter } = chapter('title: T\nlayout: page\nindex: true\nsources: [a]\nstarts: 2024-01-01')
    expect(matter).toMatchObject({ layout: 'text', index: [], sources: [], starts: '' })
  })

  it('serves where ours is missing', () => {
    expect(chapter('title: T\ndescription: D').matter.standfirst).toBe('D')
    expect(chapter('title: T\nsummary: S\ndescription: D').matter.standfirst).toBe('S')
    expect(chapter('title: T\nstandfirst: A\ndescription: D').matter.standfirst).toBe('A')
    expect(study('title: T\ndescription: D').matter.summary).toBe('D')
    expect(study('title: T\nstandfirst: A').matter.summary).toBe('A')
    expect(chapter('title: T\ndescription: [a, b]').matter.standfirst).toBe('')
  })

  it('is ours where capitals are all the difference', () => {
    const { matter, findings } = chapter('Title: A title\nShort: A')
    expect(matter).toMatchObject({ title: 'A title', short: 'A' })
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'info'])
  })
})

describe('the title of a file', () => {
  it.each([
    ['Text.\n\n# One\n', 'One', []],
    ['Text.\n\n## Getting started\n\nText.\n', 'Getting started', ['file-has-title@3']],
    ['## Getting started\n\nText.\n', 'Getting started', []],
    ['Text.\n', 'Barriers', ['file-has-title@1']],
    ['#\n\nText.\n', 'Barriers', ['file-has-title@1']],
  ])('%j is found', (text, title, findings) => {
    const read = parseFile(text)
    expect(read.matter.title).toBe(title)
    expect(found(read).filter((one) => one.startsWith('file-has-title'))).toEqual(findings)
  })

  it('is printed once where it was the first heading', () =>
    expect(parseFile('## Getting started\n\nText.\n').headings).toEqual([]))

  it('stands alone with an info', () => {
    for (const text of ['# Alone\n', '---\ntitle: Alone\n---\n'])
      expect(parseFile(text).findings).toMatchObject([{ rule: 'title-has-text', severity: 'info' }])
  })
})

it('a link to a file that is left out is words, and no finding', () => {
  const read = parseFile(
    '# T\n\nSee [the draft of the plan](09-draft.md) and [its cost](09-draft.md#cost).\n',
  )
  expect(found(read)).toEqual([])
  expect(read.links).toEqual([])
  expect(read.html).toContain('See the draft of the plan and its cost.')
})

describe('a figure that data/ does not have', () => {
  it.each(['figures: [growht]', 'opener: {ring: growht}'])('is named: %s', (yaml) => {
    const { findings } = chapter(`title: T\n${yaml}`)
    expect(findings).toMatchObject([{ rule: 'front-matter-value-fits', place: { line: 3 } }])
    expect(findings[0]?.mend).toBe('Did you mean `growth`?')
  })

  it('is not found among the names of JavaScript', () => {
    expect(found(chapter('title: T\nfigures: [constructor]'))).toEqual(['front-matter-value-fits@3'])
  })
})
