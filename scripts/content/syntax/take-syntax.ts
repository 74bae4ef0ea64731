// What other tools write, made into what the dialect has before anything else looks at the tree: all that comes after
// sees one kind of callout, figure or table. One file a kind beside this one; the order matters only where a line
// says so.
import type { Root } from 'mdast'
import type { Draft } from '../markdown/draft.ts'
import { abbreviations } from './abbreviations.ts'
import { alerts } from './alerts.ts'
import { attributeLists } from './attribute-lists.ts'
import { tellLeftOut } from './attributes-of-others.ts'
import { backslashes } from './backslashes.ts'
import { foreignBlocks } from './foreign-blocks.ts'
import { hoverTitles } from './hover-titles.ts'
import { takeHtml } from './html/take-html.ts'
import { listingTitles } from './listing-titles.ts'
import { lonePictures } from './lone-pictures.ts'
import { pageBreaks } from './page-breaks.ts'
import { tablesWithoutHeader } from './tables-without-header.ts'

type TakeKind = (tree: Root, draft: Draft) => void

// What HTML holds between its tags is Markdown and has been taken by then; its pictures are looked at like all
// others. A list of attributes behind a picture goes before the picture is looked for alone.
const KINDS: readonly TakeKind[] = [
  abbreviations,
  foreignBlocks,
  alerts,
  backslashes,
  pageBreaks,
  takeHtml,
  attributeLists,
  tellLeftOut, // Of blocks and of words.
  listingTitles,
  lonePictures,
  tablesWithoutHeader,
  hoverTitles, // What is a caption has been taken for one.
]

/** Changes the tree in place. What was supplied, or cannot be done, is a finding of the draft. */
export function takeSyntax(tree: Root, draft: Draft): void {
  for (const take of KINDS) take(tree, draft)
}
