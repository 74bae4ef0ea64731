import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { Operand, Operands } from '../../../ground/pdf/content-stream.ts'
import { addPoint } from './boxes.ts'
import { endJoined, joinGlyphs, joinNext, leaveGlyphs } from './join-glyphs.ts'
import { type PlainGlyph, readPlainGlyph } from './plain-glyph.ts'
import { baselineOf, type Scan } from './scan.ts'
import { textOfCode } from './used-font.ts'

const SOFT_HYPHEN = '\u00AD'

export function setFont(scan: Scan, name: Operand | undefined, size: number): void {
  scan.state.fontSize = size
  if (typeof name !== 'string') return
  const fonts = scan.resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const font = fonts?.lookup(PDFName.of(name.slice(1)))
  scan.state.font = font instanceof PDFDict ? scan.scans.fontOf(font) : undefined
}

/** Tj or TJ, and the glyphs that follow it on the line: the text goes to the open mark. */
export function showText(
  scan: Scan,
  operand: Operand | undefined,
  from: number,
  to: number,
  operands: Operands,
): void {
  showOne(scan, operand, from, to)
  operands.goOnAt = readOn(scan, to)
}

/** Leads to where it stopped, or to 0. */
function readOn(scan: Scan, from: number): number {
  const { data, joined, line, mark, state } = scan
  const span = scan.spans.at(-1)
  // A line that is not level has another baseline with each glyph.
  const isLevel = line[0] * state.matrix[1] + line[1] * state.matrix[3] === 0
  if (joined.from < 0 || joined.to !== from || span?.actualText !== undefined || !isLevel) return 0
  let text = ''
  let end = 0
  while (readPlainGlyph(data, end || from, GLYPH) && joinNext(scan, GLYPH)) {
    line[4] += GLYPH.x * line[0]
    line[5] += GLYPH.x * line[1]
    addGlyphs(scan)
    text += textOfCode(state.font!, (GLYPH.high << 8) | GLYPH.low, undefined)
    end = GLYPH.end
    if (span) span.shows++
  }
  if (mark) mark.text += text
  return end
}

/** Filled in anew by each reading. */
const GLYPH: PlainGlyph = { x: 0, high: 0, low: 0, end: 0 }

function showOne(scan: Scan, operand: Operand | undefined, from: number, to: number): void {
  const span = scan.spans.at(-1)
  if (span && span.shows++ === 0) {
    span.shownFrom = from
    span.shownTo = to
  }
  const text = shownText(scan, operand, span?.actualText)
  const isHyphen = scan.afterSoftHyphen && (text === '\u2010' || text === '-')
  if (isHyphen) endJoined(scan) // it may get a mark of its own
  if (span?.actualText === SOFT_HYPHEN) leaveGlyphs(scan)
  else joinGlyphs(scan, operand, from, to)
  if (isHyphen) endJoined(scan)
  const { mark } = scan
  if (!mark) {
    if (scan.artifacts === 0) scan.isBlockLoose = true
    return
  }
  mark.glyphs = true
  addGlyphs(scan)
  if (span?.actualText === SOFT_HYPHEN) return
  scan.afterSoftHyphen = false
  const y = baselineOf(scan)
  const isNewLine = Math.abs(y - scan.lastY) > 1
  scan.lastY = y
  if (isHyphen) {
    wrapHyphen(scan, from, to)
    return
  }
  if (isNewLine && mark.text.endsWith(SOFT_HYPHEN)) mark.text = mark.text.slice(0, -1)
  else if (isNewLine && mark.text && !/\s$/.test(mark.text)) mark.text += ' '
  // ActualText stands for all that its span shows: it is taken once.
  if (span?.actualText === undefined) mark.text += text
  else if (span.shows === 1) mark.text += span.actualText
}

/** The hyphen that is seen at the end of a line is the soft one: a reader joins the word again. */
function wrapHyphen(scan: Scan, from: number, to: number): void {
  if (scan.mark) scan.mark.text += SOFT_HYPHEN
  if (scan.spans.at(-1)?.actualText !== undefined) return
  scan.edits.push({ from, to: from, text: '/Span <</ActualText <FEFF00AD>>>BDC\n' })
  scan.edits.push({ from: to, to, text: '\nEMC' })
}

function shownText(scan: Scan, operand: Operand | undefined, actualText: string | undefined): string {
  const { font } = scan.state
  if (!font || typeof operand !== 'object') return ''
  let text = ''
  if ('items' in operand) {
    for (const part of operand.items) text += shownText(scan, part, actualText)
    return text
  }
  for (let index = 0; index < operand.length; index += font.bytesPerCode) {
    const code =
      font.bytesPerCode === 2 ? (operand[index]! << 8) | (operand[index + 1] ?? 0) : operand[index]!
    text += textOfCode(font, code, actualText)
  }
  return text
}

/** Roughly where the glyphs stand: from a quarter below the baseline to four fifths above. */
function addGlyphs(scan: Scan): void {
  const { mark, line } = scan
  const { matrix, fontSize } = scan.state
  if (!mark) return
  const [x, y] = [line[4], line[5]]
  const down = Math.sign(line[3]) || 1
  addPoint(mark.box, matrix, x, y - 0.25 * fontSize * down)
  addPoint(mark.box, matrix, x + 0.5 * fontSize, y + 0.8 * fontSize * down)
}
