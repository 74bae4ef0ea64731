// Front matter that was written for another tool: its keys, and its values under names that we have too.

import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { Finding } from '../../model/finding.ts'
import { finding, findingOf } from '../../rules/finding.ts'
import { nearest } from '../language/nearest.ts'
import { type Explained, unwrap } from './yaml-faults.ts'

interface Taken {
  /** What is left for our own schema. */
  readonly value: unknown
  readonly findings: readonly Finding[]
  /** Keys of other tools that are known, with their values. */
  readonly foreign: Readonly<Record<string, unknown>>
}

// As their documentation lists them: Hugo, Jekyll, Eleventy, Hexo, Gatsby, Astro, Zola; Docusaurus, VuePress, MkDocs,
// GitBook, Just the Docs, Read the Docs; Quarto, Pandoc, R Markdown, Jupyter Book; Obsidian, Logseq, Foam, Dendron;
// Ghost, Decap.
const KNOWN = new Set(
  `abstract affiliation after alias aliases all_posts always anchor_sections archetype archive archives article asset
  author author_meta author_profile authors autolink avatar background badge banner base before bibliography biblio-style body_class
  book breadcrumb breadcrumbs browser build bundle buttons cascade canonical canonical_url canonicalurl caption categories category
  citation citation_package cite-method class classes code-fold code-tools collection collections color comment comments content
  contributors copyright core cover cover_image cover-image coverimage created created_at createdat creation_date css csl cssclass cssclasses
  custom_edit_url customtags data date date_created date_modified datepublished dateString date-format date-modified dates dek
  desc description details disable disableshare disabletoc display_toc displayed_sidebar documentclass doi draft duration
  edit editlink editor editurl editable eleventycomputed eleventyexcludefromcollections eleventyimport eleventynavigation embed
  email engine episode event events excerpt excerpt_separator exclude exec execute execution expirydate exports
  extra extensions fail-if-warnings feature featured featured_image featuredimage fig-cap-location fig-height fig-width figsize
  file_scope filters fontfamily fontsize footer format full geometry gallery github grid group guid has_children has_toc
  head header header-includes headings headless hero hero_image hidden hide hide_table_of_contents hide_title highlight
  highlight-style html_document icon id image images img in_header include include-after-body include-before-body include-in-header indent
  institute interactive isbn iscjklanguage jupyter jupytext kernel kernelspec kicker knit label lang language
  last_edited last_modified last_modified_at last_update lastmod lastupdated layout_settings lead level license licence link link-citations linkcolor linktitle
  links linestretch listing lof logo lot mainfont mainfontoptions mainsections manualversion margin markup math mathfont mathjax
  menu menus meta metadata minutes mod modified monofont nav nav_enabled nav_exclude nav_order navbar navigation next
  nextpage noindex nositemap number number-sections number_sections octopress og_image og_title order original outdated
  output outputs orcid override page-layout page_id pagefind pagination pagination_label pagination_next pagination_prev papersize
  params parent parent-project parse_math path pdf permalink photos pinned platform position post_excerpt prefix prev preview
  previous priority private project protected published publish publishdate publishdir pubdate pygments rating
  readingtime read_time redirect_from redirect_to reference-doc reference-section-title references related related_posts release render_with_liquid resources
  resource_path review reviewed reviewers revision robots rss scripts search search_exclude section sections seo seo_description
  seo_title share share-img show_date show_reading_time sidebar sidebar_class_name sidebar_custom_props sidebar_label sidebar_position sidebardepth
  sidebars site sitemap slides slug sort sort_by source_url spoiler standalone standfirst status sticky strap style styles subject
  subtitle summary summary_large syntax_highlight tag taglist tags tagline taxonomies team template teaser test text textcolor theme themeconfig thumb
  thumbnail thanks time title_meta title_prefix title-block-banner title-slide titlepage titletemplate toc toc_depth toc-depth toc-location toc-title toc_hide toc_max_heading_level toc_min_heading_level
  top topic topics translationkey twitter type types uid unlisted unsafe update updated updated_at updatedat url urlcolor uuid
  repository repo homepage bugs plugins markdown_extensions extra_css extra_javascript baseurl base_url remote_theme
  vcs version versions video videos view views vignette weight whatsnew widgets wiki`
    .split(/\s+/)
    .map((key) => key.toLowerCase()),
)

/** Schemas of keys of ours that other tools have as well, for something else: a value that does not fit is theirs. */
export const SHARED_KEYS = z.registry<object>()

/** `og:title`, `dg-publish`, `toc_sticky`: families whose members nobody can list. */
const FAMILY =
  /^(?:og|twitter|dc|dcterms|fb|seo|dg|excalidraw|kanban|dataview|eleventy|jekyll|hugo|docusaurus|gatsby|quarto|pandoc|latex|html|pdf|epub|revealjs|beamer|docx|nav|toc|sidebar|page|post|meta|code|fig|tbl|date|sort|next|prev|previous)[-_:.]/i

/**
 * A key of another tool, and no slip for one of ours; slips are seldom in the first letter: `book` is none for `look`.
 */
export const isForeignKey = (key: string, ours: readonly string[]): boolean =>
  (KNOWN.has(key.toLowerCase()) || FAMILY.test(key)) &&
  !ours.some((one) => distance(one, key.toLowerCase()) <= 1 && one[0] === key[0]?.toLowerCase())

/** Whether front matter of any tool, ours among them, has such a key. */
export const isKeyOfAny = (key: string): boolean =>
  /^(?:title|short)$/i.test(key) || KNOWN.has(key.toLowerCase()) || FAMILY.test(key)

/**
 * Takes out of the top of a file what is not meant for us. A key that is ours but for its capitals is given its name.
 */
export function takeForeign(about: Explained): Taken {
  const shape = unwrap(about.input.schema)?.shape as Readonly<Record<string, Checkable>> | undefined
  if (!shape || typeof about.value !== 'object' || about.value === null || Array.isArray(about.value))
    return { value: about.value, findings: [], foreign: {} }
  const ours: Record<string, unknown> = {}
  const foreign: Record<string, unknown> = {}
  const findings: Finding[] = []
  for (const [key, value] of Object.entries(about.value)) {
    const place = { file: about.input.file, line: about.lineOf([key]) }
    const meant = Object.hasOwn(shape, key) ? key : capitalsApart(key, Object.keys(shape), about.value)
    if (meant !== undefined) {
      const fault = isShared(shape[meant]) ? faultOfForm(meant, value, shape[meant]) : undefined
      if (fault) findings.push(findingOf(fault, place))
      else ours[meant] = value
      if (meant !== key)
        findings.push(
          finding('front-matter-is-for-us', place, { problem: 'read-as', written: key, readAs: meant }),
        )
    } else if (isForeignKey(key, Object.keys(shape))) foreign[key.toLowerCase()] = value
    else {
      const suggestion = nearest(key, Object.keys(shape))
      findings.push(
        suggestion
          ? finding('front-matter-key-is-known', place, { key, suggestion })
          : finding('front-matter-is-for-us', place, { problem: 'means-nothing', key }),
      )
    }
  }
  return { value: ours, findings, foreign }
}

const isShared = (schema: Checkable | undefined): boolean =>
  schema !== undefined && SHARED_KEYS.has(schema as z.ZodType)

interface Checkable {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean
  }
}

const capitalsApart = (key: string, known: readonly string[], given: object): string | undefined =>
  known.find((one) => one.toLowerCase() === key.toLowerCase() && !Object.hasOwn(given, one))

/** What another tool has under this name is not one of our values, nor a slip for one. */
function faultOfForm(key: string, value: unknown, schema: Checkable | undefined) {
  if (value === undefined || !schema) return undefined
  const isSwitch = typeof value === 'string' && /^(?:true|false)$/i.test(value)
  const fits = schema.safeParse(value)
  if (fits.success && !isSwitch) return undefined
  if (!fits.success && isOurForm(value, schema)) return undefined
  const allowed = valuesOf(schema)
  const suggestion = typeof value === 'string' ? nearest(value, allowed) : undefined
  const shown = typeof value === 'string' ? `${key}: ${value.slice(0, 40)}` : `${key}: …`
  return suggestion
    ? ({
        rule: 'front-matter-key-is-known',
        facts: { key: shown, suggestion: `${key}: ${suggestion}` },
      } as const)
    : ({ rule: 'front-matter-is-for-us', facts: { problem: 'means-nothing', key: shown } } as const)
}

/** A slip in what is otherwise of our form: a group with one of our keys, but for the addresses that everybody has. */
function isOurForm(value: unknown, schema: unknown): boolean {
  const inner = unwrap(schema)
  const known = Object.keys(unwrap(inner?.element)?.shape ?? inner?.shape ?? {}).filter(
    (key) => key !== 'url',
  )
  const groups = [value].flat().filter((one) => typeof one === 'object' && one !== null)
  return groups.some((one) => Object.keys(one as object).some((key) => nearest(key, known) !== undefined))
}

const valuesOf = (schema: unknown): readonly string[] =>
  (unwrap(schema) as { options?: readonly unknown[] } | undefined)?.options?.filter(
    (one) => typeof one === 'string',
  ) ?? []
