import { beforeAll, describe, expect, it } from 'vitest'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { parseContext } from '../../scripts/content/parse-context.ts'
import type { Launch } from '../../scripts/model/launch.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { parse, source } from './parse.ts'

const moment = (time: string, more = '', said = `Said at ${time}.`): string =>
  `---\ntime: 2013-07-26${time && ` ${time}`}\nkind: post\n${more}\n---\n\n${said}\n`

const picture = "picture: { file: p.png, alt: 'At {}' }\n".replace('{}', 'noon')
const FILES = {
  'launch/event.yaml':
    'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\nprogramme:\n  - { id: talks, title: Talks }\n  - { id: cake, title: Cake }\n',
  'launch/story.yaml':
    '- session: cake\n  items:\n    - line: First the end.\n    - moment: four\n- title: Earlier\n  items:\n    - moment: nine\n',
  'launch/moments/day.md': moment('', 'chosen: true'),
  'launch/moments/nine.md': moment('09:00', 'chosen: true'),
  'launch/moments/ten.md': moment('10:00', 'chosen: true\nsession: talks'),
  'launch/moments/noon.md': moment('12:00', `${picture}chosen: true\nsession: talks`),
  'launch/moments/four.md': moment('16:00', "author: Ann\nhandle: '@ann'\nconsent: public-post"),
  'launch/moments/bare.md': moment('16:30', picture, ''),
}

let launch: Launch
beforeAll(async () => {
  const root = await publicationFolder(FILES)
  launch = (await readLaunch([source('')], settingsOf({}, { root }))).launch!
})

/** What a text is parsed with, as the program makes it. */
const parsedWith = (markdown: string) => {
  const { launch: own, momentCounts } = parseContext([source(markdown)], settingsOf({}), { launch })
  return parse(markdown, { launch: own!, momentCounts: momentCounts! })
}

/** The hours or days that it shows, in order. */
const hoursIn = (markdown: string): string[] =>
  parsedWith(markdown).outline.flatMap(({ text }) => /^(?:\d\d:\d\d|2013-\d\d-\d\d)/.exec(text)?.[0] ?? [])

const told = (markdown: string): string[] =>
  parsedWith(markdown).findings.map(({ message, mend }) => `${message} ${mend}`)

describe('the moments that a block shows', () => {
  it.each([
    ['', ['2013-07-26', '09:00', '10:00', '12:00']],
    ['{from=10:00}', ['10:00', '12:00']],
    ['{to=10:00}', ['2013-07-26', '09:00', '10:00']],
    ['{from=09:01 to=11:59}', ['10:00']],
    ['{from=2013-07-26 to="2013-07-26 09:00"}', ['2013-07-26', '09:00']],
    ['{session=talks from=10:01}', ['12:00']],
    ['{names="four, nine.md"}', ['16:00', '09:00']],
  ])('%s', (attributes, hours) => {
    expect(hoursIn(`:::moments${attributes}\n:::`)).toEqual(hours)
    expect(told(`:::moments${attributes}\n:::`)).toEqual([])
  })

  it.each([
    [':::moments{from=25:00}\n:::', 'has a time that cannot be read, “25:00”'],
    [
      ':::moments{session=talk}\n:::',
      'names the session “talk”, which is not in the programme. Did you mean `talks`?',
    ],
    [
      ':::moments{names="nin"}\n:::',
      'names the moment “nin”, which is not in launch/moments/. Did you mean `nine`?',
    ],
    [':::moments{from=18:00}\n:::', 'asks for moments of which there are none'],
    [':::wall{names=nine}\n:::', '`:::wall` asks for moments of which there are none'],
    [':::wall\nWords\n:::', 'holds text of its own'],
    [':::quote{moment=bare}\n:::', 'quotes a moment that has no words'],
    [':::quote{moment=fore}\n:::', 'names the moment “fore”'],
    [':::quote{moment=four}\nOther words.\n:::', 'holds text of its own'],
    [':::chart{kind=bars moments=by-ours title="A"}\n:::', 'Did you mean `by-hour`?'],
  ])('are asked for in vain: %s', (markdown, words) => expect(told(markdown).join('\n')).toContain(words))

  it('are told to be nowhere without the folder launch/', () => {
    for (const block of [':::wall', ':::quote{moment=a}', ':::chart{kind=bars moments=by-kind title="A"}'])
      expect(
        parse(`${block}\n:::`)
          .findings.map(({ message }) => message)
          .join(' '),
      ).toContain('has nothing to show')
  })
})

describe('a wall', () => {
  const wall = (alt: string, more = '') => {
    const moments = launch.moments.map((one) => ({
      ...one,
      pictures: one.pictures.map((shown) => ({ ...shown, alt, credit: 'Bo [^1] @x' })),
    }))
    return parse(`:::wall${more}\n:::`, { launch: { ...launch, moments } })
  }

  it('tells what each picture shows, its hour, its words and who took it, all as they were typed', () => {
    const { outline, images, credits, findings } = wall('At noon')
    expect(findings).toEqual([])
    expect(outline.map(({ kind, text }) => [kind, text])).toEqual([
      ['figure', 'At noon'],
      ['caption', '12:00 Said at 12:00. Picture: Bo [^1] @x'],
    ])
    expect(images.map(({ file, isOfWall }) => [file, isOfWall])).toEqual([['launch/moments/p.png', true]])
    expect(credits?.map(({ title, credit }) => [title, credit])).toEqual([['At noon', 'Picture: Bo [^1] @x']])
  })

  it('says nothing of what a picture shows that shows nothing a reader needs', () => {
    expect(wall('decorative').outline.map(({ kind }) => kind)).toEqual(['caption'])
  })

  it('has a number where it has a caption', () => {
    expect(wall('At noon', '{#day caption="The day"}').exhibits).toMatchObject([{ caption: 'The day' }])
  })
})

describe('the story of the day', () => {
  it('is told in its own order, with its titles and the lines between, chosen or not', () => {
    const { outline, findings } = parsedWith(':::moments{story}\n:::')
    expect(findings).toEqual([])
    expect(outline.map(({ text }) => text)).toEqual([
      'Cake',
      'First the end.',
      '16:00',
      'Said at 16:00.',
      'Ann, @ann',
      'Earlier',
      '09:00',
      'Said at 09:00.',
    ])
  })

  it('is missed where nobody has told it', () => {
    const untold = { ...launch, story: [] }
    const context = parseContext([source(':::moments{story}\n:::')], settingsOf({}), { launch: untold })
    const { findings } = parse(':::moments{story}\n:::', { launch: context.launch! })
    expect(findings.map(({ message }) => message)).toEqual([
      '`:::moments` asks for the story of the day, which nobody has told.',
    ])
  })
})

describe('a quotation of a moment', () => {
  it('says who said it and when, whatever that looks like', () => {
    const { outline } = parsedWith(':::quote{moment=four}\n:::')
    expect(outline.map(({ text }) => text)).toEqual(['Said at 16:00.', 'Ann, @ann, 26 July 2013, 16:00'])
  })
})

describe('a chart of the moments', () => {
  const rows = (by: string) =>
    parsedWith(`:::chart{kind=bars moments=${by} title="A"}\n:::`).exhibits[0]?.chart?.rows.map(
      ({ label, count }) => [label, count],
    )

  it('has a row for each hour from the first to the last, and counts those that are not chosen', () => {
    expect(rows('by-hour')).toEqual([
      ['Time not known', 1],
      ['09:00', 1],
      ['10:00', 1],
      ['11:00', 0],
      ['12:00', 1],
      ['13:00', 0],
      ['14:00', 0],
      ['15:00', 0],
      ['16:00', 2],
    ])
  })

  it('has a row for each kind, each part of the programme, each day', () => {
    expect(rows('by-kind')).toEqual([['Post', 6]])
    expect(rows('by-session')).toEqual([
      ['Talks', 2],
      ['Cake', 0],
    ])
    expect(rows('by-day')).toEqual([['26 July 2013', 6]])
  })
})
