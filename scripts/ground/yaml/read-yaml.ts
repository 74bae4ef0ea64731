// The text of a YAML file → its tree, or the one finding that says why it cannot be read.
import { isMap, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { mendYaml } from './mend-yaml.ts'
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
export function readYaml(given: YamlText): YamlReading {
  const input = { ...given, text: withoutMarkers(given.text) }
  const { text, file, firstLine } = input
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  const without = (one: Finding): YamlReading => ({ file, firstLine, lineAt, findings: [one] })
  if (isTooDeep(text))
    return without(finding('nesting-is-shallow', { file, line: firstLine }, { depth: `over ${MAX_LEVELS}` }))
  const document = parsed(text, counter)
  const broken = faultOf(document)
  const mended = broken || mayHideNames(text) ? mendedReading(input) : undefined
  if (mended) return mended
  if (broken) {
    const { line, fault } = explainBrokenYaml(text, broken, firstLine)
    return without(finding('yaml-is-sound', { file, line }, fault))
  }
  const findings = [
    ...cleanScalars(document, file, lineAt),
    ...lostHashtags(input),
    ...typographicMarks(document, file, lineAt),
  ]
  return { file, firstLine, document, lineAt, findings }
}

// `logLevel`: the parser tells of keys such as `{{ title }}` by a warning of the process.
/** `---` around a file, as around front matter: to YAML it begins another document. */
const withoutMarkers = (text: string): string => text.replace(/^(?:---|\.\.\.)(?=[^\S\n]*(?:#.*)?$)/gm, '#--')

const parsed = (text: string, lineCounter: LineCounter): YamlDocument =>
  parseDocument(text, { lineCounter, version: '1.2', prettyErrors: false, logLevel: 'error' })

// A tag that YAML does not know is a warning to the parser, which then drops it: `short: !Now` would print as nothing.
const faultOf = ({ errors, warnings }: YamlDocument) => errors[0] ?? warnings[0]

/** `*stars*` names a value to the parser, `&amp; more` gives it a name, and `title:Roads` is a sentence. */
const mayHideNames = (text: string): boolean =>
  /(?::|^[ \t]*-)\s+[*&]\S|^[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*:[^\s:/\\]/m.test(text)

/** The same values, where only one thing can be meant, each told at its line. */
function mendedReading({ text, file, firstLine }: YamlText): YamlReading | undefined {
  const mended = mendYaml(text)
  if (!mended) return undefined
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  const document = parsed(mended.text, counter)
  if (faultOf(document)) return undefined
  const told = mended.values.map(({ row, typed }) =>
    finding('value-is-quoted', { file, line: row + firstLine }, { value: typed }),
  )
  const findings = [
    ...told,
    ...cleanScalars(document, file, lineAt),
    ...lostHashtags({ text: mended.text, file, firstLine }),
    ...typographicMarks(document, file, lineAt),
  ]
  return { file, firstLine, document, lineAt, findings }
}

/**
 * Brackets within brackets, and `- - - -` on one line. Indentation cannot go deep in a file of 2 MB. Most texts have
 * too few of these signs to be looked at closely.
 */
function isTooDeep(text: string): boolean {
  if ((text.match(/[[{?-]/g)?.length ?? 0) <= MAX_LEVELS) return false
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
  if (!/#[^\s#]/.test(text)) return []
  const findings: Finding[] = []
  let line = firstLine
  let isLineBegun = false
  for (const token of new Lexer().lex(text)) {
    if (isLineBegun && /^#[^\s#]/.test(token)) {
      findings.push(finding('hash-sign-is-quoted', { file, line }, { token: token.trim() }))
    }
    line += token.split('\n').length - 1
    isLineBegun = !token.endsWith('\n') && (isLineBegun || token.trim() !== '')
  }
  return findings
}

/** A text processor has set `“A title”` for `"A title"`: told once a file, as a quotation may be meant. */
function typographicMarks(
  { contents }: YamlDocument,
  file: string,
  lineAt: (offset: number) => number,
): Finding[] {
  const wrapped = isMap(contents)
    ? contents.items.find(
        ({ value }) =>
          isScalar(value) && value.type === 'PLAIN' && /^[“”„«][^“”„«»]*[”“»]$/.test(String(value.value)),
      )
    : undefined
  if (!wrapped || !isScalar(wrapped.value)) return []
  const place = { file, line: lineAt(wrapped.value.range?.[0] ?? 0) }
  return [finding('value-is-quoted', place, { value: String(wrapped.value.value), other: 'printed' })]
}

// No font draws these, and some of them mark places in what templates make. YAML can write them as "\uFDD0".
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
      const character = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      findings.push(
        finding('control-characters-are-gone', { file, line: lineAt(scalar.range?.[0] ?? 0) }, { character }),
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
