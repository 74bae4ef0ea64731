// What every template of the website knows: the book, its lists, and where the pages are.

import { LAYOUTS } from '../ground/layouts.ts'
import { bookValues } from '../ground/templating/book-values.ts'
import { LAUNCH_ADDRESS } from '../ground/time/timeline.ts'
import type { Book, ContentsEntry } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { SitePaper } from '../model/site.ts'
import { artPath, COVER, cardWords } from './cover-picture.ts'
import type { DataTable } from './data-tables.ts'
import type { StudyLists } from './groups.ts'
import type { SitePlan } from './site-plan.ts'

export interface SiteContext {
  readonly book: Book
  readonly settings: Settings
  readonly plan: SitePlan
  readonly lists: StudyLists
  readonly tables: readonly DataTable[]
  readonly paper: SitePaper | undefined
  readonly web: string | undefined
  /** Path of the website on its host. */
  readonly base: string
}

/** The same for every page; addresses are to be written behind `root`. */
export function siteValues({ book, settings, plan, lists, tables, paper, web }: SiteContext): object {
  const has = (address: string) => plan.pages.some((page) => page.address === address)
  return {
    ...bookValues(book, settings),
    site: {
      web: web ?? '',
      cover: { ...COVER, alt: cardWords(settings) },
      art: artPath('all'),
      paper: paper && {
        ...paper,
        content: undefined,
        size: sizeOf(paper.bytes, settings.publication.language),
      },
      contents: groupsOf(book.contents, settings, plan),
      glance:
        plan.pages.find(({ text }) => text && LAYOUTS[text.chapter.matter.layout].shows === 'figures')
          ?.address ?? '',
      figures: glanceFigures(book, settings),
      tables,
      allFigures: Object.values(settings.data.figures),
      has: {
        search: has('search/'),
        data: has('data/'),
        glossary: has('glossary/'),
        sources: has('sources/'),
        studies: has('case-studies/'),
        councils: has('councils/'),
        channels: has('channels/'),
        themes: has('themes/'),
        launch: has(LAUNCH_ADDRESS),
      },
      launch: book.launch?.event,
      ...lists,
    },
  }
}

/** `972 KB`, `1.4 MB` in the numbers of the language. */
function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), 'KB'] : [bytes / 1e6, 'MB']
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)}\u00A0${unit}`
}

interface Group {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly standfirst: string
  /** Whether anything but case studies stands in it; those have a list of their own. */
  readonly hasTexts: boolean
  readonly entries: { address: string; number: string; title: string; standfirst: string; isStudy: boolean }[]
}

/** The contents with addresses instead of pages. */
function groupsOf(contents: readonly ContentsEntry[], { publication }: Settings, plan: SitePlan): Group[] {
  const groups: Group[] = []
  for (const entry of contents) {
    const place = plan.placeOf(entry.anchor)
    if (entry.depth === 1) {
      const part = publication.parts[Number(/^part-(\d+)$/.exec(entry.anchor)?.[1] ?? 0) - 1]
      const id = part ? entry.anchor : ''
      groups.push({
        id,
        number: entry.number,
        title: entry.title,
        standfirst: part?.standfirst ?? '',
        hasTexts: false,
        entries: [],
      })
      continue
    }
    const page = plan.pages.find(({ address }) => address === place?.address)
    if (!page?.text) continue
    if (groups.length === 0)
      groups.push({ id: '', number: '', title: '', standfirst: '', hasTexts: false, entries: [] })
    groups.at(-1)?.entries.push({
      address: page.address,
      number: entry.number,
      title: entry.title,
      standfirst: page.text.section.standfirst,
      isStudy: page.template === 'case-study',
    })
  }
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map((group) => ({ ...group, hasTexts: group.entries.some(({ isStudy }) => !isStudy) }))
}

/** Those of the page of figures, for the home page. */
function glanceFigures(book: Book, { data }: Settings) {
  const ids =
    book.chapters.find(({ matter }) => LAYOUTS[matter.layout].shows === 'figures')?.matter.figures ?? []
  return ids.flatMap((id) => data.figures[id] ?? [])
}
