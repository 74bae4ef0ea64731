// Within one paragraph, cell or heading: what is address, label, tag, attribute or name.
import { around, wordsBehindPicture } from './attributes.ts'
import { citationUses } from './citations.ts'
import { HOLDS_NO_TEXT, isHtmlName } from './html-names.ts'
import { letters } from './letters.ts'
import { abbreviations, definitions, lateDefinitions, trackedChanges } from './lex-definitions.ts'
import { referencesIn, seeOtherIn } from './lex-references.ts'
import { closingBracket, plainLabel, type Reading } from './reading.ts'
import { type Scan, use } from './scan.ts'

/** `text` has blanks in place of the signs of quotations and lists before its lines. */
export function scanInline(
  text: string,
  offset: number,
  reading: Reading,
  { labels, html }: Pick<Scan, 'labels' | 'html'>,
): void {
  const scan: Scan = { text, offset, reading, labels, html }
  let at = html ? 0 : definitions(scan)
  if (!html && text.includes(']:')) lateDefinitions(scan)
  if (!html && text.includes('{')) trackedChanges(scan)
  if (!html && text.includes('*[')) abbreviations(scan)
  if (!html) for (const { start, end } of referencesIn(text)) use(scan, start, end, true)
  if (!html && text.includes('@'))
    for (const { start, end } of citationUses(text, labels)) use(scan, start, end)
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) break
    at = found.index + Math.max(1, readToken(scan, found))
  }
  if (!html) ends(scan)
  linesOfBraces(scan)
}

const TOKEN =
  /\\[\s\S]|`+|<!--|<(?=[\w/!?.+-])|\^\[|\[\^|\](?=[([{])|\] (?=\()|\)(?=\[https?:)|!?\[\[|(?<![\w:]):[a-zA-Z0-9_+-]+:(?!\w)|(?<![\w:]):(?:lang|index|value)(?=\[)|(?<![\w:]):[Vv]al(?:ues?)? ?(?:\[[^[\]\n]+\]|\([^()\n]+\)|\{[^{}\n]+\})|[)`*"](?=\{)|\{[%<]/g

/** Notes what a token stands for. Returns how far it reaches. */
function readToken(scan: Scan, found: RegExpExecArray): number {
  const [token] = found
  const { index } = found
  const { text, html } = scan
  if (token.startsWith('\\')) return /^\\[!-/:-@[-`{-~]/.test(token) ? 2 : 1
  if (token.startsWith('<')) return readTag(scan, index)
  if (token.startsWith('`')) return html ? token.length : readCode(scan, index, token.length)
  if (token === '^[') return readInlineNote(scan, index)
  if (token === '[^') return readCall(scan, index)
  if (token.endsWith('[[')) return readWikiLink(scan, index)
  if (token === '] ')
    return readApart(scan, index + 2, /\((?:[a-z]+:|www\.|#|[^()\s]*\.[a-z\d]{2,5})[^()\n]*\)/iy)
  if (token === ')' && text[index + 1] === '[') return readApart(scan, index + 1, /\[https?:[^\s\]]*\]/y)
  if (token === ']') return readBehindBracket(scan, index)
  if (token.startsWith(':') && token.endsWith(':')) {
    scan.reading.codes.push({ start: scan.offset + index, end: scan.offset + index + token.length })
    return token.length
  }
  if (token.startsWith(':') && /[\])}]$/.test(token)) {
    // A slip in the name of a value, if it is told.
    use(scan, index, index + token.length, true)
    return token.length
  }
  if (token.startsWith(':')) {
    const closed = closingBracket(text, index + token.length)
    const see = token === ':index' ? seeOtherIn(text, index, closed) : undefined
    if (see) use(scan, see.start, see.end)
    // The name of a value is used up by what is printed for it.
    use(scan, index, token === ':value' ? closed : index + token.length)
    if (text[closed] === '{') use(scan, closed, text.indexOf('}', closed) + 1)
    return token.length
  }
  if (/[)`*"]/.test(token)) {
    const braces = attributesAt(text, index + 1)
    return 1 + (token === ')' ? readBehindAddress(scan, index, braces) : readBraces(scan, index, braces))
  }
  return token.length
}

function readBraces(scan: Scan, index: number, length: number): number {
  use(scan, index + 1, index + 1 + length)
  return length
}

/** Behind a picture some attributes are text. */
function readBehindAddress(scan: Scan, index: number, length: number): number {
  const { text, offset, reading } = scan
  const from = index + 1
  const isAlone = /^\s*!\[/.test(text) && text.slice(from + length).trim() === ''
  const words = wordsBehindPicture(text.slice(from, from + length), isAlone)
  const spans = words.map(({ start, end }) => ({ start: offset + from + start, end: offset + from + end }))
  reading.units.push(...spans)
  reading.uses.push(...around({ start: offset + from, end: offset + from + length }, spans))
  return length
}

/** `[[file#place|words]]`: what stands before the bar is an address, and a number behind it a width. */
function readWikiLink(scan: Scan, index: number): number {
  const link = /!?\[\[([^[\]\n]{1,600})\]\]/y
  link.lastIndex = index
  const found = link.exec(scan.text)
  if (!found) return 2
  const inside = found[1] ?? ''
  const from = found.index + found[0].length - 2 - inside.length
  const bar = inside.search(/\\?\|/)
  const place = inside.indexOf('#')
  const isPicture = found[0].startsWith('!')
  // Without a bar the last name of its path is what is read.
  const folders = place >= 0 ? place : inside.lastIndexOf('/') + 1
  const address = bar >= 0 ? bar : isPicture ? inside.length : folders
  use(scan, from, from + address)
  if (!isPicture)
    use(scan, from + inside.length - (/\.md$/i.exec(inside)?.[0].length ?? 0), from + inside.length)
  else
    for (const { 0: width, index: at } of inside.matchAll(/\|\s*\d+(?:x\d+)?\s*(?=\||$)/g))
      use(scan, from + at, from + at + width.length)
  return 2
}

/** The address of a link whose two halves stand apart, or the wrong way round. */
function readApart(scan: Scan, index: number, pattern: RegExp): number {
  pattern.lastIndex = index
  const found = pattern.exec(scan.text)
  if (found) use(scan, index + 1, index + found[0].length - 1)
  return 1
}

/** A code span, in which nothing is markup; unclosed backticks are text. */
function readCode({ text, offset, reading }: Scan, index: number, length: number): number {
  for (const run of text.slice(index + length).matchAll(/`+/g)) {
    if (run[0].length !== length) continue
    const end = index + length + run.index + length
    reading.literal.push({ start: offset + index, end: offset + end })
    // What stands behind a code span in braces belongs to it.
    const braces = attributesAt(text, end)
    if (braces > 0) reading.uses.push({ start: offset + end, end: offset + end + braces })
    return end - index + braces
  }
  return length
}

const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^"'<>])*|\/)?)>/y

function readTag(scan: Scan, index: number): number {
  const { text, offset, reading } = scan
  if (text.startsWith('<!--', index)) {
    const close = text.indexOf('-->', index + 2)
    const end = close < 0 ? (scan.html ? text.length : index + 4) : close + 3
    use(scan, index, end)
    return end - index
  }
  TAG.lastIndex = index
  const found = TAG.exec(text)
  if (!found) {
    // Of an address in angle brackets the brackets are no signs of less and more.
    if (/^<[^\s<>]+[@:][^\s<>]*>/.test(text.slice(index, index + 2000))) use(scan, index, index + 1)
    const other = /<(?:![a-zA-Z][^>]*|\?[\s\S]*?\?|\/)>?|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/y
    other.lastIndex = index
    const declared = other.exec(text)
    if (declared) use(scan, index, index + declared[0].length, declared[0].startsWith('<![CDATA['))
    return Math.max(1, declared?.[0].length ?? 1)
  }
  const [whole, closing, name = '', attributes = ''] = found
  const end = index + whole.length
  if (!isHtmlName(name)) {
    use(scan, index, end, true)
    return whole.length
  }
  const read = closing ? undefined : readAttribute(name.toLowerCase(), attributes)
  if (read) {
    const from = end - 1 - attributes.length + read.start
    use(scan, index, from)
    reading.units.push({ start: offset + from, end: offset + from + read.length })
    use(scan, from + read.length, end)
  } else use(scan, index, end)
  if (closing || !HOLDS_NO_TEXT.has(name.toLowerCase()) || attributes.endsWith('/')) return whole.length
  const close = new RegExp(`</${name}\\s*>`, 'i').exec(text.slice(end))
  if (!close && !scan.html) return whole.length
  const content = close ? close.index : text.length - end
  use(scan, end, end + content, true)
  return whole.length + content
}

/** The alternative of a picture and what an abbreviation stands for are text. */
function readAttribute(name: string, attributes: string): { start: number; length: number } | undefined {
  const wanted =
    name === 'img' || name === 'image' ? 'alt' : name === 'abbr' || name === 'acronym' ? 'title' : undefined
  if (!wanted) return undefined
  const found = new RegExp(`(^|\\s)(${wanted}\\s*=\\s*)("[^"]*"|'[^']*')`, 'i').exec(attributes)
  if (!found?.[3] || /^["'](?:decorative)?["']$/.test(found[3])) return undefined
  return { start: found.index + (found[1] ?? '').length + (found[2] ?? '').length, length: found[3].length }
}

/** `^[text]`: it stands with the notes, and its own links are read as any. */
function readInlineNote({ text, offset, reading }: Scan, index: number): number {
  const end = closingBracket(text, index + 1)
  if (end > index + 1) reading.units.push({ start: offset + index, end: offset + end })
  return 2
}

const CALL = /\[\^[^\]\s]+\]:?/y

function readCall(scan: Scan, index: number): number {
  CALL.lastIndex = index
  const found = CALL.exec(scan.text)
  if (!found) return 2
  const label = found[0].slice(1, found[0].lastIndexOf(']'))
  if (found[0].endsWith(':') || scan.labels.has(plainLabel(label))) use(scan, index, index + found[0].length)
  return found[0].length
}

/** `](address "title")`, `][label]`, `]{.attributes}`. */
function readBehindBracket(scan: Scan, index: number): number {
  const { text, labels } = scan
  const next = text[index + 1]
  if (next === '(') {
    // The word by which a picture is told to show nothing.
    const alternative = /!\[(decorative)$/.exec(text.slice(Math.max(0, index - 12), index))
    if (alternative) use(scan, index - 'decorative'.length, index)
    signsOfFormulas(scan, index)
    return 1 + readAddress(scan, index + 1)
  }
  if (next === '{') {
    const braces = attributesAt(text, index + 1)
    use(scan, index + 1, index + 1 + braces)
    return 1 + braces
  }
  const label = /\[(?:\\.|[^\]\\[])*\]/y
  label.lastIndex = index + 1
  const found = label.exec(text)
  if (!found || found[0].startsWith('[^')) return 1
  const isDefined = labels.has(plainLabel(found[0].slice(1, -1)))
  use(scan, index + 1, index + 1 + found[0].length, !isDefined)
  return isDefined ? 1 + found[0].length - 1 : 1
}

/** In the alternative of a picture a formula is said without its dollars. */
function signsOfFormulas(scan: Scan, closed: number): void {
  const open = scan.text.lastIndexOf('![', closed)
  if (open < 0 || closingBracket(scan.text, open + 1) !== closed + 1) return
  for (const { 0: whole, index } of scan.text.slice(open, closed).matchAll(/\$[^$\s](?:[^$\n]*[^$\s])?\$/g)) {
    const start = open + index
    use(scan, start, start + 1)
    use(scan, start + whole.length - 1, start + whole.length)
  }
}

const TITLE = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)/y

/** Length of `(address "title")`, 0 where it is none. The title of a picture that stands alone is its caption. */
function readAddress(scan: Scan, open: number): number {
  const { text, offset, reading } = scan
  const start = behindBlanks(text, open + 1)
  const end = endOfAddress(text, start)
  TITLE.lastIndex = behindBlanks(text, end)
  const title = TITLE.lastIndex > end ? TITLE.exec(text) : null
  const after = behindBlanks(text, title ? title.index + title[0].length : end)
  const closed = text[after] === ')' ? after : spacedName(text, open)
  if (closed === 0) return 0
  use(scan, start, text[after] === ')' ? end : closed)
  if (title && text[after] === ')') {
    const isCaption = standsAlone(text, open, after + 1) && !isSaid(text, open, start, title[0])
    const span = { start: offset + title.index, end: offset + title.index + title[0].length }
    if (isCaption) {
      reading.units.push(span)
      scanInline(title[0], span.start, reading, scan)
    } else reading.uses.push(span)
  }
  return closed + 1 - open - (text[closed + 1] === '{' ? 1 : 0)
}

/** Of a picture on another computer the alternative is printed, and is not said again where the title is the same. */
const isSaid = (text: string, open: number, start: number, title: string): boolean =>
  /^<?(?:https?:)?\/\//i.test(text.slice(start, start + 10)) &&
  letters(text.slice(0, open).trim().slice(2, -1)) === letters(title)

/** `(my pictures/quay in spring.jpg)` is no address in Markdown, but what its author means. */
const spacedName = (text: string, open: number): number => {
  const found = /^\((?:[^()\n]|\([^()\n]{0,300}\)){1,600}\)/.exec(text.slice(open, open + 700))
  return found && MEANT.test(found[0].slice(1, -1)) ? open + found[0].length - 1 : 0
}

/** What begins like an address, or has the ending of a file. */
const MEANT =
  /^[ \t]*(?:[a-z][a-z+.-]*:\/\/|mailto:|www\.|\.{0,2}\/|#)|\.[a-z\d]{2,5}(?:[#?].*)?(?:[ \t]+(?:"[^"]*"|'[^']*'))?(?:[ \t]+=\d*%?x\d*%?)?[ \t]*$/i

/** `{% link a.md %}`, `{{< ref "a.md" >}}`: blanks and quotation marks within belong to the address. */
const TEMPLATE = /\{%[^{}\n]{1,300}?%\}|\{\{[^{}\n]{1,300}?\}\}/y

function endOfAddress(text: string, start: number): number {
  TEMPLATE.lastIndex = start
  const template = TEMPLATE.exec(text)
  if (template) return endOfAddress(text, start + template[0].length)
  if (text[start] === '<') {
    const close = /[^\\\n]>/.exec(text.slice(start))
    if (close) return start + close.index + 2
  }
  let depth = 0
  let at = start
  for (; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '\\') at += 1
    else if (sign <= ' ') break
    else if (sign === '(') depth += 1
    else if (sign === ')' && depth-- === 0) break
  }
  return at
}

const behindBlanks = (text: string, from: number): number => {
  let at = from
  while (at < text.length && (text[at] as string) <= ' ') at += 1
  return at
}

/** Whether nothing but one picture stands in the paragraph, with what is said of it in braces. */
function standsAlone(text: string, open: number, end: number): boolean {
  const before = text.slice(0, open).trimStart()
  const behind = text.slice(end).trim()
  const isAlone = behind === '' || attributesAt(behind, 0) === behind.length
  return isAlone && /^!\[/.test(before) && closingBracket(before, 1) === before.length
}

/** Length of `{#id .class key="value"}`; 0 for braces that hold anything else. */
function attributesAt(text: string, at: number): number {
  const found =
    /\{:?\s*(?:(?:[#.][\p{L}\p{N}_-][\p{L}\p{M}\p{N}_.:-]*|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s}"']+)|-)\s*)+\}/uy
  found.lastIndex = at
  return found.exec(text)?.[0].length ?? 0
}

/** Attributes at the end of a heading or paragraph, or of the whole of it. */
function ends(scan: Scan): void {
  const { text } = scan
  if (!text.includes('{')) return
  // Behind the words of a heading no blank need stand.
  const behind = IS_HEADING.test(text) ? '' : '(?:^|[ \\t\\n])'
  const found = new RegExp(`${behind}(\\{[^{}\\n]*\\})[ \\t]*#*[ \\t]*$`).exec(text.replace(UNDERLINE, ''))
  const braces = found?.[1] ? text.lastIndexOf(found[1]) : -1
  if (found?.[1] && attributesAt(text, braces) === found[1].length)
    use(scan, braces, braces + found[1].length)
}

/** Attributes on lines of their own, below HTML as well, and those of an item at its head. */
function linesOfBraces(scan: Scan): void {
  const { text } = scan
  if (!text.includes('{')) return
  for (const { 0: marker, index } of text.matchAll(HEAD_OF_ITEM)) {
    const at = index + marker.length
    use(scan, at, at + attributesAt(text, at))
  }
  for (const { 0: whole, 1: blanks = '', 2: list = '', index } of text.matchAll(LINE_OF_BRACES)) {
    const at = index + blanks.length
    if (list.startsWith('{:') || attributesAt(text, at) === list.length)
      use(scan, at, index + whole.trimEnd().length)
  }
}

const IS_HEADING = /^[ \t]*#{1,6}[ \t]/
/** Below the words of a heading. */
const UNDERLINE = /\n[ \t]*(?:=+|-+)[ \t]*$/
const HEAD_OF_ITEM = /^[ \t]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)?(?=\{:)/gm
const LINE_OF_BRACES = /^([ \t]*)(\{[^{}\n]{1,300}\})[ \t]*$/gm
