import type { Chapter } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { OutlineBlock, OutlineEntry, OutlineLink } from '../../model/outline.ts'
import { finding } from '../../rules/finding.ts'
import { destinationAnchor } from '../destination-anchor.ts'
import type { Proof } from '../proof.ts'
import { folded } from '../squash.ts'
import { type TaggedEntry, taggedOutline } from '../tagged-outline.ts'

/**
 * What a screen reader is told is what the author wrote: the structure tree and the Markdown, each reduced to the
 * same plain outline, say the same in the same order. No validator can know this. Of each file the first difference
 * is named.
 */
export function structureEqualsSource(proof: Proof): readonly Finding[] {
  const { read, printed, book, document } = proof
  if (!read.tree) return []
  const byFile = entriesByFile(taggedOutline(read, printed), document.files)
  // Styles of a publication's own may count as they like.
  const counts = !proof.hasOwnTemplates
  return book.chapters.flatMap((chapter) => compareOutline(chapter, byFile.get(chapter.file) ?? [], counts))
}

/** What has no source was made by the pipeline: pictures that it draws, words that it prints. */
function entriesByFile(
  entries: readonly TaggedEntry[],
  names: Proof['document']['files'],
): ReadonlyMap<string | undefined, readonly TaggedEntry[]> {
  const files = new Map<string | undefined, TaggedEntry[]>()
  for (const entry of entries) {
    if (entry.src === '') continue
    const file = names[Number.parseInt(entry.src, 10)]
    const own = files.get(file)
    if (own) own.push(entry)
    else files.set(file, [entry])
  }
  return files
}

export function compareOutline(
  chapter: Pick<Chapter, 'file' | 'outline'>,
  found: readonly TaggedEntry[],
  counts = true,
): readonly Finding[] {
  const { file } = chapter
  const outline = counts ? chapter.outline : chapter.outline.map(({ label: _, ...block }) => block)
  let at = 0
  for (const block of outline) {
    const next = block.kind === 'free' ? afterFree(block, found, at) : at + 1
    const entry = found[at]
    const problem = !entry ? 'nothing' : block.kind === 'free' ? undefined : difference(block, entry)
    if (problem !== undefined || next === undefined) {
      const place = { file, line: block.line, ...(entry?.page ? { page: entry.page } : {}) }
      const [wanted, actual] = inWords(block, entry)
      return [finding('structure-equals-source', place, { wanted, found: actual })]
    }
    at = next
  }
  const extra = found[at]
  if (!extra) return []
  const line = Number(extra.src.split(':')[1] ?? 1)
  const place = { file, line, ...(extra.page ? { page: extra.page } : {}) }
  return [finding('structure-equals-source', place, { wanted: 'nothing more', found: asShown(extra) })]
}

/** HTML of the author's may become any number of entries: their words must be its words. */
function afterFree(block: OutlineBlock, found: readonly TaggedEntry[], from: number): number | undefined {
  let left = folded(block.text)
  let at = from
  while (left !== '') {
    const entry = found[at]
    if (!entry) return undefined
    const words = entry.kind === 'figure' ? '' : folded(entry.text)
    if (!left.startsWith(words)) return undefined
    left = left.slice(words.length)
    at++
  }
  return at
}

/** '' when the words differ, else what else does; undefined when nothing does. */
function difference(block: OutlineBlock, entry: TaggedEntry): string | undefined {
  if (block.kind !== entry.kind) return 'kind'
  if (block.kind === 'figure') return folded(entry.text).includes(folded(block.text)) ? undefined : 'text'
  if (block.level !== entry.level) return 'level'
  if (folded(block.text) !== folded(entry.text)) return 'text'
  if (block.label && entry.label && block.label !== entry.label) return 'label'
  return linkDifference(block.links, entry.links) === undefined ? undefined : 'link'
}

/** Index of the first link that differs. */
function linkDifference(
  expected: readonly OutlineLink[] | undefined,
  found: readonly OutlineLink[] | undefined,
): number | undefined {
  if (!expected || !found) return undefined
  for (let index = 0; index < Math.max(expected.length, found.length); index++) {
    const [one, other] = [expected[index], found[index]]
    if (!one || !other || folded(one.text) !== folded(other.text) || !sameTarget(one.target, other.target))
      return index
  }
  return undefined
}

/** The browser writes addresses its own way: a slash at the end, letters as %C3%BC. */
function sameTarget(written: string, found: string): boolean {
  if (written.startsWith('#')) return written === found || `#${destinationAnchor(written.slice(1))}` === found
  return addressOf(written) === addressOf(found)
}

function addressOf(text: string): string {
  try {
    return new URL(text).href
  } catch {
    return text
  }
}

function inWords(block: OutlineBlock, entry: TaggedEntry | undefined): readonly [string, string] {
  if (!entry) return [named(block), 'nothing']
  const problem = difference(block, entry)
  if (problem === 'label') return [counted(block), counted(entry)]
  if (problem !== 'link') return [named(block), asShown(entry)]
  const index = linkDifference(block.links, entry.links) ?? 0
  return [linkNamed(block.links?.[index]), linkNamed(entry.links?.[index])]
}

const counted = (entry: OutlineEntry): string => `${named(entry)}, counted “${entry.label}”`

const linkNamed = (link: OutlineLink | undefined): string =>
  link ? `a link “${shorten(link.text)}” to ${link.target || 'nothing'}` : 'no link'

const NAMES: Readonly<Record<OutlineBlock['kind'], (level: number) => string>> = {
  heading: (level) => `a heading of level ${level}`,
  paragraph: (level) => (level > 0 ? `a paragraph in a list of depth ${level}` : 'a paragraph'),
  item: (level) => `a list item of depth ${level}`,
  header: (level) => `a header in column ${level}`,
  cell: (level) => `a cell in column ${level}`,
  caption: () => 'a caption',
  figure: () => 'a picture',
  note: () => 'a note',
  free: () => 'text',
}

const named = ({ kind, level, text }: Pick<OutlineBlock, 'kind' | 'level' | 'text'>): string =>
  `${NAMES[kind](level)} “${shorten(text.replace(/\s+/g, ' '))}”`

const asShown = (entry: TaggedEntry): string => named({ ...entry, text: entry.shown })

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
