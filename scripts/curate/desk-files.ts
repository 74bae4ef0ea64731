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

export type Read<T> = { readonly value?: T; readonly findings: readonly Finding[] }

export interface EventRead {
  readonly event: LaunchEvent
  readonly sessions: readonly LaunchSession[]
}

/** How the files of launch/ are read; whoever opens the desk knows. */
export interface DeskReader {
  readonly about: { readonly title: string; readonly language: string }
  /** Without a value there is no launch that can be shown. */
  readonly event: () => Promise<Read<EventRead>>
  /** Names of all files of moments. */
  readonly momentFiles: () => Promise<readonly string[]>
  /** As it stands on the disk; of one that is not there, nothing; of one that is no text, what is wrong with it. */
  readonly text: (file: string) => Promise<Read<string>>
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
  /** Grows with each change of a picture. */
  readonly stampOf: (picture: string) => number
  /** Looks at the disk. Whether there is anything new. */
  readonly reread: (file: string) => Promise<boolean>
}

const PEOPLE = 'launch/people.yaml'
const STORY = 'launch/story.yaml'
const EVENT = 'launch/event.yaml'
/** Files that are read at once. */
const AT_ONCE = 32

/** Without a value where there is no launch that can be read. */
export async function readFiles(reader: DeskReader): Promise<Read<DeskFiles>> {
  const { value, findings } = await reader.event()
  return value ? { value: await filesAround(value, reader), findings } : { findings }
}

async function filesAround(event: EventRead, reader: DeskReader): Promise<DeskFiles> {
  let known = event
  let faults: readonly Finding[] = []
  const kept = keptTexts(reader)
  await readAll(reader, kept)
  const stamps = new Map<string, number>()
  const rereadEvent = async (): Promise<void> => {
    const { value, findings } = await reader.event()
    known = value ?? known
    faults = value ? [] : findings
    kept.readAgain()
  }
  const reread = async (file: string): Promise<boolean> => {
    const isFolder = FOLDERS.has(file)
    if (file === EVENT || isFolder) await rereadEvent()
    if (isFolder) await readAll(reader, kept)
    if (file === EVENT || isFolder) return true
    if (kept.moments().some(({ pictures }) => pictures.some((picture) => picture.file === file))) {
      stamps.set(file, (stamps.get(file) ?? 0) + 1)
      return true
    }
    return file === PEOPLE || file === STORY || isMoment(file)
      ? kept.set(file, await reader.text(file))
      : false
  }
  return {
    ...kept,
    reader,
    reread,
    set: (file, text) => void kept.set(file, { value: text, findings: [] }),
    event: () => known.event,
    sessions: () => known.sessions,
    findings: () => [...faults, ...kept.findings()],
    stampOf: (picture) => stamps.get(picture) ?? 0,
  }
}

/** Of one that was moved away and back not every file in it is told. */
const FOLDERS = new Set(['launch', 'launch/moments'])

/** Those that were known too: they may be gone. */
async function readAll(reader: DeskReader, kept: ReturnType<typeof keptTexts>): Promise<void> {
  const files = [...new Set([PEOPLE, STORY, ...(await reader.momentFiles()), ...kept.names()])]
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const read = await Promise.all(some.map((file) => reader.text(file)))
    for (const [index, text] of read.entries()) kept.set(some[index]!, text)
  }
}

/** The texts, and what was read of each. */
function keptTexts(reader: DeskReader) {
  const texts = new Map<string, Read<string>>()
  const moments = new Map<string, Read<Moment>>()
  let people: Read<readonly LaunchPerson[]> = NOTHING
  let story: Read<readonly StoryPart[]> = NOTHING
  let sorted: readonly Moment[] | undefined
  const read = (file: string, text: Read<string>): void => {
    if (file === PEOPLE) people = readOf(text, reader.people)
    else if (file === STORY) story = readOf(text, reader.story)
    else {
      sorted = undefined
      moments.set(
        file,
        readOf(text, (words) => reader.moment(file, words)),
      )
    }
  }
  /** Whether it is another. */
  const set = (file: string, text: Read<string>): boolean => {
    const isNews = JSON.stringify(texts.get(file) ?? NOTHING) !== JSON.stringify(text)
    if (isNews) read(file, text)
    if (isNews) texts.set(file, text)
    return isNews
  }
  return {
    set,
    textOf: (file: string) => texts.get(file)?.value,
    names: () => texts.keys(),
    /** Moments anew: the day and the programme are others. */
    readAgain: () => {
      for (const [name, text] of texts) if (isMoment(name)) read(name, text)
    },
    moments: () => {
      sorted ??= [...moments.values()].flatMap(({ value }) => (value ? [value] : [])).sort(byTime)
      return sorted
    },
    people: () => people.value ?? [],
    isPeopleLost: () => people.findings.some(({ severity }) => severity === 'error'),
    story: () => story.value ?? [],
    findings: () => [people, story, ...lost(moments)].flatMap((one) => one.findings),
  }
}

const NOTHING: Read<never> = { findings: [] }

const readOf = <T>({ value, findings }: Read<string>, read: (text: string) => Read<T>): Read<T> =>
  value === undefined ? { findings } : read(value)

/** What is wrong with a moment that can be read is seen in it. */
const lost = (moments: ReadonlyMap<string, Read<Moment>>): Read<Moment>[] =>
  [...moments.values()].filter(({ value }) => value === undefined)

const isMoment = (file: string): boolean => /^launch\/moments\/(?![._])(?!readme\.md$)[^/]+\.md$/i.test(file)

const byTime = (a: Moment, b: Moment): number => a.instant - b.instant || (a.name < b.name ? -1 : 1)
