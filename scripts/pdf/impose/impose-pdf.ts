import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Imposed, ImpositionPlan, SheetSide } from '../../model/booklet.ts'
import { writePdf } from '../write-pdf.ts'
import { creepPt } from './creep.ts'
import { drawSheets } from './draw-sheets.ts'
import { keepTitle } from './keep-title.ts'
import { type Forms, MAX_FORM_BYTES, type PageForm, pageAsForm } from './page-as-form.ts'
import { bookletOrder, twoUpOrder } from './page-order.ts'
import { type Refusal, refused } from './refused.ts'
import { sections } from './sections.ts'

/** In points; the sides of a page that somebody could print. */
const SMALLEST = 3
const LARGEST = 14_400

/**
 * Puts the pages of a PDF on sheets, in the same file: what the pages draw is taken as it is, and all else is left
 * out (tags, links, bookmarks, claims), for a printed sheet has none of it. A file that cannot be imposed is a
 * finding. `info.title`: for a file that does not have one. The same input gives the same bytes.
 */
export async function imposePdf(
  bytes: Uint8Array,
  plan: ImpositionPlan,
  info: { readonly title: string },
): Promise<Imposed> {
  let read: { pdf: PDFDocument; pages: readonly PageForm[] } | Refusal
  try {
    read = await readPages(bytes)
  } catch (error) {
    return refused({ problem: isEncrypted(error) ? 'encrypted' : 'damaged' }, error)
  }
  if ('problem' in read) return refused(read)
  const { pdf, pages } = read
  const sizes = plan.layout === 'booklet' ? sections(Math.ceil(pages.length / 4), plan) : []
  const sides = sidesOf(pages.length, sizes, plan)
  drawSheets(pdf, { pages, sides, plan })
  stripCatalog(pdf, plan)
  keepTitle(pdf, info.title)
  return { bytes: writePdf(pdf.context), pages: pages.length, sides, sections: sizes, findings: [] }
}

const isEncrypted = (error: unknown): boolean => error instanceof Error && /encrypted/i.test(error.message)

async function readPages(
  bytes: Uint8Array,
): Promise<{ pdf: PDFDocument; pages: readonly PageForm[] } | Refusal> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  if (hasFields(pdf)) return { problem: 'form' }
  const all = pdf.getPages()
  if (all.length === 0) return { problem: 'no-pages' }
  if (all.length === 1) return { problem: 'one-page' }
  const forms: Forms = { context: pdf.context, known: new Map(), resources: new Map(), bytes: 0 }
  const pages: PageForm[] = []
  for (const [index, page] of all.entries()) {
    const form = pageAsForm(page, forms)
    const sides = [form.widthPt, form.heightPt]
    if (!sides.every((side) => side >= SMALLEST && side <= LARGEST))
      return { problem: 'page-without-size', page: index + 1 }
    if (forms.bytes > MAX_FORM_BYTES)
      return { problem: 'draws-too-much', mostMb: MAX_FORM_BYTES / 1024 / 1024 }
    pages.push(form)
  }
  return { pdf, pages }
}

/**
 * Fields that are filled in are drawn by the viewer, not by the page. XFA forms have fields too, or no pages of their
 * own.
 */
function hasFields({ catalog }: PDFDocument): boolean {
  const form = catalog.lookup(PDFName.of('AcroForm'))
  if (!(form instanceof PDFDict)) return false
  const fields = form.lookup(PDFName.of('Fields'))
  return form.has(PDFName.of('XFA')) || (fields instanceof PDFArray && fields.size() > 0)
}

function sidesOf(pages: number, sizes: readonly number[], plan: ImpositionPlan): readonly SheetSide[] {
  const order = plan.layout === 'booklet' ? bookletOrder(pages, sizes, plan.lastIsCover) : twoUpOrder(pages)
  return order.map(({ depth, ...side }) => ({ ...side, shiftPt: creepPt(depth, plan.paperMm) }))
}

/** Layers that are hidden stay hidden, and colours what they were. */
const KEPT = new Set(['Type', 'Pages', 'OCProperties', 'OutputIntents', 'Lang'])

/** The printer's dialogue begins with what the sheets were made for. */
function stripCatalog({ catalog, context }: PDFDocument, { layout }: ImpositionPlan): void {
  for (const key of catalog.keys()) if (!KEPT.has(key.decodeText())) catalog.delete(key)
  const duplex = layout === 'booklet' ? 'DuplexFlipShortEdge' : 'Simplex'
  const preferences = { DisplayDocTitle: true, PrintScaling: 'None', Duplex: duplex }
  catalog.set(PDFName.of('ViewerPreferences'), context.obj(preferences))
}
