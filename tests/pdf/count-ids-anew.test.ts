import { PDFDocument, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { countIdsAnew } from '../../scripts/pdf/count-ids-anew.ts'

/** What Chromium writes of two header cells and a cell below them, with its own count of nodes. */
async function cellsCounted(first: number, second: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const [a, b] = [first, second].map((node) => `node${String(node).padStart(8, '0')}`) as [string, string]
  const { context } = pdf
  context.register(context.obj({ Type: 'StructElem', ID: PDFString.of(a) }))
  context.register(context.obj({ Type: 'StructElem', ID: PDFString.of(b) }))
  context.register(context.obj({ A: [{ O: 'Table', Headers: [PDFString.of(b), PDFString.of(a)] }] }))
  context.register(context.obj({ Limits: [PDFString.of(a), PDFString.of(b)], Names: [PDFString.of(a)] }))
  context.register(context.obj({ Alt: PDFString.of(a) }))
  countIdsAnew(pdf)
  return pdf
}

const written = (pdf: PDFDocument): string[] =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString().replace(/\s+/g, ' '))
    .filter((text) => /node\d/.test(text))

it('counts header cells from one, in their order, wherever they are named', async () => {
  const objects = written(await cellsCounted(629, 1317))
  expect(objects[0]).toContain('/ID (node00000001)')
  expect(objects[1]).toContain('/ID (node00000002)')
  expect(objects[2]).toContain('/Headers [ (node00000002) (node00000001) ]')
  expect(objects[3]).toContain('/Limits [ (node00000001) (node00000002) ]')
  expect(objects[3]).toContain('/Names [ (node00000001) ]')
})

it('gives the same whatever the browser had counted, and leaves texts alone', async () => {
  const [one, other] = [written(await cellsCounted(629, 1317)), written(await cellsCounted(627, 1313))]
  expect(one.slice(0, 4)).toEqual(other.slice(0, 4))
  expect(one[4]).toContain('(node00000629)')
})
