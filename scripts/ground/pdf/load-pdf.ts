import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { inflated } from './inflated.ts'
import {
  isDigit,
  type ObjectReader,
  readerOf,
  readObject,
  readWhole,
  referenceOf,
  skipSpace,
  takeWord,
  UnusualSyntax,
} from './read-objects.ts'

/**
 * The document that is in the bytes, as the library's own reader has it, in a third of the time: that one makes a
 * string of every name and number, letter by letter. A file that is not written as a sound program writes one is left
 * to the library. Streams are parts of `bytes`, which must stay as they are for as long as the document is used.
 */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const context = readPlainFile(bytes)
  if (context) return Reflect.construct(PDFDocument, [context, false, false])
  // The default waits between objects, and doubles the time.
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
}

function readPlainFile(bytes: Uint8Array): PDFContext | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = /^%PDF-(\d)\.(\d)[\r\n]/.exec(data.toString('latin1', 0, 9))
  if (!version) return undefined
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(Number(version[1]), Number(version[2]))
  try {
    readFile(readerOf(data, context))
  } catch {
    return undefined // Whatever it was, the library finds it too, and has the words for it.
  }
  const { Root, Encrypt } = context.trailerInfo
  const root = context.lookup(Root)
  const isCatalog = root instanceof PDFDict && root.lookup(TYPE) === CATALOG
  return isCatalog && Encrypt === undefined ? context : undefined
}

const name = PDFName.of
const TYPE = name('Type')
const CATALOG = name('Catalog')
const OBJECT_STREAM = name('ObjStm')
const CROSS_REFERENCE = name('XRef')

/** Objects stand one after the other, as the library reads them; what is written later holds. */
function readFile(reader: ObjectReader): void {
  for (;;) {
    skipSpace(reader)
    if (reader.at >= reader.data.length) return
    if (isDigit(reader.data[reader.at])) readIndirect(reader)
    else if (takeWord(reader, 'xref')) skipTable(reader)
    else if (takeWord(reader, 'trailer')) takeTrailer(reader, readDictionaryOf(reader))
    else if (takeWord(reader, 'startxref')) readWhole(reader)
    else throw new UnusualSyntax()
  }
}

function readIndirect(reader: ObjectReader): void {
  const { context } = reader
  const number = readWhole(reader)
  const reference = referenceOf(number, readWhole(reader))
  if (number === 0 || !takeWord(reader, 'obj')) throw new UnusualSyntax()
  const object = readObject(reader)
  if (object instanceof PDFDict && takeWord(reader, 'stream')) {
    const stream = readStream(reader, object)
    const type = object.lookup(TYPE)
    if (type === OBJECT_STREAM) readObjectStream(reader, stream)
    else if (type === CROSS_REFERENCE) takeTrailer(reader, object)
    context.assign(reference, stream)
  } else context.assign(reference, object)
  if (!takeWord(reader, 'endobj')) throw new UnusualSyntax()
}

function readStream(reader: ObjectReader, dictionary: PDFDict): PDFRawStream {
  const { data } = reader
  if (data[reader.at] === 13) reader.at++
  if (data[reader.at] === 10) reader.at++
  const length = wholeOf(dictionary, 'Length')
  // No Buffer: of one of those, `slice` would be no copy.
  const contents = new Uint8Array(data.buffer, data.byteOffset, data.length).subarray(
    reader.at,
    reader.at + length,
  )
  reader.at += length
  if (!takeWord(reader, 'endstream')) throw new UnusualSyntax()
  return PDFRawStream.of(dictionary, contents)
}

/** Object streams (ISO 32000-1, 7.5.7): numbers and places, then the objects. */
function readObjectStream({ context }: ObjectReader, stream: PDFRawStream): void {
  const reader = readerOf(inflated(stream), context)
  const first = wholeOf(stream.dict, 'First')
  const places: [number, number][] = []
  for (let left = wholeOf(stream.dict, 'N'); left > 0; left--)
    places.push([readWhole(reader), first + readWhole(reader)])
  for (const [number, at] of places) {
    reader.at = at
    if (number === 0) throw new UnusualSyntax()
    context.assign(referenceOf(number), readObject(reader))
  }
}

function takeTrailer({ context }: ObjectReader, dictionary: PDFDict): void {
  const { trailerInfo } = context
  for (const key of ['Root', 'Encrypt', 'Info', 'ID'] as const) {
    const value = dictionary.get(name(key))
    if (value !== undefined) trailerInfo[key] = value
  }
  const size = dictionary.get(name('Size'))
  if (size instanceof PDFNumber) trailerInfo.Size = size
}

/** A table of places (7.5.4): none of them is needed, for all objects are read. */
function skipTable(reader: ObjectReader): void {
  for (;;) {
    skipSpace(reader)
    if (!isDigit(reader.data[reader.at])) return
    readWhole(reader)
    for (let rows = readWhole(reader); rows > 0; rows--) {
      readWhole(reader)
      readWhole(reader)
      if (!takeWord(reader, 'n') && !takeWord(reader, 'f')) throw new UnusualSyntax()
    }
  }
}

function readDictionaryOf(reader: ObjectReader): PDFDict {
  const object = readObject(reader)
  if (object instanceof PDFDict) return object
  throw new UnusualSyntax()
}

function wholeOf(dictionary: PDFDict, key: string): number {
  const value = dictionary.get(name(key))
  if (value instanceof PDFNumber && Number.isInteger(value.asNumber())) return value.asNumber()
  throw new UnusualSyntax()
}
