// The files of launch/ as they were last seen, and what was read of them: one that changes is read again, alone.
import type { Finding } from '../model/finding.ts'
import type {
  LaunchEvent,
  LaunchPerson,
  LaunchSession,
  Moment,
  StoryPart,
  Withheld,
} from '../model/launch.ts'

type Read<T> = { readonly value?: T; readonly findings: readonly Finding[] }

/** How the files of launch/ are read; whoever opens the desk knows. */
export interface DeskReader {
  readonly about: { readonly title: string; readonly language: string }
  /** Without a value there is no launch that can be shown. */
  readonly event: () => Promise<
    Read<{ readonly event: LaunchEvent; readonly sessions: readonly LaunchSession[] }>
  >
  /** Names of all files of moments. */
  readonly momentFiles: () => Promise<readonly string[]>
  /** As it stands on the disk; undefined where it is not there, or no text. */
  readonly text: (file: string) => Promise<string | undefined>
  readonly moment: (file: string, text: string) => Read<Moment>
  readonly people: (text: string) => Read<readonly LaunchPerson[]>
  readonly story: (text: string) => Read<readonly StoryPart[]>
  /** `isPeopleLost`: what people.yaml says cannot be read. */
  readonly settle: (
    moments: readonly Moment[],
    people: readonly LaunchPerson[],
    isPeopleLost: boolean,
  ) => SettledDesk
}

export interface SettledDesk {
  readonly shown: readonly Moment[]
  readonly withheld: readonly Pick<Withheld, 'name' | 'what' | 'pictures' | 'person' | 'state'>[]
}

export interface DeskFiles {
  readonly reader: DeskReader
  readonly event: () => LaunchEvent
  readonly sessions: () => readonly LaunchSession[]
  /** By time. */
  readonly moments: () => readonly Moment[]
  readonly people: () => readonly LaunchPerson[]
  readonly isPeopleLost: () => boolean
  readonly story: () => readonly StoryPart[]
  readonly findings: () => readonly Finding[]
  /** As it was last seen; undefined for one that is not there. */
  readonly textOf: (file: string) => string | undefined
  readonly set: (file: string, text: string) => void
  /** Looks at the disk. Whether there is anything new. */
  readonly reread: (file: string) => Promise<boolean>
}

const PEOPLE = 'launch/people.yaml'
const STORY = 'launch/story.yaml'
const EVENT = 'launch/event.yaml'
/** Files that are read at once. */
const AT_ONCE = 32

/** Undefined where there is no launch that can be read. */
export async function readFiles(reader: DeskReader): Promise<DeskFiles | undefined> {
  let event = await reader.event()
  if (!event.value) return undefined
  const texts = new Map<string, string>()
  const moments = new Map<string, Read<Moment>>()
  let people: Read<readonly LaunchPerson[]> = { findings: [] }
  let story: Read<readonly StoryPart[]> = { findings: [] }
  let sorted: readonly Moment[] | undefined
  const set = (file: string, text: string | undefined): void => {
    if (text === undefined) texts.delete(file)
    else texts.set(file, text)
    if (file === PEOPLE) people = text === undefined ? { findings: [] } : reader.people(text)
    else if (file === STORY) story = text === undefined ? { findings: [] } : reader.story(text)
    else {
      sorted = undefined
      if (text === undefined) moments.delete(file)
      else moments.set(file, reader.moment(file, text))
    }
  }
  const files = [PEOPLE, STORY, ...(await reader.momentFiles())]
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const read = await Promise.all(some.map((file) => reader.text(file)))
    for (const [index, text] of read.entries()) if (text !== undefined) set(some[index]!, text)
  }
  const reread = async (file: string): Promise<boolean> => {
    if (file === EVENT) {
      event = { ...(await reader.event()) }
      for (const [name, text] of texts) if (isMoment(name)) set(name, text)
      return true
    }
    if (file !== PEOPLE && file !== STORY && !isMoment(file)) return false
    const text = await reader.text(file)
    if (text === texts.get(file)) return false
    set(file, text)
    return true
  }
  const known = event.value
  return {
    reader,
    event: () => (event.value ?? known).event,
    sessions: () => (event.value ?? known).sessions,
    moments: () => {
      sorted ??= [...moments.values()].flatMap(({ value }) => (value ? [value] : [])).sort(byTime)
      return sorted
    },
    people: () => people.value ?? [],
    isPeopleLost: () => people.findings.some(({ severity }) => severity === 'error'),
    story: () => story.value ?? [],
    findings: () => [people, story, ...lost(moments)].flatMap((one) => one.findings),
    textOf: (file) => texts.get(file),
    set,
    reread,
  }
}

/** What is wrong with a moment that can be read is seen in it. */
const lost = (moments: ReadonlyMap<string, Read<Moment>>): Read<Moment>[] =>
  [...moments.values()].filter(({ value }) => value === undefined)

const isMoment = (file: string): boolean => /^launch\/moments\/(?![._])(?!readme\.md$)[^/]+\.md$/i.test(file)

const byTime = (a: Moment, b: Moment): number => a.instant - b.instant || (a.name < b.name ? -1 : 1)
