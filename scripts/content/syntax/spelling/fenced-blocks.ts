// Blocks between lines of colons, as Docusaurus, VuePress, MyST, Pandoc and Quarto write them, and ours where they
// are nested without more colons on the outer one: `::: note`, `:::tip Title`, `::: {.callout-note title="x"}`,
// `:::{note} Title`.
import type { Nodes } from 'mdast'
import { calloutLabel } from '../../../ground/language/callout-names.ts'
import type { BlockDirective } from '../../directives/directive.ts'
import { BLOCKS, blockNamed } from '../../directives/directives.ts'
import { ELSEWHERE, type Line, linesOf, openingEdit, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import { type Edit, type Reading, type Respelling, readAs } from '../respell.ts'

interface Block {
  readonly line: Line
  readonly prefix: string
  readonly size: number
  readonly head: Head
  /** What the blocks inside need. */
  inside: number
  close?: { readonly line: Line; readonly prefix: string }
}

type At = (offset: number) => boolean

interface Head {
  readonly name: string
  readonly label: string
  /** Written as the dialect has it. */
  readonly ours: boolean
  readonly told: boolean
  /** What stands in its braces, as the dialect has it. */
  readonly attributes: string
}

const FENCE = /^(:{3,})[ \t]*(|\S|\S.*\S)[ \t]*$/

export function fencedBlocks({ text, tree }: Reading): Respelling[] {
  if (!text.includes(':::')) return []
  const begun = directivesOf(tree)
  const isCode = codeOf(tree)
  return blocksOf(linesOf(text), (at) => begun.has(at), isCode).flatMap((block) => {
    const size = Math.max(block.size, block.inside + 1)
    const { head, line, prefix, close } = block
    if (head.ours && size === block.size) return []
    const open: Edit = head.ours
      ? {
          start: line.start + prefix.length,
          end: line.start + prefix.length,
          becomes: [':'.repeat(size - block.size)],
        }
      : openingEdit(line, prefix.length, size, head.name, head.label, head.attributes)
    const edits: Edit[] = [open]
    if (close && size > block.size) {
      const at = close.line.start + close.prefix.length
      edits.push({ start: at, end: at, becomes: [':'.repeat(size - block.size)] })
    }
    const told = readAs(line.text.trim(), `:::${head.name}${head.label ? `[${head.label}]` : ''}`)
    return edits.map((edit, index) =>
      index === 0 && head.told ? { edits: [edit], told } : { edits: [edit] },
    )
  })
}

/** Offsets at which the parser found a block. */
function directivesOf(node: Nodes, found = new Set<number>()): Set<number> {
  if (node.type === 'containerDirective') found.add(node.position?.start.offset ?? 0)
  if ('children' in node) for (const child of node.children) directivesOf(child, found)
  return found
}

/** Each closing line ends the innermost block that is open and has no more colons. */
function blocksOf(lines: readonly Line[], isBegun: At, isCode: At): Block[] {
  const all: Block[] = []
  const open: Block[] = []
  const leave = (block: Block): void => {
    const outer = open.at(-1)
    if (outer) outer.inside = Math.max(outer.inside, block.size, block.inside + 1)
  }
  for (const line of lines) {
    if (!line.text.includes(':::') && (open.length === 0 || line.text === '')) continue
    const prefix = prefixOf(line.text)
    const quoted = prefix.split('>').length
    while (
      open.length > 0 &&
      line.text.trim() !== '' &&
      quoted < (open.at(-1)?.prefix.split('>').length ?? 0)
    )
      leave(open.pop()!)
    const found = FENCE.exec(line.text.slice(prefix.length))
    const at = line.start + prefix.length
    if (!found || isCode(at)) continue
    const [, colons = '', rest = ''] = found
    if (rest === '') {
      const index = open.findLastIndex(({ size }) => size <= colons.length)
      if (index < 0) continue
      const block = open[index]!
      block.close = { line, prefix }
      while (open.length > index) leave(open.pop()!)
      continue
    }
    const head = isBegun(at) ? OURS : headOf(rest)
    if (!head) continue
    const block: Block = { line, prefix, size: colons.length, head, inside: 0 }
    all.push(block)
    open.push(block)
  }
  while (open.length > 0) leave(open.pop()!)
  return all
}

const OURS: Head = { name: '', label: '', ours: true, told: false, attributes: '' }

/** What a first line says. Undefined for colons that begin no block. */
function headOf(rest: string): Head | undefined {
  const braced = /^\{([^{}]*)\}[ \t]*(.*)$/.exec(rest)
  if (braced) return bracedHead(braced[1] ?? '', braced[2] ?? '')
  const named = /^([a-zA-Z][\w-]*)[ \t]*(?:\[(.*)\]|(.*?))[ \t]*(\{[^{}]*\})?[ \t]*:*$/.exec(rest)
  if (!named) return undefined
  const [, name = '', bracketed, plain = '', attributes = ''] = named
  const own = blockNamed(name)
  const given = attributes.slice(1, -1)
  const title = bracketed ?? (plain || titleIn(given))
  if (own && title !== '' && !own.label) return undefined
  // Words behind what no tool calls a block are a sentence that begins with colons.
  if (!own && calloutLabel(name) === undefined && plain.split(/\s+/).length > 4) return undefined
  const isTitle = bracketed === undefined && plain === ''
  return {
    name,
    label: unquoted(title),
    ours: false,
    told: own !== undefined,
    attributes: spelt(given, own, isTitle),
  }
}

/** `.callout-note title="x"` of Pandoc, `note` of MyST. */
function bracedHead(inside: string, behind: string): Head {
  const classes = [...inside.matchAll(/(?:^|\s)\.([\w-]+)/g)].map(([, name = '']) => name)
  const bare = /^[a-zA-Z][\w-]*$/.exec(inside.trim())?.[0]
  const callout = classes.find((name) => calloutLabel(name) !== undefined)
  // What other classes say is of no meaning in print.
  const own = classes.find((name) => HOLD_ANYTHING.has(name))
  const name = (bare ?? callout ?? own ?? 'div').replace(/^callout-/, '')
  const label = unquoted(behind.replace(/(?<!:):+$/, '').trim() || titleIn(inside))
  const isOther = label !== '' && blockNamed(name)?.elsewhere === 'same-untitled'
  const shown = isOther ? 'details' : name
  const attributes = bare ? '' : spelt(inside, blockNamed(shown), behind.trim() === '')
  return { name: shown, label, ours: false, told: false, attributes }
}

const ID = /(?:^|\s)#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*)/u
const VALUE = /(?:^|\s)([\w.:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g

/** `isTitle`: the first of its titles is its label. */
function spelt(given: string, own: BlockDirective | undefined, isTitle: boolean): string {
  const id = ID.exec(given)?.[1]
  const words = isTitle ? given.replace(TITLE, '') : given
  const values = [...words.matchAll(VALUE)].map(
    ([, name = '', double, single, bare]) =>
      `${name}="${(double ?? single ?? bare ?? '').replaceAll('"', '&quot;')}"`,
  )
  const foreign = own && values.length > 0 ? [ELSEWHERE] : []
  return [...(id === undefined ? [] : [`#${id}`]), ...values, ...foreign].join(' ')
}

/** A class `.figure` or `.table` of another tool keeps no rule of our block of that name. */
const HOLD_ANYTHING = new Set(BLOCKS.filter(({ holds }) => holds === 'anything').map(({ name }) => name))

const TITLE = /(?:title|caption|name)=(?:"([^"]*)"|'([^']*)')/

const titleIn = (attributes: string): string => {
  const [, double, single] = TITLE.exec(attributes) ?? []
  return double ?? single ?? ''
}

const unquoted = (title: string): string => /^"(.*)"$/.exec(title.trim())?.[1] ?? title.trim()
