// A value that stands in a program as plain data: `sidebar: [{ text: 'A', link: '/a' }]`. It is read and never run;
// what is more than data (a name, a call, a template with holes) makes the whole unknown.
import type { MatterValue } from '../draft.ts'

const MOST_DEPTH = 60

/** The value that begins at `at`; undefined where it is no plain data. */
export function literalAt(program: string, at: number): MatterValue | undefined {
  const reading = { text: program, at }
  try {
    return valueIn(reading, 0)
  } catch (fault) {
    if (fault === NO_DATA) return undefined
    throw fault
  }
}

/** The value of a key, wherever it first stands in the program as one. */
export function literalOf(program: string, key: string): MatterValue | undefined {
  const plain = withoutRemarks(program)
  const pattern = new RegExp(`(?<=[{,(\\s])(?:${key}|'${key}'|"${key}")\\s*:\\s*`, 'g')
  for (const { 0: whole, index } of plain.matchAll(pattern)) {
    const found = literalAt(plain, index + whole.length)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a module gives: `export default {…}`, `module.exports = {…}`, or the name of a constant that holds it. */
export function exportedLiteral(program: string): MatterValue | undefined {
  const plain = withoutRemarks(program)
  const given = /(?:export\s+default|module\.exports\s*=)\s*/.exec(plain)
  if (!given) return undefined
  const start = given.index + given[0].length
  const call = /^(?:define\w+|with\w+)\s*\(\s*/.exec(plain.slice(start))
  const found = literalAt(plain, start + (call?.[0].length ?? 0))
  if (found !== undefined) return found
  const name = /^[\w$]+/.exec(plain.slice(start))?.[0]
  if (!name) return undefined
  const constant = new RegExp(`(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\b[^=;{[]*=\\s*`).exec(
    plain,
  )
  return constant ? literalAt(plain, constant.index + constant[0].length) : undefined
}

/** Blanks in their place; a sign `//` within a text is none. */
export const withoutRemarks = (program: string): string =>
  program.replace(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found),
  )

interface Reading {
  readonly text: string
  at: number
}

const NO_DATA = new Error('no plain data')

function valueIn(reading: Reading, depth: number): MatterValue {
  if (depth > MOST_DEPTH) throw NO_DATA
  skipBlanks(reading)
  const sign = reading.text[reading.at]
  const value = sign === '{' ? group(reading, depth) : sign === '[' ? list(reading, depth) : single(reading)
  skipBlanks(reading)
  // `as const`, `satisfies Sidebar`: what a type says changes no value.
  const type = /^(?:as|satisfies)\s+[\w.<>[\]]+\s*/.exec(reading.text.slice(reading.at, reading.at + 80))
  reading.at += type?.[0].length ?? 0
  if (/[.(+?&|=]/.test(reading.text[reading.at] ?? '')) throw NO_DATA
  return value
}

const SINGLE =
  /'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\$])*)`|(-?\d[\d_.]*)|(true|false|null|undefined)\b/y

function single(reading: Reading): string {
  SINGLE.lastIndex = reading.at
  const found = SINGLE.exec(reading.text)
  if (!found) throw NO_DATA
  reading.at += found[0].length
  const quoted = found[1] ?? found[2] ?? found[3]
  return quoted === undefined ? found[0] : quoted.replace(/\\(?:u\{?([\da-f]{4,6})\}?|([\s\S]))/gi, unescaped)
}

const unescaped = (_: string, code: string | undefined, sign = ''): string =>
  code === undefined
    ? sign.replace('n', '\n')
    : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))

function list(reading: Reading, depth: number): MatterValue[] {
  const items: MatterValue[] = []
  reading.at += 1
  while (!ends(reading, ']')) {
    items.push(valueIn(reading, depth + 1))
    comma(reading, ']')
  }
  return items
}

function group(reading: Reading, depth: number): MatterValue {
  const pairs: [string, MatterValue][] = []
  reading.at += 1
  while (!ends(reading, '}')) {
    const name = /^[A-Za-z_$][\w$]*/.exec(reading.text.slice(reading.at, reading.at + 100))?.[0]
    if (name) reading.at += name.length
    const key = name ?? single(reading)
    skipBlanks(reading)
    if (reading.text[reading.at] !== ':') throw NO_DATA
    reading.at += 1
    pairs.push([key, valueIn(reading, depth + 1)])
    comma(reading, '}')
  }
  return Object.fromEntries(pairs)
}

function ends(reading: Reading, sign: string): boolean {
  skipBlanks(reading)
  if (reading.at >= reading.text.length) throw NO_DATA
  if (reading.text[reading.at] !== sign) return false
  reading.at += 1
  return true
}

function comma(reading: Reading, end: string): void {
  skipBlanks(reading)
  if (reading.text[reading.at] === ',') reading.at += 1
  else if (reading.text[reading.at] !== end) throw NO_DATA
}

function skipBlanks(reading: Reading): void {
  while (/\s/.test(reading.text[reading.at] ?? '')) reading.at += 1
}
