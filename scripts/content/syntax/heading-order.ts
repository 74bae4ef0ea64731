// Headings as they come → headings that follow each other one level at a time, from `##` down. All that comes after,
// the look, the tags, the bookmarks and the website, sees the same levels.
import type { Heading, Nodes, Parents, RootContent } from 'mdast'
import { directiveOf } from '../directives/directives.ts'
import { type Draft, report } from '../markdown/draft.ts'
import { isSeen, wordsOf } from '../words-of.ts'
import { alternativesOf, paragraphOf, picturesIn } from './title-of-text.ts'

/** The file's own title stands above all of them. */
const FIRST_DEPTH = 2
const LAST_DEPTH = 6

interface Series {
  /** Depths, as written, of the headings that are open. */
  readonly open: number[]
  readonly base: number
  /** Called with each heading whose level is not what was written, and what was. */
  readonly tell: (heading: Heading, written: number) => void
}

/**
 * Changes the tree in place. The first heading of a file that is printed at another level is told, and each that has
 * no words; not those that only move up with the heading that is the title.
 */
export function settleHeadings(tree: Parents, title: Heading | undefined, draft: Draft): void {
  const moved = (title?.depth ?? 1) - 1
  let told = false
  const tell = (heading: Heading, written: number): void => {
    if (written - heading.depth === moved && moved > 0) return
    if (!told) report(draft, 'heading-levels-in-order', heading, { level: written, next: heading.depth })
    told = true
  }
  settle(tree, { open: [], base: FIRST_DEPTH, tell }, draft)
}

const silently = (): void => {}

function settle(parent: Parents, series: Series, draft: Draft): void {
  const children: Nodes[] = []
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'heading') children.push(...settled(child, series, draft))
    else {
      children.push(child)
      if (holdsBlocks(child)) settle(child, seriesOf(child, series), draft)
    }
  }
  parent.children = children as typeof parent.children
}

/** The headings of a quotation belong to the section around it, and those behind it go on as if there had been none. */
function seriesOf(node: Nodes, around: Series): Series {
  if (node.type === 'footnoteDefinition') return { open: [], base: FIRST_DEPTH, tell: silently }
  const isApart = node.type === 'blockquote' || node.type === 'list' || directiveOf(node)?.apart === true
  return isApart ? { open: [], base: around.base + around.open.length, tell: silently } : around
}

const LEAVES = new Set<Nodes['type']>(['paragraph', 'heading', 'table'])

const holdsBlocks = (node: Nodes): node is Parents => 'children' in node && !LEAVES.has(node.type)

function settled(heading: Heading, series: Series, draft: Draft): Nodes[] {
  if (isSeen(wordsOf(heading))) return [levelled(heading, series)]
  const words = alternativesOf(heading)
  const isPicture = picturesIn(heading).length > 0
  const other = words ? 'picture' : ''
  report(draft, 'heading-has-words', heading, { actual: words, other })
  const rest = isPicture || holdsNote(heading) ? [paragraphOf(heading, heading.children)] : []
  if (words === '') return rest
  const start = heading.position?.start
  const position = heading.position && start ? { position: { start, end: heading.position.end } } : {}
  const said: Heading = { ...heading, children: [{ type: 'text', value: words, ...position }] }
  return [levelled(said, series), ...rest]
}

const holdsNote = (node: Nodes): boolean =>
  node.type === 'footnoteReference' || ('children' in node && node.children.some(holdsNote))

function levelled(heading: Heading, { open, base, tell }: Series): Heading {
  const written = heading.depth
  while (open.length > 0 && open.at(-1)! >= written) open.pop()
  const depth = Math.min(LAST_DEPTH, base + open.length) as Heading['depth']
  open.push(written)
  heading.depth = depth
  if (depth !== written) tell(heading, written)
  return heading
}
