// Words that stand in a line, and blocks: what HTML mixes freely is put in order.
import type { BlockContent, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast'

/** Where a line of text is, and nothing else. */
const LINES = new Set(
  'paragraph heading emphasis strong delete link linkReference textDirective inlineElement'.split(' '),
)
const BLOCKS = new Set(
  'paragraph heading list listItem blockquote code table thematicBreak containerDirective leafDirective definition footnoteDefinition descriptionList pageBreak yaml'.split(
    ' ',
  ),
)

export const holdsLine = (node: Nodes): node is Extract<Parents, { children: PhrasingContent[] }> =>
  LINES.has(node.type) || node.type === 'tableCell'

export const isBlock = (node: Nodes): boolean => BLOCKS.has(node.type)
const isRemark = (node: Nodes): boolean => node.type === 'html'

/** Blocks only: words between them are paragraphs. */
export function asFlow(nodes: readonly Nodes[]): BlockContent[] {
  const blocks: Nodes[] = []
  let line: Nodes[] = []
  const endLine = (): void => {
    const solid = trimmed(line)
    // A paragraph of spaces that do not break is how a word processor leaves a line out.
    if (solid.some((node) => !isRemark(node) && !(node.type === 'text' && node.value.trim() === '')))
      blocks.push(paragraphOf(solid))
    else blocks.push(...solid.filter(isRemark))
    line = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node)
    else {
      endLine()
      blocks.push(node)
    }
  }
  endLine()
  return blocks as BlockContent[]
}

/** Words in a line only: blocks are parted by line ends. */
export function asLine(nodes: readonly Nodes[]): PhrasingContent[] {
  if (!nodes.some(isBlock)) return nodes as PhrasingContent[]
  const parts = asFlow(nodes).map(lineOfBlock)
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ type: 'break' } as const, ...part]))
}

function lineOfBlock(node: Nodes): PhrasingContent[] {
  if (holdsLine(node)) return node.children
  if (node.type === 'code') return [{ ...node, type: 'inlineCode' }]
  return 'children' in node
    ? asLine(node.children as Nodes[])
    : isRemark(node)
      ? [node as PhrasingContent]
      : []
}

/** A figure, with what is said of it in braces: an element of a line around it would make it a part of a line. */
export const isLonePicture = (node: Nodes): boolean =>
  node.type === 'paragraph' &&
  node.children.some(({ type }) => type === 'image') &&
  node.children.every(
    (one) => one.type === 'image' || (one.type === 'text' && /^\s*(?:\{[^{}]*\}\s*)?$/.test(one.value)),
  )

/** Puts an element of a line around words; where blocks stand within, around the words of each. */
export function wrapWords(
  nodes: readonly Nodes[],
  wrap: (words: PhrasingContent[]) => PhrasingContent,
): Nodes[] {
  if (!nodes.some(isBlock)) return nodes.length > 0 ? [wrap(nodes as PhrasingContent[])] : []
  return asFlow(nodes).map((node: Nodes): Nodes => {
    if (holdsLine(node))
      return isLonePicture(node) ? node : ({ ...node, children: [wrap(node.children)] } as Nodes)
    return 'children' in node
      ? ({ ...node, children: wrapWithin(node.children as Nodes[], wrap) } as Nodes)
      : node
  })
}

const wrapWithin = (nodes: readonly Nodes[], wrap: (words: PhrasingContent[]) => PhrasingContent): Nodes[] =>
  nodes.every((node) => 'children' in node && !isBlock(node))
    ? nodes.map(
        (node) => ({ ...node, children: wrapWithin((node as Parents).children as Nodes[], wrap) }) as Nodes,
      )
    : wrapWords(nodes, wrap)

function paragraphOf(words: readonly Nodes[]): Paragraph {
  const start = words.find((word) => word.position)?.position?.start
  const end = words.findLast((word) => word.position)?.position?.end
  return {
    type: 'paragraph',
    children: words as PhrasingContent[],
    ...(start && end ? { position: { start, end } } : {}),
  }
}

/** Without white space and line ends at either side. */
export function trimmed(nodes: readonly Nodes[]): Nodes[] {
  const kept = [...nodes]
  while (kept[0] && (isBlank(kept[0]) || kept[0].type === 'break')) kept.shift()
  while (kept.length > 0 && (isBlank(kept.at(-1)!) || kept.at(-1)!.type === 'break')) kept.pop()
  if (kept[0]?.type === 'text') kept[0] = trimmedStart(kept[0])
  const last = kept.at(-1)
  if (last?.type === 'text')
    kept[kept.length - 1] = { ...last, value: last.value.replace(/(?<![ \t\r\n\f])[ \t\r\n\f]+$/, '') }
  return kept
}

const isBlank = (node: Nodes): boolean => node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value)

function trimmedStart(node: Text): Text {
  const blank = /^[ \t\r\n\f]*/.exec(node.value)?.[0] ?? ''
  if (blank === '') return node
  const value = node.value.slice(blank.length)
  const start = node.position?.start
  if (!node.position || !start) return { ...node, value }
  const lines = blank.split('\n')
  const column = lines.length > 1 ? lines.at(-1)!.length + 1 : start.column + blank.length
  const moved = { line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + blank.length }
  return { ...node, value, position: { start: moved, end: node.position.end } }
}
