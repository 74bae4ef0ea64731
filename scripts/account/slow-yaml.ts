// Values of a YAML file by a library, every plain one with the spelling that its author gave it.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Value } from './light-yaml.ts'

/** Undefined where it cannot be read: another finding says so. */
export function slowValues(text: string, firstLine: number): Value[] | undefined {
  const counter = new LineCounter()
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: counter,
      uniqueKeys: false,
      logLevel: 'silent',
    })
    if (document.errors.length > 0) return undefined
    const values: Value[] = []
    collect(document.contents, [], (node, path, words) => {
      const at = node.range?.[0] ?? 0
      values.push({ line: counter.linePos(at).line + firstLine - 1, path, text: words })
    })
    return values
  } catch {
    return undefined
  }
}

function collect(
  node: unknown,
  path: readonly string[],
  found: (node: Node, path: readonly string[], words: string) => void,
): void {
  if (isMap(node)) {
    for (const { key, value } of node.items)
      collect(value, [...path, isScalar(key) ? String(key.value) : ''], found)
  } else if (isSeq(node)) for (const item of node.items) collect(item, path, found)
  else if (isScalar(node) && node.value !== null && String(node.value) !== '')
    found(node, path, String(node.value))
}
