// Launch day and its moments.

import type { Root } from 'hast'
import type { SourceEntry } from './chapter.ts'
import type { AnyConsentState, Consent } from './consent.ts'
import type { Person } from './publication.ts'

/** `launch/` of a publication: what happened, and what people said and showed of it. */
export interface Launch {
  readonly event: LaunchEvent
  readonly sessions: readonly LaunchSession[]
  /**
   * Those that may be shown, by time; those of which only the day is known come before the hours of that day. No
   * edition has any other.
   */
  readonly moments: readonly Moment[]
  /** Of `launch/people.yaml`. */
  readonly people: readonly LaunchPerson[]
  /** What no edition may show, without its words. */
  readonly withheld: readonly Withheld[]
  /** Of `launch/story.yaml`, with moments that may be shown; without the file one part of all moments, by time. */
  readonly story: readonly StoryPart[]
}

/** One of those whose words and faces are shown. How to reach them is never here. */
export interface LaunchPerson {
  readonly name: string
  /** As posted, without `@`; of one service, or of any where that is ''. */
  readonly handles: readonly { readonly name: string; readonly service: string }[]
  readonly consent: PersonConsent
  /** In people.yaml. */
  readonly line: number
}

export interface PersonConsent {
  readonly state: Exclude<AnyConsentState, 'public-post'>
  /** ISO date of that, or ''. */
  readonly when: string
  /** How it was said, for whoever keeps the paper. */
  readonly how: string
}

/** A moment, or pictures of one, that stay out of every edition. */
export interface Withheld {
  /** Of the moment. */
  readonly name: string
  readonly file: string
  readonly what: 'moment' | 'picture'
  /** Whether it would be printed. */
  readonly chosen: boolean
  /** Whether it is in the story as it is written. */
  readonly isTold: boolean
  /** Files of its pictures that stay out with it. */
  readonly pictures: readonly string[]
  /** Whose consent it needs; '' where nobody is named. */
  readonly person: string
  /** `unsaid`: nothing says whether the person agrees. */
  readonly state: Exclude<AnyConsentState, 'public-post' | 'given'> | 'unsaid'
  /** Where it stands, or stood, if it was shown: `launch/moments/NAME/ on the website`, `chapters/09-launch.md:12`. */
  readonly stood: readonly string[]
}

/** A part of the day's story, under a heading of its own or one of the programme. */
export interface StoryPart {
  /** '' for none. */
  readonly title: string
  /** Id of a session, or ''. */
  readonly session: string
  readonly items: readonly StoryItem[]
}

/** A moment by its name, or words between. */
export type StoryItem =
  | { readonly kind: 'moment'; readonly moment: string; readonly line: number }
  | { readonly kind: 'line'; readonly words: string; readonly line: number }

/** `launch/event.yaml`, filled in; '' where nothing is known. */
export interface LaunchEvent {
  readonly name: string
  /** ISO date. */
  readonly date: string
  /** The same in the publication's language: `26 July 2013`. */
  readonly dateInWords: string
  /** As the IANA database has it: `Europe/London`. */
  readonly timeZone: string
  /** `09:30`. */
  readonly begins: string
  readonly ends: string
  readonly place: string
  readonly note: string
  readonly kept: readonly KeptArchive[]
  readonly sources: readonly SourceEntry[]
}

export interface LaunchSession {
  /** By which moments name it: `welcome`. */
  readonly id: string
  readonly title: string
  /** `09:30`. */
  readonly starts: string
  readonly ends: string
  /** What is known of the time where no hour is: `Afternoon`. */
  readonly when: string
  readonly speakers: readonly Person[]
  readonly note: string
  /** A file of the publication that tells more: `case-studies/08-dudley-flickr.md`. */
  readonly about: string
  readonly source: string
  readonly line: number
}

/** Where photographs, posts or films of the day were kept. */
export interface KeptArchive {
  readonly what: string
  readonly where: string
  readonly url: string
  readonly note: string
  readonly source: string
}

/** A photograph, or the still of a film. */
export interface MomentPicture {
  /** From the root of the publication. */
  readonly file: string
  readonly alt: string
  readonly credit: string
  /** Names of the people to be recognised. */
  readonly shows: readonly string[]
  readonly crop?: PictureCrop
  /** Where the moment's file names it. */
  readonly line: number
}

/** What is shown of a picture, in parts of 1 of its width and height as it stands upright. */
export interface PictureCrop {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type MomentKind = 'post' | 'photograph' | 'talk' | 'video' | 'note'
/** One file of `launch/moments/`. */
export interface Moment {
  /** The file's name without `.md`, as it can stand in an address; its place on the site is `/launch/moments/NAME/`. */
  readonly name: string
  readonly file: string
  /** Milliseconds since 1970; of a moment of which only the day is known, the day's beginning. */
  readonly instant: number
  /** ISO, with the offset at that place and day; only the day when no more is known. */
  readonly time: string
  /** In the event's time zone: `2013-07-26` and `10:32`, or '' when only the day is known. */
  readonly day: string
  readonly clock: string
  readonly kind: MomentKind
  readonly author: string
  readonly handle: string
  /** The original address. */
  readonly url: string
  /** Id of a session, or ''. */
  readonly session: string
  readonly place: string
  readonly pictures: readonly MomentPicture[]
  /** Whether the person agrees to be shown, and what there is to say of it. */
  readonly consent: Consent<AnyConsentState>
  /** The service and its id, by which a second import knows it. */
  readonly imported?: { readonly service: string; readonly id: string }
  /** Whether it is printed in the PDF. */
  readonly chosen: boolean
  /** What was said, as Markdown, as a tree of HTML, and in plain words. */
  readonly body: string
  readonly said: Root
  readonly text: string
  readonly lines: Readonly<Record<string, number>>
}
