import type { Page, PDFOptions } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PrintedPdf } from '../model/printed.ts'
import { finding } from '../rules/finding.ts'
import { checkScale } from './checks/scale-is-one.ts'
import { judgePages } from './judge-pages.ts'
import { type Layout, writeNumbers } from './lay-out.ts'
import { moveDestinations } from './move-destinations.ts'
import type { PageGeometry } from './page-geometry.ts'
import { readDestinations } from './read-destinations.ts'
import { readPrinted } from './read-printed.ts'

export type Print = Pick<PrintedPdf, 'pieces' | 'pageMap' | 'prints' | 'findings'> & Pick<Layout, 'placed'>

const PRINTS = 3

/** The printed destinations are the judge: where they disagree with the numbers, their map is filled in and printed. */
export async function printUntilTrue(
  page: Page,
  document: HtmlDocument,
  layout: Layout,
  geometry: PageGeometry,
  lap: (step: string) => void = () => undefined,
): Promise<Print> {
  let { pageMap, placed } = layout
  const unknown = layout.unknown.map((anchor) => unsettled(`“${anchor}” is on no page`))
  for (let prints = 1; ; prints++) {
    const bytes = await page.pdf(PDF_OPTIONS)
    lap('print')
    const printed = readPrinted(bytes)
    const destinations = readDestinations(printed)
    const verdict = judgePages(document, pageMap, placed, layout.inline, destinations, printed.pages.length)
    const stuck = moveDestinations(bytes, printed, verdict.misplaced, geometry.textTopPt)
    lap('judge')
    if (verdict.wrong.length === 0 || prints === PRINTS) {
      const wrong = [...verdict.wrong, ...stuck].map((anchor) => anchor || 'the number of pages')
      const places = `${wrong.slice(0, 3).join(', ')} moved in ${prints === 1 ? 'print' : `each of ${prints} prints`}`
      const findings = [...unknown, ...checkScale(printed), ...(wrong.length > 0 ? [unsettled(places)] : [])]
      return {
        pieces: [{ bytes, first: 1, pages: pageMap.total, continues: false }],
        pageMap,
        placed,
        prints,
        findings,
      }
    }
    ;({ pageMap, placed } = verdict)
    await writeNumbers(page, document, placed, pageMap)
  }
}

export const PDF_OPTIONS: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
}

const unsettled = (reason: string): Finding => finding('page-numbers-settle', {}, { reason })
