// One part of a Word file: XML, read without anything that could make it grow.
import { decodeXML } from 'entities'
// @ts-expect-error The package ships no types; what is used of it is declared below.
import { Parser as Saxen } from 'saxen'
import type { Element } from './element.ts'
import { wordFault } from './word-fault.ts'

interface Parser {
  ns(prefixes: Readonly<Record<string, string>>): this
  on(
    event: 'openTag',
    listener: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
  ): this
  on(event: 'closeTag' | 'text' | 'cdata' | 'attention', listener: (text: string) => void): this
  on(event: 'error' | 'warn', listener: (error: Error) => void): this
  parse(xml: string): void
}

/** Word itself nests about thirty deep; a table within tables within text boxes reaches a hundred. */
const DEEPEST = 400

const OFFICE = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'
const MICROSOFT = 'http://schemas.microsoft.com/office'
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OFFICE}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OFFICE}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OFFICE}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${OFFICE}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${OFFICE}/drawingml/2006/picture`]: 'pic',
  [`${STRICT}/drawingml/picture`]: 'pic',
  [`${OFFICE}/drawingml/2006/chart`]: 'c',
  [`${STRICT}/drawingml/chart`]: 'c',
  [`${OFFICE}/drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}/drawingml/diagram`]: 'dgm',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc',
  [`${OFFICE}/officeDocument/2006/bibliography`]: 'b',
  [`${OFFICE}/package/2006/relationships`]: 'rel',
  [`${OFFICE}/package/2006/content-types`]: 'ct',
  [`${OFFICE}/package/2006/metadata/core-properties`]: 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  [`${MICROSOFT}/word/2010/wordml`]: 'w14',
  [`${MICROSOFT}/word/2012/wordml`]: 'w15',
  [`${MICROSOFT}/word/2010/wordprocessingShape`]: 'wps',
  [`${MICROSOFT}/word/2010/wordprocessingGroup`]: 'wpg',
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`]: 'wpc',
  [`${MICROSOFT}/drawing/2016/SVG/main`]: 'asvg',
  [`${MICROSOFT}/drawing/2017/decorative`]: 'adec',
}

interface Growing extends Element {
  readonly children: (Element | string)[]
}

/**
 * Throws ArchiveFault where it is no XML, is nested like nothing that Word writes, or brings definitions of its own.
 */
export function parsePart(name: string, bytes: Uint8Array): Element {
  const root: Growing = { name: '', attributes: {}, children: [] }
  const open: Growing[] = [root]
  const top = (): Growing => open.at(-1) ?? root
  const parser: Parser = new Saxen().ns(PREFIXES)
  parser.on('openTag', (element, attributes) => {
    if (open.length > DEEPEST) throw wordFault({ problem: 'too-deep', file: name })
    const one: Growing = { name: element, attributes: decoded(attributes()), children: [] }
    top().children.push(one)
    open.push(one)
  })
  parser.on('closeTag', () => open.pop())
  parser.on('text', (text) => top().children.push(decodeXML(text)))
  parser.on('cdata', (text) => top().children.push(text))
  parser.on('attention', () => {
    throw wordFault({ problem: 'defines-entities', file: name })
  })
  parser.on('error', (fault) => {
    throw wordFault({ problem: 'torn-part', file: name }, fault)
  })
  parser.on('warn', () => {})
  parser.parse(decodedText(bytes))
  const [found] = root.children.filter((child): child is Element => typeof child !== 'string')
  if (!found || open.length > 1) throw wordFault({ problem: 'torn-part', file: name })
  return found
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const value of Object.values(attributes))
    if (value.includes('&'))
      return Object.fromEntries(Object.entries(attributes).map(([key, one]) => [key, decodeXML(one)]))
  return attributes
}

function decodedText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
