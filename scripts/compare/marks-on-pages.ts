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
  stream: WordStream,
  kind: PageMark['kind'],
  from: number,
  to: number,
): void {
  for (const { page, box } of linesOf(stream, from, to)) {
    const boxes = marks.get(page) ?? []
    boxes.push({ kind, box, says: '' })
    marks.set(page, boxes)
  }
}

export interface LineOfWords {
  /** Index of its page. */
  readonly page: number
  readonly box: Box
  readonly words: string
}

/** Words as the lines that they stand in. */
export function linesOf({ words, pageOf }: WordStream, from: number, to: number): readonly LineOfWords[] {
  const lines: LineOfWords[] = []
  for (let at = from; at < to; at++) {
    const [word, page] = [words[at], pageOf[at]]
    if (!word || page === undefined) continue
    const last = lines.at(-1)
    if (last && last.page === page && isNextOnLine(last.box, word.box))
      lines[lines.length - 1] = {
        page,
        box: around(last.box, word.box),
        words: `${last.words} ${word.text}`,
      }
    else lines.push({ page, box: word.box, words: word.text })
  }
  return lines
}

function isNextOnLine(box: Box, next: Box): boolean {
  const height = next.bottom - next.top
  const shared = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top)
  const gap = Math.max(next.left - box.right, box.left - next.right)
  return shared > height / 2 && gap < height
}
