import type { Finding } from '../../model/finding.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import { destinationAnchor } from '../destination-anchor.ts'
import type { Placed } from '../flat-tree.ts'
import type { Proof } from '../proof.ts'
import type { ReadPdf } from '../read-back.ts'

/** Baselines of one line of type may differ by so much, in points: raised figures, another face. */
const HAIR_PT = 1

/**
 * Where notes stand at the foot: each begins on the page on which it is called first, and no words of the text stand
 * below its line there. Both are read from the file: which call is its own, from the link back.
 */
export function noteIsOnItsPage(proof: Proof): readonly Finding[] {
  const { read } = proof
  const notes = read.elements.filter(({ type, parent }) => type === 'Note' && !isInList(parent))
  if (notes.length === 0) return []
  return [...amongText(notes, read), ...onAnotherPage(notes, proof)] // Text that is hidden weighs more.
}

/** Notes at the end of a text are a list. */
const isInList = (parent: Placed | undefined): boolean => parent?.type === 'LBody'

function onAnotherPage(notes: readonly Placed[], { read, finished, book }: Proof): Finding[] {
  const anchors = new Map(
    read.annotations.map(({ object, destination }) => [object, destinationAnchor(destination ?? '')]),
  )
  const called = new Map<string, number>()
  for (const { annotations, page } of read.links)
    for (const one of annotations) {
      const anchor = anchors.get(one) ?? ''
      if (!called.has(anchor)) called.set(anchor, page)
    }
  const folio = (page: number): string => finished.labels[page - 1] ?? String(page)
  return notes.flatMap((note) => {
    const back = firstLink(note)
    const [, prefix, number] = /^(.*--|)call-(\d+)$/.exec(anchors.get(back) ?? '') ?? []
    if (prefix === undefined || number === undefined) return []
    const page = called.get(`${prefix}note-${number}`)
    if (page === undefined || page === note.page) return []
    const chapter = book.chapters.find(({ file }) => nameOf(file) === prefix.slice(0, -2))
    const block = chapter?.outline.filter(({ kind }) => kind === 'note')[Number(number) - 1]
    const place = { ...(chapter ? { file: chapter.file, line: block?.line ?? 1 } : {}), page }
    const facts = { note: number, begins: folio(note.page), called: folio(page) }
    return [findingAs('warning', 'note-is-on-its-page', place, { problem: 'on-another-page', ...facts })]
  })
}

/** As its anchors begin: `barriers` for `chapters/02-barriers.md`. */
const nameOf = (file: string): string => {
  const name = file.replace(/^.*\/\d*-?/, '').replace(/\.md$/, '')
  return file.startsWith('case-studies/') ? `case-${name}` : name
}

function firstLink({ element, kids }: Placed): number {
  for (const kid of element.kids) if (kid.kind === 'annotation') return kid.annotation
  for (const kid of kids) {
    const found = firstLink(kid)
    if (found) return found
  }
  return 0
}

/** The ground of notes reaches no higher above their first line, in points. */
const MOST_ABOVE_PT = 60

/**
 * On each page with notes, the first words of the text in their columns that stand below the first of their lines, or
 * behind the ground that they stand on.
 */
function amongText(notes: readonly Placed[], { elements, pages }: ReadPdf): Finding[] {
  const own = new Set<Placed>()
  const add = (placed: Placed): void => {
    own.add(placed)
    placed.kids.forEach(add)
  }
  notes.forEach(add)
  const marksOf = (some: Iterable<Placed>) =>
    [...some].flatMap(({ element }) => element.kids.flatMap((kid) => (kid.kind === 'mark' ? [kid] : [])))
  const placeOf = ({ page, key }: { page: number; key: string }) => pages[page - 1]?.content.places.get(key)
  const heads = new Map<number, { readonly left: number; readonly top: number }>()
  for (const mark of marksOf(own)) {
    const place = placeOf(mark)
    if (!place) continue
    const [begin, , first, ground] = place
    const head = ground > first && ground - first < MOST_ABOVE_PT ? ground : first
    const { left, top } = heads.get(mark.page) ?? { left: begin, top: head }
    heads.set(mark.page, { left: Math.min(left, begin), top: Math.max(top, head) })
  }
  const found = new Map<number, string>()
  for (const mark of marksOf(elements.filter((one) => !own.has(one)))) {
    const head = heads.get(mark.page)
    const place = head && placeOf(mark)
    if (!head || !place || found.has(mark.page)) continue
    if (place[0] >= head.left - HAIR_PT && place[1] < head.top - HAIR_PT)
      found.set(mark.page, (pages[mark.page - 1]?.content.marks.get(mark.key) ?? '').trim().slice(0, 40))
  }
  return [...found].map(([page, words]) =>
    finding('note-is-on-its-page', { page }, { problem: 'among-text', words }),
  )
}
