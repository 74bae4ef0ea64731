// Every way in, in the order in which they are asked: those that are sure before those that take what is left.
import { hasErrors } from '../rules/finding.ts'
import type { Draft, Given, WayIn } from './draft.ts'
import { pages } from './page/page-way.ts'
import { bookdownBook } from './ways/bookdown-book.ts'
import { docusaurusSite } from './ways/docusaurus-site.ts'
import { hugoSite } from './ways/hugo-site.ts'
import { jekyllSite } from './ways/jekyll-site.ts'
import { jupyterBook } from './ways/jupyter-book.ts'
import { leanpubBook } from './ways/leanpub-book.ts'
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
  bookdownBook,
  mkdocsSite,
  docusaurusSite,
  vitepressSite,
  hugoSite,
  summaryBook,
  jupyterBook,
  leanpubBook,
  jekyllSite,
  markdownFile,
  pages,
  plainFolder,
]

/** Undefined where nobody finds a text in it: settings of a tool can stand beside texts that it does not name. */
export async function readGiven(given: Given): Promise<Draft | undefined> {
  let read: Draft | undefined
  for (const way of WAYS) {
    if (!(await way.recognise(given))) continue
    const draft = await way.read(given)
    if (draft.texts.length > 0 || draft.tables || hasErrors(draft.findings)) return draft
    read ??= draft
  }
  return read
}
