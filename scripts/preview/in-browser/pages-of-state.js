// Which page of which PDF stands at each place of the paper.
import { shiftBetween } from './shift.js'

/**
 * @import { PreviewHeading, PreviewPage, PreviewState } from '../protocol.ts'
 */

/**
 * `place` is its own number within its file, from 1. Without `pdf`, it is being printed.
 * @typedef {PreviewPage & { readonly pdf?: string, readonly isAhead: boolean, readonly place: number }} ShownPage
 */

const A4 = { widthPt: 595.28, heightPt: 841.89 }

/**
 * Pages that were printed ahead stand in place of those of the last whole print. Those of the last print stand where
 * they belong now, although they still show their numbers of before.
 * @param {PreviewState} state
 * @param {readonly PreviewHeading[]} printed the contents at the time of the last whole print
 * @returns {readonly ShownPage[]}
 */
export function pagesOf({ paper, ahead, contents }, printed) {
  const size = paper?.pages[0] ?? ahead?.pages[0] ?? A4
  const total = ahead?.total ?? paper?.pages.length ?? 0
  /** @type {ShownPage[]} */
  const pages = Array.from({ length: total }, (_, index) => waiting(index + 1, size))
  const shift = ahead ? shiftBetween(printed, contents) : () => 0
  for (const page of paper?.pages ?? []) {
    const number = page.number + shift(page.number, true)
    put(pages, { ...page, number, isAhead: false })
  }
  for (const [index, page] of ahead?.pages.entries() ?? [])
    put(pages, { ...page, pdf: ahead?.name ?? '', isAhead: true, place: index + 1 })
  return pages
}

/** @param {ShownPage[]} pages @param {ShownPage} page */
function put(pages, page) {
  if (page.number >= 1 && page.number <= pages.length) pages[page.number - 1] = page
}

/** @param {number} number @param {{ widthPt: number, heightPt: number }} size @returns {ShownPage} */
const waiting = (number, { widthPt, heightPt }) => ({
  number,
  folio: '',
  widthPt,
  heightPt,
  mark: '',
  isAhead: false,
  place: 0,
})

/**
 * As readers call it: its folio, and where that is another number, the one in the file.
 * @param {{ number: number, folio: string }} page
 */
export function nameOf({ number, folio }) {
  if (folio === '') return `Page ${number} of the file`
  return folio === String(number) ? `Page ${folio}` : `Page ${folio} (${number} of the file)`
}

/** Whether nothing changes outside the canvas. @param {ShownPage} one @param {ShownPage} other */
export const isAlike = (one, other) =>
  one.number === other.number &&
  one.folio === other.folio &&
  one.widthPt === other.widthPt &&
  one.heightPt === other.heightPt &&
  (one.pdf === undefined) === (other.pdf === undefined)
