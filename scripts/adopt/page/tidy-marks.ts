// Marks as an author sets them: around words and not around blanks, one where several stand side by side.
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'

export function tidyMarks(tree: Root): Root {
  tidy(tree, new Set())
  return tree
}

const MARKS: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete'])

function tidy(parent: Parents, within: ReadonlySet<string>): void {
  const inside = MARKS.has(parent.type) ? new Set([...within, parent.type]) : within
  let children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (!('children' in node)) return [node]
    tidy(node, inside)
    if (MARKS.has(node.type) && inside.has(node.type)) return node.children
    if (!MARKS.has(node.type) && node.type !== 'link') return [node]
    return apart(node as Extract<PhrasingContent, Parents>)
  })
  children = withoutOuterBreaks(joined(children), parent)
  parent.children = children as typeof parent.children
}

/** Blanks and breaks at the edges stand outside. */
function apart(node: Extract<PhrasingContent, Parents>): Nodes[] {
  const children = [...node.children] as PhrasingContent[]
  const before: Nodes[] = []
  const after: Nodes[] = []
  for (let first = children[0]; first; first = children[0]) {
    if (first.type === 'break') before.push(first)
    else if (first.type === 'text' && /^\s/.test(first.value)) {
      const value = first.value.trimStart()
      before.push({ type: 'text', value: first.value.slice(0, first.value.length - value.length) })
      if (value !== '') {
        children[0] = { ...first, value }
        break
      }
    } else break
    children.shift()
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type === 'break') after.unshift(last)
    else if (last.type === 'text' && /\s$/.test(last.value)) {
      const value = last.value.trimEnd()
      after.unshift({ type: 'text', value: last.value.slice(value.length) })
      if (value !== '') {
        children[children.length - 1] = { ...last, value }
        break
      }
    } else break
    children.pop()
  }
  return [...before, ...(children.length > 0 ? [{ ...node, children } as Nodes] : []), ...after]
}

/** Equal marks side by side, with no more than a blank between them, are one. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const made: Nodes[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    const before = made.at(-2)
    if (last?.type === 'text' && node.type === 'text') {
      made[made.length - 1] = { ...last, value: last.value + node.value }
    } else if (last && MARKS.has(node.type) && last.type === node.type) {
      made[made.length - 1] = withMore(last as Parents, (node as Parents).children)
    } else if (
      last?.type === 'text' &&
      last.value.trim() === '' &&
      before &&
      MARKS.has(node.type) &&
      before.type === node.type
    ) {
      made.splice(-2, 2, withMore(before as Parents, [last, ...(node as Parents).children]))
    } else made.push(node)
  }
  return made
}

const withMore = (node: Parents, more: readonly Nodes[]): Nodes =>
  ({ ...node, children: joined([...(node.children as Nodes[]), ...more]) }) as Nodes

function withoutOuterBreaks(nodes: readonly Nodes[], parent: Parents): Nodes[] {
  if (parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell')
    return [...nodes]
  const isBlank = (node: Nodes | undefined): boolean =>
    node?.type === 'break' ||
    (node?.type === 'text' && node.value.trim() === '') ||
    (node?.type === 'html' && node.value === '<br>')
  let [start, end] = [0, nodes.length]
  while (start < end && isBlank(nodes[start])) start += 1
  while (end > start && isBlank(nodes[end - 1])) end -= 1
  return nodes.slice(start, end).map((node, index, all): Nodes => {
    if (node.type !== 'text') return node
    let { value } = node
    if (index === 0 || all[index - 1]?.type === 'break') value = value.trimStart()
    if (index === all.length - 1 || all[index + 1]?.type === 'break') value = value.trimEnd()
    return { ...node, value }
  })
}
