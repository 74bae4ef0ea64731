// TOML between two lines of `+++`, which Hugo and Zola have for front matter → the same tree that YAML becomes, so
// that all that is done with values is done once: spelling kept, a line for every key.
import { createRequire } from 'node:module'
import type { AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { Document, LineCounter, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { cleanScalars, type YamlDocument, type YamlReading, type YamlText } from './read-yaml.ts'

type TomlParser = { readonly parseTOML: typeof parseTOML }

let parser: TomlParser | undefined

/** Never throws for a fault in the text. The parser is loaded by the first text that needs it: few do. */
export function readToml({ text, file, firstLine }: YamlText): YamlReading {
  const counter = new LineCounter()
  for (const { index } of text.matchAll(/^/gm)) counter.addNewLine(index)
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  parser ??= createRequire(import.meta.url)('toml-eslint-parser') as TomlParser
  try {
    const [top] = parser.parseTOML(text).body
    const document = new Document({}) as YamlDocument
    document.contents = mapOf(top, text)
    return { file, firstLine, document, lineAt, findings: cleanScalars(document, file, lineAt) }
  } catch (error) {
    const { index = 0, message } = error as ParseError
    const place = { file, line: lineAt(index) }
    return { file, firstLine, lineAt, findings: [finding('yaml-is-sound', place, faultOf(message))] }
  }
}

function faultOf(message: string): FactsOf<'yaml-is-sound'> {
  const known = FAULTS.find(([pattern]) => pattern.test(message))
  return known ? { problem: known[1] } : { problem: 'toml-broken-otherwise', said: message }
}

/** By the words of the parser, which gives no codes. */
const FAULTS = [
  [/^Unterminated /, 'toml-is-open'],
  [/^Unspecified values /, 'toml-value-is-missing'],
  [/^(?:Empty bare keys |Expected equal )/, 'toml-equals-is-missing'],
  [/^Expected comma /, 'toml-comma-is-missing'],
  [/^(?:Must be a newline|The key, equals sign, and value must )/, 'toml-line-is-shared'],
  [/^Defining a key multiple times /, 'toml-key-stands-twice'],
  [
    /^(?:Unexpected (?:token|character|invalid date|invalid time)|Leading zeros |Underscores )/,
    'toml-value-is-none',
  ],
] as const

function mapOf(top: AST.TOMLTopLevelTable, text: string): YamlDocument['contents'] {
  const map = new YAMLMap()
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') put(map, node, text)
    else {
      const table = tableAt(map, node)
      for (const pair of node.body) put(table, pair, text)
    }
  }
  return map as unknown as YamlDocument['contents']
}

/** The table of `[menu.main]` or `[[menu.main]]`, made where it is not there yet. */
function tableAt(map: YAMLMap, { resolvedKey, key, kind }: AST.TOMLTable): YAMLMap {
  let inner: YAMLMap = map
  for (const [index, step] of resolvedKey.entries()) {
    if (typeof step === 'number') continue
    const next = resolvedKey[index + 1]
    const isList = typeof next === 'number' || (kind === 'array' && index === resolvedKey.length - 1)
    const found = inner.get(step, true) as unknown
    if (isList) {
      const list = found instanceof YAMLSeq ? found : new YAMLSeq()
      if (list !== found) inner.items.push(new Pair(named(step, key), list))
      const at = typeof next === 'number' ? next : list.items.length
      if (!(list.items[at] instanceof YAMLMap)) list.items.push(new YAMLMap())
      inner = list.items.at(typeof next === 'number' ? next : -1) as YAMLMap
    } else if (found instanceof YAMLMap) inner = found
    else {
      const made = new YAMLMap()
      inner.items.push(new Pair(named(step, key), made))
      inner = made
    }
  }
  return inner
}

/** `a.b = 1` is a table with a key. */
function put(map: YAMLMap, { key, value }: AST.TOMLKeyValue, text: string): void {
  const steps = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
  let inner = map
  for (const step of steps.slice(0, -1)) {
    const found = inner.get(step, true) as unknown
    const next = found instanceof YAMLMap ? found : new YAMLMap()
    if (next !== found) inner.items.push(new Pair(named(step, key), next))
    inner = next
  }
  inner.items.push(new Pair(named(steps.at(-1) ?? '', key), nodeOf(value, text)))
}

function nodeOf(node: AST.TOMLContentNode, text: string): Node {
  if (node.type === 'TOMLArray') {
    const list = new YAMLSeq()
    list.items = node.elements.map((one) => nodeOf(one, text))
    return placed(list, node.range)
  }
  if (node.type === 'TOMLInlineTable') {
    const map = new YAMLMap()
    for (const pair of node.body) put(map, pair, text)
    return placed(map, node.range)
  }
  if (node.kind === 'string') return placed(new Scalar(node.value), node.range)
  const typed = text.slice(...node.range)
  const isDate = node.value instanceof Date
  const scalar = new Scalar<unknown>(isDate ? typed : node.value)
  scalar.source = typed
  scalar.type = 'PLAIN'
  return placed(scalar, node.range)
}

const named = (name: string, { range }: AST.TOMLKey): Scalar<string> => placed(new Scalar(name), range)

function placed<T extends Node>(node: T, [start, end]: AST.Range): T {
  node.range = [start, end, end]
  return node
}
