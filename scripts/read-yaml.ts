// The text of a YAML file → its tree, or the one finding that says why it cannot be read.
import { isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import type { Finding } from './model.ts'
import { finding } from './rules.ts'
import { explainBrokenYaml } from './yaml-breaks.ts'

export type YamlDocument = ReturnType<typeof parseDocument>

export interface YamlReading {
  /** Relative to the root, for findings. */
  readonly file: string
  /** Line of the file on which the text begins. */
  readonly firstLine: number
  /** Missing where a finding is an error. */
  readonly document?: YamlDocument
  readonly lineAt: (offset: number) => number
  readonly findings: readonly Finding[]
}

export interface YamlText {
  readonly text: string
  readonly file: string
  readonly firstLine: number
}

// The parser calls itself for each level: 50,000 brackets end the whole process, and nothing can catch that.
const MAX_LEVELS = 100

/** Never throws for a fault in the text, and never lets the parser print a warning of its own. */
export function readYaml(input: YamlText): YamlReading {
  const { text, file, firstLine } = input
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  const without = (one: Finding): YamlReading => ({ file, firstLine, lineAt, findings: [one] })
  if (isTooDeep(text))
    return without(finding('nesting-is-shallow', { file, line: firstLine }, { actual: `over ${MAX_LEVELS}` }))
  // `logLevel`: the parser tells of keys such as `{{ title }}` by a warning of the process.
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    prettyErrors: false,
    logLevel: 'error',
  })
  // A tag that YAML does not know is a warning to the parser, which then drops it: `short: !Now` would print as nothing.
  const broken = document.errors[0] ?? document.warnings[0]
  if (broken) {
    const { line, actual } = explainBrokenYaml(text, broken, firstLine)
    return without(finding('yaml-is-sound', { file, line }, { actual }))
  }
  const findings = [...cleanScalars(document, file, lineAt), ...lostHashtags(input)]
  return { file, firstLine, document, lineAt, findings }
}

/** Brackets within brackets, and `- - - -` on one line. Indentation cannot go deep in a file of 2 MB. */
function isTooDeep(text: string): boolean {
  let brackets = 0
  let marks = 0
  let isScalarNext = false
  for (const token of new Lexer().lex(text)) {
    if (!isScalarNext) {
      if (token === '[' || token === '{') brackets += 1
      else if (token === ']' || token === '}') brackets -= 1
      else if (token === '-' || token === '?') marks += 1
      else if (/^\r?\n$/.test(token)) marks = 0
      if (brackets + marks > MAX_LEVELS) return true
    }
    isScalarNext = token === '\u001F'
  }
  return false
}

/** ` #wmgrit` after a value begins a comment in YAML: the rest of the author's line would vanish without a word. */
function lostHashtags({ text, file, firstLine }: YamlText): Finding[] {
  const findings: Finding[] = []
  let line = firstLine
  let isLineBegun = false
  for (const token of new Lexer().lex(text)) {
    if (isLineBegun && /^#[^\s#]/.test(token)) {
      findings.push(finding('hash-sign-is-quoted', { file, line }, { actual: token.trim() }))
    }
    line += token.split('\n').length - 1
    isLineBegun = !token.endsWith('\n') && (isLineBegun || token.trim() !== '')
  }
  return findings
}

// No font draws these, and U+FDD0 and U+FDD1 are the brackets of slots.ts. YAML can write them as "\uFDD0".
const UNPRINTABLE = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\n\t])\p{Cc}/gu

/** Takes unprintable characters out, and says what it took. */
export function cleanScalars(
  document: YamlDocument,
  file: string,
  lineAt: (offset: number) => number,
): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'string') return
      const [first] = scalar.value.match(UNPRINTABLE) ?? []
      if (first === undefined) return
      const actual = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      findings.push(
        finding('control-characters-are-gone', { file, line: lineAt(scalar.range?.[0] ?? 0) }, { actual }),
      )
      scalar.value = scalar.value.replace(UNPRINTABLE, '')
    },
    Pair: (_, pair) => {
      // A key of several parts, `{{ title }}`, has no name; it keeps its signs.
      if (!isScalar(pair.key) && pair.key !== null) pair.key = document.createNode(String(pair.key))
    },
  })
  return findings
}
