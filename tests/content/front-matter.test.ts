import { describe, expect, it } from 'vitest'
import { found, parseFile } from './parse.ts'

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
      numbered: true,
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
    expect(study('title: T\nbegan: early 2010').matter.began).toBe('early 2010')
  })
})

describe('front matter that does not fit', () => {
  it.each([
    ['short: A', 'front-matter-is-complete@1', 'Add a line `title: …`'],
    ['title: T\ntitel: A', 'front-matter-key-is-known@3', 'Did you mean `title`?'],
    ['title: [a]', 'front-matter-value-fits@2', ''],
    ['title: T\nlayout: wide', 'front-matter-value-fits@3', ''],
    ['title: T\nopener: big', 'front-matter-value-fits@3', ''],
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
    ['title: T\nthemes: [pride]', 'value-is-on-the-list@3', 'Did you mean `Pride`?'],
    ['title: T\nbegan: 2010-02-30', 'front-matter-value-fits@3', ''],
    ['title: T\npicture: a.jpg', 'front-matter-value-fits@3', ''],
    ['title: T\nstandfirst: A', 'front-matter-key-is-known@3', ''],
  ])('%s, in a case study', (yaml, expected, mend) => {
    const { findings } = study(yaml)
    expect(findings.map((one) => `${one.rule}@${one.place.line}`)).toEqual([expected])
    expect(findings[0]?.mend).toContain(mend)
  })

  it('needs its closing line', () => {
    expect(found(parseFile('---\ntitle: T\n\nText.\n'))).toContain('yaml-is-sound@1')
  })

  it('expands no aliases without end', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(index ? 9 : 0)} x]`,
    ).join('\n')
    expect(found(chapter(`title: T\n${bomb}`)).join()).toContain('yaml-is-sound')
  })

  it('wants text below it, but for pages that are made from data', () => {
    expect(found(parseFile('---\ntitle: T\n---\n'))).toEqual(['file-has-text@1'])
    expect(found(parseFile('---\ntitle: T\nlayout: index\n---\n'))).toEqual([])
  })
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
