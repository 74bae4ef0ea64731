import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { templateEngine } from '../../../scripts/ground/templating/engine.ts'
import { momentPages, timelineOf } from '../../../scripts/ground/time/timeline.ts'
import type { Launch, Moment } from '../../../scripts/model/launch.ts'
import { treeOf } from '../../support/html.ts'

const moment = (name: string, clock: string, more: Partial<Moment> = {}): Moment => ({
  name,
  file: `launch/moments/${name}.md`,
  instant: 0,
  day: '2013-07-26',
  clock,
  kind: 'post',
  pictures: [],
  lines: {},
  time: `2013-07-26T${clock}:00+01:00`,
  author: 'Ann <Example>',
  handle: '',
  url: '',
  session: '',
  place: '',
  consent: { state: 'public-post', note: '' },
  chosen: false,
  body: 'Said',
  said: treeOf('<p data-src="4">Said</p>'),
  text: 'Said',
  ...more,
})
const LAUNCH: Launch = {
  event: {
    name: 'Launch',
    date: '2013-07-26',
    dateInWords: '26 July 2013',
    timeZone: 'Europe/London',
    begins: '',
    ends: '',
    place: 'The Public',
    note: '',
    sources: [{ title: 'A post', url: 'https://example.org/a' }],
    kept: [{ what: 'Films', where: 'Microsite', url: 'https://example.org', note: 'All.', source: '' }],
  },
  people: [],
  withheld: [],
  story: [],
  sessions: [
    {
      id: 'welcome',
      title: 'Welcome',
      starts: '09:30',
      ends: '10:00',
      when: '',
      note: '',
      source: '',
      line: 5,
      speakers: [{ name: 'Jan Britton', role: 'Chair' }],
      about: 'chapters/08-survey.md',
    },
  ],
  moments: [
    moment('early', '', { clock: '', time: '2013-07-26' }),
    moment('a', '09:32', {
      session: 'welcome',
      kind: 'photograph',
      pictures: [{ file: 'launch/a.jpg', alt: 'A room', credit: 'Ann', shows: [], line: 4 }],
    }),
    moment('b', '09:50'),
    moment('c', '14:00', { text: 'word '.repeat(60), consent: { state: 'given', note: '' } }),
  ],
}
const LINKS = {
  language: 'en-GB',
  about: (file: string) => ({ address: 'chapters/survey/', title: file }),
  picture: ({ alt }: { alt: string }) => `<img alt="${alt}">`,
}
const timeline = timelineOf(LAUNCH, LINKS)

describe('the timeline', () => {
  it('goes by the hour; what has none comes first', () => {
    expect(
      timeline.hours.map(({ id, hour, moments }) => [id, hour, moments.map(({ name }) => name)]),
    ).toEqual([
      ['hour-2013-07-26', '', ['early']],
      ['hour-2013-07-26-09', '09:00', ['a', 'b']],
      ['hour-2013-07-26-14', '14:00', ['c']],
    ])
  })

  it('goes by session', () => {
    const [welcome] = timeline.sessions
    expect(welcome).toMatchObject({ hours: '09:30–10:00', page: { address: 'chapters/survey/' } })
    expect(welcome?.moments.map(({ name }) => name)).toEqual(['a'])
  })

  it('gives each moment an address, a title, a beginning, and its neighbours', () => {
    const [, second, , last] = momentPages(timeline)
    expect(second?.moment).toMatchObject({
      address: 'launch/moments/a/',
      title: 'Ann <Example>, 09:32',
      html: '<p>Said</p>',
      sessionTitle: 'Welcome',
      kindWord: 'momentPhotograph',
      consentWord: 'consentPublicPost',
    })
    expect([second?.previous?.name, second?.next?.name, last?.next]).toEqual(['early', 'b', undefined])
    expect(last?.moment.excerpt).toMatch(/^word (?:word )+…$/)
    expect(last?.moment.excerpt.length).toBeLessThan(165)
  })
})

describe('the templates', () => {
  const render = async (name: string, values: object): Promise<string> => {
    const texts: Record<string, string> = { 'site/turn': '[{{ previous.title }}|{{ next.title }}]' }
    for (const one of ['launch', 'moment', 'moment-entry', 'moment-by'])
      texts[`site/${one}`] = await readFile(`templates/site/${one}.liquid`, 'utf8')
    const templates = Object.entries(texts).map(
      ([own, text]) => [`${own}.liquid`, { name: own, text, file: own }] as const,
    )
    const { html, finding } = templateEngine(new Map(templates), {}).render(`site/${name}`, {
      root: '../',
      ...values,
    })
    if (finding) throw new Error(finding.message)
    return html
  }
  const words = {
    momentPhotograph: 'Photograph',
    consentPublicPost: 'As in public.',
    programme: 'The programme',
  }

  it('show the day with its sessions, hours and what was kept elsewhere', async () => {
    const html = await render('launch', { timeline, words })
    expect(html).toContain('<time datetime="2013-07-26">26 July 2013</time>, The Public')
    expect(html).toContain('<dt id="session-welcome">Welcome</dt>')
    expect(html).toContain('<a href="../chapters/survey/">')
    expect(html).toContain(
      '<a href="../launch/moments/a/"><time datetime="2013-07-26T09:32:00+01:00">09:32</time> Photograph</a>',
    )
    expect(html).toContain(
      '<p class="moment-by"><a href="../launch/people/ann-example/">Ann &lt;Example&gt;</a></p>',
    )
    expect(html).toContain('<a href="https://example.org">Microsite</a>. All.')
  })

  it('show a moment with its picture, session, consent and neighbours', async () => {
    const html = await render('moment', {
      ...momentPages(timeline)[1],
      pictures: [{ element: '<img alt="A room">', credit: 'Ann' }],
      words,
    })
    expect(html).toContain('<h1>Ann &lt;Example&gt;, 09:32</h1>')
    expect(html).toContain('<time datetime="2013-07-26T09:32:00+01:00">26 July 2013, 09:32</time>')
    expect(html).toContain('<img alt="A room">')
    expect(html).toContain('<a href="../launch/#session-welcome">Welcome</a>')
    expect(html).toContain('As in public.')
    expect(html).toContain('[Ann &lt;Example&gt;|Ann &lt;Example&gt;, 09:50]')
  })
})
