// A chapter's HTML as content/ and book/ left it → as it stands on its page of the website.
import { escapeText } from '../ground/drawing/marks.ts'
import { fillSlots } from '../ground/html/slots.ts'
import { mapTags } from '../ground/templating/html-tags.ts'
import type { Chapter } from '../model/chapter.ts'

export interface FragmentTools {
  /** `href` of an anchor of the book as seen from this page. */
  readonly hrefOf: (anchor: string) => string
  /** The element that shows a picture; `tag` is the `img` as content/ wrote it. */
  readonly picture: (tag: string) => string
  /** `href` of a file of the publication that is published beside the pages; undefined for one that is not. */
  readonly fileHref: (file: string) => string | undefined
  /** The drawing of exhibit number n of the chapter. */
  readonly chart: (index: number) => string
  /** What a table without a caption is called. */
  readonly tableName: string
}

const PAGE_REFERENCE = /<span class="ref"[^>]*>[^<]*<span class="pg"[^>]*>[^<]*<\/span>[^<]*<\/span>/g
/** Whoever takes the text out of the page, as the search does, would read the last word of one and the first of the next as one. */
const NEIGHBOURS = /<(?:dt|dd|t[hdr]|caption|li|p|ol|ul)[\s>]/g
const PRINT_ONLY = / data-(?:src|made|means)(?:="[^"]*")?| class="ix"/g

/** Page numbers go, anchors lose the name of their file, and what only print needs is taken off. */
export function siteFragment(chapter: Chapter, tools: FragmentTools): string {
  const html = chapter.html
    .replace(PAGE_REFERENCE, '')
    .replace(NEIGHBOURS, '\n$&')
    .replace(/<table[\s>][\s\S]*?<\/table>/g, (table) => scrollable(table, tools.tableName))
  const told = mapTags(html, (tag, name) => {
    const plain = tag
      .replace(PRINT_ONLY, '')
      .replace(/ id="([^"]*)"/, (_, id: string) => ` id="${withoutPrefix(id, chapter)}"`)
    if (name === 'img') return tools.picture(plain)
    if (name === 'a')
      return attached(plain, tools).replace(
        / href="#([^"]*)"/,
        (_, anchor: string) => ` href="${tools.hrefOf(anchor)}"`,
      )
    return plain.replace(/^<h([1-6])/, (_, level: string) => `<h${onScreen(level, chapter)}`)
  })
  const closed = told.replace(/<\/h([1-6])>/g, (_, level: string) => `</h${onScreen(level, chapter)}>`)
  return fillSlots(closed, 'chart', (index) => tools.chart(Number(index)))
}

const attached = (tag: string, { fileHref }: FragmentTools): string =>
  tag.replace(/ data-file="([^"]*)"/, (_, file: string) => {
    const href = fileHref(file)
    return href === undefined ? '' : ` href="${href}"`
  })

const withoutPrefix = (id: string, { prefix }: Chapter): string =>
  id.startsWith(`${prefix}--`) ? id.slice(prefix.length + 2) : id

/** On paper a chapter may stand below its part; on its page its title is the first heading. */
const onScreen = (level: string, chapter: Chapter): number =>
  Math.min(6, Math.max(2, Number(level) - chapter.level + 1))

/** Columns that still fit into 320 px, one word each. */
const MOST_COLUMNS = 4

/** A wide table scrolls by itself, also from the keyboard; the page never does. */
function scrollable(table: string, otherwise: string): string {
  const columns = /<tr[^>]*>([\s\S]*?)<\/tr>/.exec(table)?.[1]?.match(/<t[hd][\s>]/g)?.length ?? 0
  if (columns <= MOST_COLUMNS || table.lastIndexOf('<table') > 0) return table
  const caption = /<span class="caption"[^>]*>([\s\S]*?)<\/span>\s*<\/caption>/.exec(table)?.[1]
  const name = caption?.replace(/<[^>]*>/g, '') || escapeText(otherwise)
  return `<div class="scroll" role="region" tabindex="0" aria-label="${name.replaceAll('"', '&quot;')}">${table}</div>`
}
