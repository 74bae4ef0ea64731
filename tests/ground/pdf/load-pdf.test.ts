import { PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, it, vi } from 'vitest'
import { loadPdf } from '../../../scripts/ground/pdf/load-pdf.ts'
import { finish, given } from '../../verify/small-book.ts'

const printed = given.printed.pieces[0]!.bytes
const { bytes: finished } = await finish(given)

const byLibrary = (bytes: Uint8Array) =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })

const written = (object: PDFObject) =>
  object instanceof PDFRawStream
    ? `${object.dict} ${Buffer.from(object.contents).toString('latin1')}`
    : `${object.constructor.name} ${object}`

function all({ context, ...pdf }: PDFDocument) {
  return {
    header: String(context.header),
    trailer: ['Root', 'Info', 'ID', 'Encrypt', 'Size'].map((key) =>
      String(Reflect.get(context.trailerInfo, key)),
    ),
    largest: context.largestObjectNumber,
    isEncrypted: pdf.isEncrypted,
    objects: context
      .enumerateIndirectObjects()
      .map(([reference, object]) => `${reference} ${written(object)}`),
  }
}

/** A file of one page, with whatever is put in among its objects. */
const small = (objects: string): Buffer =>
  Buffer.from(
    `%PDF-1.7\n%\xB5\xB5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n` +
      `2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n${objects}` +
      'trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n',
    'latin1',
  )

describe('loadPdf', () => {
  it.each([
    ['what a browser printed', printed],
    ['what was finished', finished],
  ])('has every object of %s as the library has it, and does not ask it', async (_, bytes) => {
    const wanted = all(await byLibrary(bytes))
    const library = vi.spyOn(PDFDocument, 'load')
    expect(all(await loadPdf(bytes))).toEqual(wanted)
    expect(library).not.toHaveBeenCalled()
    library.mockRestore()
  })

  it.each([
    ['numbers', '[0 -0 1 -1 +1 .5 -.25 1. 0.1 595.95996 841.91998 1234567.0625 1023 1024 -7]'],
    ['numbers that are no references', '[1 0 2 0 R 3 1 2 0 RG]'],
    ['long numbers', '[3.14159265358979323846 8007199254740991]'],
    ['literals', String.raw`[(a) () (a(b)c) (a\)b) (\\) (\(\101\n) (a\\\)b)]`],
    ['hexadecimal strings', '[<> <48 65> <FEFF0041> <4>]'],
    ['names', '[/A /A#42 /A#c3#a9 / /Aa /BB /Abcdefghijklmnop]'],
    ['words', '[true false null]'],
    ['nested things', '<</A<</B[<</C(d)>>]>>/E null % >> not yet\n/F 4 0 R>>'],
    ['a stream', '<</Length 5>>\nstream\r\na\nb>>\nendstream'],
    ['a stream whose length is elsewhere', '<</Length 5 0 R>>\nstream\nabc\nendstream'],
    ['a stream that is longer than it says', '<</Length 1>>\nstream\nabc\nendstream'],
    ['a dictionary that does not end', '<</A 1'],
    ['nonsense', '<</A what>>'],
  ])('reads %s as the library does', async (_, object) => {
    const bytes = small(`4 0 obj\n${object}\nendobj\n`)
    expect(all(await loadPdf(bytes))).toEqual(all(await byLibrary(bytes)))
  })

  it('lets the later of two objects hold', async () => {
    const bytes = small('4 0 obj\n(old)\nendobj\n4 0 obj\n(new)\nendobj\n')
    expect(all(await loadPdf(bytes))).toEqual(all(await byLibrary(bytes)))
  })

  it('gives a document that can be changed and saved', async () => {
    const pdf = await loadPdf(finished)
    pdf.catalog.set(PDFName.of('Changed'), PDFName.of('Yes'))
    const again = await byLibrary(await pdf.save({ updateFieldAppearances: false }))
    expect(again.getPageCount()).toBe(given.printed.pageMap.total)
    expect(String(again.catalog.get(PDFName.of('Changed')))).toBe('/Yes')
  })

  it('says what the library says of bytes that are no PDF', async () => {
    await expect(loadPdf(Buffer.from('not a PDF'))).rejects.toThrow()
  })
})
