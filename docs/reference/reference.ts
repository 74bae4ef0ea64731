// The pages of the handbook that are made from the code, by their files.
import { addingPage } from './adding.ts'
import { chartsPage } from './charts.ts'
import { commandsPage } from './commands.ts'
import { dialectPage } from './dialect.ts'
import { dataPage, frontMatterPage, publicationPage, themePage } from './files.ts'
import { type Page, textOf } from './markdown.ts'
import { editionsPage, reportPage } from './report.ts'
import { rulesPage } from './rules.ts'
import { wordsPage } from './words.ts'

const PAGES: Readonly<Record<string, () => Page>> = {
  '30-dialect.md': dialectPage,
  '31-front-matter.md': frontMatterPage,
  '32-publication.md': publicationPage,
  '33-data.md': dataPage,
  '34-theme.md': themePage,
  '35-words.md': wordsPage,
  '36-commands.md': commandsPage,
  '37-rules.md': rulesPage,
  '38-editions.md': editionsPage,
  '39-report.md': reportPage,
  '40-charts.md': chartsPage,
  '52-adding.md': addingPage,
}

/** `file` is seen from the root of the repository. */
export const referencePages = (): { readonly file: string; readonly text: string }[] =>
  Object.entries(PAGES).map(([name, page]) => ({ file: `docs/chapters/${name}`, text: textOf(page()) }))
