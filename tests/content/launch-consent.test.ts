import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import { parseContext } from '../../scripts/content/parse-context.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { readable, source } from './parse.ts'

const EVENT = `name: Opening\ndate: 2031-05-04\ntimeZone: Europe/London\nprogramme:\n  - id: welcome\n    title: Welcome\n`
const moment = (more: string, body = 'What was said.') =>
  `---\ntime: 2031-05-04 10:32\nkind: post\n${more}\n---\n\n${body}\n`

async function read(files: Readonly<Record<string, string>>, chapter = '') {
  const root = await publicationFolder({ 'launch/event.yaml': EVENT, ...files })
  const settings: Settings = settingsOf({}, { root })
  const { launch, findings } = await readLaunch([source(chapter, { file: 'chapters/01-a.md' })], settings)
  if (!launch) throw new Error(JSON.stringify(findings))
  return { launch, findings }
}

const ANN = 'author: Ann Example'
const person = (more: string) => `- name: Ann Example\n  handles: ['@ann']\n${more}`

it.each(['people.yml', 'People.yaml', 'poeple.yaml', 'people.yaml.txt'])(
  'nothing is shown while what %s says is not read',
  async (name) => {
    const answer = read({ [`launch/${name}`]: person('  consent: refused\n') })
    await expect(answer).rejects.toThrow('Call it `people.yaml`')
  },
)

it.each(['people.yaml~', '.people.yaml.swp', 'people-old.yaml'])(
  '%s beside it is nobody’s answer',
  async (name) => {
    const { findings } = await read({ 'launch/people.yaml': '[]\n', [`launch/${name}`]: person('') })
    expect(findings).toEqual([])
  },
)

it('what a moment says is remembered, and who agrees to be shown is not', async () => {
  const own = (more = ''): string => moment(`${ANN}\nconsent: given${more}`)
  const root = await publicationFolder({ 'launch/event.yaml': EVENT, 'launch/moments/a.md': own() })
  const settings: Settings = settingsOf({}, { root, cache: join(root, 'cache'), remembers: true })
  const seen = async () => (await readLaunch([], settings)).launch?.moments
  const first = await seen()
  expect(first).toHaveLength(1)
  expect(await readdir(join(root, 'cache'))).toEqual(['moments'])
  expect(await seen()).toEqual(first)
  await writeFile(join(root, 'launch/event.yaml'), EVENT.replace('Europe/London', 'Europe/Rome'))
  expect((await seen())?.[0]?.time).toBe('2031-05-04T10:32:00+02:00')
  await writeFile(join(root, 'launch/moments/a.md'), own('\nplace: Hall'))
  expect((await seen())?.[0]?.place).toBe('Hall')
  await writeFile(join(root, 'launch/people.yaml'), person('  consent: withdrawn\n'))
  expect(await seen()).toEqual([])
})

describe('a moment', () => {
  it.each<[own: string, people: string, shown: boolean, state?: string]>([
    [ANN, '', false, 'unsaid'],
    [`${ANN}\nconsent: asked`, '', false, 'asked'],
    [`${ANN}\nconsent: refused`, '', false, 'refused'],
    [`${ANN}\nconsent: public-post`, '', true],
    [`${ANN}\nconsent: given`, '', true],
    ['', '', true],
    ['consent: unknown', '', false, 'unknown'],
    [ANN, 'consent: given', true],
    [`${ANN}\nconsent: asked`, 'consent: given', true],
    [`${ANN}\nconsent: withdrawn`, 'consent: given', false, 'withdrawn'],
    [ANN, 'consent: asked', false, 'asked'],
    [ANN, 'how: not asked yet', false, 'unknown'],
    [`${ANN}\nconsent: public-post`, 'consent: asked', true],
    [`${ANN}\nconsent: public-post`, 'consent: refused', false, 'refused'],
    [`${ANN}\nconsent: given`, 'consent: withdrawn', false, 'withdrawn'],
    ["handle: '@Ann'\nconsent: given", 'consent: withdrawn', false, 'withdrawn'],
    ['author: ann  example\nconsent: given', 'consent: withdrawn', false, 'withdrawn'],
    ['author: Ann Example and Bo Sample\nconsent: given', 'consent: refused', false, 'refused'],
    ['author: Joann Example\nconsent: given', 'consent: refused', true],
  ])('that says `%s`, of a person who says `%s`: %s', async (own, people, shown, state) => {
    const { launch } = await read({
      'launch/moments/a.md': moment(own),
      ...(people ? { 'launch/people.yaml': person(`  ${people}\n`) } : {}),
    })
    expect([launch.moments.length, launch.withheld.map((one) => one.state)]).toEqual([
      shown ? 1 : 0,
      shown ? [] : [state],
    ])
  })

  it('whose words name somebody who has withdrawn stays out, by name and by handle', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment('author: Bo\nconsent: given', 'Thank you, Ann\nExample!'),
      'launch/moments/b.md': moment('author: Bo\nconsent: given', 'Thank you, @ann!'),
      'launch/moments/c.md': moment('author: Bo\nconsent: given', 'Thank you, @annette and Annexample!'),
      'launch/people.yaml': person('  consent: withdrawn\n'),
    })
    expect(launch.moments.map(({ name }) => name)).toEqual(['c'])
  })

  const QUINCE =
    "- name: Siân Quince\n  handles: ['@quince', 'Sian Q.', { name: '@sq@example.social', service: mastodon }, { name: '@sianq', service: twitter }]\n  consent: refused\n"

  it.each<[kind: string, matter: string, words?: string]>([
    ['under another of their names', 'author: Sian Q.'],
    ['under the handle of somebody else', "author: Bo\nhandle: '@quince'"],
    ['with the server behind the handle', "handle: '@quince@example.org'"],
    ['with the handle as their server writes it', "handle: '@sq'\nimport: { service: mastodon, id: '1' }"],
    ['from a sheet of posts', "handle: '@sianq'\nimport: { service: sheets, id: '1' }"],
    ['with their name in the place', 'author: Bo\nplace: at Siân Quince’s'],
    ['with their name in what was agreed', "author: Bo\nconsent: 'given, by Siân Quince'"],
    ['at the address of what they posted', 'author: Bo\nurl: https://x.com/quince/status/1'],
    ['that links to them', 'author: Bo', 'Look: [this](https://bsky.app/profile/quince/post/1)'],
    ['that calls them as their server does', 'author: Bo', 'Thank you, @sq.'],
    ['that names them without accents', 'author: Bo', 'Thank you, Sian Quince'],
    ['that names them in a hashtag', 'author: Bo', 'What a speech! #SianQuince'],
    ['that names them with what cannot be seen', 'author: Bo', 'Thank you, Siân Qui&shy;nce'],
  ])('%s, of somebody who has refused, stays out', async (_, matter, words) => {
    const consent = matter.includes('consent') ? '' : '\nconsent: public-post'
    const { launch } = await read({
      'launch/moments/a.md': moment(matter + consent, words),
      'launch/people.yaml': QUINCE,
    })
    expect(launch.withheld).toMatchObject([{ what: 'moment', person: 'Siân Quince', state: 'refused' }])
    expect(launch.moments).toEqual([])
  })

  it('of somebody else with a name like theirs is shown', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment(
        "handle: '@sq@other.example'\nconsent: public-post",
        'Thanks, @sq@other.example',
      ),
      'launch/moments/b.md': moment(
        "handle: '@sianq'\nconsent: public-post\nimport: { service: bluesky, id: '1' }",
      ),
      'launch/moments/c.md': moment(
        'author: Bo\nconsent: public-post',
        'https://example.org/quince and #quinces',
      ),
      'launch/people.yaml': QUINCE,
    })
    expect(launch.withheld).toEqual([])
  })

  it('under a name that people.yaml gives to somebody who has agreed is shown', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment('author: Sian Q.'),
      'launch/people.yaml': QUINCE.replace('refused', 'given'),
    })
    expect(launch.moments).toHaveLength(1)
  })

  it('has no picture that another may not show, unless another part of it is shown', async () => {
    const picture = (more: string) =>
      `author: Bo\nconsent: given\npicture: { file: x.jpg, alt: A hall${more} }`
    const { launch } = await read({
      'launch/moments/a.md': moment(picture(', shows: [Siân Quince]')),
      'launch/moments/b.md': moment(picture('')),
      'launch/moments/c.md': moment(picture(', crop: { x: 0.5, y: 0, width: 0.5, height: 1 }')),
      'launch/people.yaml': QUINCE,
    })
    expect(launch.moments.map(({ name, pictures }) => [name, pictures.length])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 1],
    ])
  })

  it('of another service with the same handle is another person’s', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment("handle: '@ann'\nconsent: given\nimport: { service: bluesky, id: '1' }"),
      'launch/people.yaml':
        '- name: Ann Example\n  handles: [{ name: ann, service: mastodon }]\n  consent: refused\n',
    })
    expect(launch.moments).toHaveLength(1)
  })

  it('keeps its words and loses the picture of somebody who has not agreed', async () => {
    const { launch, findings } = await read({
      'launch/moments/a.md': moment(
        'author: Bo\nconsent: given\npictures:\n  - { file: x.svg, alt: A hall, shows: [Bo, Cy] }\n  - { file: y.svg, alt: A door }',
      ),
      'launch/people.yaml': '- name: Cy\n  consent: asked\n',
    })
    expect(launch.moments[0]?.pictures.map(({ alt }) => alt)).toEqual(['A door'])
    expect(launch.withheld).toMatchObject([{ what: 'picture', person: 'Cy', state: 'asked' }])
    expect(findings.find(({ rule }) => rule === 'consent-is-given')).toMatchObject({
      place: { file: 'launch/moments/a.md', line: 7 },
      message: 'Cy has been asked, and has not answered, and this picture is left out of every edition.',
    })
  })

  it('that was withdrawn says where it had stood', async () => {
    const { findings } = await read(
      {
        'launch/moments/a.md': moment(`${ANN}\nchosen: true\nconsent: given`),
        'launch/people.yaml': person('  consent: withdrawn\n'),
        'launch/story.yaml': '- title: Morning\n  items:\n    - moment: a\n',
      },
      '# A\n\n:::moments\n:::\n',
    )
    expect(findings.map(({ message }) => message)).toContain(
      'Ann Example has withdrawn consent, and this moment is left out of every edition. It stood at launch/moments/a/ on the website, `launch/story.yaml:3`, `chapters/01-a.md:3`.',
    )
  })

  it('that is withdrawn takes the blocks with it that showed nothing else', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment(`${ANN}\nchosen: true\nconsent: withdrawn`),
      'launch/moments/b.md': moment('consent: given'),
      'launch/story.yaml': '- items:\n    - moment: a\n',
    })
    const text =
      '# A\n\n:::quote{moment=a}\n:::\n\n:::wall\n:::\n\n:::moments{names="a, b"}\n:::\n\n:::moments{story}\n:::\n'
    const sources = [source(text)]
    const parsed = parseChapter(sources[0]!, parseContext(sources, settingsOf({}), { launch }))
    expect(parsed.findings).toEqual([])
    expect(readable(htmlOf(parsed.body))).not.toMatch(/blockquote|figure/)
    expect(readable(htmlOf(parsed.body))).toContain('What was said.')
  })

  it('that was the last one takes the charts of the day with it', async () => {
    const { launch } = await read({ 'launch/moments/a.md': moment(`${ANN}\nconsent: withdrawn`) })
    const text =
      '# A\n\n:::chart{kind=bars moments=by-hour title="Hours"}\n:::\n\n:::chart{moments=by-session title="Parts"}\n:::\n'
    const sources = [source(text)]
    const parsed = parseChapter(sources[0]!, parseContext(sources, settingsOf({}), { launch }))
    expect(
      parsed.findings.map(({ severity, place, message }) => `${place.line} ${severity} ${message}`),
    ).toEqual([
      '3 warning Nothing that this `:::chart` asks for may be shown, and it is left out with its words: “Hours”.',
      '6 warning Nothing that this `:::chart` asks for may be shown, and it is left out with its words: “Parts”.',
    ])
    expect(readable(htmlOf(parsed.body))).not.toContain('figure')
  })

  it('does not hide that a block asks for one that is not there', async () => {
    const { launch } = await read({
      'launch/moments/a.md': moment(`${ANN}\nchosen: true\nconsent: withdrawn`),
    })
    const sources = [source('# A\n\n:::quote{moment=b}\n:::\n\n:::moments{session=welcom}\n:::\n')]
    const { findings } = parseChapter(sources[0]!, parseContext(sources, settingsOf({}), { launch }))
    expect(findings.map(({ place, rule }) => `${place.line} ${rule}`)).toEqual([
      '3 directive-is-complete',
      '6 directive-is-complete',
    ])
  })

  it('of somebody who has refused says where it would stand', async () => {
    const { findings } = await read({ 'launch/moments/a.md': moment(`${ANN}\nconsent: refused`) })
    expect(findings.map(({ message }) => message)).toEqual([
      'Ann Example has refused to be shown, and this moment is left out of every edition. It would stand at launch/moments/a/ on the website.',
    ])
  })

  it('that is left out need not be fit to be shown', async () => {
    const { findings } = await read({
      'launch/moments/a.md': moment(`${ANN}\nconsent: asked\npicture: { file: none.jpg }`),
    })
    expect(findings.map(({ rule }) => rule)).toEqual(['consent-is-given'])
  })
})

describe('launch/people.yaml', () => {
  it('never gives away how to reach somebody', async () => {
    const files = {
      'launch/moments/a.md': moment(`${ANN}\nconsent: asked`),
      'launch/people.yaml': person(
        '  consent: maybe\n  when: May\n  contact: 0700 900 123\n  contakt: ann@example.org\n- name: Bo\n  contact: [bo@example.org]\n',
      ),
    }
    const said = JSON.stringify(await read(files))
    expect(said).toMatch(/consent.*contakt|contakt.*consent/)
    expect(said).not.toMatch(/900 123|ann@example\.org|bo@example\.org/)
  })
})

describe('launch/people.yaml that cannot be read', () => {
  it('shows nobody who is named, whatever their moments say', async () => {
    const { launch, findings } = await read({
      'launch/moments/a.md': moment(`${ANN}\nconsent: given`),
      'launch/moments/b.md': moment('consent: public-post'),
      'launch/people.yaml': '- name: Ann Example\n  consent: withdrwn\n',
    })
    expect(launch.moments.map(({ name }) => name)).toEqual(['b'])
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error publication-is-complete',
      'warning consent-is-given',
    ])
  })
})

describe('launch/story.yaml', () => {
  const MOMENTS = {
    'launch/moments/a.md': moment('consent: given', 'A'),
    'launch/moments/b.md': moment(`${ANN}\nconsent: asked`, 'B'),
  }
  it('is told by time without the file', async () => {
    const { launch } = await read(MOMENTS)
    expect(launch.story).toMatchObject([{ title: '', items: [{ kind: 'moment', moment: 'a' }] }])
  })

  it('holds what may be shown, and the words between', async () => {
    const { launch, findings } = await read({
      ...MOMENTS,
      'launch/story.yaml':
        '- session: welcome\n  items:\n    - moment: b\n    - line: And then\n    - moment: a.md\n- title: All gone\n  items:\n    - moment: b\n',
    })
    expect(launch.story).toEqual([
      {
        title: '',
        session: 'welcome',
        items: [
          { kind: 'line', words: 'And then', line: 4 },
          { kind: 'moment', moment: 'a', line: 5 },
        ],
      },
    ])
    // In the story twice, if in two parts; and a part that is gone is told at its title.
    expect(findings.map(({ severity, rule, place }) => `${severity} ${rule} ${place.line}`)).toEqual([
      'warning consent-is-given 5',
      'warning story-moment-is-known 8',
      'info story-moment-is-known 6',
    ])
  })

  it('names moments and sessions that are there, and what was meant', async () => {
    const { findings } = await read({
      'launch/moments/first-post.md': moment('consent: given'),
      'launch/story.yaml': '- session: welcom\n  items:\n    - moment: first-pots\n',
    })
    expect(findings.map(({ message, mend }) => `${message} ${mend}`)).toEqual([
      expect.stringMatching(/no moment `first-pots`.*`first-post`/),
      expect.stringMatching(/no session `welcom`.*`welcome`/),
      expect.stringMatching(/Nothing of this part can be shown/),
    ])
  })

  it('leaves out a line that names somebody who has refused', async () => {
    const { launch, findings } = await read({
      ...MOMENTS,
      'launch/people.yaml': person('  consent: refused\n'),
      'launch/story.yaml': '- items:\n    - line: Then Ann Example came\n    - moment: a\n',
    })
    expect(launch.story[0]?.items.map(({ kind }) => kind)).toEqual(['moment'])
    expect(findings.map(({ rule, place }) => `${rule} ${place.line}`)).toContain(
      'withdrawn-person-is-not-named 2',
    )
  })
})

describe('the programme', () => {
  const event = `name: A day
date: 2013-07-26
timeZone: Europe/London
programme:
  - id: welcome
    title: Welcome
    speakers:
      - { name: Ann Example, role: Poet }
      - { name: Bob Example }
`

  it('names no speaker who has refused, and says so at the line', async () => {
    const { launch, findings } = await read({
      'launch/event.yaml': event,
      'launch/people.yaml': person('  consent: refused\n'),
    })
    expect(launch.sessions[0]?.speakers.map(({ name }) => name)).toEqual(['Bob Example'])
    expect(findings.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
      expect.stringMatching(/^8 This speaker has refused/),
    ])
  })
})
