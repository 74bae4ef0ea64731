import type { PDFDocument } from '@cantoo/pdf-lib'
import { loadPdf } from '../../ground/pdf/load-pdf.ts'
import type { PrintedPiece } from '../../model/printed-piece.ts'
import { writePdf } from '../write-pdf.ts'
import { finishPiece } from './finish-piece.ts'
import { joinPieces } from './join-pieces.ts'

/**
 * The pages of all pieces as one document, in which every object can be changed. Nothing is tagged, and links lead
 * nowhere.
 */
export async function openJoined(printed: readonly PrintedPiece[]): Promise<PDFDocument> {
  const pieces = []
  for (const { bytes } of printed) pieces.push({ ...(await finishPiece({ bytes })), continues: false })
  const { pdf } = await joinPieces(pieces, () => undefined)
  // Without tags a book has few objects, most of them streams, which are written and read as they are.
  return loadPdf(writePdf(pdf.context))
}
