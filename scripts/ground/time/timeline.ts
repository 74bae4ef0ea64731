// Launch day as a page shows it: by the hour and by session, and each moment with its neighbours. Pure values for
// templates.

import type { Root } from 'hast'
import type {
  Launch,
  LaunchEvent,
  LaunchSession,
  Moment,
  MomentPicture,
  StoryPart,
} from '../../model/launch.ts'
import { changeTree, isElement, withProperties } from '../html/change-tree.ts'
import { writeHtml } from '../html/html-text.ts'
import { excerptOf } from '../language/excerpt.ts'
import { dayInWords } from './day-in-words.ts'
import { type DayPerson, peopleOf } from './people-of-day.ts'

/** Where the pages are, seen from the root of the website. */
export const LAUNCH_ADDRESS = 'launch/'
export const PHOTOGRAPHS_ADDRESS = `${LAUNCH_ADDRESS}photographs/`
export const PEOPLE_ADDRESS = `${LAUNCH_ADDRESS}people/`
export const momentAddress = ({ name }: Pick<Moment, 'name'>): string => `${LAUNCH_ADDRESS}moments/${name}/`

/** What only the website knows. */
export interface TimelineLinks {
  /** In which days are named. */
  readonly language: string
  /** Page of a file of the publication that a session names in `about:`. */
  readonly about?: (file: string) => { readonly address: string; readonly title: string } | undefined
  /** Element that shows a picture, ready for a page. */
  readonly picture?: (picture: MomentPicture) => string
}

export interface TimelineEntry extends Omit<Moment, 'pictures' | 'said'> {
  /** What was said, as HTML. */
  readonly html: string
  readonly address: string
  readonly dayInWords: string
  /** For a heading, a list of links, a page's title: `Ann Example, 10:32`. */
  readonly title: string
  /** The beginning of what was said. */
  readonly excerpt: string
  readonly sessionTitle: string
  /** Of the page of whoever said it, or ''. */
  readonly personAddress: string
  /** Keys of `words:` in theme.yaml. */
  readonly kindWord: string
  readonly consentWord: string
  readonly pictures: readonly (MomentPicture & { readonly element: string })[]
}

export interface TimelineHour {
  readonly day: string
  readonly dayInWords: string
  /** `10:00`, or '' for moments of which only the day is known. */
  readonly hour: string
  /** An id for the page: `hour-2013-07-26-10`. */
  readonly id: string
  readonly moments: readonly TimelineEntry[]
}

export interface TimelineSession extends LaunchSession {
  /** `09:30–10:00`, `Afternoon`, or ''. */
  readonly hours: string
  readonly page?: { readonly address: string; readonly title: string }
  readonly moments: readonly TimelineEntry[]
}

export interface TimelinePerson extends DayPerson<TimelineEntry> {
  readonly address: string
}

/** A part of the day as somebody tells it. */
export interface TimelinePart {
  /** Its own, or that of its session; '' for none. */
  readonly title: string
  readonly items: readonly ({ readonly moment: TimelineEntry } | { readonly words: string })[]
}

export interface Timeline {
  readonly event: LaunchEvent
  /** In order; hours without a moment are left out. */
  readonly hours: readonly TimelineHour[]
  /** All of the programme, in its order, with the moments that name them. */
  readonly sessions: readonly TimelineSession[]
  /** Every moment in order of time. */
  readonly moments: readonly TimelineEntry[]
  readonly people: readonly TimelinePerson[]
  /** Empty where nobody has told the day: then it is shown by time alone. */
  readonly story: readonly TimelinePart[]
  /** How many pictures there are in all. */
  readonly photographs: number
  /** Whether there is more than one day, so that hours must name theirs. */
  readonly severalDays: boolean
  /** Whether any moment belongs to a session. */
  readonly hasSessionMoments: boolean
}

export function timelineOf({ event, sessions, moments, story }: Launch, links: TimelineLinks): Timeline {
  const titles = new Map(sessions.map(({ id, title }) => [id, title]))
  const places = new Map(
    peopleOf(moments).flatMap((person) => person.moments.map((moment) => [moment, addressOf(person)])),
  )
  const entries = moments.map((moment) => entryOf(moment, titles, links, places.get(moment) ?? ''))
  const named = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    event,
    hours: byHour(entries),
    sessions: sessions.map((session) => {
      const page = session.about === '' ? undefined : links.about?.(session.about)
      const own = entries.filter((entry) => entry.session === session.id)
      return { ...session, hours: hoursOf(session), ...(page ? { page } : {}), moments: own }
    }),
    moments: entries,
    people: peopleOf(entries).map((person) => ({ ...person, address: addressOf(person) })),
    story: isTold(story) ? story.map((part) => partOf(part, titles, named)) : [],
    photographs: entries.reduce((sum, { pictures }) => sum + pictures.length, 0),
    severalDays: new Set(entries.map(({ day }) => day)).size > 1,
    hasSessionMoments: entries.some(({ session }) => session !== ''),
  }
}

/** What stands in no file is by time. */
export const isTold = (story: Launch['story']): boolean =>
  story.some(({ items }) => items.some(({ line }) => line > 0))

function partOf(
  { title, session, items }: StoryPart,
  titles: ReadonlyMap<string, string>,
  named: ReadonlyMap<string, TimelineEntry>,
): TimelinePart {
  return {
    title: title || (titles.get(session) ?? ''),
    items: items.flatMap((item): TimelinePart['items'] => {
      if (item.kind === 'line') return [{ words: item.words }]
      const moment = named.get(item.moment)
      return moment ? [{ moment }] : []
    }),
  }
}

const addressOf = ({ slug }: Pick<DayPerson, 'slug'>): string => `${PEOPLE_ADDRESS}${slug}/`

/** `09:30–10:00`, or what else is known of the time. */
export const hoursOf = ({ starts, ends, when }: Pick<LaunchSession, 'starts' | 'ends' | 'when'>): string =>
  starts && ends ? `${starts}–${ends}` : starts || when

/** On the website no line of a file is told. */
const withoutSources = (tree: Root): Root =>
  changeTree(tree, (node) => (isElement(node) ? withProperties(node, { dataSrc: undefined }) : node))

const LONGEST_EXCERPT = 160

function entryOf(
  { pictures, said, ...moment }: Moment,
  titles: ReadonlyMap<string, string>,
  links: TimelineLinks,
  personAddress: string,
): TimelineEntry {
  const word = (prefix: string, name: string): string =>
    prefix + name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const who = moment.author || moment.handle
  const day = dayInWords(moment.day, links.language)
  return {
    ...moment,
    dayInWords: day,
    html: writeHtml(withoutSources(said)),
    address: momentAddress(moment),
    title: [who || titles.get(moment.session) || day, moment.clock].filter(Boolean).join(', '),
    excerpt: excerptOf(moment.text || pictures[0]?.alt || '', LONGEST_EXCERPT),
    sessionTitle: titles.get(moment.session) ?? '',
    personAddress,
    kindWord: word('moment', moment.kind),
    consentWord: word('consent', moment.consent.state),
    pictures: pictures.map((picture) => ({ ...picture, element: links.picture?.(picture) ?? '' })),
  }
}

function byHour(entries: readonly TimelineEntry[]): TimelineHour[] {
  const hours = new Map<string, TimelineHour & { readonly moments: TimelineEntry[] }>()
  for (const entry of entries) {
    const hour = entry.clock.slice(0, 2)
    const id = ['hour', entry.day, hour].filter((part) => part !== '').join('-')
    const known = hours.get(id)
    if (known) known.moments.push(entry)
    else {
      const { day, dayInWords } = entry
      hours.set(id, { day, dayInWords, hour: hour && `${hour}:00`, id, moments: [entry] })
    }
  }
  return [...hours.values()]
}

/** What `templates/site/moment.liquid` gets: the moment, and the ones before and after it. */
export interface MomentPage {
  readonly moment: TimelineEntry
  readonly previous?: TimelineEntry
  readonly next?: TimelineEntry
}

export function momentPages({ moments }: Timeline): MomentPage[] {
  return moments.map((moment, index) => {
    const previous = moments[index - 1]
    const next = moments[index + 1]
    return { moment, ...(previous ? { previous } : {}), ...(next ? { next } : {}) }
  })
}
