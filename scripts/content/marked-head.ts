// Title and standfirst with what their words alone do not say: notes, emphasis, code, links.
import type { Heading, PhrasingContent, Root } from 'mdast'
import type { ChapterMatter } from '../model/chapter.ts'
import { callsIn, notesIn, withoutCalls } from './markdown/calls-in-text.ts'
import { wordsOf } from './words-of.ts'

export interface MarkedHead {
  /** Undefined where the words are all there is. */
  readonly title?: readonly PhrasingContent[]
  readonly standfirst?: readonly PhrasingContent[]
}

/** The front matter without the calls of notes that it holds, and with them what is to be printed. */
export function takeCalls(
  matter: ChapterMatter,
  tree: Root,
): { readonly matter: ChapterMatter; readonly head: MarkedHead } {
  const notes = notesIn(tree)
  if (notes.size === 0) return { matter, head: {} }
  const parts = (text: string) => callsIn(text, (identifier) => notes.has(identifier))
  const [title, standfirst, summary] = [matter.title, matter.standfirst, matter.summary].map(parts)
  const below = hasCall(standfirst!) ? standfirst : summary
  return {
    matter: {
      ...matter,
      title: withoutCalls(title!),
      short: withoutCalls(parts(matter.short)),
      standfirst: withoutCalls(standfirst!),
      summary: withoutCalls(summary!),
    },
    head: {
      ...(hasCall(title!) ? { title: title! } : {}),
      ...(hasCall(below!) ? { standfirst: below! } : {}),
    },
  }
}

/** The heading that was the title says more than `title:` does, where both have the same words. */
export function headWith(
  head: MarkedHead,
  heading: Heading | undefined,
  { title }: ChapterMatter,
): MarkedHead {
  const children = withoutLastBreak((heading?.children ?? []).flatMap(printable))
  if (children.every((child) => child.type === 'text')) return head
  if (heading && wordsOf(heading) === title) return { ...head, title: children }
  const calls = children.filter((child) => child.type === 'footnoteReference')
  if (calls.length === 0) return head
  return { ...head, title: [...(head.title ?? [{ type: 'text', value: title }]), ...calls] }
}

const hasCall = (parts: readonly PhrasingContent[]): boolean =>
  parts.some((part) => part.type === 'footnoteReference')

/** Nothing follows it, once pictures stand in the text. */
const withoutLastBreak = (nodes: PhrasingContent[]): PhrasingContent[] =>
  nodes.at(-1)?.type === 'break' ? nodes.slice(0, -1) : nodes

/** Pictures stand in the text, and remarks say nothing. */
function printable(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference') return []
  if (!('children' in node)) return [node]
  const children = (node.children as PhrasingContent[]).flatMap(printable)
  return children.length > 0 ? [{ ...node, children } as PhrasingContent] : []
}
