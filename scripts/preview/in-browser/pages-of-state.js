// Which page of which PDF stands at each place of the paper.

/**
 * @import { PreviewPage, PreviewState } from '../protocol.ts'
 */

/**
 * `place` is its own number within its file, from 1. Without `pdf`, it is being printed.
 * @typedef {PreviewPage & { readonly pdf?: string, readonly isAhead: boolean, readonly place: number }} ShownPage
 */

const A4 = { widthPt: 595.28, heightPt: 841.89 }

/**
 * Pages that were printed ahead stand in place of those of the last whole print.
 * @param {PreviewState} state
 * @returns {readonly ShownPage[]}
 */
export function pagesOf({ paper, ahead }) {
  const early = new Map(
    ahead?.pages.map((page, index) => [
      page.number,
      { ...page, pdf: ahead.name, isAhead: true, place: index + 1 },
    ]),
  )
  const size = paper?.pages[0] ?? ahead?.pages[0] ?? A4
  const total = ahead?.total ?? paper?.pages.length ?? 0
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1
    const page = paper?.pages[index]
    return (
      early.get(number) ??
      (paper && page
        ? { ...page, pdf: paper.name, isAhead: false, place: number }
        : {
            number,
            folio: '',
            widthPt: size.widthPt,
            heightPt: size.heightPt,
            mark: '',
            isAhead: false,
            place: 0,
          })
    )
  })
}

/**
 * As readers call it: its folio, and where that is another number, the one in the file.
 * @param {{ number: number, folio: string }} page
 */
export const nameOf = ({ number, folio }) =>
  folio === ''
    ? `Page ${number} of the file`
    : folio === String(number)
      ? `Page ${folio}`
      : `Page ${folio} (${number} of the file)`
