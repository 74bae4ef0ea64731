// What the template of one chapter or case study knows beyond what all know.

import type { Root } from 'hast'
import { kindOf } from '../ground/drawing/kinds/kinds.ts'
import { tileStrip } from '../ground/drawing/kinds/tiles.ts'
import { EXHIBIT_KINDS } from '../ground/exhibit-kinds.ts'
import { textProperty } from '../ground/html/change-tree.ts'
import { writeHtml } from '../ground/html/html-text.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import { figuresOf, ringFigures } from '../ground/templating/book-values.ts'
import type { IndexEntry, SeeTerms } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import { placeOfFile } from './attached-files.ts'
import { artPath } from './cover-picture.ts'
import { frontMatterPicture } from './front-matter-picture.ts'
import type { StudyGroup } from './groups.ts'
import { relativeHref } from './links.ts'
import { pictureElement } from './picture-element.ts'
import { siteFragment } from './site-fragment.ts'
import type { SitePicture } from './site-pictures.ts'
import type { SitePage } from './site-plan.ts'
import type { SiteContext } from './site-values.ts'

export interface TextTools {
  readonly pictures: ReadonlyMap<string, SitePicture>
  /** Paths of the files that are published beside the pages. */
  readonly files: ReadonlySet<string>
  readonly render: (name: string, values: object) => string
}

export function textValues(page: SitePage, context: SiteContext, tools: TextTools): object {
  if (!page.text) return {}
  const { chapter, section } = page.text
  const { settings, plan, lists } = context
  const htmlOf = (tree: Root) => writeHtml(onPage(page, tree, chapter, context, tools))
  const texts = plan.pages.filter(({ text }) => text)
  const own =
    section.kind === 'case-study' ? texts.filter(({ text }) => text?.section.kind === 'case-study') : texts
  const at = own.indexOf(page)
  const part = settings.publication.parts[section.part - 1]
  return {
    section,
    matter: chapter.matter,
    titleHtml: chapter.titleBody && htmlOf(chapter.titleBody),
    standfirstHtml: chapter.standfirstBody && htmlOf(chapter.standfirstBody),
    body: htmlOf(chapter.body),
    part: part ? { id: `part-${section.part}`, title: part.title } : undefined,
    previous: linkOf(own[at - 1]),
    next: linkOf(own[at + 1]),
    series: { present: at + 1, total: own.length },
    figures: figuresOf(chapter.matter.figures, settings),
    opener: openerOf(chapter, context),
    picture: pictureOf(page, chapter, tools),
    showsLaunch: chapter.shows?.includes('launch') ?? false,
    hasGlossary: chapter.shows?.includes('glossary') ?? false,
    index: LAYOUTS[chapter.matter.layout].shows === 'index' ? indexOf(context) : [],
    exhibits: exhibitsOf(page, chapter, context),
    credits: creditsOf(page, context),
    listed: {
      councils: chosen(lists.councils, page.address),
      channels: chosen(lists.channels, page.address),
      themes: chosen(lists.themes, page.address),
    },
  }
}

const linkOf = (page: SitePage | undefined) =>
  page && { address: page.address, title: page.title, number: page.text?.section.number ?? '' }

const chosen = (groups: readonly StudyGroup[], address: string) =>
  groups
    .filter(({ studies }) => studies.some((study) => study.address === address))
    .map(({ name, id }) => ({ name, id }))

function onPage(page: SitePage, tree: Root, chapter: Chapter, context: SiteContext, tools: TextTools): Root {
  const { settings, plan, tables } = context
  return siteFragment(tree, chapter, {
    tableName: settings.theme.words.table,
    citedIn: settings.theme.words.citedIn,
    hrefOf: (anchor) => {
      const place = plan.placeOf(anchor)
      return place ? relativeHref(page.address, place.address, place.fragment) : `#${anchor}`
    },
    fileHref: (file) => {
      if (!tools.files.has(placeOfFile(file))) return undefined
      const path = placeOfFile(file).split('/').map(encodeURIComponent).join('/')
      return relativeHref(page.address, path)
    },
    shapeOf: (file) => {
      const { width, height, shape } = tools.pictures.get(file) ?? {}
      return width && height ? width / height : shape
    },
    picture: (image) => {
      const picture = tools.pictures.get(textProperty(image, 'src') ?? '')
      return picture && pictureElement(image, picture, page.address)
    },
    tile: (index, row) => {
      const spec = chapter.exhibits[index]?.chart
      return spec ? tileStrip(spec, row) : ''
    },
    chart: (index) => {
      const exhibit = chapter.exhibits[index]
      if (!exhibit?.chart) return ''
      const table = tables.find(({ id }) => id === exhibit.id)
      const root = relativeHref(page.address, '')
      return kindOf(exhibit.chart).screen(exhibit.chart) + tools.render('site/chart-numbers', { table, root })
    },
  })
}

function pictureOf(page: SitePage, { matter: { picture } }: Chapter, { pictures }: TextTools) {
  const element = picture && frontMatterPicture(picture, pictures, page.address)
  return element && { credit: picture.credit, element }
}

function openerOf({ matter: { opener } }: Chapter, { settings }: SiteContext) {
  if (opener === false) return undefined
  const rings = ringFigures(settings)
  const lit = rings.findIndex(({ id }) => id === opener.ring)
  const figure = rings[lit]
  return { art: figure ? artPath(lit) : '', figure, caption: opener.caption || figure?.sentence || '' }
}

function exhibitsOf(page: SitePage, { matter }: Chapter, { book, plan, settings }: SiteContext) {
  return book.exhibits
    .filter(({ kind }) => kind === LAYOUTS[matter.layout].lists)
    .flatMap(({ kind, anchor, number, caption }) => {
      const place = plan.placeOf(anchor)
      if (!place) return []
      const label = `${settings.theme.words[EXHIBIT_KINDS[kind].label]}\u00a0${number}`
      return [{ label, caption, href: relativeHref(page.address, place.address, place.fragment) }]
    })
}

const creditsOf = (page: SitePage, { book, plan }: SiteContext) =>
  book.credits.map((one) => {
    const place = one.anchor === '' ? undefined : plan.placeOf(one.anchor)
    return place ? { ...one, href: relativeHref(page.address, place.address, place.fragment) } : one
  })

interface Entry {
  readonly term: string
  readonly see: SeeTerms
  readonly places: readonly { readonly address: string; readonly name: string }[]
}

type IndexTerm = Pick<IndexEntry, 'term' | 'anchors' | 'see'>

/** The index with links instead of page numbers: one to each text, to the first place in it. */
function indexOf({ book, plan, settings }: SiteContext): (Entry & { under: Entry[]; letter: string })[] {
  const { words } = settings.theme
  const entryOf = ({ term, anchors, see }: IndexTerm): Entry => {
    const found = new Map<string, { address: string; name: string }>()
    for (const anchor of anchors) {
      const place = plan.placeOf(anchor)
      const page = plan.pages.find(({ address }) => address === place?.address)
      if (!place || !page || found.has(page.address)) continue
      const { section } = page.text ?? {}
      const name =
        section?.kind === 'case-study' && section.number
          ? `${words.caseStudy} ${section.number}`
          : section?.short || page.title
      found.set(page.address, {
        address: relativeHref('', place.address, place.fragment).replace(/^\.\//, ''),
        name,
      })
    }
    return { term, see, places: [...found.values()] }
  }
  return book.index.map((entry) => ({
    ...entryOf(entry),
    letter: entry.letter,
    under: entry.under.map(entryOf),
  }))
}
