import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { FinishedPdf } from '../model/finished.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import type { WantedClaims } from './checks/claims-are-made.ts'
import { hasOwnTemplates } from './has-own-templates.ts'

/** What is asked of a book and of its document. */
export type BookToVerify = Pick<Book, 'headings'> & {
  readonly chapters: readonly Pick<Chapter, 'file' | 'text' | 'outline'>[]
}
export type DocumentToVerify = Pick<HtmlDocument, 'files' | 'links' | 'runs' | 'assets'>

/**
 * All that a file is held against, and nothing that it is not: a check sees the file and this, so that what was found
 * of the same bytes and the same words here is true again.
 */
export interface Expected {
  readonly finished: Pick<FinishedPdf, 'labels'>
  readonly printed: Pick<PrintedPdf, 'pageMap' | 'text' | 'alts'>
  readonly book: BookToVerify
  readonly document: Pick<HtmlDocument, 'files' | 'links' | 'runs'>
  /** The size of the theme's pages, its margins too. */
  readonly page: Settings['theme']['page']
  /** What stands on each page of a draft. */
  readonly mark: string
  readonly claims: WantedClaims
  /** Whether templates or styles of the publication's own can be at fault. */
  readonly hasOwnTemplates: boolean
  /** Whether print/ has told of characters that no face has. */
  readonly isToldOfCharacters: boolean
}

/** Only what is named is taken: a digest of it is made of each book. */
export function expectedOf(
  { labels }: FinishedPdf,
  { pageMap, text, alts, findings }: PrintedPdf,
  { headings, chapters }: BookToVerify,
  { files, links, runs }: DocumentToVerify,
  settings: Settings,
): Expected {
  const { draft, commit, publication, theme } = settings
  return {
    finished: { labels },
    printed: { pageMap, text, alts },
    book: { headings, chapters: chapters.map(({ file, text, outline }) => ({ file, text, outline })) },
    document: { files, links, runs },
    page: theme.page,
    mark: draft ? `${theme.words.draft} ${commit}`.trim() : '',
    claims: draft ? 'none' : publication.accessibility === 'reported' ? 'archival' : 'accessible',
    hasOwnTemplates: hasOwnTemplates(settings),
    isToldOfCharacters: findings.some((one) => one.rule === 'characters-can-be-drawn'),
  }
}
