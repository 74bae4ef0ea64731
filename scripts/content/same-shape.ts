// Whether a mend left a text what it was: the same blocks, marks and links around other words.
import type { Nodes } from 'mdast'
import { readMarkdown } from './markdown/processor.ts'

/**
 * Whether two texts become the same tree but for words that stand in no mark and no link, and for text alternatives.
 */
export const sameShape = (before: string, after: string): boolean => shapeOf(before) === shapeOf(after)

const shapeOf = (text: string): string => JSON.stringify(shape(readMarkdown(text), false))

/** Words in emphasis or a link may be there for what they are. */
const MARKS = new Set<Nodes['type']>(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

function shape(node: Nodes, isMarked: boolean): unknown {
  if (node.type === 'text') return isMarked ? node.value : undefined
  if (node.type === 'yaml') return 'yaml'
  const {
    children = [],
    position: _,
    data: __,
    alt: ___,
    value,
    ...rest
  } = node as Nodes & {
    children?: Nodes[]
    alt?: string
    value?: string
  }
  const inner = children
    .filter(({ type }) => type !== 'html') // A tag that underlines is taken out.
    .map((child) => shape(child, isMarked || MARKS.has(node.type)))
    .filter((one) => one !== undefined)
  return { ...rest, value, inner }
}
