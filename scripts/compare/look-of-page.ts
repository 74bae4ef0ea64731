import { createHash, type Hash } from 'node:crypto'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { readContentStream } from '../ground/pdf/content-stream.ts'
import { contentsOf } from '../ground/pdf/contents-of.ts'
import type { PageLook } from './paper.ts'

/** What each page draws, as far as two papers can be compared by it without drawing them. */
export function looksOf(pdf: PDFDocument): readonly PageLook[] {
  const reader: Reader = { context: pdf.context, known: new Map(), open: new Set() }
  return pdf.getPages().map((page) => lookOf(page, reader))
}

interface Reader {
  readonly context: PDFContext
  /** By what an object is, wherever it stands in the file. */
  readonly known: Map<PDFRef, string>
  readonly open: Set<PDFRef>
}

function lookOf(page: PDFPage, reader: Reader): PageLook {
  const hash = createHash('sha256').update(JSON.stringify(page.getMediaBox()))
  const pictures: string[] = []
  const resources = page.node.Resources()
  const content = contentsOf(page)
  const spans: boolean[] = []
  let artifacts = 0
  let kept = 0 // What stands from here on is taken as it is.
  const skip = (from: number, to: number): void => {
    if (from > kept) hash.update(content.subarray(kept, from))
    kept = to
  }
  readContentStream(content, (operator, { others }, from, to) => {
    if (operator === 'BDC' || operator === 'BMC') {
      spans.push(others[0] === '/Artifact')
      if (spans.at(-1)) artifacts++
      return skip(from, to) // Marks are not seen, and their numbers change with what stands before them.
    }
    if (operator === 'EMC') {
      if (spans.pop()) artifacts--
      return skip(from, to)
    }
    if (artifacts > 0 && isOfText(operator)) return skip(from, to) // heads and folios
    const kind = KINDS[operator]
    const name = kind && others.find((one): one is string => typeof one === 'string' && one.startsWith('/'))
    if (!kind || !name) return
    const named = resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.get(PDFName.of(name.slice(1)))
    const said = kind === 'Font' ? nameOfFont(named, reader) : hashOf(named, reader)
    skip(from, to)
    hash.update(`${said} ${content.toString('latin1', from, to).replace(name, '')}`)
    if (kind === 'XObject') pictures.push(said)
  })
  skip(content.length, content.length)
  return { drawing: hash.digest('hex'), pictures }
}

/** Names in a page's content, and where the page says what they are. */
const KINDS: Readonly<Record<string, string>> = {
  Do: 'XObject',
  Tf: 'Font',
  gs: 'ExtGState',
  sh: 'Shading',
  scn: 'Pattern',
  SCN: 'Pattern',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
}

const isOfText = (operator: string): boolean => /^(?:T.|BT|ET|'|")$/.test(operator)

/**
 * Fonts are cut down to the letters of the paper: another letter anywhere makes them another file, and not another
 * look.
 */
function nameOfFont(named: PDFObject | undefined, { context }: Reader): string {
  const font = context.lookup(named)
  return font instanceof PDFDict ? baseName(font) : ''
}

function baseName(font: PDFDict): string {
  const base = font.lookup(PDFName.of('BaseFont'))
  return base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, '') : ''
}

function hashOf(object: PDFObject | undefined, reader: Reader): string {
  if (!(object instanceof PDFRef)) {
    const hash = createHash('sha256')
    feed(hash, object, reader, 0)
    return hash.digest('hex')
  }
  const known = reader.known.get(object)
  if (known !== undefined) return known
  if (reader.open.has(object)) return 'a circle'
  reader.open.add(object)
  const hash = createHash('sha256')
  feed(hash, reader.context.lookup(object), reader, 0)
  reader.open.delete(object)
  const said = hash.digest('hex')
  reader.known.set(object, said)
  return said
}

const MAX_DEPTH = 64
const UNSEEN = new Set(['/Parent', '/StructParent', '/StructParents', '/Metadata', '/ToUnicode', '/Length'])

function feed(hash: Hash, object: PDFObject | undefined, reader: Reader, depth: number): void {
  if (depth > MAX_DEPTH) return
  if (object instanceof PDFRef) hash.update(hashOf(object, reader))
  else if (object instanceof PDFRawStream) {
    feed(hash, object.dict, reader, depth + 1)
    hash.update(object.contents)
  } else if (object instanceof PDFDict) feedDictionary(hash, object, reader, depth)
  else if (object instanceof PDFArray) for (const one of object.asArray()) feed(hash, one, reader, depth + 1)
  else hash.update(`${object} `)
}

function feedDictionary(hash: Hash, dict: PDFDict, reader: Reader, depth: number): void {
  const isFont = dict.get(PDFName.of('Type')) === PDFName.of('Font')
  if (isFont) {
    hash.update(baseName(dict))
    return
  }
  const entries = dict.entries().map(([key, value]) => [key.asString(), value] as const)
  for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (UNSEEN.has(key)) continue
    hash.update(key)
    feed(hash, value, reader, depth + 1)
  }
}

/** Names of all fonts without the prefix of subsets, sorted. */
export function fontsOf(context: PDFContext): readonly string[] {
  const names = new Set<string>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const name = baseName(object)
    if (name !== '') names.add(name)
  }
  return [...names].sort()
}
