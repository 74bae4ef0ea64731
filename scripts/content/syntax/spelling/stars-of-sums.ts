// `2*3*4` and `*.txt and *.md`: stars that Markdown takes for emphasis, and that nobody would see.
import type { Emphasis, Nodes, Strong } from 'mdast'
import { type Reading, type Respelling, readAs } from '../respell.ts'

export function starsOfSums({ tree, text }: Reading): Respelling[] {
  const stressed = (node: Nodes): (Emphasis | Strong)[] => {
    if ((node.type === 'emphasis' || node.type === 'strong') && isOfSum(node, text)) return [node]
    return 'children' in node ? node.children.flatMap(stressed) : []
  }
  if (!text.includes('*')) return []
  return stressed(tree).map((node): Respelling => {
    const [start, end] = placeOf(node)
    const signs = node.type === 'strong' ? 2 : 1
    const stars = [start, end - signs].flatMap((at) =>
      Array.from({ length: signs }, (_, index) => at + index),
    )
    const from = start - (/\S*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0)
    const to = end + (/^\S*/.exec(text.slice(end, end + 40))?.[0].length ?? 0)
    const meant = [...text.slice(from, to)].map((sign, index) =>
      stars.includes(from + index) ? `\\${sign}` : sign,
    )
    return {
      edits: stars.map((at) => ({ start: at, end: at, becomes: ['\\'] })),
      told: readAs(text.slice(from, to), meant.join('')),
    }
  })
}

const placeOf = ({ position }: Nodes): readonly [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

/** A star between two numbers multiplies; two before an ending stand for any name. */
function isOfSum(node: Emphasis | Strong, text: string): boolean {
  const [start, end] = placeOf(node)
  const signs = node.type === 'strong' ? 2 : 1
  if (text.charAt(start) !== '*') return false
  const opens = text.charAt(start - 1) + text.charAt(start + signs)
  const closes = text.charAt(end - signs - 1) + text.charAt(end)
  const outside = text.charAt(start - 1) + text.charAt(end)
  return (
    [opens, closes, outside].some((pair) => /^\d\d$/.test(pair)) ||
    (/^[^\w]?\.$/.test(opens) && isEnding(text.slice(start + signs)) && isEnding(text.slice(end)))
  )
}

/** Of a file: `.md`. */
const isEnding = (text: string): boolean => /^\.\p{L}/u.test(text)
