import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type PDFDocument, PDFName, PDFPage, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { openColours } from '../../ground/colour/colours.ts'
import { srgbProfile } from '../../ground/colour/srgb-profile.ts'
import { fileNameOf, SLUGS_A_PAGE } from '../../ground/edition-files.ts'
import { pointsOf } from '../../ground/units.ts'
import type { Book } from '../../model/book.ts'
import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import type { PressFile, PressPrint, PressSheet } from '../../model/press.ts'
import type { PrintedPdf } from '../../model/printed.ts'
import type { Settings } from '../../model/settings.ts'
import { describe } from '../describe.ts'
import { type Forms, pageAsForm } from '../impose/page-as-form.ts'
import { openJoined } from '../pieces/open-joined.ts'
import { writePdf } from '../write-pdf.ts'
import { type ConvertedPicture, convertPictures } from './convert-pictures.ts'
import { dressSheet } from './dress-sheet.ts'
import { inkFaults } from './ink-faults.ts'
import { inkPages } from './ink-resources.ts'
import { allInks } from './marks.ts'
import { pressInk } from './press-ink.ts'
import { identityOf, pressCatalog, pressIntent } from './press-metadata.ts'
import { type SheetSize, setBoxes, sheetBoxes } from './sheet-boxes.ts'
import { slugForms } from './slug-forms.ts'
import { coverSheet } from './wrap-cover.ts'

export interface FinishedPress {
  readonly files: readonly PressFile[]
  /** Most ink on any one spot of a picture, in per cent; 0 without pictures, or where the printer converts them. */
  readonly pictureInk: number
  readonly findings: readonly Finding[]
}

/**
 * Turns what the browser printed for the press into the files that a printer gets: exact boxes, marks, the inks of
 * the press, and what PDF/X-4 asks for. What is no draft claims it; reading it back must bear the claim out before
 * anything is published. The same input gives the same bytes.
 */
export async function finishPress(
  { browser, press }: Pick<PrintedPdf, 'browser'> & { readonly press: PressPrint },
  book: Book,
  document: HtmlDocument,
  settings: Settings,
): Promise<FinishedPress> {
  const pdf = await openJoined(press.pieces)
  const profile = await readFile(settings.press.profile.path)
  const pictures = await inkDocument(pdf, profile, settings)
  const sheets = dressSheets(pdf, press, settings)
  const intent = pressIntent(pdf, settings.press.profile, profile)
  const description = describe({ browser }, settings)
  const content = hashOfStreams(pdf)
  const files = sheets.map(({ kind, pages, shows }) => {
    const fileName = fileNameOf(settings.fileName, kind)
    const identity = identityOf(fileName, description, content, settings.commit)
    pressCatalog(pdf, pageTree(pdf, pages), intent, { description, identity, claims: !settings.draft })
    return { kind, fileName, bytes: writePdf(pdf.context, 6), sheets: shows }
  })
  const pictureInk = Math.round(Math.max(0, ...pictures.map(({ mostInk }) => mostInk)))
  return { files, pictureInk, findings: await inkFaults(pictures, document.assets, book, settings) }
}

/** Pictures are converted here, or left for the printer to convert. */
async function inkDocument(
  pdf: PDFDocument,
  profile: Uint8Array,
  settings: Settings,
): Promise<readonly ConvertedPicture[]> {
  const { context } = pdf
  const { press } = settings
  const colours = await openColours(profile)
  try {
    const leaves = press.colour === 'rgb'
    const calibrated = ['ICCBased', context.register(context.flateStream(srgbProfile(), { N: 3 }))]
    const screen = context.register(context.obj(calibrated))
    await inkPages(pdf, pressInk(press, colours), { screen, leaves })
    return leaves ? [] : await convertPictures(pdf, { profile: press.profile, settings, colours })
  } finally {
    colours.close()
  }
}

/** Of all that is drawn and what it is drawn with. The browser's own bytes have the time of day among them. */
function hashOfStreams({ context }: PDFDocument): string {
  const hash = createHash('sha256')
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream) hash.update(object.contents)
  return hash.digest('hex')
}

interface SheetsOfFile {
  readonly kind: PressFile['kind']
  readonly pages: readonly PDFPage[]
  readonly shows: readonly PressSheet[]
}

function dressSheets(pdf: PDFDocument, print: PressPrint, { theme, press }: Settings): SheetsOfFile[] {
  const { layout, hasSpine } = print
  const all = pdf.getPages()
  const forms: Forms = { context: pdf.context, known: new Map(), resources: new Map(), bytes: 0 }
  const slugPages = Math.ceil(print.slugs.length / SLUGS_A_PAGE)
  const total = all.length - slugPages - Number(hasSpine)
  const slugs = slugForms(pdf, all.slice(total, total + slugPages), print.slugs.length)
  const size = { ...theme.page, bleedMm: press.bleedMm, slugMm: press.slugMm }
  const inks = allInks(pdf)
  const cover = layout.cover && wrapSheets()
  const body = layout.body.map((number, index) => {
    const page = all[number - 1] ?? blankPage(pdf)
    const turn = placement(page, size)
    dressSheet(pdf, page, { ...turn, slug: slugs[index], allInks: inks })
    return page
  })
  const shows = (pages: readonly number[], index: number, spineMm = 0): PressSheet => ({
    shows: pages,
    slug: print.slugs[index] ?? '',
    trimWidthMm: pages.length * size.widthMm + spineMm,
    trimHeightMm: size.heightMm,
    spineMm,
  })
  return [
    { kind: 'press', pages: body, shows: layout.body.map((page, index) => shows([page], index)) },
    ...(cover && layout.cover
      ? [
          {
            kind: 'press-cover' as const,
            pages: cover,
            shows: [layout.cover.outside, layout.cover.inside].map((pages, index) =>
              shows(pages, layout.body.length + index, layout.cover?.spineMm),
            ),
          },
        ]
      : []),
  ]

  function wrapSheets(): PDFPage[] {
    const { outside, inside, spineMm } = layout.cover!
    const formOf = (number: number): PDFRef | undefined => {
      const page = all[number - 1]
      if (!page) return undefined
      setBoxes(page.node, placement(page, size).boxes)
      return pageAsForm(page, forms).form
    }
    const spinePage = hasSpine ? all.at(-1) : undefined
    const spine = spinePage && pageAsForm(spinePage, forms)
    return [outside, inside].map(([left, right], index) =>
      coverSheet(
        pdf,
        { left: formOf(left), right: formOf(right), spine: index === 0 ? spine : undefined, spineMm },
        size,
        { slug: slugs[layout.body.length + index], allInks: inks },
      ),
    )
  }
}

/** The browser draws from the upper left corner. A page that lies is turned, so that all sheets are cut alike. */
function placement(page: PDFPage, size: SheetSize): Pick<Parameters<typeof dressSheet>[2], 'boxes' | 'turn'> {
  const { width, height } = page.getMediaBox()
  if (width <= height === size.widthMm <= size.heightMm) return { boxes: sheetBoxes(0, height, size) }
  const top = pointsOf(size.heightMm + 2 * size.bleedMm)
  return { boxes: sheetBoxes(0, top, size), turn: [0, 1, -1, 0, height, 0] }
}

function blankPage(pdf: PDFDocument): PDFPage {
  const page = PDFPage.create(pdf)
  page.node.set(PDFName.of('Resources'), pdf.context.obj({}))
  return page
}

function pageTree({ context }: PDFDocument, pages: readonly PDFPage[]): PDFRef {
  const tree = context.register(
    context.obj({ Type: 'Pages', Kids: pages.map(({ ref }) => ref), Count: pages.length }),
  )
  for (const { node } of pages) node.set(PDFName.of('Parent'), tree)
  return tree
}
