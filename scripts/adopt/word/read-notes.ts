import { allWithin, childrenOf, type Element, holdsWords } from './element.ts'
import type { Relations, WordPackage } from './open-package.ts'
import type { Block } from './pieces.ts'
import type { Reading } from './reading.ts'

/** What footnotes and endnotes say, by the names under which the text calls them. */
export async function readNotes(
  word: WordPackage,
  relations: Relations,
  reading: Reading,
): Promise<ReadonlyMap<string, readonly Block[]>> {
  const notes = new Map<string, readonly Block[]>()
  for (const [kind, element, lead] of [
    ['footnotes', 'w:footnote', ''],
    ['endnotes', 'w:endnote', 'e'],
  ] as const) {
    const target = [...relations.values()].find((one) => one.kind === kind)?.target
    const part = await word.part(target)
    if (!part || target === undefined) continue
    const own = { ...reading, relations: await word.relations(target) }
    for (const note of notesIn(part, element)) {
      if (isSeparator(note) && !holdsWords(note)) continue
      reading.gathered.fields.length = 0
      const name = `${lead}${note.attributes['w:id'] ?? ''}`
      // Of two with one name the text calls the first.
      notes.set(notes.has(name) ? `${name} ${notes.size}` : name, reading.blocksOf(note, own))
    }
  }
  return notes
}

/** Words that stand in none are one. */
const notesIn = (part: Element, name: string): Element[] =>
  childrenOf(part).flatMap((child) => {
    if (child.name === name) return [child]
    const notes = allWithin(child, name)
    return notes.length > 0 || !holdsWords(child) ? notes : [child]
  })

/** The lines that Word draws above its notes are notes, too. */
const isSeparator = (note: Element): boolean => /eparator|Notice/.test(note.attributes['w:type'] ?? '')
