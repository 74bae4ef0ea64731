// ```{note} Title of MyST: a fence whose content is no code but text.
import type { Code, Nodes } from 'mdast'
import { calloutLabel, nameInWords } from '../../../ground/language/callout-names.ts'
import { openingEdit, prefixOf } from '../block-lines.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

const NAMED = /^\{([a-zA-Z][\w-]*)\}$/
const OPTION = /^[ \t]*:([\w-]+):[ \t]*(|\S|\S.*\S)[ \t]*$/
/** Its options between two lines of hyphens, which are some of them. */
const BETWEEN = /^(?:---|([\w-]+):)[ \t]*(|\S|\S.*\S)[ \t]*$/

export function bracedFences({ tree, text }: Reading): Respelling[] {
  if (!/(?<=[`~]{2})[`~][ \t]*\{/.test(text)) return []
  const found: Respelling[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'code') {
      const name = NAMED.exec(node.lang ?? '')?.[1]
      const kind = name === undefined ? undefined : kindOf(name)
      if (kind) found.push({ edits: editsOf(node, kind, text) })
    } else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

/** What holds others, what is folded away on a screen, and what a science calls its parts. */
const HOLDERS = new Set('div container tabs tab-set grid grid-item card-carousel'.split(' '))
const FOLDED = new Set('dropdown tab tab-item group-tab card grid-item-card'.split(' '))
const PARTS = new Set(
  'exercise solution theorem proof definition example remark lemma corollary algorithm property proposition axiom conjecture criterion observation assumption'.split(
    ' ',
  ),
)

interface Kind {
  readonly name: string
  /** What stands at its head where its author gave it no title. */
  readonly label?: string
}

function kindOf(name: string): Kind | undefined {
  if (HOLDERS.has(name)) return { name: 'div' }
  if (FOLDED.has(name)) return { name: 'details' }
  if (PARTS.has(name)) return { name: 'callout', label: nameInWords(name) }
  return calloutLabel(name) === undefined ? undefined : { name }
}

function editsOf(node: Code, { name, label = '' }: Kind, text: string): Edit[] {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const rows = text.slice(start, end).split('\n')
  const head = rows[0] ?? ''
  const fence = /^[`~]+/.exec(head)?.[0] ?? '```'
  const run = Math.max(2, ...rows.slice(1).map((row) => /^[ \t>]*(:{3,})/.exec(row)?.[1]?.length ?? 0))
  const colons = Math.max(run + 1, fence.length)
  const line = { start, end: start + head.length, text: head }
  const edits: Edit[] = []
  let at = line.end + 1
  let kind = name
  const given: string[] = []
  const ends =
    rows[1]?.trim() === '---' ? rows.findIndex((row, turn) => turn > 1 && row.trim() === '---') : -1
  for (const [turn, row] of rows.slice(1).entries()) {
    const bare = row.slice(prefixOf(row).length)
    const option = turn < ends ? BETWEEN.exec(bare) : OPTION.exec(bare)
    if (!option) break
    const classed = /^\s*:?class:\s*([\w-]+)/.exec(bare)?.[1]
    if (classed && calloutLabel(classed) && name === 'admonition') kind = classed
    const [, key = '', value = ''] = option
    if (key === 'name' || key === 'label') given.push(`#${value.replace(/[^\w.:-]/g, '-')}`)
    else if (key !== 'class' && key !== '') given.push(`${key}="${value.replaceAll('"', '&quot;')}"`)
    edits.push({ start: at, end: at + row.length, becomes: [prefixOf(row).trimEnd()] })
    at += row.length + 1
  }
  const last = rows.length > 1 ? (rows.at(-1) ?? '') : ''
  const closed = last.slice(prefixOf(last).length).startsWith(fence)
  const lastStart = end - last.length + prefixOf(last).length
  const close: Edit = closed
    ? { start: lastStart, end, becomes: [':'.repeat(colons)] }
    : { start: end, end, becomes: [`\n${prefixOf(last)}${':'.repeat(colons)}`] }
  return [openingEdit(line, 0, colons, kind, node.meta?.trim() || label, given.join(' ')), ...edits, close]
}
