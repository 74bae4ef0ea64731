import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { findCutText } from '../in-page/find-cut-text.ts'
import type { PageGeometry } from '../page-geometry.ts'
import { placeOfSource } from '../place-of-source.ts'
import { runInPage } from '../run-in-page.ts'

/**
 * Text on covers, openers and panels that their fixed size cuts off. It stays in the PDF's text, so only here it
 * shows.
 */
export async function checkFixedText(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
): Promise<Finding[]> {
  const cut = await runInPage(page, findCutText, geometry)
  return cut.map(({ src, words, run }) => {
    const section = document.runs.find(({ id }) => id === run)?.section
    const place = src === '' && section ? { file: 'publication.yaml' } : placeOfSource(src, document)
    return finding('text-fits-its-page', place, { words }, `in the run ${run}`)
  })
}
