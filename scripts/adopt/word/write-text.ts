// Blocks and notes → one text in our dialect. Notes are called in order; what each says stands below the block that
// calls it first.
import type { RootContent } from 'mdast'
import type { Block, Marks } from './pieces.ts'
import { plainText } from './plain-text.ts'
import { linkedBookmarks, type Targets, targets } from './targets.ts'
import { ALL_WORDS, quoted, type Telling } from './telling.ts'
import { writeBlocks } from './write-blocks.ts'
import { writeMarkdown } from './write-markdown.ts'
import type { Writing } from './writing.ts'

export function writeText(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, readonly Block[]>,
  told: Telling,
): string {
  const all = [...blocks, ...[...notes.values()].flat()]
  const found = targets(all, linkedBookmarks(all))
  const called = new Map<string, string>()
  const waiting: string[] = []
  const writing: Writing = {
    telling: told,
    idOf: found.idOf,
    note: (note) => {
      if (!notes.has(note)) return undefined
      const known = called.get(note)
      if (known !== undefined) return known
      const name = String(called.size + 1)
      called.set(note, name)
      waiting.push(note)
      return name
    },
    link: (words, marks) => linkOf(words, marks, found, called, told),
  }
  const tree = writeBlocks(blocks, writing, () => definitions(waiting.splice(0), notes, called, writing))
  for (const [note, said] of notes) if (!called.has(note)) tellUncalled(plainText(said), told)
  return writeMarkdown(tree)
}

function tellUncalled(words: string, { tell, leave }: Telling): void {
  if (words.trim() === '') return
  leave(words)
  tell('word-text-is-carried', { problem: 'uncalled-note', words: quoted(words, ALL_WORDS) })
}

/** A note may call another. */
function definitions(
  waiting: readonly string[],
  notes: ReadonlyMap<string, readonly Block[]>,
  called: ReadonlyMap<string, string>,
  writing: Writing,
): RootContent[] {
  return waiting.map((note): RootContent => {
    const children = writeBlocks(notes.get(note) ?? [], writing)
    const identifier = called.get(note) ?? note
    return { type: 'footnoteDefinition', identifier, label: identifier, children: children as never }
  })
}

const NUMBER_AT_END = /(?<![\d\s]|\d[.\-–])\s*\d+(?:[.\-–]\d+)*\s*$/
const LOST = /^\s*(?:error!|fehler!|erreur\s?!|¡error!|errore\.|fout!)/i

function linkOf(
  words: string,
  marks: Marks,
  found: Targets,
  called: ReadonlyMap<string, string>,
  { tell, leave }: Telling,
): { readonly address: string; readonly words: string } | undefined {
  const address = marks.link ?? ''
  if (!address.startsWith('#')) return outside(address, words, tell)
  const target = found.of(address.slice(1))
  if (!target || (target.kind === 'note' && !called.has(target.id))) {
    const problem = LOST.test(words) ? 'broken' : 'no-target'
    tell('word-link-is-carried', { problem, words: quoted(words) })
    return undefined
  }
  if (target.kind === 'exhibit' && marks.says !== 'page') {
    const number = NUMBER_AT_END.exec(words)?.[0] ?? ''
    if (number) leave(number)
    const rest = words.slice(0, words.length - number.length)
    return { address: `#${target.id}`, words: number ? rest || '#' : words }
  }
  if (marks.says) tell('word-link-is-carried', { problem: 'number-of-word', words: quoted(words) })
  else if (target.kind === 'above')
    tell('word-link-is-carried', { problem: 'to-a-paragraph', words: quoted(words) })
  return target.kind === 'note' ? undefined : { address: `#${target.id}`, words }
}

function outside(
  address: string,
  words: string,
  tell: Telling['tell'],
): { address: string; words: string } | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(address)) return { address, words }
  tell('word-link-is-carried', { problem: 'to-a-file', words: quoted(words), address: quoted(address) })
  return undefined
}
