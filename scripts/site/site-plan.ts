// Which pages the website has, and what each is made of.
import type { MomentPage, TimelinePerson } from '../ground/time/timeline.ts'
import type { Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'

export interface SitePage {
  /** Relative to the website: `chapters/survey/`, '' for the home page. */
  readonly address: string
  /** Its template below `site/`. */
  readonly template: string
  readonly title: string
  readonly description: string
  readonly text?: { readonly chapter: Chapter; readonly section: Section }
  readonly moment?: MomentPage
  /** Of a page of somebody who said something on launch day. */
  readonly person?: TimelinePerson
}

export interface SitePlan {
  readonly pages: readonly SitePage[]
  /** Page and fragment of an anchor of the book. */
  readonly placeOf: (anchor: string) => { readonly address: string; readonly fragment: string } | undefined
  readonly findings: readonly Finding[]
}
