import type { Finding } from '../../model/finding.ts'
import type { PressFile, PressSheet } from '../../model/press.ts'
import { finding } from '../../rules/finding.ts'
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
    return [finding('editions-are-one-paper', {}, { difference: 'one of them cannot be read' }, problem)]
  }
}

type Drawn = PressFile & { readonly drawn?: readonly PressPage[] }

async function comparePages(screen: Uint8Array, files: readonly Drawn[]): Promise<readonly Finding[]> {
  const pages = (await readPressPages(screen)).pages.map(({ texts, boxes }) =>
    wordsWithin(texts, boxes.media),
  )
  const shown = new Map<number, string[]>()
  const blanks: string[][] = []
  const faults: string[] = []
  for (const file of files) {
    const sheets = file.drawn ?? (await readPressPages(file.bytes)).pages
    sheets.forEach((sheet, index) => {
      for (const { page, words } of pagesOf(sheet, file.sheets[index])) {
        if (page === 0) blanks.push(words)
        else if (shown.has(page)) faults.push(`page ${page} is there twice`)
        else shown.set(page, words)
      }
    })
  }
  const extra = [...shown.keys()].find((page) => page > pages.length)
  if (extra !== undefined)
    faults.push(`it has a page ${extra}, and the screen edition has ${pages.length} pages`)
  const filled = blanks.find((words) => words.length > 0)
  if (filled) faults.push(`a page that was added says “${excerpt(filled)}”`)
  if (faults.length > 0)
    return faults.map((difference) => finding('editions-are-one-paper', {}, { difference }))
  return firstDifference(pages, shown)
}

function firstDifference(
  pages: readonly (readonly string[])[],
  shown: ReadonlyMap<number, readonly string[]>,
): readonly Finding[] {
  for (const [index, expected] of pages.entries()) {
    const page = index + 1
    const found = shown.get(page)
    if (!found) return [finding('editions-are-one-paper', {}, { difference: `page ${page} is missing` })]
    const difference = compareText(expected, found)
    if (!difference) continue
    const actual =
      `page ${page} goes from “${first(found)}” to “${last(found)}”, ` +
      `on the screen from “${first(expected)}” to “${last(expected)}”`
    const cause = `“${difference.found}” in place of “${difference.expected}”: ${difference.hint}`
    return [finding('editions-are-one-paper', { page }, { difference: actual }, cause)]
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
