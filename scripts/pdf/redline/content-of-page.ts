import type { PDFPage } from '@cantoo/pdf-lib'
import { readContentStream } from '../../ground/pdf/content-stream.ts'
import { contentsOf } from '../../ground/pdf/contents-of.ts'
import { markProperties } from '../../ground/pdf/mark-properties.ts'

/** What has to be known of a page's content to add to it. */
export interface ContentOfPage {
  /** A number that none of its marks has. */
  readonly nextMark: number
  /** States that it saves and never restores. */
  readonly unrestored: number
}

export function contentOfPage(page: PDFPage): ContentOfPage {
  let [nextMark, depth] = [0, 0]
  readContentStream(contentsOf(page), (operator, { others }) => {
    if (operator === 'q') depth++
    else if (operator === 'Q') depth = Math.max(0, depth - 1)
    else if (operator === 'BDC') nextMark = Math.max(nextMark, (markProperties(others.at(-1)).id ?? -1) + 1)
  })
  return { nextMark, unrestored: depth }
}
