// The slug lines, cut apart: the browser prints sixty on a page, for it takes its time over every page.
import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { SLUGS_A_PAGE } from '../../ground/edition-files.ts'
import { contentsOf } from '../../ground/pdf/contents-of.ts'
import {
  beginDrawing,
  type Drawing,
  type GraphicsState,
  interpreter,
} from '../../ground/pdf/interpret-content.ts'
import { identity, type Matrix, product } from '../../ground/pdf/matrix.ts'
import { rounded } from './sheet-boxes.ts'

/** See press-rules.liquid: 15 px a line. */
const LINE_PT = 15 * 0.75

/** One text object, with what leads from its coordinates to the page's. */
interface Piece {
  readonly matrix: Matrix
  readonly text: string
  /** Above the foot of the page. */
  readonly yPt: number
}

/**
 * A form for each of `count` lines, its lower left corner at 0, in black ink alone. `pages` are as the browser
 * printed them.
 */
export function slugForms(pdf: PDFDocument, pages: readonly PDFPage[], count: number): PDFRef[] {
  return pages.flatMap((page, index) => {
    const { height, width } = page.getMediaBox()
    const pieces = textObjects(contentsOf(page))
    const lines = Math.min(SLUGS_A_PAGE, count - index * SLUGS_A_PAGE)
    const resources = page.node.lookup(PDFName.of('Resources'), PDFDict)
    return Array.from({ length: lines }, (_, line) => {
      const foot = height - (line + 1) * LINE_PT
      const own = pieces.filter(({ yPt }) => yPt >= foot && yPt < foot + LINE_PT)
      const content = own.map(({ matrix, text }) => {
        const [a, b, c, d, e, f] = matrix
        return `q ${[a, b, c, d, e, f - foot].map(rounded).join(' ')} cm\n${text}\nQ`
      })
      const stream = pdf.context.flateStream(`0 0 0 1 k\n${content.join('\n')}\n`, {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, width, LINE_PT],
        Resources: resources,
      })
      return pdf.context.register(PDFRawStream.of(stream.dict, stream.getContents()))
    })
  })
}

/** The text objects of a page, while they are read. */
interface Cutting extends Drawing<GraphicsState> {
  readonly pieces: Piece[]
  begun: number
}

function textObjects(data: Buffer): Piece[] {
  const cutting: Cutting = { ...beginDrawing({ matrix: identity() }), pieces: [], begun: -1 }
  read(data, cutting)
  return cutting.pieces
}

const read = interpreter<GraphicsState, Cutting>({
  beginText: (cutting, _, from) => {
    cutting.begun = from
  },
  endText: ({ state: { matrix }, line, pieces, begun }, _, _from, to, data) =>
    pieces.push({ matrix, text: data.toString('latin1', begun, to), yPt: product(line, matrix)[5] }),
})
