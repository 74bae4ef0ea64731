// Chapters → Book: sections in the order of print, numbers, links, contents, index, sources.
import { atTheirFiles } from '../ground/included-lines.ts'
import type { Book, CiteAll } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import type { Launch } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { buildIndex } from './book-index.ts'
import { anchorsAreUnique } from './checks/anchor-is-unique.ts'
import { figureReferencesAreTrue } from './checks/figure-reference-is-true.ts'
import { formsAreAlike } from './checks/forms-are-alike.ts'
import { indexHasAPage } from './checks/index-has-a-page.ts'
import { indexTermsAreThere } from './checks/index-term-is-there.ts'
import { listsHaveEntries } from './checks/list-has-entries.ts'
import { listCaseStudies, listContents } from './contents.ts'
import { listCredits } from './credits.ts'
import { formOf } from './form.ts'
import { listHeadings } from './headings.ts'
import { listExhibits, numberExhibits } from './numbering.ts'
import { fillReferences } from './references.ts'
import { planSections, printOrder } from './sections.ts'
import { settleLinks } from './settle-links.ts'
import { collectSources } from './sources.ts'
import { withoutCitations } from './without-citations.ts'

/** Pure. Every cross-reference of the result leads somewhere, or a finding says which does not. */
export function assembleBook(
  parsed: readonly Chapter[],
  settings: Settings,
  launch?: Launch,
  cite: CiteAll = withoutCitations,
): Book {
  const cited = cite(printOrder(parsed, settings))
  const { chapters: linked, findings: lost } = settleLinks(cited.chapters)
  const form = formOf(linked, settings)
  const sections = planSections(linked, settings, form)
  const numbers = numberExhibits(linked, sections, settings)
  const chapters = fillReferences(linked, sections, numbers, settings)
  const findings: Finding[] = [
    ...chapters.flatMap((chapter) => chapter.findings),
    ...anchorsAreUnique(chapters),
    ...cited.findings,
    ...lost,
    ...figureReferencesAreTrue(chapters, numbers),
    ...formsAreAlike(chapters),
    ...indexHasAPage(chapters),
    ...indexTermsAreThere(chapters),
    ...listsHaveEntries(chapters),
  ]
  return {
    form,
    sections,
    chapters,
    contents: listContents(sections, chapters, settings),
    caseStudies: listCaseStudies(sections, chapters, settings),
    exhibits: listExhibits(chapters, numbers),
    credits: listCredits(chapters, numbers, settings),
    index: buildIndex(chapters, settings.publication.language),
    sources: collectSources(chapters, settings.publication.language),
    headings: listHeadings(sections, chapters, settings),
    ...(launch ? { launch } : {}),
    findings: atTheirFiles(findings, chapters),
  }
}
