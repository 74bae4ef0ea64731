// YAML that people wrote → a checked value, or findings with the line to mend. Shared by settings and content/.
import { isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Finding } from './model.ts'
import { finding } from './rules.ts'
import { explainFault, unwrap } from './yaml-faults.ts'

export { nearest } from './nearest.ts'

interface YamlInput<T> {
  readonly text: string
  /** Relative to the root, for findings. */
  readonly file: string
  /** Line of the file on which `text` begins. */
  readonly firstLine: number
  readonly schema: z.ZodType<T>
  readonly kind: 'publication' | 'front-matter'
}

export interface CheckedYaml<T> {
  /** Missing when a finding is an error. */
  readonly value?: T
  /** Line of each top-level key; of each item (`0`, `1` …) where the file is a list. */
  readonly lines: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

// More aliases than this in one file is an attack ("billion laughs"), not a text: real files have none.
const MAX_ALIASES = 50

// The parser calls itself for each level: 50,000 brackets end the whole process, and nothing can catch that.
const MAX_LEVELS = 100

/** Parses and checks; never throws for a fault in the text. A key with nothing after it counts as not given. */
export function checkedYaml<T>(input: YamlInput<T>): CheckedYaml<T> {
  const top = { file: input.file, line: input.firstLine }
  if (isTooDeep(input.text))
    return { lines: {}, findings: [finding('nesting-is-shallow', top, { actual: `over ${MAX_LEVELS}` })] }
  const counter = new LineCounter()
  const document = parseDocument(input.text, { lineCounter: counter, version: '1.2', prettyErrors: false })
  const lineAt = (offset: number): number => counter.linePos(offset).line + input.firstLine - 1
  // A tag that YAML does not know is a warning to the parser, which then drops it: `short: !Now` would print as nothing.
  const broken = document.errors[0] ?? document.warnings[0]
  if (broken) {
    const place = { file: input.file, line: lineAt(broken.pos[0]) }
    const actual = PARSER_WORDS[broken.code] ?? plain(broken.message)
    return { lines: {}, findings: [finding('yaml-is-sound', place, { actual })] }
  }
  const cleaned = [...cleanScalars(document, input.file, lineAt), ...lostHashtags(input)]
  const lines = topLevelLines(document.contents, lineAt)
  const plainValue = toPlain(document, input)
  if ('finding' in plainValue) return { lines, findings: [plainValue.finding] }
  const value = plainValue.value ?? (unwrap(input.schema)?.element ? [] : {})
  const checked = input.schema.safeParse(value)
  if (checked.success) return { value: checked.data, lines, findings: cleaned }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document.contents, path))
  const faults = checked.error.issues.flatMap((issue) => explainFault(issue, { input, value, lineOf }))
  return { lines, findings: [...cleaned, ...faults] }
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
function lostHashtags({
  text,
  file,
  firstLine,
}: Pick<YamlInput<unknown>, 'text' | 'file' | 'firstLine'>): Finding[] {
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

/** Takes unprintable characters out, and the emptiness after a key that was left blank. Says what it took. */
function cleanScalars(
  document: ReturnType<typeof parseDocument>,
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
      if (isScalar(pair.value) && pair.value.value === null) pair.value.value = undefined
    },
  })
  return findings
}

function toPlain<T>(
  document: ReturnType<typeof parseDocument>,
  input: YamlInput<T>,
): { value: unknown } | { finding: Finding } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch {
    const actual = 'its aliases (`*name`) repeat without end, or name nothing'
    return { finding: finding('yaml-is-sound', { file: input.file, line: input.firstLine }, { actual }) }
  }
}

function topLevelLines(contents: unknown, lineAt: (offset: number) => number): Record<string, number> {
  if (isSeq(contents)) {
    const items = contents.items.map(
      (item, index) => [index, lineAt((item as Node).range?.[0] ?? 0)] as const,
    )
    return Object.fromEntries(items)
  }
  if (!isMap(contents)) return {}
  const entries = contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [[String(key.value), lineAt(key.range[0])] as const] : [],
  )
  return Object.fromEntries(entries)
}

/** Where the key or list item, or its nearest ancestor that exists, begins. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents as Node | null
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    const found = childOf(node, step)
    if (!found) break
    node = found.value
    offset = (found.key ?? found.value)?.range?.[0] ?? offset
  }
  return offset
}

function childOf(node: Node | null, step: PropertyKey): { key?: Node; value: Node | null } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair && { key: pair.key as Node, value: pair.value as Node | null }
  }
  const item = isSeq(node) ? (node.items[Number(step)] as Node | undefined) : undefined
  return item && { value: item }
}

/** What the parser's own messages say in its own terms. */
const PARSER_WORDS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a line of three hyphens begins a second text',
  DUPLICATE_KEY: 'this key stands in it twice',
  TAB_AS_INDENT: 'the line is indented with a tab',
  BLOCK_AS_IMPLICIT_KEY: 'a value has a second colon in it, or the next line is indented too far',
  BAD_INDENT: 'the indentation differs from the lines around it, or a bracket is not closed',
  MULTILINE_IMPLICIT_KEY: 'this line has no colon after its key',
  MISSING_CHAR: 'a colon, a comma, a bracket or a closing quotation mark is missing',
  BAD_SCALAR_START: 'a value begins with a sign that means something else here',
  BAD_ALIAS: 'a value begins with `*`, which means something else here',
  TAG_RESOLVE_FAILED: 'a value begins with `!`, and its first word would be lost: put it in quotation marks',
}

const plain = (message: string): string => {
  const first = message.split('\n')[0] ?? message
  return (
    first.charAt(0).toLowerCase() +
    first
      .slice(1)
      .replace(/\.$/, '')
      .replace(/ at line \d+, column \d+:?$/, '')
  )
}
