// The title of a file, wherever it stands: in `title:`, in the first `# Title`, or in the heading that the text begins with.
import type { Heading, Image, Nodes, Paragraph, Root } from 'mdast'
import type { Draft } from '../markdown/draft.ts'
import { report } from '../markdown/draft.ts'
import { isSeen, sameness, wordsOf } from '../words-of.ts'

/** The heading that is the title of a file without `title:`. */
export function titleCandidate(tree: Root): Heading | undefined {
  const headings = tree.children.filter((node) => node.type === 'heading')
  const first = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition')
  return (
    headings.find((heading) => heading.depth === 1 && titleWords(heading) !== '') ??
    (first?.type === 'heading' && titleWords(first) !== '' ? first : undefined)
  )
}

/** What a title says: a logo says it by its text alternative where there are no words. */
export const titleWords = (heading: Heading): string => {
  const words = wordsOf(heading)
  return isSeen(words) ? words : alternativesOf(heading)
}

/**
 * Takes the heading that says the same as the title off the tree: the templates print it. Its pictures stay, at the head of
 * the text. Returns it.
 */
export function takeTitle(
  tree: Root,
  title: string,
  candidate: Heading | undefined,
  draft: Draft,
): Heading | undefined {
  if (title === '') return undefined
  const says = sameness(title)
  const isTitle = (node: Nodes): node is Heading =>
    node.type === 'heading' &&
    (says === '' ? titleWords(node) === title : sameness(titleWords(node)) === says)
  const found =
    candidate && isTitle(candidate) && titleWords(candidate) === title
      ? candidate
      : tree.children.find((node): node is Heading => isTitle(node) && node.depth === 1)
  if (!found) return undefined
  tree.children.splice(tree.children.indexOf(found), 1)
  const pictures = found.children.filter((child) => picturesIn(child).length > 0)
  if (pictures.length > 0) tree.children.unshift(paragraphOf(found, pictures))
  if (found.depth > 1) report(draft, 'heading-levels-in-order', found, { actual: found.depth, expected: 1 })
  return found
}

export function picturesIn(node: Nodes): Image[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? node.children.flatMap(picturesIn) : []
}

export const paragraphOf = (heading: Heading, children: Paragraph['children']): Paragraph => ({
  type: 'paragraph',
  children,
  ...(heading.position ? { position: heading.position } : {}),
})

export const alternativesOf = (heading: Heading): string =>
  picturesIn(heading)
    .map(({ alt }) => alt?.trim() ?? '')
    .filter((alt) => isSeen(alt) && alt !== 'decorative')
    .join(' ')
