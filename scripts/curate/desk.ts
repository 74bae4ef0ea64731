// The desk: what is in launch/, and the changes that somebody makes to it, one after the other. Each is written at
// once, whole, and only over what is known to stand there.
import { type DeskFiles, type DeskReader, readFiles } from './desk-files.ts'
import { patchOf } from './desk-patch.ts'
import { deskState } from './desk-state.ts'
import { editMoment } from './edit-moment.ts'
import { editPeople } from './edit-people.ts'
import { EditRefused } from './edit-refused.ts'
import { editStory } from './edit-story.ts'
import { openJournal } from './journal.ts'
import type { Answer, Change, DeskPatch, DeskState } from './protocol.ts'
import { wordsOfChange } from './words-of-change.ts'

export interface Desk {
  readonly state: () => DeskState
  /** Calls back with what has changed; the result ends that. */
  readonly subscribe: (listener: (patch: DeskPatch) => void) => () => void
  readonly change: (change: Change) => Promise<Answer>
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

/** Undefined where there is no launch that can be read. */
export async function openDesk({ reader, replace }: DeskTools): Promise<Desk | undefined> {
  const files = await readFiles(reader)
  if (!files) return undefined
  const journal = openJournal()
  const listeners = new Set<(patch: DeskPatch) => void>()
  let state = deskState(files, journal, 1)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  const renew = (): void => {
    const next = deskState(files, journal, state.version + 1)
    const patch = patchOf(state, next)
    if (!patch) return
    state = next
    for (const listener of listeners) listener(patch)
  }
  const reread = async (file: string): Promise<boolean> => {
    const isNews = await files.reread(file)
    if (isNews) journal.forget(file)
    return isNews
  }
  const write = async (file: string, before: string | undefined, text: string): Promise<Answer> => {
    if (text !== before && !(await replace(file, before, text))) {
      await reread(file)
      renew()
      return { is: 'conflict', says: conflictOf(file) }
    }
    files.set(file, text)
    return { is: 'done', says: '' }
  }
  const attempt = async (work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work()
    } catch (fault) {
      if (fault instanceof EditRefused) return { is: 'refused', says: fault.message }
      return { is: 'refused', says: `It could not be written: ${(fault as Error).message}.` }
    }
  }
  const change = (wish: Change): Promise<Answer> =>
    attempt(async () => {
      const file = fileOf(wish, files)
      const before = files.textOf(file)
      const after = edited(wish, before ?? '')
      const answer = await write(file, before, after)
      if (answer.is !== 'done') return answer
      if (after !== before) journal.add({ says: wordsOfChange(wish, files), file, before, after })
      renew()
      return answer
    })
  const turn = (way: 'undo' | 'redo'): Promise<Answer> =>
    attempt(async () => {
      const done = journal[way]()
      if (!done) return { is: 'refused', says: `There is nothing to ${way}.` }
      const then = way === 'undo' ? (done.before ?? EMPTY) : done.after
      const answer = await write(done.file, files.textOf(done.file), then)
      if (answer.is !== 'done') return answer
      journal.step(way)
      renew()
      return answer
    })
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (wish) => inTurn(() => change(wish)),
    turn: (way) => inTurn(() => turn(way)),
    changed: (file) =>
      inTurn(async () => {
        if (await reread(file)) renew()
      }),
  }
}

/** A file that was made here is not taken away again: a list of nothing says the same. */
const EMPTY = '[]\n'

const conflictOf = (file: string): string =>
  `${file} was changed elsewhere in the meantime. Nothing was written; what stands there now is shown.`

function fileOf(change: Change, files: DeskFiles): string {
  if (change.kind === 'person') return PEOPLE
  if (change.kind !== 'moment' && change.kind !== 'picture') return STORY
  const moment = files.moments().find(({ name }) => name === change.name)
  if (!moment) throw new EditRefused('The file of this moment is not there any more.')
  return moment.file
}

function edited(change: Change, text: string): string {
  if (change.kind === 'person') return editPeople(text, change)
  if (change.kind === 'moment' || change.kind === 'picture') return editMoment(text, change)
  return editStory(text, change)
}
