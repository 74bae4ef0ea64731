// Chromium writes a position for nearly every glyph, four fifths of all that is in a page. Where the advances of the
// font lead to the same place, it need not be said.
import type { Advances } from '../../../ground/pdf/advances-of.ts'
import { type Bytes, isBytes, type Operand } from '../../../ground/pdf/content-stream.ts'
import { product } from '../../../ground/pdf/matrix.ts'
import { beginLine, type JoinedText } from './joined-text.ts'
import type { PlainGlyph } from './plain-glyph.ts'
import type { Scan } from './scan.ts'

/** Td. */
export function moveLine(scan: Scan, x: number, y: number, from: number, to: number): void {
  const { joined } = scan
  if (joined.moveFrom >= 0) dropMove(scan)
  joined.x += x
  joined.y += y
  joined.at = joined.x
  joined.moveFrom = from
  joined.moveTo = to
}

/** Another move of the line counts from where it is written. */
export function moveOtherwise(scan: Scan, from: number): void {
  const { joined, edits } = scan
  if (joined.moveFrom >= 0) writeMove(scan)
  else if (joined.x !== joined.writtenX) edits.push({ from, to: from, text: `${moveTo(joined)}\n` })
  beginLine(joined)
  joined.pen = Number.NaN
}

/** Tc, Tw or Tz. */
export function spaceOut(scan: Scan): void {
  scan.joined.isOff = true
}

/** Tj or TJ: its glyphs go to those before them, so that each stands where it was printed. */
export function joinGlyphs(scan: Scan, operand: Operand | undefined, from: number, to: number): void {
  const { joined, data } = scan
  const { font, fontSize } = scan.state
  const isMove = joined.moveFrom >= 0
  const isPlain = font?.advances && !joined.isOff && fontSize > 0 && isShow(data, to) && isSound(operand)
  if (!isPlain || (!isMove && Number.isNaN(joined.pen))) {
    leaveGlyphs(scan)
    return
  }
  if (isMove && isFar(joined, fontSize)) writeMove(scan)
  continueRun(scan, from)
  joined.to = to
  if (Number.isNaN(joined.tolerance)) joined.tolerance = toleranceOf(scan)
  if (isBytes(operand)) place(joined, operand, font.advances, fontSize)
  else {
    for (const part of operand.items) {
      if (isBytes(part)) place(joined, part, font.advances, fontSize)
      else joined.at -= (part / 1000) * fontSize
    }
  }
}

/** A glyph that stands on the line of the one before, which was joined; false where it is not for a run. */
export function joinNext({ joined, state }: Scan, { x, high, low, end }: PlainGlyph): boolean {
  const { font, fontSize } = state
  if (!font?.advances || !(Math.abs(joined.x + x - joined.pen) < fontSize)) return false
  joined.x += x
  joined.at = joined.x
  joined.to = end
  placeCode(joined, high, low, font.advances, fontSize)
  return true
}

const [LETTER_T, SMALL_J, LARGE_J] = [0x54, 0x6a, 0x4a]

/** Tj and TJ do nothing but show; `'` and `"` move too. */
const isShow = (data: Buffer, to: number): boolean =>
  (data[to - 1] === SMALL_J || data[to - 1] === LARGE_J) && data[to - 2] === LETTER_T

/** Whole codes of two bytes, and steps between them. */
const isSound = (operand: Operand | undefined): operand is Bytes | { items: readonly (number | Bytes)[] } =>
  isBytes(operand) ? isWhole(operand) : typeof operand === 'object' && operand.items.every(isStepOrWhole)

const isStepOrWhole = (item: Operand): boolean => typeof item === 'number' || (isBytes(item) && isWhole(item))
const isWhole = (codes: Bytes): boolean => codes.length % 2 === 0

/** Another line, or another column: whoever reads the text wants to see a move there. */
function isFar({ y, writtenY, at, pen }: JoinedText, fontSize: number): boolean {
  return y !== writtenY || !(Math.abs(at - pen) < fontSize)
}

/** A fortieth of a pixel, in points: to a twentieth the letters may move, and a step is rounded too. */
const TOLERANCE_PT = 0.025 * 0.75

function toleranceOf({ line, state }: Scan): number {
  const [a, b] = product(line, state.matrix)
  return TOLERANCE_PT / Math.hypot(a, b)
}

function place(joined: JoinedText, codes: Bytes, advances: Advances, fontSize: number): void {
  for (let index = 0; index < codes.length; index += 2)
    placeCode(joined, codes[index]!, codes[index + 1]!, advances, fontSize)
}

function placeCode(
  joined: JoinedText,
  high: number,
  low: number,
  advances: Advances,
  fontSize: number,
): void {
  if (Math.abs(joined.at - joined.pen) > joined.tolerance) step(joined, fontSize)
  if (!joined.isInString) put(joined, '<')
  joined.isInString = true
  putHex(joined, high)
  putHex(joined, low)
  const advance = (advances((high << 8) | low) / 1000) * fontSize
  joined.at += advance
  joined.pen += advance
}

/**
 * Brings the pen to where the glyph was printed. A thousandth of the size is fine enough, but for very large letters.
 */
function step(joined: JoinedText, fontSize: number): void {
  const thousandths = ((joined.pen - joined.at) / fontSize) * 1000
  const part = fontSize / 1000 < joined.tolerance ? 1 : 1000
  const rounded = Math.round(thousandths * part) / part
  put(joined, joined.isInString ? `>${rounded}` : String(rounded))
  joined.isInString = false
  joined.isArray = true
  joined.pen -= (rounded / 1000) * fontSize
}

function put(joined: JoinedText, text: string): void {
  if (joined.length + text.length > joined.body.length) grow(joined)
  joined.length += joined.body.write(text, joined.length, 'latin1')
}

function putHex(joined: JoinedText, byte: number): void {
  if (joined.length + 2 > joined.body.length) grow(joined)
  joined.body[joined.length++] = DIGITS[byte >> 4]!
  joined.body[joined.length++] = DIGITS[byte & 15]!
}

const DIGITS = Buffer.from('0123456789ABCDEF')

function grow(joined: JoinedText): void {
  joined.body = Buffer.concat([joined.body], joined.body.length * 2)
}

function continueRun(scan: Scan, from: number): void {
  const { joined, data } = scan
  const { moveFrom, moveTo } = joined
  const isNext =
    joined.from >= 0 &&
    (moveFrom < 0
      ? isBlank(data, joined.to, from)
      : isBlank(data, joined.to, moveFrom) && isBlank(data, moveTo, from))
  if (isNext) {
    joined.moveFrom = -1
    return
  }
  if (moveFrom >= 0) dropMove(scan)
  endJoined(scan)
  joined.from = from
}

function isBlank(data: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (data[at]! > 32) return false
  return true
}

/** Whatever is shown next stands by itself. */
export function endJoined({ joined, edits }: Scan): void {
  const { from, to, isArray } = joined
  if (from < 0) return
  const body = joined.body.toString('latin1', 0, joined.length)
  const end = joined.isInString ? '>' : ''
  edits.push({ from, to, text: isArray ? `[${body}${end}]TJ` : `${body}${end}Tj` })
  joined.from = -1
  joined.length = 0
  joined.isInString = joined.isArray = false
}

/** What is shown stays as it is written; nobody knows where its last glyph ends. */
export function leaveGlyphs(scan: Scan): void {
  if (scan.joined.moveFrom >= 0) writeMove(scan)
  scan.joined.at = scan.joined.pen = Number.NaN
}

function dropMove({ joined, edits }: Scan): void {
  edits.push({ from: joined.moveFrom, to: joined.moveTo, text: '' })
  joined.moveFrom = -1
}

function writeMove({ joined, edits }: Scan): void {
  edits.push({ from: joined.moveFrom, to: joined.moveTo, text: moveTo(joined) })
  joined.moveFrom = -1
}

/** A Td from where the line is written to where it was printed. What is rounded away is in the next one. */
function moveTo(joined: JoinedText): string {
  const x = rounded(joined.x - joined.writtenX)
  const y = rounded(joined.y - joined.writtenY)
  joined.writtenX += x
  joined.writtenY += y
  joined.pen = joined.writtenX
  return `${x} ${y} Td`
}

const rounded = (length: number): number => Math.round(length * 10_000) / 10_000
