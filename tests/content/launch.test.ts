import { beforeAll, describe, expect, it } from 'vitest'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import type { Launch } from '../../scripts/model/launch.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { CONTEXT, found, readable, source } from './parse.ts'

const EVENT = `name: Launch of the paper
date: 2013-07-26
timeZone: Europe/London
place: The Public, West Bromwich
programme:
  - id: welcome
    title: Welcome
    speakers:
      - { name: Jan Britton, role: Chief Executive }
  - id: talks
    title: Talks
    when: Afternoon
`
const moment = (more = '', body = 'What was said.', time = 'time: 2013-07-26 10:32') =>
  `---\n${time}\nkind: post\n${more}\n---\n\n${body}\n`

type Files = Record<string, string | Uint8Array>

const read = async (files: Files) => {
  const root = await publicationFolder(files)
  const settings: Settings = settingsOf({}, { root })
  return readLaunch([source('', { file: 'chapters/02-barriers.md' })], settings)
}

/** `rule@file:line` of each finding, and its words. */
const faultsOf = async (files: Files): Promise<string[]> =>
  (await read(files)).findings.map(({ rule, place, message, mend }) => {
    const file = place.file?.split('/').at(-1) ?? ''
    return `${rule}@${file}:${place.line ?? ''} ${message} ${mend}`
  })

describe('launch/', () => {
  it('is not missed where there is none', async () => {
    expect(await read({ 'publication.yaml': 'title: A' })).toEqual({ findings: [] })
  })

  it('is an event, its sessions, and moments in the order in which they happened', async () => {
    const { launch, findings } = await read({
      'launch/event.yaml': EVENT,
      'launch/moments/b.md': moment(
        "author: Ann\nhandle: '@ann'\nurl: https://example.org/1\nsession: talks\nconsent: given, by e-mail in May\nimport: { service: twitter, id: '12' }\nchosen: true",
      ),
      'launch/moments/a.md': moment('consent: public-post', '*No* author', 'time: 2013-07-26T09:40:00Z'),
      'launch/moments/c.md': moment('', 'Some time that day', 'time: 2013-07-26'),
      'launch/moments/_draft.md': 'Not read',
    })
    expect(findings).toEqual([])
    expect(launch?.event).toMatchObject({
      dateInWords: '26 July 2013',
      timeZone: 'Europe/London',
      begins: '',
    })
    expect(launch?.sessions.map(({ id, when }) => [id, when])).toEqual([
      ['welcome', ''],
      ['talks', 'Afternoon'],
    ])
    expect(launch?.moments.map(({ name, time, clock }) => [name, time, clock])).toEqual([
      ['c', '2013-07-26', ''],
      ['b', '2013-07-26T10:32:00+01:00', '10:32'],
      ['a', '2013-07-26T10:40:00+01:00', '10:40'],
    ])
    const [, second, third] = launch?.moments ?? []
    expect(second).toMatchObject({
      author: 'Ann',
      handle: '@ann',
      session: 'talks',
      chosen: true,
      text: 'What was said.',
      consent: { state: 'given', note: 'by e-mail in May' },
      imported: { service: 'twitter', id: '12' },
    })
    expect(readable(third ? htmlOf(third.said) : '')).toBe('<p><em>No</em> author</p>')
  })

  const PICTURE = 'picture: { file: none.jpg }\nconsent: given'
  it.each<[name: string, files: Files, faults: RegExp[]]>([
    [
      'a folder without its event',
      { 'launch/moments/a.md': moment() },
      [/^publication-is-complete@event\.yaml: .*no event\.yaml/],
    ],
    [
      'an event without a day',
      { 'launch/event.yaml': 'name: A\ntimeZone: Europe/London' },
      [/^publication-is-complete@event\.yaml:1 `date` is missing/],
    ],
    [
      'a zone that is none',
      { 'launch/event.yaml': EVENT.replace('Europe/London', 'Europe/Dudley') },
      [/@event\.yaml:3 .*time zone/],
    ],
    [
      'a misspelt key of the event',
      { 'launch/event.yaml': `${EVENT}sauces: []` },
      [/@event\.yaml:13 `sauces` .*`sources`/],
    ],
    [
      'keys of other tools, and words below them',
      {
        'launch/event.yaml': `${EVENT}host: Ann`,
        'launch/moments/a.md': moment('text: Lost\nconsent: given'),
      },
      [/@event\.yaml:13 `host` means nothing/, /@a\.md:4 `text` means nothing/],
    ],
    [
      'two sessions of one id',
      { 'launch/event.yaml': EVENT.replace('id: talks', 'id: welcome') },
      [/@event\.yaml:10 Two sessions have the id `welcome`/],
    ],
    [
      'a session about a file that is not there',
      { 'launch/event.yaml': `${EVENT}    about: chapters/02-barrier.md` },
      [/@event\.yaml:10 .*Did you mean `chapters\/02-barriers\.md`/],
    ],
    [
      'a moment without a time',
      { 'launch/moments/a.md': moment('', 'A', '') },
      [/^moment-has-time@a\.md:1 /],
    ],
    [
      'a moment on a day that no calendar has',
      { 'launch/moments/a.md': moment('', 'A', 'time: 2013-02-30') },
      [/^moment-has-time@a\.md:2 `2013-02-30`/],
    ],
    [
      'an unknown kind',
      { 'launch/moments/a.md': moment().replace('post', 'photo') },
      [/^front-matter-value-fits@a\.md:3 .*`photograph`/],
    ],
    [
      'a misspelt key',
      { 'launch/moments/a.md': moment('autor: Ann') },
      [/^front-matter-key-is-known@a\.md:4 .*`author`/],
    ],
    [
      'a session that is not in the programme',
      { 'launch/moments/a.md': moment('session: welcom') },
      [/^moment-session-is-known@a\.md:4 .*`welcome`/],
    ],
    [
      'a person who is not said to agree',
      { 'launch/moments/a.md': moment('author: Ann') },
      [/^moment-says-consent@a\.md:4 .*Ann/],
    ],
    [
      'a person who has not answered',
      { 'launch/moments/a.md': moment('author: Ann\nconsent: asked') },
      [/^consent-is-given@a\.md:5 Ann has been asked, and has not answered, and this moment is left out/],
    ],
    [
      'a consent that is none',
      { 'launch/moments/a.md': moment('consent: givn') },
      [/^front-matter-value-fits@a\.md:4 .*`given`/, /^consent-is-given@a\.md:4/],
    ],
    [
      'a picture without an alternative, which is not there',
      { 'launch/moments/a.md': moment(PICTURE) },
      [/^image-has-alt@a\.md:4 .*`alt: …`/, /^image-exists@a\.md:4/],
    ],
    [
      'a picture whose alternative says that it is one',
      {
        'launch/moments/a.md': moment('picture: { file: a.svg, alt: Photo of a crowd }\nconsent: given'),
        'launch/moments/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
      },
      [/^alternative-begins-with-content@a\.md:4 .*“Photo of”/],
    ],
    [
      'a picture outside',
      { 'launch/moments/a.md': moment('picture: { file: ../../../x.jpg, alt: A }') },
      [/^path-stays-inside@a\.md:4/],
    ],
    [
      'two moments with one original address',
      {
        'launch/moments/a.md': moment('url: https://example.org/1'),
        'launch/moments/b.md': moment('url: https://example.org/1/'),
      },
      [/^moment-is-unique@b\.md:4 .*a\.md.*original address/],
    ],
    [
      'two moments with one address on the site',
      { 'launch/moments/a.md': moment(), 'launch/moments/A.md': moment() },
      [/^moment-is-unique@a\.md:1 .*A\.md.*address on the site/],
    ],
    [
      'two moments whose names differ only in what no address holds',
      { 'launch/moments/a #50%.md': moment(), 'launch/moments/a-50.md': moment() },
      [/^moment-is-unique@a-50\.md:1 .*#50%.*address on the site: `a-50`/],
    ],
    [
      'one post that was imported as two',
      {
        'launch/moments/a.md': moment("import: { service: x, id: '1' }"),
        'launch/moments/b.md': moment('import: { service: x, id: 1 }'),
      },
      [/^moment-is-unique@b\.md:4 .*origin/],
    ],
    ['nothing said and nothing shown', { 'launch/moments/a.md': moment('', '') }, [/^file-has-text@a\.md:1/]],
    ['a heading', { 'launch/moments/a.md': moment('', '## A') }, [/^moment-is-plain@a\.md:7 .*a heading/]],
    [
      'a script',
      { 'launch/moments/a.md': moment('', '<script>alert(1)</script>') },
      [/^moment-is-plain@a\.md:7 .*HTML/],
    ],
    [
      'a link that would run',
      { 'launch/moments/a.md': moment('', '[a page](javascript:alert)') },
      [/^link-is-safe@a\.md:7/],
    ],
    [
      'a link into the publication',
      { 'launch/moments/a.md': moment('', '[a page](x.md)') },
      [/^moment-is-plain@a\.md:7 .*x\.md/],
    ],
    [
      'front matter without an end',
      { 'launch/moments/a.md': '---\ntime: 2013-07-26\nand more\n' },
      [/^yaml-is-sound@a\.md:1/],
    ],
    [
      'a book for a moment',
      { 'launch/moments/a.md': moment('', 'a '.repeat(51_000)) },
      [/^moment-is-plain@a\.md:1 .*100,000 characters/],
    ],
  ])('finds %s', async (_, files, faults) => {
    const event: Files = _ === 'a folder without its event' ? {} : { 'launch/event.yaml': EVENT }
    const all = await faultsOf({ ...event, ...files })
    expect(all).toEqual(faults.map((fault) => expect.stringMatching(fault)))
  })
})

describe('in a chapter', () => {
  let launch: Launch
  beforeAll(async () => {
    const files = {
      'launch/event.yaml': EVENT,
      'launch/moments/a.md': moment(
        "author: Ann\nhandle: '@ann'\nconsent: given\nchosen: true",
        'IEWM said [so](https://example.org).',
      ),
      'launch/moments/b.md': moment('', 'Not chosen'),
    }
    launch = (await read(files)).launch!
  })
  const parse = (body: string, given?: Launch) => {
    const context = {
      ...CONTEXT,
      ...(given ? { launch: { ...given, moments: given.moments.filter((one) => one.chosen) } } : {}),
    }
    return parseChapter(source(`---\ntitle: Day\n---\n${body}`), context)
  }

  it.each([
    [
      ':::event\n:::',
      '<aside class="side event"><p class="side-label">26 July 2013</p><p>The Public, West Bromwich</p></aside>',
    ],
    [
      ':::programme\n:::',
      '<dl class="terms programme"><dt>Welcome</dt><dd><p>Jan Britton, <span class="role">Chief Executive</span></p></dd><dt>Talks</dt><dd><p>Afternoon</p></dd></dl>',
    ],
    [
      ':::moments\n:::',
      '<div class="moments"><div class="moment"><p class="moment-time">10:32</p><p>IEWM said <a href="https://example.org" class="external">so</a>.</p><p class="moment-by">Ann, @ann</p></div></div>',
    ],
  ])('%s shows what launch/ says', (body, html) => {
    const chapter = parse(body, launch)
    expect(found(chapter)).toEqual([])
    expect(readable(htmlOf(chapter.body))).toBe(html)
  })

  it('is part of what the PDF is held against, block by block', () => {
    const { outline } = parse(':::programme\n:::\n\n:::moments\n:::', launch)
    expect(outline.map(({ kind, level, text, line }) => [kind, level, text, line])).toEqual([
      ['item', 1, 'Welcome', 4],
      ['paragraph', 1, 'Jan Britton, Chief Executive', 4],
      ['item', 1, 'Talks', 4],
      ['paragraph', 1, 'Afternoon', 4],
      ['paragraph', 0, '10:32', 7],
      ['paragraph', 0, 'IEWM said so.', 7],
      ['paragraph', 0, 'Ann, @ann', 7],
    ])
  })

  it('shows nothing that was refused, not even in a draft', async () => {
    const refused = moment('chosen: true', 'Before <img src=x onerror=alert(1)> after')
    const { launch: given } = await read({ 'launch/event.yaml': EVENT, 'launch/moments/a.md': refused })
    const { body } = parse(':::moments\n:::', given)
    expect(readable(htmlOf(body))).toBe(
      '<div class="moments"><div class="moment"><p class="moment-time">10:32</p></div></div>',
    )
  })

  it.each([
    ['nothing to show', ':::programme\n:::', undefined, 'directive-is-complete@4'],
    ['text of its own', ':::event\nMine\n:::', 'launch', 'directive-is-complete@4'],
    ['a moment written by hand', ':::moment\nMine\n:::', 'launch', 'directive-is-known@4'],
  ])('with %s is a finding', (_, body, given, fault) => {
    expect(found(parse(body, given ? launch : undefined))).toEqual([fault])
  })
})
