// The bytes of a web page → its tree. Nothing of it is run.
import type { Root } from 'hast'
import { decodeText } from '../../ground/files/decode-text.ts'
import { readHtml } from '../../ground/html/html-text.ts'
import type { Breach } from '../../rules/rules.ts'

export interface PageRead {
  readonly html: string
  readonly tree: Root
  /** Whether it defines signs of its own, which are left out. */
  readonly hasEntities: boolean
}

export type PageFault = Extract<Breach<'page-is-read'>, { rule: 'page-is-read' }>

export const MOST_DEEP = 500
/** A book of a thousand pages has fewer. */
export const MOST_ELEMENTS = 150_000

/** The fault says why it cannot be read. */
export function readPage(bytes: Uint8Array): PageRead | { readonly fault: PageFault['facts'] } {
  const decoded = decodedPage(bytes)
  if (decoded === undefined) return { fault: { problem: 'no-text' } }
  const { text, hasEntities } = withoutDefinitions(decoded.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
  const fault = tooMuch(text)
  if (fault) return { fault }
  const page = /^\s*<!doctype/i.test(text) ? text : `<!doctype html>${text}`
  return { html: text, tree: readHtml(page), hasEntities }
}

/** By its mark or by what its head says; else as any other text. */
function decodedPage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const said =
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,100}\bencoding=["']([\w-]+)/i.exec(
      head,
    )
  const coding = said?.[1] ?? said?.[2]
  const hasMark = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head)
  if (coding && !hasMark && !head.includes('\0')) {
    if (/^(?:windows-1252|iso-?8859-1|latin-?1|us-ascii|cp1252)$/i.test(coding)) return westernText(bytes)
    try {
      return new TextDecoder(coding, { fatal: true }).decode(bytes)
    } catch {
      // It is another one than it says.
    }
  }
  const read = decodeText(bytes)
  return 'text' in read ? read.text : undefined
}

const LOOKED_AT = 4096

/** What Windows-1252 has in place of control characters, from 0x80 on, which browsers take for Latin 1 as well. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Many a page that says so is UTF-8 all the same. */
function westernText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = Buffer.from(bytes).toString('latin1')
    return text.replace(/[\u0080-\u009f]/g, (sign) => WESTERN[sign.charCodeAt(0) - 0x80] ?? sign)
  }
}

/** `<!DOCTYPE html [<!ENTITY …>]>`: what is defined there could be read from other files. */
function withoutDefinitions(text: string): { text: string; hasEntities: boolean } {
  const doctype = /<!doctype[^[>]{0,500}\[/i.exec(text.slice(0, LOOKED_AT))
  if (!doctype) return { text, hasEntities: false }
  const end = text.indexOf(']', doctype.index)
  const close = end < 0 ? -1 : text.indexOf('>', end)
  if (close < 0) return { text: text.slice(0, doctype.index), hasEntities: true }
  return { text: `<!doctype html>${text.slice(close + 1)}`, hasEntities: true }
}

/** What ends by itself: without an end, at the end of what it stands in, or where another begins. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(
  (
    'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rp rt rb rtc html head body'
  ).split(' '),
)

/** The parser looks up all that is open at each tag: what is nested without end would keep it busy without end. */
function tooMuch(text: string): PageFault['facts'] | undefined {
  let depth = 0
  let count = 0
  for (const { 1: slash, 2: name = '', 3: rest = '' } of withoutPrograms(text).matchAll(
    /<(\/?)([a-z][^\s/>]*)([^<>]*)/gi,
  )) {
    if (slash === '') count += 1
    if (count > MOST_ELEMENTS) return { problem: 'large', most: MOST_ELEMENTS }
    if (ENDS_ITSELF.has(name.toLowerCase()) || rest.endsWith('/')) continue
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > MOST_DEEP) return { problem: 'deep', most: MOST_DEEP }
  }
  return undefined
}

/** Tags in programs, styles and remarks are none. */
function withoutPrograms(text: string): string {
  const parts: string[] = []
  const begins = /<(?:(script|style)\b|!--)/gi
  let done = 0
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const ends = found[1] === undefined ? /-->/g : new RegExp(`</${found[1]}`, 'gi')
    ends.lastIndex = begins.lastIndex
    parts.push(text.slice(done, found.index))
    if (!ends.exec(text)) return parts.join('')
    done = ends.lastIndex
    begins.lastIndex = done
  }
  parts.push(text.slice(done))
  return parts.join('')
}
