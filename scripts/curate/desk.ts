// The desk: what is in launch/, and the changes that somebody makes to it, one after the other. Each is written at
// once, whole, and only over what is known to stand there.
import { type DeskFiles, type DeskReader, type Read, readFiles } from './desk-files.ts'
import { patchOf } from './desk-patch.ts'
import { deskState } from './desk-state.ts'
import { editMoment } from './edit-moment.ts'
import { editPeople } from './edit-people.ts'
import { EditRefused } from './edit-refused.ts'
import { editStory } from './edit-story.ts'
import { type Journal, openJournal } from './journal.ts'
import type { Answer, Change, DeskPatch, DeskState } from './protocol.ts'
import { wordsOfChange } from './words-of-change.ts'

export interface Desk {
  readonly state: () => DeskState
  /** Calls back with what has changed; the result ends that. */
  readonly subscribe: (listener: (patch: DeskPatch) => void) => () => void
  /** `seen`: the version of the state on which it was decided; without it, the newest. */
  readonly change: (change: Change, seen?: number) => Promise<Answer>
  readonly turn: (way: 'undo' | 'redo') => Promise<Answer>
  /** Tells of a file of the publication that was saved, added or taken away elsewhere. */
  readonly changed: (file: string) => Promise<void>
}

export interface DeskTools {
  readonly reader: DeskReader
  /**
   * Gives a file new content, whole or not at all. False where it does not say `before` any more, which is undefined
   * for one that is not there. Throws what the file system throws.
   */
  readonly replace: (file: string, before: string | undefined, text: string) => Promise<boolean>
}

export const STORY = 'launch/story.yaml'
export const PEOPLE = 'launch/people.yaml'

/** Without a value where there is no launch that can be read. */
export async function openDesk({ reader, replace }: DeskTools): Promise<Read<Desk>> {
  const { value: files, findings } = await readFiles(reader)
  return files ? { value: deskOf(files, replace), findings } : { findings }
}

function deskOf(files: DeskFiles, replace: DeskTools['replace']): Desk {
  const journal = openJournal()
  const news = openNews(files, journal)
  const bench: Bench = { files, journal, news, replace }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  return {
    state: news.state,
    subscribe: news.subscribe,
    change: (wish, seen = Number.POSITIVE_INFINITY) => inTurn(() => attempt(() => change(bench, wish, seen))),
    turn: (way) => inTurn(() => attempt(() => turn(bench, way))),
    changed: (file) =>
      inTurn(async () => {
        if (await reread(bench, file)) news.renew(file)
      }),
  }
}

interface Bench extends Pick<DeskTools, 'replace'> {
  readonly files: DeskFiles
  readonly journal: Journal
  readonly news: ReturnType<typeof openNews>
}

/** What is known, and those who listen. */
function openNews(files: DeskFiles, journal: Journal) {
  const listeners = new Set<(patch: DeskPatch) => void>()
  const versions = new Map<string, number>()
  let state = deskState(files, journal, 1)
  return {
    state: (): DeskState => state,
    /** The version in which what a file says was last another. */
    versionOf: (file: string): number => versions.get(file) ?? 1,
    subscribe: (listener: (patch: DeskPatch) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    renew: (file: string): void => {
      const next = deskState(files, journal, state.version + 1)
      const patch = patchOf(state, next)
      if (!patch) return
      state = next
      versions.set(file, state.version)
      for (const listener of listeners) listener(patch)
    },
  }
}

async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof EditRefused) return { is: 'refused', says: fault.message }
    return { is: 'refused', says: `It could not be written: ${(fault as Error).message}.` }
  }
}

async function change(bench: Bench, wish: Change, seen: number): Promise<Answer> {
  const { files, journal, news } = bench
  const file = fileOf(wish, files)
  if (COUNTED.has(wish.kind) && news.versionOf(file) > seen) return conflict(file)
  const before = files.textOf(file)
  const after = edited(wish, before ?? '')
  const answer = await write(bench, file, before, after)
  if (answer.is !== 'done') return answer
  if (after !== before) journal.add({ says: wordsOfChange(wish, files), file, before, after })
  news.renew(file)
  return answer
}

/** They name something by its number, which is another's when the file has changed: in another window, say. */
const COUNTED: ReadonlySet<Change['kind']> = new Set([
  'picture',
  'move',
  'line',
  'part',
  'move-part',
  'remove-part',
])

async function turn(bench: Bench, way: 'undo' | 'redo'): Promise<Answer> {
  const { files, journal, news } = bench
  const done = journal[way]()
  if (!done) return { is: 'refused', says: `There is nothing to ${way}.` }
  const then = way === 'undo' ? (done.before ?? EMPTY) : done.after
  const answer = await write(bench, done.file, files.textOf(done.file), then)
  if (answer.is !== 'done') return answer
  journal.step(way)
  news.renew(done.file)
  return answer
}

async function write(bench: Bench, file: string, before: string | undefined, text: string): Promise<Answer> {
  if (text !== before && !(await bench.replace(file, before, text))) {
    await reread(bench, file)
    bench.news.renew(file)
    return conflict(file)
  }
  bench.files.set(file, text)
  return { is: 'done', says: '' }
}

async function reread({ files, journal }: Bench, file: string): Promise<boolean> {
  const isNews = await files.reread(file)
  if (isNews) journal.forget(file)
  return isNews
}

/** A file that was made here is not taken away again: a list of nothing says the same. */
const EMPTY = '[]\n'

const conflict = (file: string): Answer => ({
  is: 'conflict',
  says: `${file} was changed elsewhere in the meantime. Nothing was written; what stands there now is shown.`,
})

function fileOf(change: Change, files: DeskFiles): string {
  if (change.kind === 'person') return PEOPLE
  if (change.kind !== 'moment' && change.kind !== 'picture' && change.kind !== 'take') return STORY
  const moment = files.moments().find(({ name }) => name === change.name)
  if (!moment) throw new EditRefused('The file of this moment is not there any more.')
  return change.kind === 'take' ? STORY : moment.file
}

function edited(change: Change, text: string): string {
  if (change.kind === 'person') return editPeople(text, change)
  if (change.kind === 'moment' || change.kind === 'picture') return editMoment(text, change)
  return editStory(text, change)
}
