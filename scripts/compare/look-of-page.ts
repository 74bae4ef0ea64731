import { createHash, type Hash } from 'node:crypto'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { readContentStream } from '../pdf-syntax/content-stream.ts'
import { contentsOf } from '../pdf-syntax/contents-of.ts'
import { readFont } from '../pdf-syntax/read-font.ts'
import type { PageLook } from './paper.ts'

export interface Looks {
  readonly looks: readonly PageLook[]
  readonly fonts: readonly string[]
}

/** What each page draws, as far as two papers can be compared by it without drawing them. None where the file is not that regular. */
export async function looksOf(bytes: Uint8Array, pages: number): Promise<Looks> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
    const reader: Reader = { context: pdf.context, known: new Map(), open: new Set() }
    const looks = pdf.getPages().map((page) => lookOf(page, reader))
    return looks.length === pages ? { looks, fonts: fontsOf(pdf.context) } : { looks: [], fonts: [] }
  } catch {
    return { looks: [], fonts: [] } // pdf.js reads files that others do not; then the pages are drawn and compared.
  }
}

interface Reader {
  readonly context: PDFContext
  /** By what an object is, wherever it stands in the file. */
  readonly known: Map<PDFRef, string>
  readonly open: Set<PDFRef>
}

function lookOf(page: PDFPage, reader: Reader): PageLook {
  const hash = createHash('sha256')
  const pictures: string[] = []
  const resources = page.node.Resources()
  const content = contentsOf(page)
  let artifacts = 0
  const spans: boolean[] = []
  hash.update(JSON.stringify(page.getMediaBox()))
  readContentStream(content, (operator, { others }, from, to) => {
    if (operator === 'BDC' || operator === 'BMC') {
      spans.push(others[0] === '/Artifact')
      if (spans.at(-1)) artifacts++
      return // Marks are not seen, and their numbers change with what stands before them.
    }
    if (operator === 'EMC') {
      if (spans.pop()) artifacts--
      return
    }
    if (artifacts > 0 && isOfText(operator)) return // heads and folios
    const name = others.find((one): one is string => typeof one === 'string' && one.startsWith('/'))
    const kind = KINDS[operator]
    if (!kind || name === undefined) {
      hash.update(content.subarray(from, to)).update('\n')
      return
    }
    const named = resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.get(PDFName.of(name.slice(1)))
    const said = kind === 'Font' ? nameOfFont(named, reader) : hashOf(named, reader)
    hash.update(`${kind} ${said} ${content.toString('latin1', from, to).replace(name, '')}\n`)
    if (kind === 'XObject') pictures.push(said)
  })
  return { drawing: hash.digest('hex'), pictures }
}

/** Names in a page's content, and where the page says what they are. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ Do: 'XObject', Tf: 'Font', gs: 'ExtGState', sh: 'Shading' },
  ...{ scn: 'Pattern', SCN: 'Pattern', cs: 'ColorSpace', CS: 'ColorSpace' },
}

const isOfText = (operator: string): boolean => /^(?:T.|BT|ET|'|")$/.test(operator)

/** Fonts are cut down to the letters of the paper: another letter anywhere makes them another file, and not another look. */
function nameOfFont(named: PDFObject | undefined, { context }: Reader): string {
  const font = context.lookup(named)
  return font instanceof PDFDict ? readFont(font, context).name : ''
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
    hash.update(readFont(dict, reader.context).name)
    return
  }
  const entries = dict.entries().map(([key, value]) => [key.asString(), value] as const)
  for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (UNSEEN.has(key)) continue
    hash.update(key)
    feed(hash, value, reader, depth + 1)
  }
}

function fontsOf(context: PDFContext): readonly string[] {
  const names = new Set<string>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const base = object.lookup(PDFName.of('BaseFont'))
    if (base instanceof PDFName) names.add(base.decodeText().replace(/^[A-Z]{6}\+/, ''))
  }
  return [...names].sort()
}
