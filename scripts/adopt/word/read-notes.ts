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
      const blocks = withoutMark(reading.blocksOf(note, own), reading.gathered.ownMarks.get(name))
      notes.set(notes.has(name) ? `${name} ${notes.size}` : name, blocks)
    }
  }
  return notes
}

/** The note begins with the sign that calls it, in a run of its own. */
function withoutMark(blocks: readonly Block[], mark: string | undefined): readonly Block[] {
  const [first, ...rest] = blocks
  if (!mark || first?.kind !== 'paragraph') return blocks
  const at = first.inlines.findIndex((one) => one.kind === 'text' && one.text.trim() !== '')
  const sign = first.inlines[at]
  if (sign?.kind !== 'text' || sign.text.trim() !== mark) return blocks
  return [{ ...first, inlines: first.inlines.toSpliced(at, 1) }, ...rest]
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
