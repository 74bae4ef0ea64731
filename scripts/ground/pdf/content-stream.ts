/** A name begins with `/`, a dictionary is its source text. */
export type Operand = number | string | Bytes | { readonly items: readonly Operand[] }
/**
 * Of a string. Plain arrays: strings are short, a million in a book, and typed arrays cost several times as much to
 * make.
 */
export type Bytes = readonly number[]

export const isBytes = (operand: Operand | undefined): operand is Bytes => Array.isArray(operand)

const SPACE = new Uint8Array(256)
const BREAK = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) SPACE[code] = BREAK[code] = 1
for (const character of '()<>[]{}/%') BREAK[character.charCodeAt(0)] = 1

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }

/** What stands before an operator: its first eight numbers, and apart from them, in order, all that is no number. */
export interface Operands {
  /** Kept as plain doubles, for they are nearly all there is: half of the time, otherwise, went into boxing them. */
  readonly numbers: Float64Array
  readonly others: readonly Operand[]
  /** A visitor may write here where to read on, when it has seen for itself that nothing before that place matters. */
  goOnAt: number
}

/**
 * Reads the operators of a content stream (ISO 32000-1, 7.8.2) in order and hands each to `visit`, with the bytes
 * from its first operand up to its end. The operands are only good until it returns. A stream that ends in the middle
 * of a string ends there; nothing throws. An inline image is the operator `EI`, without operands.
 */
export function readContentStream(
  data: Buffer,
  visit: (operator: string, operands: Operands, from: number, to: number) => void,
): void {
  const numbers = new Float64Array(8)
  const others: Operand[] = []
  const operands: Operands = { numbers, others, goOnAt: 0 }
  const scanner = { data, at: 0 }
  let count = 0
  let from = -1
  while (skipSpace(scanner)) {
    if (from < 0) from = scanner.at
    const code = data[scanner.at]!
    if (isDigit(code)) {
      const number = readNumber(scanner)
      if (count < 8) numbers[count++] = number
      continue
    }
    if (isOperand(code)) {
      others.push(readOperand(scanner))
      continue
    }
    const operator = readOperator(scanner)
    if (operator === 'true' || operator === 'false' || operator === 'null') continue
    numbers.fill(0, count)
    if (operator === 'BI') {
      skipInlineImage(scanner)
      others.length = 0
      visit('EI', operands, from, scanner.at)
    } else {
      visit(operator, operands, from, scanner.at)
      if (operands.goOnAt > 0) {
        scanner.at = operands.goOnAt
        operands.goOnAt = 0
      }
    }
    count = 0
    if (others.length > 0) others.length = 0
    from = -1
  }
}

interface Scanner {
  readonly data: Buffer
  at: number
}

function skipSpace(scanner: Scanner): boolean {
  const { data } = scanner
  while (scanner.at < data.length) {
    const code = data[scanner.at]!
    if (code === 0x25)
      while (scanner.at < data.length && data[scanner.at] !== 10 && data[scanner.at] !== 13) scanner.at++
    else if (SPACE[code]) scanner.at++
    else return true
  }
  return false
}

const isDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43
const isOperand = (code: number): boolean =>
  isDigit(code) || code === 0x3c || code === 0x28 || code === 0x2f || code === 0x5b

function readOperand(scanner: Scanner): Operand {
  const { data, at } = scanner
  const code = data[at]
  if (code === 0x28) return readLiteral(scanner)
  if (code === 0x3c) return data[at + 1] === 0x3c ? readDictionary(scanner) : readHex(scanner)
  if (code === 0x5b) return readArray(scanner)
  if (code !== 0x2f) return readNumber(scanner)
  return readName(scanner)
}

/** Nearly all there is in a page are numbers, so they are read without making a string of each. */
function readNumber(scanner: Scanner): number {
  const { data } = scanner
  const negative = data[scanner.at] === 45
  if (negative || data[scanner.at] === 43) scanner.at++
  let value = 0
  let scale = 0
  for (; scanner.at < data.length && !BREAK[data[scanner.at]!]; scanner.at++) {
    const code = data[scanner.at]!
    if (code === 46) scale = 1
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      scale *= 10
    }
  }
  const size = scale > 1 ? value / scale : value
  return negative ? -size : size
}

/** Operators have one to three letters; each is made into a string once. */
const operators = new Map<number, string>()

function readOperator(scanner: Scanner): string {
  const { data, at } = scanner
  const word = readLength(data, at)
  if (word > 3) return readWord(scanner)
  let number = 0
  for (let index = 0; index < word; index++) number = number * 256 + data[at + index]!
  scanner.at = at + word
  let operator = operators.get(number)
  if (operator === undefined) {
    operator = data.toString('latin1', at, at + word)
    operators.set(number, operator)
  }
  return operator
}

/** A stray bracket counts as a word of its own, so that reading goes on behind it. */
function readLength(data: Buffer, at: number): number {
  let end = at
  while (end < data.length && !BREAK[data[end]!]) end++
  return Math.max(end - at, 1)
}

function readWord(scanner: Scanner): string {
  const { data, at } = scanner
  scanner.at = at + readLength(data, at)
  return data.toString('latin1', at, scanner.at)
}

/** A name may be empty: a slash and nothing more. */
function readName(scanner: Scanner): string {
  const next = scanner.data[++scanner.at]
  return next === undefined || BREAK[next] ? '/' : `/${readWord(scanner)}`
}

function readHex(scanner: Scanner): Bytes {
  const { data } = scanner
  const bytes: number[] = []
  let half = -1
  for (scanner.at++; scanner.at < data.length; scanner.at++) {
    const code = data[scanner.at]!
    if (code === 0x3e) break
    if (SPACE[code]) continue
    const digit = (code & 15) + (code > 64 ? 9 : 0)
    if (half < 0) half = digit * 16
    else {
      bytes.push(half + digit)
      half = -1
    }
  }
  scanner.at++
  if (half >= 0) bytes.push(half) // the last digit may be missing, and is 0 then
  return bytes
}

function readLiteral(scanner: Scanner): Bytes {
  const { data } = scanner
  const bytes: number[] = []
  let depth = 1
  scanner.at++
  while (scanner.at < data.length) {
    const code = data[scanner.at++]!
    if (code === 0x5c) readEscape(scanner, bytes)
    else {
      if (code === 0x28) depth++
      if (code === 0x29 && --depth === 0) break
      bytes.push(code)
    }
  }
  return bytes
}

function readEscape(scanner: Scanner, bytes: number[]): void {
  const { data } = scanner
  const code = data[scanner.at++]!
  if (code >= 48 && code <= 55) {
    let value = code - 48
    for (let digit = 0; digit < 2 && data[scanner.at]! >= 48 && data[scanner.at]! <= 55; digit++) {
      value = value * 8 + data[scanner.at++]! - 48
    }
    bytes.push(value & 255)
  } else if (code === 13 && data[scanner.at] === 10) scanner.at++
  else if (code !== 10 && code !== 13) bytes.push(ESCAPES[code] ?? code)
}

function readDictionary(scanner: Scanner): string {
  const { data, at } = scanner
  let depth = 0
  while (scanner.at < data.length) {
    const code = data[scanner.at]
    const pair = code === data[scanner.at + 1]
    if (code === 0x28) readLiteral(scanner)
    else if (code === 0x3c && !pair) readHex(scanner)
    else if (pair && (code === 0x3c || code === 0x3e)) {
      depth += code === 0x3c ? 1 : -1
      scanner.at += 2
      if (depth === 0) break
    } else scanner.at++
  }
  return data.toString('latin1', at, scanner.at)
}

function readArray(scanner: Scanner): Operand {
  const items: Operand[] = []
  scanner.at++
  while (skipSpace(scanner)) {
    const code = scanner.data[scanner.at]!
    if (code === 0x5d) {
      scanner.at++
      break
    }
    if (isOperand(code)) items.push(readOperand(scanner))
    else readWord(scanner)
  }
  return { items }
}

function skipInlineImage(scanner: Scanner): void {
  const end = scanner.data.indexOf('\nEI', scanner.at, 'latin1')
  scanner.at = end < 0 ? scanner.data.length : end + 3
}
