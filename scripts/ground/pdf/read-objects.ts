import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** A place in bytes that hold objects, and what was met there before. */
export interface ObjectReader {
  readonly data: Buffer
  at: number
  readonly context: PDFContext
}

/** Thrown where the bytes are not what a program writes that knows how: the library reads on, and guesses. */
export class UnusualSyntax extends Error {}

export const readerOf = (data: Buffer, context: PDFContext): ObjectReader => ({
  data,
  at: 0,
  context,
})

const SPACE = new Uint8Array(256)
const BREAK = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) SPACE[code] = BREAK[code] = 1
for (const character of '()<>[]{}/%') BREAK[character.charCodeAt(0)] = 1

/** Reads one object (ISO 32000-1, 7.3); of a stream, its dictionary. */
export function readObject(reader: ObjectReader): PDFObject {
  skipSpace(reader)
  const { data, at } = reader
  const code = data[at]
  if (code === 0x2f) return readName(reader)
  if (code === 0x3c) return data[at + 1] === 0x3c ? readDictionary(reader) : readHex(reader)
  if (code === 0x5b) return readArray(reader)
  if (code === 0x28) return readLiteral(reader)
  if (code === undefined) throw new UnusualSyntax()
  return isDigit(code) || code === 45 || code === 43 || code === 46
    ? readNumberOrReference(reader)
    : readWord(reader)
}

export function skipSpace(reader: ObjectReader): void {
  const { data } = reader
  let { at } = reader
  for (;;) {
    while (SPACE[data[at]!] === 1) at++
    if (data[at] !== 0x25) break
    while (at < data.length && data[at] !== 10 && data[at] !== 13) at++
  }
  reader.at = at
}

/** Whether this word comes next, which is then passed over. */
export function takeWord(reader: ObjectReader, word: string): boolean {
  skipSpace(reader)
  const { data, at } = reader
  for (let index = 0; index < word.length; index++)
    if (data[at + index] !== word.charCodeAt(index)) return false
  reader.at = at + word.length
  return true
}

export const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

/** A whole number without a sign. */
export function readWhole(reader: ObjectReader): number {
  skipSpace(reader)
  const { data } = reader
  const from = reader.at
  let value = 0
  while (isDigit(data[reader.at])) value = value * 10 + data[reader.at++]! - 48
  if (reader.at === from || reader.at - from > MOST_DIGITS) throw new UnusualSyntax()
  return value
}

/** So many digits and fewer are a whole number that a double holds as it is. */
const MOST_DIGITS = 15

function readNumberOrReference(reader: ObjectReader): PDFObject {
  const number = readNumber(reader)
  const behind = reader.at
  if (!Number.isInteger(number) || number <= 0) return numberOf(number)
  skipSpace(reader)
  if (isDigit(reader.data[reader.at])) {
    const generation = readWhole(reader)
    skipSpace(reader)
    if (reader.data[reader.at] === 0x52) {
      reader.at++
      return referenceOf(number, generation)
    }
  }
  reader.at = behind
  return numberOf(number)
}

function readNumber(reader: ObjectReader): number {
  const { data } = reader
  const negative = data[reader.at] === 45
  let at = negative ? reader.at + 1 : reader.at
  const from = at
  let value = 0
  let scale = 0
  for (; at < data.length && BREAK[data[at]!] === 0; at++) {
    const code = data[at]!
    if (code === 46 && scale === 0) scale = 1
    else if (isDigit(code)) {
      value = value * 10 + code - 48
      scale *= 10
    } else throw new UnusualSyntax()
  }
  if (at - from > MOST_DIGITS || at === from) throw new UnusualSyntax()
  reader.at = at
  // Both are whole numbers that a double holds, so the quotient is the double nearest to what is written.
  const size = scale > 1 ? value / scale : value
  return negative ? -size : size
}

/** Numbers do not change, so that the commonest are made once. */
const wholeNumbers: PDFNumber[] = []

function numberOf(value: number): PDFNumber {
  if (!(Number.isInteger(value) && value >= 0 && value < 1024) || Object.is(value, -0))
    return PDFNumber.of(value)
  wholeNumbers[value] ??= PDFNumber.of(value)
  return wholeNumbers[value]
}

/**
 * The library has one reference for each number and one name for each text, in the whole process and for as long as
 * it runs, and finds them by strings that it puts together each time. Here they are found by number, and by bytes.
 */
const references: PDFRef[] = []
const MOST_NAMES = 2048
const names = new Array<PDFName | undefined>(MOST_NAMES).fill(undefined)

export function referenceOf(number: number, generation = 0): PDFRef {
  if (generation > 0 || number > MOST_OBJECTS) return PDFRef.of(number, generation)
  references[number] ??= PDFRef.of(number)
  return references[number]
}

/** What a file may have of them (ISO 32000-1, C.2); more are no list, but holes. */
const MOST_OBJECTS = 8_388_607

function readName(reader: ObjectReader): PDFName {
  const { data } = reader
  const from = ++reader.at
  let at = from
  let hash = 0
  for (; at < data.length && BREAK[data[at]!] === 0; at++) hash = (Math.imul(hash, 31) + data[at]!) | 0
  reader.at = at
  const place = hash & (MOST_NAMES - 1)
  const known = names[place]
  if (known !== undefined && isWritten(known, data, from, at)) return known
  const text = data.toString('latin1', from, at)
  if (text.includes('#'))
    return PDFName.of(
      text.replace(ESCAPES, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  const name = PDFName.of(text)
  names[place] = name
  return name
}

const ESCAPES = /#([\dA-Fa-f]{2})/g

function isWritten(name: PDFName, data: Buffer, from: number, to: number): boolean {
  const text = name.asString() // with its slash
  if (text.length !== to - from + 1) return false
  for (let index = from; index < to; index++)
    if (text.charCodeAt(index - from + 1) !== data[index]) return false
  return true
}

function readHex(reader: ObjectReader): PDFHexString {
  const { data, at } = reader
  const end = data.indexOf(0x3e, at)
  if (end < 0) throw new UnusualSyntax()
  reader.at = end + 1
  return PDFHexString.of(data.toString('latin1', at + 1, end))
}

function readLiteral(reader: ObjectReader): PDFString {
  const { data, at } = reader
  let depth = 1
  let end = at + 1
  for (; end < data.length; end++) {
    const code = data[end]
    if (code === 0x5c) end++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) break
  }
  if (depth > 0) throw new UnusualSyntax()
  reader.at = end + 1
  return PDFString.of(data.toString('latin1', at + 1, end))
}

function readArray(reader: ObjectReader): PDFArray {
  const array = PDFArray.withContext(reader.context)
  reader.at++
  for (;;) {
    skipSpace(reader)
    if (reader.data[reader.at] === 0x5d) break
    array.push(readObject(reader))
  }
  reader.at++
  return array
}

const TYPE = PDFName.of('Type')
const CATALOG = PDFName.of('Catalog')
const PAGES = PDFName.of('Pages')
const PAGE = PDFName.of('Page')

export function readDictionary(reader: ObjectReader): PDFDict {
  const { context } = reader
  const entries = new Map<PDFName, PDFObject>()
  reader.at += 2
  for (;;) {
    skipSpace(reader)
    const code = reader.data[reader.at]
    if (code === 0x3e) break
    if (code !== 0x2f) throw new UnusualSyntax()
    entries.set(readName(reader), readObject(reader))
  }
  if (reader.data[reader.at + 1] !== 0x3e) throw new UnusualSyntax()
  reader.at += 2
  const type = entries.get(TYPE)
  if (type === CATALOG) return PDFCatalog.fromMapWithContext(entries, context)
  if (type === PAGES) return PDFPageTree.fromMapWithContext(entries, context)
  if (type === PAGE) return PDFPageLeaf.fromMapWithContext(entries, context)
  return PDFDict.fromMapWithContext(entries, context)
}

function readWord(reader: ObjectReader): PDFObject {
  if (takeWord(reader, 'true')) return PDFBool.True
  if (takeWord(reader, 'false')) return PDFBool.False
  if (takeWord(reader, 'null')) return PDFNull
  throw new UnusualSyntax()
}
