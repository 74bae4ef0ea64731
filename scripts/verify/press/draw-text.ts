import { PDFDict } from '@cantoo/pdf-lib'
import { isBytes, type Operand, type Operands } from '../../ground/pdf/content-stream.ts'
import { product } from '../../ground/pdf/matrix.ts'
import { type ReadFont, readFont } from '../../ground/pdf/read-font.ts'
import { type FileReading, lookOf, type PageReading, resourceOf } from './page-reading.ts'

export function endRun(reading: PageReading): void {
  reading.run = undefined
}

export function setFont(reading: PageReading, { numbers, others: [name] }: Operands): void {
  const font = resourceOf(reading, 'Font', name)
  reading.state.font = font instanceof PDFDict ? fontOf(reading.file, font) : undefined
  reading.state.fontSize = numbers[0]!
  reading.run = undefined
}

export function fontOf({ fonts, context }: FileReading, font: PDFDict): ReadFont {
  const known = fonts.get(font) ?? readFont(font, context)
  fonts.set(font, known)
  return known
}

export function setRenderMode(reading: PageReading, { numbers }: Operands): void {
  reading.state.renderMode = numbers[0]!
  reading.run = undefined
}

export function showAll(reading: PageReading, shown: Operand | undefined): void {
  if (typeof shown === 'object' && 'items' in shown) for (const part of shown.items) show(reading, part)
  else show(reading, shown)
}

/** A point well within a character: so much of its size right of and above where it begins. */
const RIGHT = 0.2
const ABOVE = 0.25

function show(reading: PageReading, operand: Operand | undefined): void {
  const { font, fontSize, matrix } = reading.state
  if (!isBytes(operand) || !font) return
  const text = lettersOf(font, operand)
  const isBlank = text === ' ' || text.trim() === ''
  let { run } = reading
  // A run begins with a letter that can be seen; the space before it belongs to nothing.
  if (run && isBlank) run.text += text
  if (isBlank) return
  const { line } = reading
  const inX = line[4] + fontSize * (RIGHT * line[0] + ABOVE * line[2])
  const inY = line[5] + fontSize * (RIGHT * line[1] + ABOVE * line[3])
  const x = inX * matrix[0] + inY * matrix[2] + matrix[4]
  const y = inX * matrix[1] + inY * matrix[3] + matrix[5]
  if (!run) {
    run = beginRun(reading, font, x, y)
    reading.texts.push(run)
    reading.run = run
  }
  run.text += text
  run.lastX = x
  run.lastY = y
}

function beginRun(reading: PageReading, font: ReadFont, x: number, y: number) {
  const { state, line, paints } = reading
  const whole = product(line, state.matrix)
  return {
    text: '',
    font,
    sizePt: Math.abs(state.fontSize) * Math.hypot(whole[2], whole[3]),
    look: lookOf(state, state.renderMode === 1),
    clip: state.clip,
    firstX: x,
    firstY: y,
    lastX: x,
    lastY: y,
    after: paints.length,
    unseen: state.renderMode === 3,
  }
}

function lettersOf({ bytesPerCode, unicode }: ReadFont, bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += bytesPerCode) {
    const code = bytesPerCode === 2 ? (bytes[index]! << 8) | (bytes[index + 1] ?? 0) : bytes[index]!
    // A simple font without a map has the codes of Latin letters, nearly always.
    text +=
      unicode.get(code) ?? (bytesPerCode === 1 && unicode.size === 0 ? String.fromCharCode(code) : '\uFFFD')
  }
  return text
}
