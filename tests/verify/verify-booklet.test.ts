import { deflateSync } from 'node:zlib'
import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { ImpositionPlan } from '../../scripts/model/booklet.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { verifyBooklet } from '../../scripts/verify/verify-booklet.ts'
import { impose, numberedPages, planOf } from '../pdf/impose/numbered-pages.ts'
import { redraw, tamper } from './tamper.ts'

const N = PDFName.of
const original = numberedPages(10)

/** Imposes ten pages, harms the sheets, and reads them back. */
async function findingsAfter(
  harm: (pdf: PDFDocument) => void,
  given: Partial<ImpositionPlan> = {},
): Promise<readonly Finding[]> {
  const pages = await original
  const imposed = await impose(pages, given)
  return verifyBooklet({ ...imposed, bytes: await tamper(imposed.bytes, harm) }, pages, planOf(given))
}

const formsOf = (pdf: PDFDocument, side: number): PDFDict =>
  pdf
    .getPage(side - 1)
    .node.Resources()!
    .lookup(N('XObject'), PDFDict)

function swap(one: [PDFDict, string], other: [PDFDict, string]): void {
  const [first, second] = [one[0].get(N(one[1]))!, other[0].get(N(other[1]))!]
  one[0].set(N(one[1]), second)
  other[0].set(N(other[1]), first)
}

describe('sheets that are sound', () => {
  it.each([{}, { lastIsCover: true, marks: true }, { layout: 'two-up' as const }, { sheetsPerSection: 2 }])(
    'give no findings: %j',
    async (given) => expect(await findingsAfter(() => {}, given)).toEqual([]),
  )
})

describe('booklet-is-in-order', () => {
  const expectOrder = (findings: readonly Finding[], message: string, page?: number): void => {
    expect(findings.map(({ rule }) => rule)).toEqual(['booklet-is-in-order'])
    expect(findings[0]).toMatchObject({ message, place: page ? { page } : {} })
  }

  it('names the first side on which another page stands', async () => {
    const findings = await findingsAfter((pdf) => swap([formsOf(pdf, 3), 'R'], [formsOf(pdf, 5), 'R']))
    expectOrder(findings, 'Sheet 2, front, right: page 5, where page 3 should be.', 3)
  })

  it('sees two pages that changed sides, by where they are drawn', async () => {
    const findings = await findingsAfter((pdf) =>
      redraw(pdf, 4, (content) =>
        content
          .replace(/q (\S+)( \S+ \S+ \S+ re .*? cm) \/L/, 'q 420$2 /L')
          .replace(/(\d+\.?\d*) (0 cm \/L)/, '421.3 $2'),
      ),
    )
    expectOrder(findings, 'Sheet 2, back, left: nothing, where page 4 should be.', 4)
  })

  it('sees two pages over each other', async () => {
    const findings = await findingsAfter((pdf) =>
      redraw(pdf, 4, (content) => content.replace('/L Do', '/L Do /R Do')),
    )
    expectOrder(findings, 'Sheet 2, back, left: 2 pages over each other, where page 4 should be.', 4)
  })

  it('sees another drawing in the place of a page, and another font', async () => {
    const words = 'Sheet 2, back, left: something that is no page of the file, where page 4 should be.'
    const redrawn = await findingsAfter((pdf) => {
      const form = formsOf(pdf, 4).lookup(N('L')) as PDFRawStream
      const data = deflateSync(Buffer.from('0 0 9 9 re f'))
      pdf.context.assign(formsOf(pdf, 4).get(N('L')) as never, PDFRawStream.of(form.dict, data))
    })
    expectOrder(redrawn, words, 4)
    const refonted = await findingsAfter((pdf) => {
      const form = formsOf(pdf, 4).lookup(N('L')) as PDFRawStream
      const fonts = form.dict.lookup(N('Resources'), PDFDict).lookup(N('Font'), PDFDict)
      fonts.lookup(fonts.keys()[0]!, PDFDict).set(N('BaseFont'), N('Symbol'))
    })
    expect(refonted.map(({ rule }) => rule)).toEqual(['booklet-is-in-order'])
  })

  it('sees a page that stands on its head', async () => {
    const findings = await findingsAfter((pdf) =>
      redraw(pdf, 1, (content) => content.replace(/1 0 0 1 420 0 cm/, '-1 0 0 -1 840 595 cm')),
    )
    expectOrder(findings, 'Sheet 1, front, right: page 1 turned the wrong way, where page 1 should be.', 1)
  })

  it('sees a side that is missing, and sheets that are folded otherwise than was meant', async () => {
    const missing = await findingsAfter((pdf) => pdf.removePage(5))
    expectOrder(missing, 'There are 5 sides, where 6 for 10 pages should be.')
    const pages = await original
    const imposed = await impose(pages, { sheetsPerSection: 2 })
    const findings = await verifyBooklet({ ...imposed, sections: [3] }, pages, planOf())
    expectOrder(findings, 'Sheet 1, front, left: page 8, where nothing should be.', 1)
  })

  it('sees a back cover that is not last', async () => {
    const pages = await original
    const findings = await verifyBooklet(await impose(pages), pages, planOf({ lastIsCover: true }))
    expectOrder(findings, 'Sheet 1, front, left: nothing, where page 10 should be.', 1)
  })
})

describe('the sheets', () => {
  const rulesAfter = async (...words: Parameters<typeof findingsAfter>): Promise<readonly string[]> =>
    (await findingsAfter(...words)).map(({ rule, message }) => `${rule}: ${message}`)

  it('must be as large as was asked for (sheet-size-is-right)', async () => {
    expect(await rulesAfter((pdf) => pdf.getPage(2).setMediaBox(0, 0, 840, 600))).toEqual([
      'sheet-size-is-right: Side 3 is 296.3 × 211.7 mm, where the sheet is 296.3 × 209.9 mm.',
    ])
  })

  it('must not cut a page off (pages-are-whole)', async () => {
    const found = await rulesAfter((pdf) =>
      redraw(pdf, 1, (content) =>
        content.replace('420 0 420 595 re W n 1 0 0 1 420', '420 0 391.6535 595 re W n 1 0 0 1 420'),
      ),
    )
    expect(found).toEqual(['pages-are-whole: Sheet 1, front, right: page 1 is cut off by 10.0 mm.'])
  })

  it('must have their pages moved by the creep of their paper (creep-grows-inwards)', async () => {
    const pages = await original
    const findings = await verifyBooklet(await impose(pages), pages, planOf({ paperMm: 0.3 }))
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'creep-grows-inwards: Sheet 2, front, right: the page is moved by 0.16 mm, where it should be 0.47.',
    ])
  })

  it('must be there (booklet-opens)', async () => {
    const pages = await original
    const { bytes, sections } = await impose(pages)
    for (const [harmed, words] of [
      [bytes.subarray(0, bytes.length >> 1), 'its end is missing'],
      [new Uint8Array(), 'it does not begin as a PDF does'],
    ] as const) {
      const findings = await verifyBooklet({ bytes: harmed, sections }, pages, planOf())
      expect(findings.map(({ rule }) => rule)).toEqual(['booklet-opens'])
      expect(findings[0]?.message).toContain(words)
    }
  })
})
