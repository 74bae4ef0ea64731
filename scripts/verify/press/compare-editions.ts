import type { Finding } from '../../model/finding.ts'
import type { PressFile, PressSheet } from '../../model/press.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { compareText } from '../compare-text.ts'
import { isSeen } from './areas.ts'
import { type Box, holds } from './box.ts'
import type { PressPage, TextRun } from './press-page.ts'
import { readPressPages } from './read-press.ts'

/**
 * Whether the press files show the pages of the screen edition: all of them, each once, with the same words in the
 * order in which they are painted. Told is the first page that differs. `drawn`: what the sheets of a file draw, when
 * it has been read already.
 */
export async function compareEditions(
  screen: Uint8Array,
  files: readonly Drawn[],
): Promise<readonly Finding[]> {
  try {
    return await comparePages(screen, files)
  } catch (problem) {
    return [finding('editions-are-one-paper', {}, { problem: 'cannot-be-read' }, problem)]
  }
}

type Drawn = PressFile & { readonly drawn?: readonly PressPage[] }

async function comparePages(screen: Uint8Array, files: readonly Drawn[]): Promise<readonly Finding[]> {
  const pages = (await readPressPages(screen)).pages.map(({ texts, boxes }) =>
    wordsWithin(texts, boxes.media),
  )
  const shown = new Map<number, string[]>()
  const blanks: string[][] = []
  const faults: FactsOf<'editions-are-one-paper'>[] = []
  for (const file of files) {
    const sheets = file.drawn ?? (await readPressPages(file.bytes)).pages
    sheets.forEach((sheet, index) => {
      for (const { page, words } of pagesOf(sheet, file.sheets[index])) {
        if (page === 0) blanks.push(words)
        else if (shown.has(page)) faults.push({ problem: 'page-is-there-twice', page })
        else shown.set(page, words)
      }
    })
  }
  const extra = [...shown.keys()].find((page) => page > pages.length)
  if (extra !== undefined) faults.push({ problem: 'page-too-many', page: extra, pages: pages.length })
  const filled = blanks.find((words) => words.length > 0)
  if (filled) faults.push({ problem: 'blank-says-something', words: excerpt(filled) })
  if (faults.length > 0) return faults.map((facts) => finding('editions-are-one-paper', {}, facts))
  return firstDifference(pages, shown)
}

function firstDifference(
  pages: readonly (readonly string[])[],
  shown: ReadonlyMap<number, readonly string[]>,
): readonly Finding[] {
  for (const [index, expected] of pages.entries()) {
    const page = index + 1
    const found = shown.get(page)
    if (!found) return [finding('editions-are-one-paper', {}, { problem: 'page-is-missing', page })]
    const difference = compareText(expected, found)
    if (!difference) continue
    const ends = { first: first(found), last: last(found) }
    const onScreen = { firstOnScreen: first(expected), lastOnScreen: last(expected) }
    const facts = { problem: 'page-reads-otherwise', page, ...ends, ...onScreen } as const
    const cause = `“${difference.found}” in place of “${difference.expected}”: ${difference.hint}`
    return [finding('editions-are-one-paper', { page }, facts, cause)]
  }
  return []
}

/** The pages of the paper that a sheet shows, side by side but for the spine, which belongs to none. */
function pagesOf(
  { boxes, texts }: PressPage,
  sheet: PressSheet | undefined,
): readonly { page: number; words: string[] }[] {
  const { trim } = boxes
  if (!sheet || !trim) return []
  const [left, bottom, right, top] = trim
  const spine = ((right - left) * sheet.spineMm) / sheet.trimWidthMm
  const count = sheet.shows.length
  const width = (right - left - spine * (count - 1)) / count
  return sheet.shows.map((page, index) => {
    const from = left + index * (width + spine)
    return { page, words: wordsWithin(texts, [from, bottom, from + width, top]) }
  })
}

const wordsWithin = (texts: readonly TextRun[], box: Box): string[] =>
  texts.filter((run) => isSeen(run) && holds(box, run.firstX, run.firstY)).map(({ text }) => text)

const EXCERPT = 30
const excerpt = (words: readonly string[]): string => words.join(' ').trim().slice(0, EXCERPT)
const first = (words: readonly string[]): string => excerpt(words) || 'nothing'
const last = (words: readonly string[]): string => words.join(' ').trim().slice(-EXCERPT) || 'nothing'
