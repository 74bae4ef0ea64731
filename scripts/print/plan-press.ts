// Which pages a press file has, and which stand on a cover of its own: arithmetic on page numbers.
import type { HtmlDocument } from '../model/document.ts'
import type { PressLayout, PressPlan } from '../model/press.ts'
import type { PageMap } from '../model/printed.ts'

/**
 * `self`: all pages, filled up with blank ones to a multiple of four where that is wished. `wrap`: the first two
 * pages and the last stand on the cover, and so does the blank page before the last, if there is one; the others are
 * bound, an even number.
 */
export function planPress(
  runs: HtmlDocument['runs'],
  pageMap: Pick<PageMap, 'total' | 'runs'>,
  press: Pick<PressPlan, 'cover' | 'paper' | 'blanks'>,
): PressLayout {
  const pages = Array.from({ length: pageMap.total }, (_, index) => index + 1)
  const hasCovers = runs[0]?.section === 'front-cover' && runs.at(-1)?.section === 'back-cover'
  if (press.cover === 'wrap' && hasCovers && pages.length >= 4) return wrapped(pages, pageMap, press)
  const missing = press.blanks ? (4 - (pages.length % 4)) % 4 : 0
  const blanks = Array.from({ length: missing }, () => 0)
  return { body: hasCovers ? [...pages.slice(0, -1), ...blanks, ...pages.slice(-1)] : [...pages, ...blanks] }
}

function wrapped(
  pages: readonly number[],
  pageMap: Pick<PageMap, 'runs'>,
  press: Pick<PressPlan, 'paper'>,
): PressLayout {
  const total = pages.length
  const endsBlank = pageMap.runs.some((run) => run.blank && run.first === total - 1)
  const bound = pages.slice(2, endsBlank ? -2 : -1)
  const body = bound.length % 2 === 0 ? bound : [...bound, 0]
  return {
    body,
    cover: {
      outside: [total, 1],
      inside: [2, endsBlank ? total - 1 : 0],
      spineMm: spineMm(body.length, press),
    },
  }
}

/**
 * Two pages a leaf, each leaf as thick as its paper: grams a square metre × cubic centimetres a gram are micrometres.
 */
export const spineMm = (pages: number, { paper }: Pick<PressPlan, 'paper'>): number =>
  Math.round((pages / 2) * paper.gsm * paper.bulk) / 1000
