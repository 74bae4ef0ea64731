// What stands in one run: text, breaks, signs, calls of notes, the marks of fields, what is drawn.

import { chosen } from './chosen.ts'
import { allWithin, childOf, childrenOf, type Element, holdsWords, isElement, valOf } from './element.ts'
import { meaningOf, openField } from './fields.ts'
import type { Inline, Marks } from './pieces.ts'
import { plainWords } from './plain-text.ts'
import { readDrawn } from './read-drawn.ts'
import type { Change, Reading } from './reading.ts'
import { type RunLook, runLook } from './run-marks.ts'
import { signOf } from './symbols.ts'
import { quoted } from './telling.ts'

export interface Around {
  readonly marks: Marks
  /** Words that are tracked, and who put or moved them there. */
  readonly tracked?: { readonly kind: 'inserted' | 'moved'; readonly author: string }
}

export function readRun(run: Element, reading: Reading, around: Around, out: Inline[]): void {
  const look = runLook(run, reading.styles, reading.main)
  const children = run.children.filter(isElement)
  const call = children.findIndex(isMarkedByHand)
  const mark = call < 0 ? [] : children.slice(call + 1).filter(({ name }) => /^w:(?:t|sym)$/.test(name))
  for (const child of children) if (!mark.includes(child)) readChild(child, look, reading, around, out)
  if (mark.length > 0 && !isUnseen(reading)) tellMark(mark, children[call], reading)
}

/** A note that its author marked: the sign stands behind the call (ISO/IEC 29500-1, 17.11.7). */
const isMarkedByHand = ({ name, attributes }: Element): boolean =>
  /^w:(?:foot|end)noteReference$/.test(name) &&
  /^(?:1|true|on)$/.test(attributes['w:customMarkFollows'] ?? '')

function tellMark(mark: readonly Element[], call: Element | undefined, { gathered, telling }: Reading): void {
  const words = mark.map(wordsIn).join('').trim()
  if (call) gathered.ownMarks.set(noteOf(call), words)
  telling.leave(words)
  telling.tell('word-shape-is-carried', { problem: 'note-mark', words: words || '†' })
}

const noteOf = ({ name, attributes }: Element): string =>
  `${name === 'w:endnoteReference' ? 'e' : ''}${attributes['w:id'] ?? ''}`

function readChild(child: Element, look: RunLook, reading: Reading, around: Around, out: Inline[]): void {
  switch (child.name) {
    case 'w:fldChar':
      turnField(child, reading, look, around, out)
      return
    case 'w:instrText': {
      const field = reading.gathered.fields.at(-1)
      if (field && !field.isInResult) field.instruction += wordsIn(child)
      return
    }
    default:
      if (!isUnseen(reading)) readSeen(child, look, reading, around, out)
      else
        reading.gathered.unseen += allWithin({ ...child, children: [child] }, 'w:t')
          .map(wordsIn)
          .join('')
  }
}

/** Within an instruction, or in the result of a field that is left out. */
export const isUnseen = ({ gathered }: Reading): boolean =>
  gathered.fields.some(({ isInResult, meaning }) => !isInResult || meaning.kind === 'left-out')

function readSeen(child: Element, look: RunLook, reading: Reading, around: Around, out: Inline[]): void {
  switch (child.name) {
    case 'w:t':
      addText(wordsIn(child), look, reading, around, out)
      for (const inner of childrenOf(child)) readChild(inner, look, reading, around, out)
      return
    case 'w:tab':
    case 'w:ptab':
      out.push({ kind: 'tab' })
      return
    case 'w:br':
      addBreak(child, reading, out)
      return
    case 'w:cr':
      out.push({ kind: 'break' })
      return
    case 'w:noBreakHyphen':
      addText('\u2011', look, reading, around, out)
      return
    case 'w:softHyphen':
      addText('\u00ad', look, reading, around, out)
      return
    case 'w:sym':
      addSign(child, look, reading, around, out)
      return
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      out.push({ kind: 'note', note: noteOf(child) })
      return
    case 'w:ruby':
      readRuby(child, reading, around, out)
      return
    case 'mc:AlternateContent':
      for (const one of chosen(child)) readChild(one, look, reading, around, out)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      out.push(...readDrawn(child, reading))
      return
    case 'w:r':
      readRun(child, reading, around, out)
      return
    default:
      if (holdsWords(child)) addBlocks(child, reading, out)
  }
}

/** What holds paragraphs of its own, and stands in a line. */
export function addBlocks(element: Element, reading: Reading, out: Inline[]): void {
  const blocks = reading.blocksOf({ name: '', attributes: {}, children: [element] }, reading)
  for (const block of blocks)
    if (block.kind === 'paragraph' && block.at === 0) out.push(...block.inlines)
    else out.push({ kind: 'blocks', blocks: [block] })
}

const wordsIn = (element: Element): string =>
  element.children.filter((child): child is string => typeof child === 'string').join('')

function addText(text: string, look: RunLook, reading: Reading, around: Around, out: Inline[]): void {
  if (text === '') return
  if (look.isHidden) {
    addChange('hidden', '', text, reading)
    return
  }
  for (const id of reading.gathered.openComments)
    reading.gathered.beside.set(id, `${reading.gathered.beside.get(id) ?? ''}${text}`)
  if (look.isCapital && text !== text.toUpperCase()) reading.gathered.capitals.push(text.trim())
  if (around.tracked) addChange(around.tracked.kind, around.tracked.author, text, reading)
  const shown = look.signs === undefined ? text : inSigns(text, look.signs, reading)
  const field = reading.gathered.fields.findLast(({ meaning }) => meaning.kind === 'number')
  if (field) out.push({ kind: 'number', counts: field.meaning.value ?? '', shown })
  else
    out.push({
      kind: 'text',
      text: shown,
      marks: { ...look.marks, ...around.marks, ...linkOfField(reading) },
    })
}

function linkOfField({ gathered }: Reading): Marks {
  const link = gathered.fields.findLast(({ meaning }) => meaning.kind === 'link')?.meaning
  if (!link?.value) return {}
  return { link: link.value, ...(link.says === 'page' || link.says === 'number' ? { says: link.says } : {}) }
}

export function addChange(kind: Change['kind'], author: string, words: string, reading: Reading): void {
  const { changes, paragraph } = reading.gathered
  const last = changes.at(-1)
  if (last?.kind === kind && last.author === author && last.paragraph === paragraph) last.words += words
  else changes.push({ kind, author, words, paragraph })
}

function addBreak(child: Element, reading: Reading, out: Inline[]): void {
  const type = child.attributes['w:type']
  if (type === 'page') reading.gathered.pageBreaks += 1
  out.push({ kind: 'break' })
  // Words that stand on two pages are in two paragraphs.
  if (type === 'page' || type === 'column') out.push({ kind: 'break' })
}

function addSign(child: Element, look: RunLook, reading: Reading, around: Around, out: Inline[]): void {
  const { 'w:font': font = '', 'w:char': char = '' } = child.attributes
  const sign = signOf(font, Number.parseInt(char, 16))
  if (sign === undefined)
    reading.telling.tell('word-text-is-carried', { problem: 'sign', sign: char, font: font || 'of the text' })
  else addText(sign, { ...look, signs: undefined }, reading, around, out)
}

function inSigns(text: string, font: string, reading: Reading): string {
  reading.telling.leave(text)
  return [...text]
    .map((letter) => {
      if (/\s/.test(letter)) return letter
      const sign = signOf(font, letter.codePointAt(0) ?? 0)
      if (sign === undefined) {
        const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase()
        reading.telling.tell('word-text-is-carried', { problem: 'sign', sign: code, font })
      }
      return sign ?? ''
    })
    .join('')
}

/** 漢字 with its reading above: the reading follows in brackets. */
function readRuby(ruby: Element, reading: Reading, around: Around, out: Inline[]): void {
  const from = out.length
  const above: Inline[] = []
  for (const child of childrenOf(ruby))
    readRunsIn(child, reading, around, child.name === 'w:rt' ? above : out)
  const words = plainWords(above)
  if (!words) return
  const base = plainWords(out.slice(from))
  out.push({ kind: 'text', text: `(${words})`, marks: around.marks })
  reading.telling.tell('word-shape-is-carried', { problem: 'ruby', words: quoted(`${base} (${words})`) })
}

function readRunsIn(part: Element, reading: Reading, around: Around, out: Inline[]): void {
  for (const child of part.name === 'w:t' ? [part] : childrenOf(part))
    if (child.name === 'w:r') readRun(child, reading, around, out)
    else if (holdsWords(child)) addBlocks(child, reading, out)
}

function turnField(mark: Element, reading: Reading, look: RunLook, around: Around, out: Inline[]): void {
  const { fields } = reading.gathered
  const field = fields.at(-1)
  const type = mark.attributes['w:fldCharType']
  if (type === 'begin') fields.push({ ...openField(), ...boxOf(mark) })
  else if (type === 'separate' && field) {
    field.meaning = field.meaning.kind === 'box' ? field.meaning : meaningOf(field.instruction)
    field.isInResult = true
  } else if (type === 'end' && field) {
    const meaning =
      field.isInResult || field.meaning.kind === 'box' ? field.meaning : meaningOf(field.instruction)
    fields.pop()
    if (meaning.kind === 'elsewhere') tellElsewhere(meaning.value ?? '', reading)
    if (meaning.kind === 'index-entry') {
      if (meaning.value) out.push({ kind: 'index', term: meaning.value })
      reading.gathered.indexEntries += meaning.value ? 1 : 0
    } else if (!isUnseen(reading))
      addUnshown(meaning, field.instruction, field.isInResult, { reading, look, around, out })
  }
}

/** What a field showed last is the text. */
export const tellElsewhere = (address: string, { telling }: Reading): void =>
  telling.tell('word-file-is-plain', { problem: 'linked', address: quoted(address) })

/** A box to tick has no text: whether it is ticked stands at the mark of its field. */
function boxOf(mark: Element): { meaning: { kind: 'box'; value: string } } | Record<never, never> {
  const box = childOf(mark, 'w:ffData', 'w:checkBox')
  if (!box) return {}
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
  const value = state && (state.attributes['w:val'] ?? '1') !== '0' ? '☒' : '☐'
  return { meaning: { kind: 'box', value } }
}

interface Where {
  readonly reading: Reading
  readonly look: RunLook
  readonly around: Around
  readonly out: Inline[]
}

/** Fields that are shown without a result of their own. */
function addUnshown(
  meaning: ReturnType<typeof meaningOf>,
  instruction: string,
  hasResult: boolean,
  { reading, look, around, out }: Where,
): void {
  if (meaning.kind === 'box') addText(meaning.value ?? '☐', look, reading, around, out)
  else if (meaning.kind === 'sign') {
    const [, code = '', font = 'Symbol'] = /SYMBOL\s+(\S+)(?:.*\\f\s+"?([^"\\]+)"?)?/i.exec(instruction) ?? []
    const sign = hasResult ? undefined : signOf(font.trim(), Number(code))
    if (sign) addText(sign, { ...look, signs: undefined }, reading, around, out)
  } else if (!hasResult && /^\s*EQ\s/i.test(instruction))
    reading.telling.tell('word-text-is-carried', {
      problem: 'field-without-result',
      words: quoted(instruction),
    })
}

export const authorOf = (change: Element): string => change.attributes['w:author']?.trim() || 'somebody'

export const styleOf = (
  properties: Element | undefined,
  kind: 'w:pStyle' | 'w:tblStyle',
): string | undefined => valOf(properties, kind)
