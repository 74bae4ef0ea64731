// How a text is built, by the guidance for UK public bodies: everything here is a warning or info, and stops no paper.
import type { Heading, Nodes, Parents, Root } from 'mdast'
import type { ChapterMatter } from '../../model/chapter.ts'
import type { Draft } from '../markdown/draft.ts'
import { alternativesOfPictures } from './alternatives.ts'
import { boldTextIsNoHeading } from './bold-text-is-no-heading.ts'
import { emphasisIsSparing } from './emphasis-is-sparing.ts'
import { headingEndsWithoutStop } from './heading-ends-without-stop.ts'
import { headingHasText } from './heading-has-text.ts'
import { headingInSentenceCase } from './heading-in-sentence-case.ts'
import { headingIsShort } from './heading-is-short.ts'
import { linkNamesItsFormat } from './link-names-its-format.ts'
import { signsAreAlike } from './signs-are-alike.ts'
import { tableColumnsAreNamed } from './table-columns-are-named.ts'
import { tableHoldsData } from './table-holds-data.ts'
import { wordsOfFile } from './words-of-file.ts'

interface Top {
  readonly matter: ChapterMatter
  /** Undefined where the file has none. */
  readonly title: Heading | undefined
  /** Headings over a hint and nothing else, which has been told already. */
  readonly unwritten: ReadonlySet<Heading>
}

export function checkShape(tree: Root, { matter, title, unwritten }: Top, draft: Draft): void {
  const words = wordsOfFile(tree, matter, draft.context)
  const picture = alternativesOfPictures(matter, draft)
  const checkHeading = (heading: Heading): void => {
    headingInSentenceCase(heading, words, draft)
    headingEndsWithoutStop(heading, draft)
    headingIsShort(heading, draft)
  }
  const walk = (node: Nodes, parent: Parents | undefined): void => {
    if (node.type === 'heading') checkHeading(node)
    else if (node.type === 'paragraph') emphasisIsSparing(node, draft)
    else if (node.type === 'table') {
      tableHoldsData(node, parent, draft)
      tableColumnsAreNamed(node, draft)
    } else if (node.type === 'image') picture(node)
    else if (node.type === 'link') linkNamesItsFormat(node, parent, draft)
    // The headings of a quotation are somebody else's.
    if ('children' in node && node.type !== 'blockquote') for (const child of node.children) walk(child, node)
  }
  if (title) checkHeading(title)
  walk(tree, undefined)
  for (const [index, node] of tree.children.entries())
    if (node.type === 'paragraph') boldTextIsNoHeading(node, tree.children[index + 1], draft)
  headingHasText(tree, unwritten, draft)
  signsAreAlike(tree, draft)
}
