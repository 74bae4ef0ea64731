import { deflateSync } from 'node:zlib'
import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { readContentStream } from '../../../ground/pdf/content-stream.ts'
import { inflated } from '../../../ground/pdf/inflated.ts'

const name = PDFName.of
const MARKING = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

/**
 * Copies a form without its marks, for the second time that it is drawn (a mask does so): what the tree owns may be
 * painted once only (PDF/UA-1, 7.20). Forms in it are copied too where `isTagged`.
 */
export function copyForm(form: PDFRef, stream: PDFRawStream, isTagged: (form: PDFRef) => boolean): PDFRef {
  const { context } = stream.dict
  const dictionary = stream.dict.clone(context)
  for (const key of ['StructParents', 'StructParent', 'DecodeParms']) dictionary.delete(name(key))
  const data = deflateSync(withoutMarks(inflated(stream)))
  dictionary.set(name('Filter'), name('FlateDecode'))
  dictionary.set(name('Length'), PDFNumber.of(data.length))
  const resources = dictionary.lookupMaybe(name('Resources'), PDFDict)
  const objects = resources?.lookupMaybe(name('XObject'), PDFDict)
  if (resources && objects) {
    const copies = objects.clone(context)
    for (const [key, one] of objects.entries()) {
      const inner = context.lookup(one)
      if (one instanceof PDFRef && one !== form && inner instanceof PDFRawStream && isTagged(one))
        copies.set(key, copyForm(one, inner, isTagged))
    }
    const own = resources.clone(context)
    own.set(name('XObject'), copies)
    dictionary.set(name('Resources'), own)
  }
  return context.register(PDFRawStream.of(dictionary, data))
}

/** Takes the marks out of a form that no page draws, only a mask: nobody can read what is in it. */
export function takeMarks(stream: PDFRawStream): void {
  const data = deflateSync(withoutMarks(inflated(stream)))
  stream.updateContents(data)
  stream.dict.set(name('Filter'), name('FlateDecode'))
  stream.dict.delete(name('DecodeParms'))
  stream.dict.set(name('Length'), PDFNumber.of(data.length))
}

function withoutMarks(data: Buffer): Buffer {
  const kept: Buffer[] = []
  let done = 0
  readContentStream(data, (operator, _, from, to) => {
    if (!MARKING.has(operator)) return
    kept.push(data.subarray(done, from), Buffer.from(' '))
    done = to
  })
  return Buffer.concat([...kept, data.subarray(done)])
}
