// Notes that a reviewer has added: each gets a name of its own, and its words stand behind the text that calls it.
import type { Change, NamedNote } from './change.ts'
import type { NewNote } from './collect-work.ts'
import type { Operation } from './operation.ts'
import type { Known } from './prove-texts.ts'
import { PARAGRAPH, THING } from './word-file.ts'
import { isTooMuch, safeStart, writeWords } from './write-words.ts'

/** By their ids in the Word file. */
export type NamedNotes = ReadonlyMap<string, NamedNote>

/** What stands for things and for calls of new notes. */
const SIGNS = /[\ue000-\uf8ff]/g
const FIRST_SIGN = 0xe000
const LAST_SIGN = 0xf8ff

/** Those whose words can be written, and that a text calls. */
export function nameNotes(notes: readonly NewNote[], known: ReadonlyMap<string, Known>): NamedNotes {
  const last = new Map<string, number>()
  const named = new Map<string, NamedNote>()
  for (const { id, paragraphs, caller } of notes) {
    const own = caller && known.get(caller.file)
    const code = FIRST_SIGN + named.size
    if (!own || code > LAST_SIGN || !paragraphs.every(canWrite)) continue
    const number = (last.get(own.file) ?? highestName(own.text)) + 1
    last.set(own.file, number)
    named.set(id, { file: own.file, sign: String.fromCharCode(code), name: String(number), paragraphs })
  }
  return named
}

const canWrite = (words: string): boolean => !/[\uFFFC\ue000-\uf8ff]/.test(words) && !isTooMuch(words)

/** Of the notes of a text that are numbers; 0 where there is none. */
const highestName = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/\[\^(\d{1,6})\]/g)].map(([, name]) => Number(name)))

/** With the sign of each new note in place of its call; undefined where a thing is none, or a note of another text. */
export function withSigns(
  words: string,
  calls: readonly string[],
  notes: NamedNotes,
  file: string,
): string | undefined {
  if (words.search(SIGNS) >= 0) return undefined
  const found = calls.map((id) => notes.get(id))
  if (words.split(THING).length - 1 !== calls.length || !found.every((note) => note?.file === file))
    return undefined
  let at = 0
  return words.replaceAll(THING, () => found[at++]?.sign ?? '')
}

const bySign = (notes: NamedNotes): ReadonlyMap<string, NamedNote> =>
  new Map([...notes.values()].map((note) => [note.sign, note]))

export const notesIn = (words: string, notes: NamedNotes): NamedNote[] => {
  const known = bySign(notes)
  return (words.match(SIGNS) ?? []).flatMap((sign) => known.get(sign) ?? [])
}

/** As they are written into the text. */
export function withCalls(words: string, notes: NamedNotes): string {
  const known = bySign(notes)
  return words.replace(SIGNS, (sign) => {
    const note = known.get(sign)
    return note ? `[^${note.name}]` : sign
  })
}

/** As they are read again: a call is a thing. */
export const asThings = (words: string): string => words.replace(SIGNS, THING)

/** A change, with the words of the notes that it calls behind all that its text says. */
export function withNotes(change: Change, notes: readonly NamedNote[], { text }: Known): Change {
  if (notes.length === 0) return change
  const at = text.length
  const start = text.endsWith('\n') ? '\n' : '\n\n'
  const operations: Operation[] = notes.map(({ name, paragraphs }, index) => {
    const written = paragraphs.map((one) => safeStart(writeWords(one, 'markdown', 1)))
    const becomes = `${index === 0 ? start : '\n'}[^${name}]: ${written.join('\n\n    ')}\n`
    return { start: at, end: at, becomes }
  })
  const adds = notes.flatMap(({ paragraphs }) =>
    paragraphs.map((words) => ({ at, kind: 'paragraph' as const, text: words })),
  )
  const line = text.split('\n').length
  const told = notes.map(({ name, paragraphs }) => ({
    line,
    was: '',
    becomes: `[^${name}]: ${paragraphs.join(PARAGRAPH)}`,
  }))
  return {
    file: change.file,
    notes,
    operations: [...change.operations, ...operations],
    effect: { ...change.effect, adds: [...change.effect.adds, ...adds] },
    told: [...change.told, ...told],
  }
}
