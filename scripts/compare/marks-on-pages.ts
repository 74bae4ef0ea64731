import type { ComparedPapers, FoundChange } from './compare-papers.ts'
import type { Box } from './paper.ts'
import type { WordStream } from './word-stream.ts'
import { around } from './words-of-page.ts'

export interface PageMark {
  readonly kind: FoundChange['kind'] | 'break'
  readonly box: Box
  /** Of a break: what begins there. */
  readonly says: string
}

/** What is to be marked on the pages of both papers, by the index of the page: a box for each line. */
export interface PageMarks {
  readonly old: ReadonlyMap<number, readonly PageMark[]>
  readonly new: ReadonlyMap<number, readonly PageMark[]>
}

export function marksOnPages({ before, after, found, breaks }: ComparedPapers): PageMarks {
  const old = new Map<number, PageMark[]>()
  const now = new Map<number, PageMark[]>()
  for (const { kind, stretch } of found) {
    mark(old, before, kind, stretch.oldFrom, stretch.oldTo)
    mark(now, after, kind, stretch.newFrom, stretch.newTo)
  }
  for (const { change, oldAt } of breaks) {
    const [word, page] = [before.words[oldAt], before.pageOf[oldAt] ?? 0]
    if (!word) continue
    const box = { ...word.box, left: 0, right: before.paper.pages[page]?.widthPt ?? 0 }
    const says = `page ${change.page.label} now begins here`
    old.set(page, [...(old.get(page) ?? []), { kind: 'break', box, says }])
  }
  return { old, new: now }
}

function mark(
  marks: Map<number, PageMark[]>,
  { words, pageOf }: WordStream,
  kind: PageMark['kind'],
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const [word, page] = [words[at], pageOf[at]]
    if (!word || page === undefined) continue
    const boxes = marks.get(page) ?? []
    const last = at > from && pageOf[at - 1] === page ? boxes.at(-1) : undefined
    if (last && isNextOnLine(last.box, word.box))
      boxes[boxes.length - 1] = { ...last, box: around(last.box, word.box) }
    else boxes.push({ kind, box: word.box, says: '' })
    marks.set(page, boxes)
  }
}

function isNextOnLine(box: Box, next: Box): boolean {
  const height = next.bottom - next.top
  const shared = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top)
  return shared > height / 2 && Math.abs(next.left - box.right) < height
}
