import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'

/** What a PDF says of itself, once for Info and once for XMP. '' where there is nothing to say. */
export interface Description {
  readonly title: string
  readonly authors: readonly string[]
  readonly subject: string
  readonly keywords: readonly string[]
  readonly language: string
  /** The program that made the pages, with its version. */
  readonly creator: string
  /** The program that wrote them as PDF. */
  readonly producer: string
  readonly rights: string
  /** The one date: the same input gives the same bytes. */
  readonly date: Date
}

/** The publication's own words; the browser's (`Chromium`, the time of printing) are dropped. */
export function describe(printed: Pick<PrintedPdf, 'browser'>, settings: Settings): Description {
  const { publication } = settings
  const makers = publication.makers.map((person) => person.name)
  return {
    title: publication.title,
    authors: makers.length > 0 ? makers : publication.publisher ? [publication.publisher] : [],
    subject: publication.subtitle,
    keywords: publication.keywords,
    language: publication.language,
    creator: `whitepaper ${settings.version}`,
    producer: printed.browser,
    rights: publication.licence,
    date: new Date(settings.epoch * 1000),
  }
}
