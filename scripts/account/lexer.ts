// What in a Markdown file is written to be used and not read: addresses, names, numbers of lists, comments. It shares
// no code with the Markdown stage, and is only asked about text that is not printed as it stands.

import type { BlockWords } from '../model/dialect.ts'
import { around, titleOfListing } from './attributes.ts'
import { CALLOUTS as KINDS, longFigures, shortcodeUses } from './callouts.ts'
import { piecesOfColumns } from './columns.ts'
import { htmlBegins, LONG_HTML } from './html-names.ts'
import { scanInline } from './lex-inline.ts'
import { type Fence, fenceOf, isClosing, isIndentedCode, lineInFence } from './listings.ts'
import { closingBracket, plainLabel, type Reading, type Span } from './reading.ts'

/** A line without the signs of the quotations and lists that it stands in. */
interface Line {
  readonly start: number
  readonly lead: string
  readonly body: string
  /** Columns before the body. */
  readonly indent: number
  readonly isItem: boolean
}

interface State {
  readonly text: string
  readonly reading: Reading
  readonly labels: ReadonlySet<string>
  readonly signs: Signs
  /** Start and end of each line of the block that is being collected, what leads them masked. */
  block: { start: number; masked: string; html: boolean; quoted: boolean } | undefined
  fence: Fence | undefined
  /** Fences around text that are open, and whether options of the last may still follow. */
  readonly textFences: string[]
  hasOptions: boolean
  /** Ends a block of HTML that may hold blank lines. */
  until: RegExp | undefined
  /** Of the table of a block whose numbers are drawn. */
  numbers: 'no' | 'open' | 'rows'
  before: 'blank' | 'item' | 'text' | 'other'
  /** Number and sign of the line before, where no blank stands behind them: `1)First`. */
  near: { number: number; sign: string } | undefined
}

/** A quotation of Leanpub has a letter before its sign. */
const LEAD =
  /^(?:[ABDEIQTWX]>(?=[ \t]|$))?(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[ xX]\](?=[ \t]))*/

const NO_BLOCKS: BlockWords = { blocks: [], blocksOfNumbers: [], printedAttributes: [] }

/** Reads the text of a file, or a piece of one. `labels`: what references of the whole file define. */
export function readUses(
  text: string,
  labels: ReadonlySet<string>,
  dialect: BlockWords = NO_BLOCKS,
): Reading {
  const reading: Reading = { uses: [], units: piecesOfColumns(text), literal: [], codes: [] }
  const state: State = {
    text,
    reading,
    labels,
    signs: signsOf(dialect),
    block: undefined,
    fence: undefined,
    textFences: [],
    hasOptions: false,
    until: undefined,
    numbers: 'no',
    before: 'blank',
    near: undefined,
  }
  let start = 0
  for (const raw of text.split('\n')) {
    readLine(state, raw, start)
    start += raw.length + 1
  }
  endBlock(state)
  reading.uses.push(...longFigures(text))
  for (const spans of Object.values(reading)) spans.sort((a: Span, b: Span) => a.start - b.start)
  return reading
}

const DEFINITION = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*\[((?:\\.|[^\]\\])+)\]:/gm

/** Labels that the file defines, in the form in which they are compared. */
export function definedLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(DEFINITION)].map((match) => plainLabel(match[1] ?? '')))
}

function readLine(state: State, raw: string, start: number): void {
  if (state.fence && readFenced(state, state.fence, raw, start)) return
  const lead = leadOf(state, raw)
  const body = raw.slice(lead.length)
  const line: Line = { start, lead, body, indent: lead.length, isItem: /[-*+\d]/.test(lead) }
  if (state.until) {
    const { until } = state
    collect(state, { ...line, lead: '', body: raw })
    if (!until.test(raw)) return
    state.until = undefined
    endBlock(state)
    return
  }
  if (body.trim() === '' && !line.isItem) {
    endBlock(state)
    leadUses(state, line)
    state.near = undefined
    if (lead.trim() === '') state.numbers = state.numbers === 'rows' ? 'no' : state.numbers
    state.before = 'blank'
    return
  }
  if (line.isItem && !state.block?.html) endBlock(state)
  leadUses(state, line)
  nearNumber(state, line)
  if (readTextFence(state, line) || opensFence(state, line)) return
  if (readDirective(state, line)) return
  collect(state, line)
  if (line.isItem) state.before = 'item'
  else if (state.before !== 'item') state.before = 'text'
}

/** A sign `>` that ends a tag of the lines before begins no quotation. */
function leadOf({ block }: State, raw: string): string {
  const lead = LEAD.exec(raw)?.[0] ?? ''
  const sign = block?.html && !block.quoted ? lead.indexOf('>') : -1
  return sign >= 0 && OPEN_TAG.test(block?.masked ?? '') ? lead.slice(0, sign) : lead
}

const OPEN_TAG = /<\/?[a-zA-Z][^<>]*$/

/** Letters of quotations, numbers of items, boxes of tasks. A number within a paragraph is text, unless it is 1. */
function leadUses(state: State, { start, lead }: Line): void {
  for (const match of lead.matchAll(/^[A-Z]|(\d+)[.)]|\[[xX]\]/g)) {
    if (match[1] && match[1] !== '1' && state.before === 'text') continue
    state.reading.uses.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
}

/** `1)First`, `2)Second` in lines that follow each other are taken for a list, which is told at its first line. */
function nearNumber(state: State, { start, lead, body }: Line): void {
  // A bullet of an office program.
  if (/^(?:[•◦‣▪●○∙·■□❖➢➤►▶\uf0b7\uf0a7\uf0d8\uf0fc]|[o§](?=\t|[ \u00a0]{2}))/.test(body))
    state.reading.uses.push({ start: start + lead.length, end: start + lead.length + 1 })
  const [whole = '', digits = '', sign = ''] = /^(\d{1,3})([.)])(?=[^\s\d.)])/.exec(body) ?? []
  const number = Number(digits)
  const goesOn = state.near?.sign === sign && state.near.number === number - 1
  state.near = whole !== '' && (number === 1 || goesOn) ? { number, sign } : undefined
  if (!state.near) return
  const at = start + lead.length
  state.reading.uses.push({ start: at, end: at + whole.length, ...(goesOn ? {} : { told: true }) })
}

function opensFence(state: State, { start, lead, body, indent, isItem }: Line): boolean {
  const fence = fenceOf(lead, body, isItem)
  if (!fence) return false
  endBlock(state)
  const at = start + indent
  const info = at + fence.mark.length
  const title = titleOfListing(body.slice(fence.mark.length))
  const titles = title ? [{ start: info + title.start, end: info + title.end }] : []
  state.reading.units.push(...titles)
  state.reading.uses.push(...around({ start: at, end: at + body.length }, titles))
  state.fence = fence
  state.hasOptions = /^[`~]{3,}[ \t]*\{[a-z]/.test(body)
  state.before = 'other'
  return true
}

/** False where the fence, or what it stands in, has ended before this line. */
function readFenced(state: State, fence: Fence, raw: string, start: number): boolean {
  const line = lineInFence(fence, raw)
  state.hasOptions &&= OPTION.test(raw)
  if (line !== 'code') state.fence = undefined
  else if (state.hasOptions) state.reading.uses.push({ start, end: start + raw.length })
  else state.reading.literal.push({ start, end: start + raw.length })
  return line !== 'behind'
}

/** What the lines of colons of a dialect look like, and which attributes behind them are read. */
interface Signs {
  readonly colons: RegExp
  readonly numbers: RegExp
  readonly read: ReadonlySet<string>
}

const signsOfDialect = new WeakMap<BlockWords, Signs>()

function signsOf(dialect: BlockWords): Signs {
  const known = signsOfDialect.get(dialect)
  if (known) return known
  const ours = dialect.blocks.join('|') || '(?!)'
  const signs: Signs = {
    colons: new RegExp(
      String.raw`^(?::{2,}|!!!\+?|\?\?\?\+?|===[!+]?)[ \t]*(?:(?:callout-|admonition-)?(?:${KINDS}|${ours}|div|code-group)(?![\w-])(?:(?<=^(?:!|\?{3}).*)(?:[ \t]+[a-zA-Z][\w-]*)+(?=[ \t]*(?:["']|$)))?)?`,
      'i',
    ),
    numbers: new RegExp(`(?:${dialect.blocksOfNumbers.join('|') || '(?!)'})$`, 'i'),
    read: new Set([...READ_ELSEWHERE, ...dialect.printedAttributes]),
  }
  signsOfDialect.set(dialect, signs)
  return signs
}

/** Its name; one that no tool knows where words stand behind it, which are the label then. */
const ALERT = new RegExp(
  String.raw`^\[!(?:(?:callout-|alert-|admonition-)?(?:${KINDS})(?:\|[^\]]*)?\]|[a-z][\w-]*(?:\|[^\]]*)?\](?=[-+]?[ \t]+\S))[-+]?`,
  'i',
)
const RESTRUCTURED = new RegExp(String.raw`^\.\.[ \t]+(?:${KINDS})::`, 'i')
/** A fence around text, as MyST writes a callout, a picture with its caption, a quotation or what is folded away. */
const HOLDERS =
  'figure|image|epigraph|pull-quote|highlights|blockquote|div|container|tabs?|tab-set|tab-item|group-tab|grid|grid-item|card|card-carousel|grid-item-card|dropdown|exercise|solution|theorem|proof|definition|remark|lemma|corollary|algorithm|property|proposition|axiom|conjecture|criterion|observation|assumption'
const TEXT_FENCE = new RegExp(String.raw`^(\x60{3,}|~{3,})[ \t]*\{(?:${KINDS}|${HOLDERS})\}`, 'i')
const PICTURE_FENCE = /^(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:figure|image)\}.*$/
const OPTION = /^[ \t]*(?::[\w-]+:.*|---|[a-z][\w-]*:[ \t].*)$/
/** What asks for something of the page, alone on its line. */
const COMMANDS =
  /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\{\{toc\}\}|\[\[toc\]\]|\$\{toc\}|\\(?:newpage|pagebreak|clearpage|tableofcontents)(?:\{\})?|\{\{[<%]\s*page-?break\s*[%>]\}\}|\{(?:::)?page-?break ?\/?\}|\[\[?page-?break\]\]?|:{2,}[ \t]*\{?\.?(?:page|page-?break|new-?page)\}?(?:\[\]|\{\})?|#\s+(?:<%[=-]?\s*[\w.]*title\s*-?%>|\{\{-?\s*[\w.$]*title\s*-?\}\}))[ \t]*$/i

/** `Table: What it costs` of Pandoc; ours is numbered. */
function captionUses({ start, lead, body }: Line): Span[] {
  const label = /^Table:(?=[ \t]+\S)/.exec(body)?.[0]
  const at = start + lead.length
  return label === undefined ? [] : [{ start: at, end: at + label.length }]
}

/** `(setup)=`, before what links find by it. */
const NAME_OF_MYST = /^\([\p{L}\p{N}_][^()\n]{0,100}\)=[ \t]*$/u

/** A line of a block of ours, or of another tool's. True where nothing of it goes to the paragraph around it. */
function readDirective(state: State, line: Line): boolean {
  const { start, lead, body } = line
  const at = start + lead.length
  if (COMMANDS.test(body) || NAME_OF_MYST.test(body) || PICTURE_FENCE.test(body)) {
    state.reading.uses.push({ start: at, end: at + body.length })
    return true
  }
  const alert = lead.includes('>') ? ALERT.exec(body) : null
  if (alert) {
    state.reading.uses.push({ start: at, end: at + alert[0].length })
    endBlock(state)
    return collectRest(state, line, alert[0].length)
  }
  state.reading.uses.push(...shortcodeUses(body, at), ...captionUses(line))
  const restructured = RESTRUCTURED.exec(body)
  if (restructured) {
    endBlock(state)
    state.reading.uses.push({ start: at, end: at + restructured[0].length })
    return collectRest(state, line, restructured[0].length)
  }
  const colons = /^(?::{2,}|!!!|\?\?\?|===)/.test(body) ? state.signs.colons.exec(body) : null
  if (!colons) {
    if (state.numbers === 'open' && body.startsWith('|')) {
      // The names of its columns, and the line below them.
      state.reading.uses.push({ start: at, end: at + body.length })
      state.numbers = 'rows'
      return true
    }
    return false
  }
  endBlock(state)
  state.reading.uses.push({ start: at, end: at + colons[0].length })
  if (state.signs.numbers.test(colons[0])) state.numbers = 'open'
  const braces = attributesBehind(state, at + colons[0].length, at + body.length)
  const inside = braces.end - braces.start
  const masked = `${body.slice(0, braces.start - at)}${' '.repeat(inside)}${body.slice(braces.end - at)}`
  return collectRest(state, { ...line, body: masked }, colons[0].length)
}

/**
 * A callout of MyST is a fence, and what stands in it is text. True for its first and last line, and for its options.
 */
function readTextFence(state: State, line: Line): boolean {
  const { start, lead, body } = line
  const at = start + lead.length
  const opens = TEXT_FENCE.exec(body)
  if (opens) {
    endBlock(state)
    state.textFences.push(opens[1] ?? '')
    state.hasOptions = true
    const length = (PICTURE_FENCE.exec(body) ?? opens)[0].length
    state.reading.uses.push({ start: at, end: at + length })
    return collectRest(state, line, length)
  }
  const mark = state.textFences.at(-1)
  if (mark === undefined) return false
  state.hasOptions &&= OPTION.test(body)
  if (state.hasOptions) state.reading.uses.push({ start: at, end: at + body.length })
  else if (isClosing(body, mark)) state.textFences.pop()
  else return false
  endBlock(state)
  state.before = 'other'
  return true
}

function collectRest(state: State, line: Line, length: number): boolean {
  collect(state, { ...line, lead: line.lead + ' '.repeat(length), body: line.body.slice(length) })
  endBlock(state)
  state.before = 'other'
  return true
}

/** In the blocks of other tools. */
const READ_ELSEWHERE = 'caption title label summary alt fig-cap fig-alt tbl-cap'.split(' ')
const ATTRIBUTE =
  /[#.][^\s#.{}="']+|([\p{L}\p{N}_:-]+)(?:[ \t]*=[ \t]*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s}"']*))?/guy

/**
 * `[label]{#id key="value"}` behind the name of a block: the label is text, and some attributes are. Where the braces
 * are.
 */
function attributesBehind(state: State, from: number, end: number): Span {
  const { text, reading } = state
  const label = text[from] === '[' ? closingBracket(text, from) : from
  const open = label + text.slice(label, end).search(/[^ \t]|$/)
  if (text[open] !== '{') return { start: end, end }
  let at = open + 1
  reading.uses.push({ start: open, end: at })
  while (at < end && text[at] !== '}') {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (found && found[0] !== '') readAttribute(state, found)
    at += Math.max(1, found?.[0].length ?? 1)
  }
  return { start: open, end: at }
}

function readAttribute(
  { reading, labels, signs }: State,
  { 0: whole, 1: name = '', 2: value = '', index }: RegExpExecArray,
): void {
  const end = index + whole.length
  const begins = signs.read.has(name) && value !== '' ? end - value.length : end
  reading.uses.push({ start: index, end: begins })
  if (begins === end) return
  reading.units.push({ start: begins, end })
  scanInline(value, begins, reading, { labels, html: false })
}

/** Adds a line to the paragraph, row or block of HTML that it belongs to. */
function collect(state: State, { start, lead, body }: Line): void {
  const isAlone = !state.until && (body.includes('|') || /^#{1,6}(?:[ \t]|$)/.test(body))
  if (isAlone && !state.block?.html) endBlock(state)
  const begins = LONG_HTML.find(([opens]) => !state.block?.html && opens.test(body))
  const long = begins && !isIndentedCode(state.text, start, lead) ? begins : undefined
  // It ends a paragraph that it stands below.
  if (long) endBlock(state)
  const html = htmlBegins(body)
  state.block ??= { start, masked: '', html, quoted: lead.includes('>') }
  const { block } = state
  const gap = start - block.start - block.masked.length
  block.masked += `${gap > 0 ? '\n'.repeat(gap) : ''}${' '.repeat(lead.length)}${body}`
  const closes = long?.[1].test(body.slice(4))
  if (long && !state.until && !closes) state.until = long[1]
  if (closes || (isAlone && !block.html)) endBlock(state)
}

function endBlock(state: State): void {
  const { block } = state
  if (!block) return
  state.block = undefined
  scanInline(block.masked, block.start, state.reading, { labels: state.labels, html: block.html })
}
