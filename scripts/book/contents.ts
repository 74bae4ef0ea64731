// The two lists at the front: parts with their chapters, and case studies by council.

import { withoutSoftHyphens } from '../ground/language/without-soft-hyphens.ts'
import type { ContentsEntry, ContentsHeading, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import { numberWord, partLabel, words } from './words.ts'

/** Groups (depth 1) each followed by their entries (depth 2). A publication without parts has no groups. */
export function listContents(
  sections: readonly Section[],
  chapters: readonly Chapter[],
  settings: Settings,
): readonly ContentsEntry[] {
  const entries = listTitles(sections, settings)
  const { depth } = settings.publication.contents
  if (depth === 1 || (!depth && entries.length > MOST_ROWS)) return entries
  const deeper = entries.map((entry) => withHeadings(entry, sections, chapters, depth ?? 2))
  return depth || rowsOf(deeper) <= MOST_ROWS ? deeper : entries
}

/** As many as a page holds with the titles of parts and the space between all. */
const MOST_ROWS = 28

const rowsOf = (headings: readonly ContentsHeading[]): number =>
  headings.reduce((sum, { below }) => sum + 1 + rowsOf(below), 0)

function withHeadings(
  entry: ContentsEntry,
  sections: readonly Section[],
  chapters: readonly Chapter[],
  depth: number,
): ContentsEntry {
  const section = sections.find(({ id, chapter }) => chapter !== undefined && id === entry.anchor)
  const chapter = chapters[section?.chapter ?? -1]
  if (entry.depth === 1 || !chapter) return entry
  const below: { anchor: string; title: string; below: ContentsHeading[] }[] = []
  for (const { level, text, id } of chapter.headings) {
    const heading = { anchor: id, title: withoutSoftHyphens(text), below: [] }
    if (level === chapter.level + 1) below.push(heading)
    else if (level === chapter.level + 2 && depth >= 3) (below.at(-1)?.below ?? below).push(heading)
  }
  return { ...entry, below }
}

function listTitles(sections: readonly Section[], settings: Settings): ContentsEntry[] {
  const files = sections.filter((section) => section.chapter !== undefined)
  const byCouncil = isByCouncil(sections, settings)
  const hasParts = settings.publication.parts.length > 0
  const entries: ContentsEntry[] = []
  const begun = new Set<string>()
  const isFirst = (key: string): boolean => !begun.has(key) && begun.add(key).has(key)
  for (const section of files) {
    const heading = hasParts ? groupOf(section, files, settings) : { anchor: '', number: '', title: '' }
    // By place, not by title: a part may be called “Reference” too.
    if (hasParts && isFirst(`${section.numbering} ${section.part}`))
      entries.push({ ...NO_MORE, ...heading, depth: 1, group: '' })
    if (!(byCouncil && section.kind === 'case-study' && section.part > 0))
      entries.push(entryOf(section, heading.title))
    else if (isFirst(`studies ${section.part}`)) entries.push(oneForAll(section, sections, settings))
  }
  return entries
}

/** Case studies in the order of the book; the group is the council, or `Regional`. */
export function listCaseStudies(
  sections: readonly Section[],
  chapters: readonly Chapter[],
  settings: Settings,
): readonly ContentsEntry[] {
  if (!isByCouncil(sections, settings)) return []
  const studies = sections.filter((section) => section.kind === 'case-study')
  return studies.map((section) => {
    const matter = chapters[section.chapter ?? -1]?.matter
    const group = matter?.regional ? words(settings, 'regional') : (matter?.councils ?? []).join(', ')
    return { ...NO_MORE, anchor: section.id, number: section.number, title: section.short, depth: 2, group }
  })
}

const NO_MORE = { kind: undefined, below: [] } as const

const entryOf = (section: Section, group: string): ContentsEntry => ({
  ...NO_MORE,
  kind: section.kind,
  anchor: section.id,
  number: section.number,
  title: section.title,
  depth: 2,
  group,
})

function groupOf(section: Section, files: readonly Section[], settings: Settings) {
  if (section.part > 0) {
    const title = settings.publication.parts[section.part - 1]?.title ?? ''
    return {
      anchor: partAnchor(section.part, files, settings),
      number: partLabel(settings, section.part),
      title,
    }
  }
  const key = section.numbering === 'roman' ? 'beforeYouBegin' : 'reference'
  return { anchor: '', number: '', title: words(settings, key) }
}

/** The divider's page, else that of the part's first chapter. */
function partAnchor(part: number, files: readonly Section[], settings: Settings): string {
  if (settings.publication.parts[part - 1]?.divider) return `part-${part}`
  return files.find((section) => section.part === part)?.id ?? ''
}

/** So many case studies are found more easily by who wrote them. */
const MANY_STUDIES = 8

const isByCouncil = (sections: readonly Section[], { publication }: Settings): boolean =>
  publication.options.contentsByCouncil ??
  sections.filter(({ kind }) => kind === 'case-study').length >= MANY_STUDIES

function oneForAll(first: Section, sections: readonly Section[], settings: Settings): ContentsEntry {
  const count = sections.filter((one) => one.kind === 'case-study' && one.part === first.part).length
  const spelt = numberWord(settings, count)
  const capital = spelt.charAt(0).toLocaleUpperCase(settings.publication.language) + spelt.slice(1)
  const title = words(settings, 'caseStudiesByCouncil').replace('{count}', capital)
  return { ...NO_MORE, anchor: first.id, number: '', title, depth: 2, group: '' }
}
