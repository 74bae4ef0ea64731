// Book → the pages of the website, each with its address, and the way from every anchor of the book to its page.

import type { ElementContent } from 'hast'
import { addressOf } from '../ground/addresses.ts'
import { partsOfAnchor } from '../ground/anchors.ts'
import { hasClass, isElement } from '../ground/html/change-tree.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { launchPages } from './launch-pages.ts'
import type { SitePage, SitePlan } from './site-plan.ts'

/** In the order of the book, those that the website adds at the end. */
export function planSite(book: Book, settings: Settings, has: { search: boolean }): SitePlan {
  const texts = textPages(book, settings)
  const all = [homePage(settings), ...texts, ...listPages(book, settings, texts, has)]
  const byPrefix = new Map(texts.map((page) => [page.text?.chapter.prefix ?? '', page.address]))
  const { pages, findings } = oneAtEach(all)
  return { pages, placeOf: (anchor) => placeOf(anchor, byPrefix), findings }
}

const homePage = ({ publication }: Settings): SitePage => ({
  address: '',
  template: 'home',
  title: publication.title,
  description: [publication.subtitle, publication.backCover.text].filter(Boolean).join('. '),
})

function textPages(book: Book, settings: Settings): SitePage[] {
  return book.sections.flatMap((section) => {
    const chapter = section.chapter === undefined ? undefined : book.chapters[section.chapter]
    if (!chapter) return []
    const template = section.kind === 'case-study' ? 'case-study' : LAYOUTS[chapter.matter.layout].site
    const description = section.standfirst || firstWords(chapter) || settings.publication.subtitle
    const text = { chapter, section }
    return [{ address: addressOf(chapter), template, title: section.title, description, text }]
  })
}

const LONGEST = 200

/** The beginning of the text, cut between words. */
function firstWords({ body, outline }: Chapter): string {
  const paragraph = body.children.find(
    (node) => isElement(node, 'p') && node.properties.dataMade === undefined,
  )
  const first = isElement(paragraph)
    ? wordsOf(paragraph)
    : outline.find(({ kind }) => kind === 'paragraph')?.text
  const text = (first ?? '').replace(/\s+/g, ' ').trim()
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`
}

/** Without calls of notes, and without numbers of pages, of which the website has none. */
const wordsOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value
  if (!isElement(node) || hasClass(node, 'ref') || hasClass(node, 'call')) return ''
  return node.children.map(wordsOf).join('')
}

/** Pages that no author wrote; one that would be empty is not made. */
function listPages(
  book: Book,
  settings: Settings,
  texts: readonly SitePage[],
  has: { search: boolean },
): SitePage[] {
  const { theme, glossary, data, publication } = settings
  const { words } = theme
  const page = (address: string, template: string, title = '') => ({
    address,
    template,
    title,
    description: `${title}: ${publication.title}`,
  })
  const taken = new Set(texts.map(({ address }) => address))
  const studies = texts.flatMap(({ text }) =>
    text?.section.kind === 'case-study' ? [text.chapter.matter] : [],
  )
  const hasData = Object.keys({ ...data.figures, ...data.questions }).length > 0
  const hasCharts = book.chapters.some(({ exhibits }) => exhibits.some(({ chart }) => chart))
  return [
    ...(studies.length > 0 ? [page('case-studies/', 'case-studies', words.caseStudies)] : []),
    ...(studies.some((one) => one.councils.length > 0 || one.regional)
      ? [page('councils/', 'councils', words.councils)]
      : []),
    ...(studies.some((one) => one.channels.length > 0) ? [page('channels/', 'groups', words.channels)] : []),
    ...(studies.some((one) => one.themes.length > 0) ? [page('themes/', 'groups', words.themes)] : []),
    ...(hasData || hasCharts ? [page('data/', 'data', words.data)] : []),
    ...(glossary.length > 0 && !taken.has('glossary/')
      ? [page('glossary/', 'glossary', words.glossary)]
      : []),
    ...launchPages(book, settings),
    ...(book.sources.length > 0 && !taken.has('sources/')
      ? [page('sources/', 'sources', words.sources)]
      : []),
    page('accessibility/', 'accessibility', words.accessibility),
    ...(has.search ? [page('search/', 'search', words.search)] : []),
    page('404.html', 'not-found', words.notFound),
  ]
}

function placeOf(anchor: string, byPrefix: ReadonlyMap<string, string>) {
  const { prefix, name } = partsOfAnchor(anchor)
  const address = byPrefix.get(prefix)
  if (address !== undefined) return { address, fragment: name }
  return /^(?:part-\d+|contents|title-page|imprint|front-cover)$/.test(anchor)
    ? { address: '', fragment: anchor.startsWith('part-') ? anchor : '' }
    : undefined
}

/** The first page at an address keeps it. */
function oneAtEach(all: readonly SitePage[]): { pages: SitePage[]; findings: Finding[] } {
  const owners = new Map<string, SitePage>()
  const findings: Finding[] = []
  for (const page of all) {
    const owner = owners.get(page.address)
    if (!owner) {
      owners.set(page.address, page)
      continue
    }
    const file = page.text?.chapter.file
    const other = owner.text?.chapter.file ?? owner.title
    findings.push(finding('address-is-free', file ? { file } : {}, { address: page.address, owner: other }))
  }
  return { pages: [...owners.values()], findings }
}
