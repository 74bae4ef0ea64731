// Values of a YAML file line by line, each with the keys above it. Reads the forms that people write; what it makes
// too little or too much of is read once more, slowly, before anything is said of it.

export interface Value {
  readonly line: number
  /** Keys from the outside in; items of lists have none. */
  readonly path: readonly string[]
  readonly text: string
}

interface Level {
  readonly indent: number
  readonly key: string
}

const ENTRY =
  /^((?:-[ \t]+)*)(?:([\p{L}\p{N}_@/.+ -]*[\p{L}\p{N}_]|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$))?(.*)$/u

export function lightValues(lines: readonly string[], firstLine: number): Value[] {
  const values: { line: number; path: string[]; text: string }[] = []
  const levels: Level[] = []
  let open: { indent: number; value: { text: string } } | undefined
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue
    const indent = written.length - written.trimStart().length
    if (open && indent > open.indent) {
      open.value.text += ` ${written.trim()}`
      continue
    }
    open = undefined
    if (written.trimStart().startsWith('#')) continue
    const [, dashes = '', key = '', rest = ''] = ENTRY.exec(written.trimStart()) ?? []
    const column = indent + dashes.length
    while (levels.length > 0 && (levels.at(-1) as Level).indent >= (key ? column : indent + 1)) levels.pop()
    if (key) levels.push({ indent: column, key: unquoted(key) })
    const value = { line: firstLine + index, path: levels.map((level) => level.key), text: rest.trim() }
    const isBlock = /^[|>][-+\d]*$/.test(value.text)
    if (isBlock) value.text = ''
    values.push(value)
    if (isBlock || value.text !== '') open = { indent: key ? column : indent, value }
  }
  return values.flatMap(partsOf).filter(({ text }) => text !== '')
}

/** `[a, b]` and `{ name: a, role: b }` hold several. */
function partsOf(value: Value): Value[] {
  const inner = /^[[{](.*)[\]}]$/s.exec(value.text)?.[1]
  if (inner === undefined) return [{ ...value, text: unquoted(value.text) }]
  return inner.split(/,(?=\s)|,$/).flatMap((part) => {
    const named = /^\s*([\w-]+):\s+(.*)$/s.exec(part)
    if (named?.[1]) return [{ ...value, path: [...value.path, named[1]], text: unquoted(named[2] ?? '') }]
    return [{ ...value, text: unquoted(part) }]
  })
}

function unquoted(written: string): string {
  const text = written.trim()
  const quoted = /^"(.*)"(?:\s+#.*)?$|^'(.*)'(?:\s+#.*)?$/s.exec(text)
  if (quoted) return quoted[1] ?? (quoted[2] ?? '').replaceAll("''", "'")
  return text.replace(/\s#.*$/s, '').trim()
}
