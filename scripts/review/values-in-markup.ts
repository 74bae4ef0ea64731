// Words that stand in a line of markup: the title of a picture, the attributes of a block.
import type { Image, Nodes } from 'mdast'

export interface RawValue {
  readonly value: string
  /** Of its words in the text of the file, without what quotes them. */
  readonly start: number
  readonly end: number
  readonly writing: 'code' | 'attribute' | 'title'
  /** Line ends before it, where that is known. */
  readonly lines?: number
}

interface Directive {
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null | undefined
  readonly position?: Nodes['position'] | undefined
}

/** Those of a block whose values are words in quotation marks. */
export function attributeValues({ attributes, position }: Directive, text: string): RawValue[] {
  const start = position?.start.offset ?? 0
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd)
  const lines = (position?.start.line ?? 1) - 1
  return Object.entries(attributes ?? {}).flatMap(([name, value]) => {
    if (!value || !/\p{L}|\p{N}/u.test(value)) return []
    const found = valueIn(line, name)
    return found === undefined
      ? []
      : [{ value, start: start + found.start, end: start + found.end, writing: 'attribute' as const, lines }]
  })
}

function valueIn(line: string, name: string): { start: number; end: number } | undefined {
  for (let at = line.indexOf(`${name}=`); at >= 0; at = line.indexOf(`${name}=`, at + 1)) {
    if (!/[\s{]/.test(line[at - 1] ?? '')) continue
    const start = at + name.length + 1
    const quote = line[start]
    if (quote !== '"' && quote !== "'") return undefined
    const end = line.indexOf(quote, start + 1)
    return end < 0 ? undefined : { start: start + 1, end }
  }
  return undefined
}

/** `![…](file "title")`. */
export function pictureTitle(node: Image, text: string): RawValue | undefined {
  const start = node.position?.start.offset ?? 0
  const raw = text.slice(start, node.position?.end.offset ?? start)
  if (!node.title || !raw.endsWith(')')) return undefined
  const body = raw.slice(0, -1).trimEnd()
  const close = body.at(-1) ?? ''
  const open = close === ')' ? '(' : close
  const address = raw.lastIndexOf('](')
  const from = Math.max(body.indexOf(` ${open}`, address), body.indexOf(`\n${open}`, address))
  if (!/["')]/.test(close) || from < 0) return undefined
  return {
    value: node.title,
    start: start + from + 2,
    end: start + body.length - 1,
    writing: 'title',
    lines: (node.position?.start.line ?? 1) - 1,
  }
}
