// Book → a whole website, file by file: only what the pages have in common is held in memory.

import { webAddress } from '../ground/addresses.ts'
import { facesOf } from '../ground/drawing/face-widths.ts'
import { markedLabel, tellForeignWords, withoutMarks } from '../ground/language/foreign-words.ts'
import { templateEngine } from '../ground/templating/engine.ts'
import { readTemplates, type TemplateFile } from '../ground/templating/read-templates.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile, SitePaper } from '../model/site.ts'
import { finding } from '../rules/finding.ts'
import { attachedFiles } from './attached-files.ts'
import { coverPictures } from './cover-picture.ts'
import { dataFiles, dataTables } from './data-tables.ts'
import { frontMatterPicture } from './front-matter-picture.ts'
import { studyLists } from './groups.ts'
import { launchValues } from './launch-pages.ts'
import { fileOf, rootOf } from './links.ts'
import { feedId, structuredData } from './metadata.ts'
import { planSite } from './plan-site.ts'
import { HEADERS, policyOf } from './policy.ts'
import { type ProofReader, proofReader } from './proof-read.ts'
import { redirectPages } from './redirects.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import { searchScript } from './search-script.ts'
import { sitePictures } from './site-pictures.ts'
import type { SitePage } from './site-plan.ts'
import { siteStyles } from './site-styles.ts'
import { type SiteContext, siteValues } from './site-values.ts'
import { type StudyCard, studyCards } from './study-cards.ts'
import { textValues } from './text-values.ts'

type Write = (file: SiteFile) => Promise<void>
type Render = (name: string, values: object) => string

/** Hands every file to `write`. With an error among the findings the files are not to be published. */
export async function composeSite(
  book: Book,
  settings: Settings,
  paper: SitePaper | undefined,
  write: Write,
): Promise<{ pages: number; findings: readonly Finding[] }> {
  const search = await openSearchIndex(settings.publication.language)
  try {
    const context = contextOf(book, settings, paper, search.index !== undefined)
    const findings = [
      ...(search.finding ? [search.finding] : []),
      ...context.plan.findings,
      ...webFindings(context),
    ]
    const made = await writeSite(context, search.index, write)
    return { pages: context.plan.pages.length, findings: [...findings, ...made] }
  } finally {
    await search.index?.close()
  }
}

function contextOf(
  book: Book,
  settings: Settings,
  paper: SitePaper | undefined,
  search: boolean,
): SiteContext {
  const { publication, theme } = settings
  const plan = planSite(book, settings, { search })
  const web = webAddress(publication)
  const lists = studyLists(plan.pages, {
    language: publication.language,
    regional: theme.words.regional,
  })
  const base = web ? new URL(web).pathname : '/'
  return { book, settings, plan, lists, tables: dataTables(book, settings), paper, web, base }
}

const webFindings = ({ web, settings: { publication } }: SiteContext): Finding[] =>
  publication.web === '' || web
    ? []
    : [finding('web-is-an-address', { file: 'publication.yaml' }, { web: publication.web })]

async function writeSite(
  context: SiteContext,
  index: SearchIndex | undefined,
  write: Write,
): Promise<Finding[]> {
  const { settings, book } = context
  const [{ templates, findings: unread }, { pictures, files, findings: unseen }, attached] =
    await Promise.all([
      readTemplates(settings, 'site/'),
      sitePictures(book, settings),
      attachedFiles(book, settings),
    ])
  const { render, findings: unrendered } = renderer(templates, context)
  const cards = context.web ? await studyCards(context.plan.pages, settings) : new Map<string, StudyCard>()
  const writer = { reader: proofReader(context.base), write, shown: new Set<number>(), hasFormulas: false }
  const shown: ShownOnPages = { pictures, files: new Set(attached.map(({ path }) => path)), render, cards }
  for (const page of context.plan.pages) {
    const html = pageHtml(page, pageValues(page, context, shown), context, render)
    await writePage(page.address, html, writer)
    if (isSearched(page)) await index?.add(fileOf(page.address), html)
  }
  const plain = [
    ...files,
    ...attached,
    ...dataFiles(context.tables, settings),
    ...(await coverPictures(book, settings)),
    ...[...cards.values()].map(({ path, content }) => ({ path, content })),
    ...machineFiles(context, render),
    ...paperFile(context),
    ...(index ? [await searchScript(), ...(await index.files())] : []),
  ]
  const redirects = redirectPages(
    context,
    plain.map(({ path }) => path),
    render,
  )
  for (const { address, html } of redirects.pages) await writePage(address, html, writer)
  const styles = siteStyles(templates, writer, settings)
  for (const file of [...styles.files, ...plain, ...redirects.files]) {
    writer.reader.file(file)
    await write(file)
  }
  return [
    ...unread,
    ...unseen,
    ...unrendered,
    ...styles.findings,
    ...redirects.findings,
    ...writer.reader.findings(),
  ]
}

interface ShownOnPages {
  readonly pictures: Awaited<ReturnType<typeof sitePictures>>['pictures']
  /** Addresses of files that the texts lead to. */
  readonly files: ReadonlySet<string>
  readonly render: Render
  readonly cards: ReadonlyMap<string, StudyCard>
}

function pageValues(page: SitePage, context: SiteContext, shown: ShownOnPages) {
  const { pictures, cards } = shown
  const { logo } = context.settings.publication
  // The page for lost addresses is at none.
  const hasLogo = logo && page.address !== '404.html'
  return {
    ...textValues(page, context, shown),
    ...groupsFor(page, context),
    card: cards.get(page.address),
    ...launchValues(page, context, pictures),
    ...(hasLogo ? { logo: frontMatterPicture(logo, pictures, page.address) } : {}),
  }
}

/** Lists only lead to what is found on its own page. */
const isSearched = ({ text, moment, template }: SitePage): boolean =>
  text !== undefined || moment !== undefined || template === 'launch'

/** A template that fails does so on every page: it is told once. */
function renderer(
  templates: ReadonlyMap<string, TemplateFile>,
  context: SiteContext,
): { render: Render; findings: Finding[] } {
  const engine = templateEngine(templates, siteValues(context), facesOf(context.settings.theme))
  const findings: Finding[] = []
  const render: Render = (name, values) => {
    const { html, finding: fault } = engine.render(name, values)
    const told = findings.some(
      ({ message, place }) => message === fault?.message && place.file === fault.place.file,
    )
    if (fault && !told) findings.push(fault)
    return html
  }
  return { render, findings }
}

interface PageWriter {
  readonly reader: ProofReader
  readonly write: Write
  readonly shown: Set<number>
  hasFormulas: boolean
}

async function writePage(address: string, html: string, writer: PageWriter): Promise<void> {
  const { reader, write, shown } = writer
  writer.hasFormulas ||= html.includes('<math')
  reader.page(address, html)
  for (const character of html) shown.add(character.codePointAt(0) ?? 0)
  await write({ path: fileOf(address), content: html })
}

/** The list that a page of groups shows. */
function groupsFor({ address }: SitePage, { lists }: SiteContext): object {
  if (address === 'councils/') return { groups: lists.councils }
  if (address === 'channels/') return { groups: lists.channels }
  return address === 'themes/' ? { groups: lists.themes } : {}
}

/** The page for lost addresses is shown at any address, so its links begin at the root of the host. */
function pageHtml(page: SitePage, values: object, context: SiteContext, render: Render): string {
  const { settings, web, base } = context
  const { address, template, title, description } = page
  const isLost = address === '404.html'
  const own = {
    ...values,
    root: isLost ? base : rootOf(address),
    page: { address, template, title: markedLabel(title, isMade(page), settings.theme), description },
    policy: policyOf(template),
    canonical: web && !isLost ? web + address : '',
    data: structuredData(page, settings, web),
  }
  return tellForeignWords(render('site/page', { ...own, content: render(`site/${template}`, own) }))
}

/** Whether the title is in the program's words. */
const isMade = ({ text, moment, person, template }: SitePage): boolean =>
  ![text, moment, person].some((own) => own !== undefined) && template !== 'home'

/** For programs that read websites. What needs whole addresses is made when there is one. */
function machineFiles(context: SiteContext, render: Render): SiteFile[] {
  const { settings, plan, web } = context
  const { publication } = settings
  const updated = new Date(settings.epoch * 1000).toISOString()
  const studies = plan.pages.filter(({ template }) => template === 'case-study')
  const entries = studies.map((page) => ({ ...page, id: feedId(page.address, publication, web) }))
  const addresses = plan.pages
    .map(({ address }) => address)
    .filter((one) => !/^(?:404\.html|search\/)$/.test(one))
  return [
    { path: '_headers', content: HEADERS },
    { path: 'robots.txt', content: robots(settings.draft, web) },
    ...(web
      ? [{ path: 'sitemap.xml', content: withoutMarks(render('site/sitemap', { addresses, updated })) }]
      : []),
    ...(entries.length > 0
      ? [
          {
            path: 'feed.xml',
            content: withoutMarks(
              render('site/feed', { entries, updated, id: feedId('', publication, web) }),
            ),
          },
        ]
      : []),
  ]
}

const robots = (draft: boolean, web: string | undefined): string =>
  draft
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nAllow: /\n${web ? `Sitemap: ${web}sitemap.xml\n` : ''}`

const paperFile = ({ paper }: SiteContext): SiteFile[] =>
  paper ? [{ path: paper.fileName, content: paper.content }] : []
