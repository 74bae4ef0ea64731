// ```{figure} picture.png and others of MyST whose fence holds no listing, but a picture, a quotation, a formula or a
// listing of its own.
import type { Nodes } from 'mdast'
import { type Line, linesOf, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import type { Edit, Reading, Respelling, Stretch } from '../respell.ts'

interface Block {
  readonly name: string
  readonly head: Line
  /** What stands behind its name. */
  readonly argument: Stretch
  readonly options: ReadonlyMap<string, string>
  readonly body: readonly Line[]
  readonly end: number
  readonly prefix: string
}

type Make = (block: Block, text: string) => Edit['becomes']

const MAKERS: Readonly<Record<string, Make>> = {
  figure: pictureOf,
  image: pictureOf,
  epigraph: quotationOf,
  'pull-quote': quotationOf,
  highlights: quotationOf,
  blockquote: quotationOf,
  math: formulaOf,
  'code-block': listingOf,
  code: listingOf,
  'code-tab': listingOf,
  sourcecode: listingOf,
  prompt: listingOf,
}

const HEAD = /^(`{3,}|~{3,}|:{3,})[ \t]*\{([a-z][\w-]*)\}[ \t]*(|\S|\S.*\S)[ \t]*$/
const OPTION = /^:([\w-]+):(?:[ \t]+(|\S|\S.*\S))?[ \t]*$/

export function mystBlocks({ tree, text }: Reading): Respelling[] {
  if (
    !/[`~:][ \t]*\{(?:figure|image|epigraph|pull-quote|highlights|blockquote|math|code|sourcecode|prompt)/.test(
      text,
    )
  )
    return []
  const lines = linesOf(text)
  const isCode = codeOf(tree)
  const fences = fencesIn(tree)
  return lines.flatMap((head, index): Respelling[] => {
    const prefix = prefixOf(head.text)
    const [, fence = '', name = ''] = HEAD.exec(head.text.slice(prefix.length)) ?? []
    const make = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined
    const at = head.start + prefix.length
    if (!make || (fence.startsWith(':') ? isCode(at) : !fences.has(at))) return []
    const block = blockAt(lines, index, prefix, fence)
    return [{ edits: [{ start: at, end: block.end, becomes: make(block, text) }] }]
  })
}

/** Offsets at which a listing begins. */
function fencesIn(node: Nodes, found = new Set<number>()): Set<number> {
  if (node.type === 'code') found.add(node.position?.start.offset ?? 0)
  if ('children' in node) for (const child of node.children) fencesIn(child, found)
  return found
}

function blockAt(lines: readonly Line[], index: number, prefix: string, fence: string): Block {
  const head = lines[index] as Line
  const [, , name = '', argument = ''] = HEAD.exec(head.text.slice(prefix.length)) ?? []
  const isLast = ({ text }: Line): boolean => {
    const row = text.trimEnd().slice(prefixOf(text).length)
    return row.length >= fence.length && row === row.charAt(0).repeat(row.length) && row.startsWith(fence)
  }
  const close = lines.findIndex((line, at) => at > index && isLast(line))
  const inside = lines.slice(index + 1, close < 0 ? undefined : close)
  const { options, count } = optionsOf(inside.map(({ text }) => text.slice(prefixOf(text).length).trimEnd()))
  const start = head.end - (head.text.length - head.text.trimEnd().length) - argument.length
  const last = close < 0 ? lines.at(-1) : lines[close]
  return {
    name,
    head,
    argument: { start, end: start + argument.length },
    options,
    body: withoutBlanks(inside.slice(count)),
    end: last?.end ?? head.end,
    prefix,
  }
}

/** `:name: value` line by line, or `name: value` between two lines of hyphens. */
function optionsOf(rows: readonly string[]): { options: ReadonlyMap<string, string>; count: number } {
  const end = rows[0] === '---' ? rows.indexOf('---', 1) : -1
  const isBetween = end > 0
  const pattern = isBetween ? /^([\w-]+):[ \t]*(.*)$/ : OPTION
  const first = rows.findIndex((row) => !pattern.test(row))
  const count = isBetween ? end + 1 : first < 0 ? rows.length : first
  const found = rows.slice(0, count).flatMap((row): [string, string][] => {
    const [, name = '', value = ''] = pattern.exec(row) ?? []
    return name === '' ? [] : [[name, value]]
  })
  return { options: new Map(found), count }
}

function withoutBlanks(rows: readonly Line[]): readonly Line[] {
  const isFull = ({ text }: Line): boolean => text.slice(prefixOf(text).length).trim() !== ''
  const first = rows.findIndex(isFull)
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isFull) + 1)
}

/** What stands below the picture is its caption, where it is one line of words. */
function pictureOf({ argument, options, body, prefix }: Block): Edit['becomes'] {
  const rows = body.map(wordsOf)
  const first = rows.findIndex(({ start, end }) => end > start)
  const behind = rows.findIndex(({ start, end }, at) => at > first && end <= start)
  const caption = first < 0 ? [] : rows.slice(first, behind < 0 ? undefined : behind)
  const legend = behind < 0 ? [] : rows.slice(behind)
  const alt = options.get('alt')?.replace(/(?<!\\)[[\]]/g, '\\$&')
  const name = options.get('name') ?? options.get('label')
  const width = /^\d{1,3}%$/.test(options.get('width') ?? '') ? [`width=${options.get('width')}`] : []
  const attributes = [...(name ? [`#${name.replace(/[^\w.:-]/g, '-')}`] : []), ...width]
  return [
    '![',
    ...(alt === undefined ? inOneLine(caption) : [alt]),
    '](<',
    argument,
    '>)',
    ...(attributes.length > 0 ? [`{${attributes.join(' ')}}`] : []),
    ...(caption.length > 0 ? [`\n${prefix}`, ...inOneLine(caption)] : []),
    ...legend.flatMap((row): Edit['becomes'] => [`\n${prefix}`, row]),
  ]
}

const inOneLine = (rows: readonly Stretch[]): Edit['becomes'] =>
  rows.flatMap((row, index) => (index === 0 ? [row] : [' ', row]))

function wordsOf({ start, text }: Line): Stretch {
  const from = prefixOf(text).length
  return { start: start + from, end: start + Math.max(from, text.trimEnd().length) }
}

function quotationOf({ argument, body, prefix }: Block): Edit['becomes'] {
  const rows = [...(argument.end > argument.start ? [argument] : []), ...body.map(wordsOf)]
  return rows.flatMap((row, index): Edit['becomes'] => [index === 0 ? '> ' : `\n${prefix}> `, row])
}

function formulaOf({ argument, body, options, prefix }: Block): Edit['becomes'] {
  const name = options.get('label') ?? options.get('name')
  const rows = [...(argument.end > argument.start ? [argument] : []), ...body.map(wordsOf)]
  return [
    '$$',
    ...rows.flatMap((row): Edit['becomes'] => [`\n${prefix}`, row]),
    `\n${prefix}$$${name ? ` {#${name.replace(/[^\w.:-]/g, '-')}}` : ''}`,
  ]
}

function listingOf({ argument, body, options, prefix }: Block, text: string): Edit['becomes'] {
  const inside = body.map(({ text: row }) => row).join('\n')
  const longest = Math.max(2, ...[...inside.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const caption = options.get('caption')
  const marked = options.get('emphasize-lines')
  const given = [
    ...(caption ? [`title="${caption.replaceAll('"', '&quot;')}"`] : []),
    ...(marked ? [`{${marked}}`] : []),
    ...(options.has('linenos') || options.has('lineno-start') ? ['linenums'] : []),
  ]
  const language = text.slice(argument.start, argument.end) || 'text'
  return [
    [fence + language, ...given].join(' '),
    ...body.flatMap(({ start, end }): Edit['becomes'] => ['\n', { start, end }]),
    `\n${prefix}${fence}`,
  ]
}
