// What passes between the desk, its server and its page in the author's browser.
import { z } from 'zod'
import { MOST_LETTERS_OF_MOMENT } from '../ground/limits.ts'
import type { MomentKind, PictureCrop, Withheld } from '../model/launch.ts'

/** All that the page shows. */
export interface DeskState {
  /** Grows with each change. */
  readonly version: number
  readonly title: string
  readonly language: string
  readonly event: { readonly name: string; readonly date: string; readonly dateInWords: string }
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly hours: string }[]
  readonly people: readonly DeskPerson[]
  /** By time. */
  readonly moments: readonly DeskMoment[]
  readonly story: readonly DeskPart[]
  /** What is wrong with files, in sentences. Nothing is written to a file that cannot be read. */
  readonly faults: readonly { readonly file: string; readonly line: number; readonly says: string }[]
  /** What would be undone and done again, in words; '' for nothing. */
  readonly undo: string
  readonly redo: string
}

/** Without how to reach them. */
export interface DeskPerson {
  readonly name: string
  readonly handles: readonly string[]
  readonly state: 'unknown' | 'asked' | 'given' | 'refused' | 'withdrawn'
  readonly when: string
  readonly how: string
}

export interface DeskMoment {
  readonly name: string
  readonly file: string
  /** `2031-05-04` and `10:32`, or ''. */
  readonly day: string
  readonly clock: string
  readonly kind: MomentKind
  readonly author: string
  readonly handle: string
  readonly url: string
  readonly service: string
  readonly session: string
  /** As it was typed. */
  readonly text: string
  readonly chosen: boolean
  /** What its own file says, '' for nothing, and the words behind it. */
  readonly consent: string
  readonly note: string
  /** `shown`, or why it is not, and whose answer it needs. */
  readonly state: 'shown' | Withheld['state']
  readonly person: string
  readonly pictures: readonly DeskPicture[]
}

export interface DeskPicture {
  readonly file: string
  readonly alt: string
  readonly credit: string
  readonly shows: readonly string[]
  readonly crop?: PictureCrop
  /** Drawings are not cropped. */
  readonly canCrop: boolean
  readonly isShown: boolean
  /** Another when its file has changed. */
  readonly stamp: number
}

export interface DeskPart {
  readonly title: string
  readonly session: string
  readonly items: readonly DeskItem[]
}
export type DeskItem = { readonly moment: string } | { readonly line: string }

/** What has become of a state: whole lists where they are not the same, moments one by one. */
export interface DeskPatch extends Partial<Omit<DeskState, 'moments' | 'version'>> {
  readonly version: number
  readonly moments?: readonly DeskMoment[]
  /** Names of moments whose files are gone. */
  readonly gone?: readonly string[]
}

const name = z.string().max(300)
const words = z.string().max(MOST_LETTERS_OF_MOMENT)
const place = z.int().min(0).max(1_000_000)
const part = z.number().min(0).max(1)
const crop = z.strictObject({ x: part, y: part, width: part.gt(0), height: part.gt(0) })
const day = z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/)

/** Everything that the page can ask for. Nothing else is written. */
export const CHANGE = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('moment'),
    name,
    set: z.strictObject({
      consent: words.optional(),
      chosen: z.boolean().optional(),
      session: words.optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('picture'),
    name,
    index: place,
    set: z.strictObject({
      alt: words.optional(),
      credit: words.optional(),
      crop: crop.nullable().optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('person'),
    name: name.min(1),
    handle: name,
    state: z.enum(['unknown', 'asked', 'given', 'refused', 'withdrawn']),
    when: day,
    how: words,
  }),
  z.strictObject({ kind: z.literal('take'), name, part: place, at: place }),
  z.strictObject({ kind: z.literal('leave'), name }),
  z.strictObject({ kind: z.literal('move'), part: place, item: place, toPart: place, to: place }),
  z.strictObject({ kind: z.literal('add-line'), part: place, at: place, words: words.min(1) }),
  z.strictObject({ kind: z.literal('line'), part: place, item: place, words }),
  z.strictObject({ kind: z.literal('add-part'), at: place, title: words, session: name }),
  z.strictObject({ kind: z.literal('part'), part: place, title: words, session: name }),
  z.strictObject({ kind: z.literal('move-part'), part: place, to: place }),
  z.strictObject({ kind: z.literal('remove-part'), part: place }),
])
export type Change = z.output<typeof CHANGE>

/** `seen`: the version of the state on which somebody decided it. */
export const ASKED = z.strictObject({ change: CHANGE, seen: place })
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>

/** What became of a change: done; or not, and why, in a sentence. `conflict`: the file was changed elsewhere. */
export interface Answer {
  readonly is: 'done' | 'conflict' | 'refused'
  readonly says: string
}

/** With the version of the state in which that is seen. */
export interface AnswerAt extends Answer {
  readonly version: number
}
