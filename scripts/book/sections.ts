// The order of the book: covers, front matter with roman folios, the parts from page 1, back matter, back cover.

import { LAYOUTS } from '../ground/layouts.ts'
import type { Book, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { PartPlan } from '../model/publication.ts'
import type { Settings } from '../model/settings.ts'
import { partLabel, words } from './words.ts'

/** A file with its place: part 0 is front or back matter. */
interface Placed {
  readonly chapter: Chapter
  readonly index: number
  readonly part: number
  readonly matter: 'front' | 'body' | 'back'
}

/** Sections in the order of print. `chapters` are in that order already (see printOrder). */
export function planSections(
  chapters: readonly Chapter[],
  settings: Settings,
  form: Book['form'],
): readonly Section[] {
  const sections = inOrder(placeChapters(chapters, settings), settings, form)
  return form === 'short' ? sections.map((section) => asInShortPaper(section, settings)) : sections
}

function inOrder(placed: readonly Placed[], settings: Settings, form: Book['form']): Section[] {
  const { covers } = settings.publication.options
  const inMatter = (matter: Placed['matter']) =>
    placed.filter((one) => one.matter === matter).map((one) => chapterSection(one, '', settings, form))
  const arabic = [...bodySections(placed, settings, form), ...inMatter('back')]
  return [
    ...(covers ? coverSections(settings, form) : []),
    ...openingSections(settings, form),
    ...inMatter('front'),
    ...(form === 'book' ? pageOneOnTheRight(arabic) : arabic),
    ...(covers
      ? [plain('back-cover', { starts: 'left', numbering: arabic.length > 0 ? 'arabic' : 'roman' })]
      : []),
  ]
}

/**
 * Its pages are counted from the contents, or without a cover from the title, so that the first number is on a
 * right-hand page without a blank before it; and they say the same at their heads: so one text may follow the other
 * on a page.
 */
function asInShortPaper(section: Section, { publication }: Settings): Section {
  const { short, options } = publication
  const isBefore = options.covers && BEFORE_CONTENTS.has(section.kind)
  const heads = section.heads.left === '' ? section.heads : { left: short, right: short }
  return { ...section, numbering: isBefore ? 'roman' : 'arabic', heads }
}

const BEFORE_CONTENTS: ReadonlySet<Section['kind']> = new Set(['front-cover', 'inside-cover', 'title-page'])

/** Odd folios stand on right-hand pages, so page 1 does, whatever the chapter itself would ask for. */
const pageOneOnTheRight = ([first, ...others]: readonly Section[]): Section[] =>
  first ? [{ ...first, starts: 'right' }, ...others] : []

/** Chapters as the publication lists them; what it does not list follows by kind and number. */
export function printOrder(chapters: readonly Chapter[], settings: Settings): readonly Chapter[] {
  const { front, parts, back } = settings.publication
  const body = parts.flatMap((part) => part.files)
  const rank = (chapter: Chapter): number => {
    if (front.includes(chapter.file)) return front.indexOf(chapter.file)
    if (back.includes(chapter.file)) return 2_000_000 + back.indexOf(chapter.file)
    if (body.includes(chapter.file)) return 1_000_000 + body.indexOf(chapter.file)
    return (chapter.kind === 'chapter' ? 1_100_000 : 1_500_000) + chapter.number
  }
  return [...chapters].sort((a, b) => rank(a) - rank(b)) // Stable: the texts come by name.
}

function placeChapters(chapters: readonly Chapter[], settings: Settings): Placed[] {
  const { front, parts, back } = settings.publication
  return chapters.map((chapter, index) => {
    if (front.includes(chapter.file)) return { chapter, index, part: 0, matter: 'front' }
    if (back.includes(chapter.file)) return { chapter, index, part: 0, matter: 'back' }
    return {
      chapter,
      index,
      part: parts.findIndex((part) => part.files.includes(chapter.file)) + 1,
      matter: 'body',
    }
  })
}

function bodySections(placed: readonly Placed[], settings: Settings, form: Book['form']): Section[] {
  const { parts } = settings.publication
  const body = placed.filter((one) => one.matter === 'body')
  let numbered = 0
  const sections: Section[] = []
  for (const [index, one] of body.entries()) {
    const part = parts[one.part - 1]
    if (part?.divider && body[index - 1]?.part !== one.part)
      // An author who asks for a page gets it.
      sections.push(dividerSection(part, one.part, settings))
    const isChapter = one.chapter.kind === 'chapter'
    const isNumbered = isChapter && hasNumber(one.chapter.matter)
    if (isNumbered) numbered += 1
    const ofChapter = isNumbered ? String(numbered) : ''
    sections.push(chapterSection(one, isChapter ? ofChapter : String(one.chapter.number), settings, form))
  }
  return sections
}

/** What the program lists is looked up, not counted. */
function hasNumber({ numbered, layout }: Chapter['matter']): boolean {
  const { shows = 'figures' } = LAYOUTS[layout]
  return numbered ?? shows === 'figures'
}

/** The inside of the cover names what is drawn on it; a short paper has one only for what its author says there. */
function coverSections({ publication }: Settings, form: Book['form']): Section[] {
  const { rings, note } = publication.cover
  const inside = rings && (form === 'book' || note) ? [plain('inside-cover', {})] : []
  return [plain('front-cover', { title: publication.title }), ...inside]
}

/** The title page of a short paper holds the imprint too, and stands on the back of its cover. */
function openingSections(settings: Settings, form: Book['form']): Section[] {
  const { title, subtitle } = settings.publication
  const contents = words(settings, 'contents')
  const heads = { left: settings.publication.short, right: words(settings, 'beforeYouBegin') }
  const starts = form === 'book' ? 'right' : 'any'
  return [
    plain('title-page', { title, standfirst: subtitle, starts }),
    ...(form === 'book' ? [plain('imprint', {})] : []),
    plain('contents', { title: contents, short: contents, starts, heads }),
  ]
}

const plain = (kind: Section['kind'], given: Partial<Section>): Section => ({
  id: kind,
  kind,
  title: '',
  short: '',
  number: '',
  standfirst: '',
  part: 0,
  numbering: 'roman',
  starts: 'any',
  runsOn: false,
  heads: { left: '', right: '' },
  ...given,
})

const dividerSection = (part: PartPlan, number: number, settings: Settings): Section =>
  plain('part', {
    id: `part-${number}`,
    title: part.title,
    short: part.title,
    number: partLabel(settings, number),
    standfirst: part.standfirst,
    part: number,
    numbering: 'arabic',
    starts: 'right',
  })

function chapterSection(one: Placed, number: string, settings: Settings, form: Book['form']): Section {
  const { matter, prefix, kind } = one.chapter
  const starts = startOf(one, settings, form)
  return {
    id: prefix,
    kind,
    chapter: one.index,
    title: matter.title,
    short: matter.short,
    number,
    standfirst: kind === 'case-study' ? matter.summary : matter.standfirst,
    part: one.part,
    numbering: one.matter === 'front' ? 'roman' : 'arabic',
    starts,
    runsOn: form === 'short' && starts === 'any' && !matter.starts && !matter.opener,
    heads: { left: settings.publication.short, right: rightHead(one, number, settings) },
  }
}

/** What stands behind the parts is looked up, not begun: it needs no right-hand page. */
function startOf({ chapter, matter }: Placed, settings: Settings, form: Book['form']): Section['starts'] {
  if (chapter.matter.starts) return chapter.matter.starts
  const hasOpeners = settings.theme.openers === 'page'
  if (chapter.kind === 'case-study') return form === 'book' && hasOpeners ? 'left-if-two' : 'any'
  if (chapter.matter.opener && hasOpeners) return 'right'
  if (LAYOUTS[chapter.matter.layout].fullPage) return 'any'
  const wishesRight =
    settings.publication.options.chaptersStartRight ?? (form === 'book' && hasOpeners && matter !== 'back')
  return wishesRight ? 'right' : 'any'
}

/** The chapter's number and short title; for case studies the part; before and after the parts what they are. */
function rightHead({ chapter, part, matter }: Placed, number: string, settings: Settings): string {
  if (matter === 'front') return words(settings, 'beforeYouBegin')
  if (matter === 'back') return words(settings, 'reference')
  if (chapter.kind === 'case-study')
    return settings.publication.parts[part - 1]?.title ?? words(settings, 'caseStudies')
  return number ? `${number}\u2002${chapter.matter.short}` : chapter.matter.short
}
