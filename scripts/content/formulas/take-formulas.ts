// Every formula of a tree is read, wherever it stands, and so are listings that are one: ```math of GitHub, {math} of
// MyST. What cannot be read is told at its column, and printed as it was typed.
import type { Code, Formula, Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'
import type { FormulaFault } from './read-formula.ts'

export function takeFormulas(tree: Root | { children: PhrasingContent[] }, draft: Draft): void {
  const walk = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).map((child): Nodes => {
      const node = asBlock(child.type === 'code' ? listingAsFormula(child) : child)
      if (node.type === 'formula') return settled(node, draft)
      if ('children' in node) walk(node)
      return node
    }) as typeof parent.children
  }
  walk(tree as Root)
}

/** ```` ```math ````; its name stands behind the fence or in a first line `:label: eq-a`. */
function listingAsFormula(code: Code): Code | Formula {
  if (!/^(?:math|\{math\})$/i.test(code.lang ?? '')) return code
  const label = /^:(?:label|name):[ \t]*(\S+)[ \t]*\n+/.exec(code.value)
  const id = label?.[1] ?? /\{[ \t]*#([^\s{}]+)/.exec(code.meta ?? '')?.[1]
  return {
    type: 'formula',
    display: true,
    data: { isBlock: true, ...(id ? { id } : {}) },
    value: code.value.slice(label?.[0].length ?? 0),
    ...(code.position ? { position: code.position } : {}),
  }
}

const NAME = /^[ \t]*\{[ \t]*#([^\s{}]+)[^{}]*\}[ \t]*$/

/** One that is alone in its paragraph, with no more than its name, stands for it. */
function asBlock(node: Nodes): Nodes {
  if (node.type !== 'paragraph') return node
  const [formula, name, more] = node.children
  if (formula?.type !== 'formula' || !formula.display || more) return node
  const id = name?.type === 'text' ? NAME.exec(name.value)?.[1] : undefined
  if (name && id === undefined) return node
  return alone({ ...formula, data: { ...formula.data, ...(id ? { id } : {}) } })
}

const alone = (node: Formula): Formula => ({ ...node, data: { ...node.data, isBlock: true } })

function settled(node: Formula, draft: Draft): Nodes {
  const tex = unquoted(node.value)
  const read = draft.readFormula?.(tex, node.display)
  if (!read || 'facts' in read) {
    if (read) tell(node, read, draft)
    return asTyped(node)
  }
  const index = draft.formulas.push(read) - 1
  return { ...node, value: read.words, data: { ...node.data, index } }
}

/** GitHub lets a formula stand between `` $` `` and `` `$ ``. */
const unquoted = (tex: string): string => /^`([\s\S]+)`$/.exec(tex)?.[1] ?? tex

function tell(node: Formula, { facts, at }: FormulaFault, draft: Draft): void {
  const { position } = node
  const from = position?.start.offset ?? 0
  const written = draft.source.text.slice(from, position?.end.offset)
  // Where the formula itself begins: behind its signs, or on the line below a fence.
  const inside = Math.max(0, written.indexOf(unquoted(node.value).slice(0, 40)))
  const before = written.slice(0, inside + at)
  const lines = before.split('\n')
  const start = position?.start ?? { line: 1, column: 1 }
  const line = start.line + lines.length - 1
  const column = (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0)
  report(draft, 'formula-is-read', { type: 'formula', position: { start: { line, column } } }, facts)
}

function asTyped(node: Formula): Nodes {
  const place = node.position ? { position: node.position } : {}
  if (node.data?.isBlock) return { type: 'code', lang: 'latex', value: node.value.trim(), ...place }
  return { type: 'inlineCode', value: node.value.trim().replace(/\s+/g, ' '), ...place }
}
