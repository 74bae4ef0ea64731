// The title of a file, wherever it stands: in `title:`, in the first `# Title`, or in the heading that the text
// begins with.
import type { Heading, Image, Nodes, Paragraph, Root } from 'mdast'
import type { Draft } from '../markdown/draft.ts'
import { reportAs } from '../markdown/draft.ts'
import { isSeen, sameness, wordsOf } from '../words-of.ts'
import { isPlaceOfTitle } from './place-of-title.ts'

/** The heading that is the title of a file without `title:`. */
export function titleCandidate(tree: Root): Heading | undefined {
  const headings = tree.children.filter((node) => node.type === 'heading')
  const named = headings.filter((heading) => titleWords(heading) !== '' && !isPlaceOfTitle(heading))
  const first = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition')
  return (
    named.find(({ depth }) => depth === 1) ??
    named.find((heading) => heading === first && othersBeside(heading, headings) < MANY)
  )
}

/** As many headings of one level are the entries of a list; one more may be a summary at the end. */
const MANY = 3

/** How many headings of a text are not below this one. */
export const othersBeside = (heading: Heading, headings: readonly Heading[]): number =>
  headings.filter((other) => other !== heading && other.depth <= heading.depth).length

/** What a title says: a logo says it by its text alternative where there are no words. */
export const titleWords = (heading: Heading): string => {
  const words = wordsOf(heading)
  return isSeen(words) ? words : alternativesOf(heading)
}

/**
 * Takes the heading that says the same as the title off the tree: the templates print it. Its pictures stay, at the
 * head of the text. Returns it.
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
      : tree.children.find(
          (node): node is Heading =>
            node.type === 'heading' && node.depth === 1 && (isTitle(node) || isPlaceOfTitle(node)),
        )
  if (!found) return undefined
  tree.children.splice(tree.children.indexOf(found), 1)
  const pictures = found.children.filter((child) => picturesIn(child).length > 0)
  if (pictures.length > 0) tree.children.unshift(paragraphOf(found, pictures))
  // Where all that is below it moves with it, as in books whose chapters are the only titles, nobody misses anything.
  if (found.depth > 1)
    reportAs(draft, 'info', 'heading-levels-in-order', found, { level: found.depth, next: 1 })
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
