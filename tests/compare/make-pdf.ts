import { PDFDocument, PDFName, PDFNumber, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib'

export interface MadePage {
  /** One below the other. */
  readonly lines: readonly string[]
  /** At the head of the page. */
  readonly head?: string
  /** Links on lines, by their index, to pages from 1. */
  readonly links?: Readonly<Record<number, number>>
  /** Grey of a box below the text, 0 is black. */
  readonly box?: number
}

export interface MadePaper {
  readonly title?: string
  readonly labels?: boolean
}

/**
 * A PDF as anybody makes them: without tags, in Helvetica, its lines 20 points apart. With `labels`, its first page
 * is page i.
 */
export async function makePdf(
  pages: readonly MadePage[],
  { title, labels }: MadePaper = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  if (title !== undefined) pdf.setTitle(title)
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const made = pages.map(() => pdf.addPage([300, 400]))
  for (const [index, { lines, head, links, box }] of pages.entries()) {
    const page = made[index]!
    if (head) page.drawText(head, { x: 40, y: 380, size: 8, font })
    if (box !== undefined)
      page.drawRectangle({ x: 40, y: 40, width: 120, height: 60, color: rgb(box, box, box) })
    for (const [at, line] of lines.entries()) page.drawText(line, { x: 40, y: 340 - at * 20, size: 10, font })
    const annotations = Object.entries(links ?? {}).map(([at, target]) => {
      const y = 340 - Number(at) * 20
      return pdf.context.register(
        pdf.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [38, y - 3, 262, y + 10],
          Border: [0, 0, 0],
          Dest: [made[target - 1]!.ref, 'Fit'],
        }),
      )
    })
    if (annotations.length > 0) page.node.set(PDFName.of('Annots'), pdf.context.obj(annotations))
  }
  if (labels) {
    const nums = [PDFNumber.of(0), { S: 'r' }, PDFNumber.of(1), { S: 'D', P: PDFString.of('') }]
    pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: nums }))
  }
  return pdf.save({ useObjectStreams: false })
}
