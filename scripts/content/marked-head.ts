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

interface ReadValue {
  /** As a line of Markdown; undefined where it is its words. */
  readonly inlineOf: (text: string) => readonly PhrasingContent[] | undefined
  /** With the citations in it. */
  readonly cited: (text: string) => PhrasingContent[]
}

/**
 * Title and standfirst as words, and beside them what is to be printed. */
export function takeMarks(
  matter: ChapterMatter,
  tree: Root,
  { inlineOf, cited }: ReadValue,
): { readonly matter: ChapterMatter; readonly head: MarkedHead } {
  const notes = notesIn(tree)
  const called = (node: PhrasingContent): PhrasingContent[] => {
    if (node.type === 'text')
      return callsIn(node.value, (identifier) => notes.has(identifier)).flatMap((part) =>
        part.type === 'text' ? cited(part.value) : [part],
      )
    if (!('children' in node)) return [node]
    return [{ ...node, children: (node.children as PhrasingContent[]).flatMap(called) } as PhrasingContent]
  }
  const parts = (text: string): PhrasingContent[] =>
    text === '' ? [] : [...(inlineOf(text) ?? [{ type: 'text', value: text }])].flatMap(called)
  const [title, standfirst, summary] = [matter.title, matter.standfirst, matter.summary].map(parts)
  const below = isMarked(standfirst!) ? standfirst : summary
  return {
    matter: {
      ...matter,
      title: words(title!),
      short: words(parts(matter.short)),
      standfirst: words(standfirst!),
      summary: words(summary!),
    },
    head: {
      ...(isMarked(title!) ? { title: title! } : {}),
      ...(isMarked(below!) ? { standfirst: below! } : {}),
    },
  }
}

function words(parts: PhrasingContent[]): string {
  if (parts.every(({ type }) => type === 'text' || type === 'footnoteReference')) return withoutCalls(parts)
  const said = wordsOf({ type: 'paragraph', children: parts })
  return parts.some(({ type }) => type === 'citation') ? said.replace(/(?<!\s)\s+(?=[.,;:!?])/g, '') : said
}

/** The heading that was the title says more than `title:` does, where both have the same words. */
export function headWith(
  head: MarkedHead,
  heading: Heading | undefined,
  { title }: ChapterMatter,
): MarkedHead {
  const children = withoutLastBreak((heading?.children ?? []).flatMap(printable))
  if (children.every((child) => child.type === 'text')) return head
  if (heading && !head.title && wordsOf(heading) === title) return { ...head, title: children }
  const calls = children.filter((child) => child.type === 'footnoteReference')
  if (calls.length === 0) return head
  return { ...head, title: [...(head.title ?? [{ type: 'text', value: title }]), ...calls] }
}

const isMarked = (parts: readonly PhrasingContent[]): boolean => parts.some(({ type }) => type !== 'text')

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
