// Every way in, in the order in which they are asked: those that are sure before those that take what is left.
import type { Given, WayIn } from './draft.ts'
import { pages } from './page/page-way.ts'
import { docusaurusSite } from './ways/docusaurus-site.ts'
import { hugoSite } from './ways/hugo-site.ts'
import { jekyllSite } from './ways/jekyll-site.ts'
import { markdownFile } from './ways/markdown-file.ts'
import { mkdocsSite } from './ways/mkdocs-site.ts'
import { plainFolder } from './ways/plain-folder.ts'
import { quartoBook } from './ways/quarto-book.ts'
import { sheet } from './ways/sheet.ts'
import { summaryBook } from './ways/summary-book.ts'
import { vitepressSite } from './ways/vitepress-site.ts'
import { wordFile } from './word/word-file.ts'

const WAYS: readonly WayIn[] = [
  wordFile,
  sheet,
  quartoBook,
  mkdocsSite,
  docusaurusSite,
  vitepressSite,
  hugoSite,
  summaryBook,
  jekyllSite,
  markdownFile,
  pages,
  plainFolder,
]

/** Undefined where nobody knows what it is. */
export async function wayFor(given: Given): Promise<WayIn | undefined> {
  for (const way of WAYS) if (await way.recognise(given)) return way
  return undefined
}
