// What a template gets to know: plain values, ready to print. Nothing here is markup but the text itself.

import { addressOf, shownAddress, webAddress } from '../ground/addresses.ts'
import { qrCode } from '../ground/drawing/qr-code.ts'
import { writeHtml } from '../ground/html/html-text.ts'
import { markedLabel } from '../ground/language/foreign-words.ts'
import { LAYOUTS } from '../ground/layouts.ts'
import { figuresOf, ringFigures } from '../ground/templating/book-values.ts'
import type { DrawingsAside } from '../ground/templating/drawings-aside.ts'
import type { Book, Section } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Settings } from '../model/settings.ts'
import { fileNumber } from './file-number.ts'
import type { Picture } from './pictures.ts'
import type { PlannedRun } from './runs.ts'

interface Files {
  readonly pictures: ReadonlyMap<string, Picture>
  readonly drawings: DrawingsAside
  readonly parts: ReadonlyMap<number, PartOfBook>
}

/** Where a part begins: its heading, where it has one, and its first section. */
interface PartOfBook {
  readonly heading?: string | undefined
  readonly first: string
}

/** By their numbers, from 1. */
export function partsOf({ sections, headings }: Pick<Book, 'sections' | 'headings'>): Files['parts'] {
  const parts = new Map<number, PartOfBook>()
  for (const { id, part } of sections) {
    if (part === 0 || parts.has(part)) continue
    parts.set(part, { heading: headings.find((one) => one.id === `part-${part}`)?.text, first: id })
  }
  return parts
}

/** For one run of a section; its body is for compose-run to add. */
export function sectionValues(
  run: PlannedRun,
  section: Section,
  book: Book,
  settings: Settings,
  files: Files,
): object {
  const chapter = section.chapter === undefined ? undefined : book.chapters[section.chapter]
  return {
    run: shownOf(run),
    section: withLabels(section, settings),
    part: partValues(section, files.parts.get(section.part), settings),
    ...(chapter ? chapterValues(chapter, section, book, settings, files) : {}),
  }
}

/** Templates get the body by itself. */
export const shownOf = ({ body: _, ...run }: PlannedRun): Omit<PlannedRun, 'body'> => run

/** Heading of the section's part; `begins` when no divider has said it yet. */
function partValues(section: Section, part: PartOfBook | undefined, settings: Settings): object {
  const heading = part?.heading
  const divider = settings.publication.parts[section.part - 1]?.divider ?? false
  return {
    id: `part-${section.part}`,
    heading: headingOf(heading ?? '', section.part, settings),
    begins: heading !== undefined && !divider && part?.first === section.id,
  }
}

/** `Part two: the numbers`: the label is the program's, the title is not. */
function headingOf(text: string, part: number, { theme, publication }: Settings): string {
  const title = publication.parts[part - 1]?.title ?? ''
  const label = text.endsWith(title) ? text.slice(0, text.length - title.length) : ''
  return markedLabel(label, true, theme) + text.slice(label.length)
}

/** A section that no author wrote has a title of the program's, a part its number. */
const withLabels = (section: Section, { theme }: Settings): Section => ({
  ...section,
  title: markedLabel(section.title, section.kind === 'contents', theme),
  number: markedLabel(section.number, section.kind === 'part', theme),
})

function chapterValues(
  chapter: Chapter,
  section: Section,
  book: Book,
  settings: Settings,
  files: Files,
): object {
  const { matter } = chapter
  const number = fileNumber(chapter.file)
  const line = (key: string) => `${number}:${matter.lines[key] ?? 1}`
  const inPanel = matter.panel.flatMap(({ entries }) => entries)
  const picture = matter.picture && files.pictures.get(matter.picture.file)
  const studies = book.sections.filter((one) => one.kind === 'case-study')
  return {
    matter,
    titleHtml: chapter.titleBody && writeHtml(chapter.titleBody),
    standfirstHtml: chapter.standfirstBody && writeHtml(chapter.standfirstBody),
    level: chapter.level,
    src: {
      ...Object.fromEntries(inPanel.map(({ key }) => [key, line(key)])),
      title: line('title'),
      standfirst: line('standfirst'),
      summary: line('summary'),
      picture: line('picture'),
    },
    figures: figuresOf(matter.figures, settings),
    opener: openerValues(chapter, settings),
    series: { present: studies.findIndex((one) => one.id === section.id) + 1, total: studies.length },
    picture:
      picture && matter.picture
        ? { ...matter.picture, url: picture.asset.url, width: picture.width, height: picture.height }
        : undefined,
    web: section.kind === 'case-study' ? webPlace(chapter, settings, files.drawings) : undefined,
    endsWithSources:
      matter.sources.length > 0 &&
      !book.chapters.some((one) => LAYOUTS[one.matter.layout].shows === 'sources'),
    exhibits: book.exhibits.filter(({ kind }) => kind === LAYOUTS[matter.layout].lists),
    hasGlossary: chapter.shows?.includes('glossary') ?? false,
  }
}

const CODE_MM = 20

/** The page of a case study on the website, once the publication has an address there. */
function webPlace(chapter: Chapter, { publication }: Settings, drawings: DrawingsAside): object | undefined {
  const web = webAddress(publication)
  if (!web) return undefined
  const href = web + addressOf(chapter)
  return { href, shown: shownAddress(href), code: drawings.put(qrCode(href, CODE_MM)) }
}

/** `lit` is the index of the chapter's ring among the cover's; without one the opener is typographic. */
function openerValues(chapter: Chapter, settings: Settings): object | undefined {
  const { opener } = chapter.matter
  if (opener === false) return undefined
  const rings = ringFigures(settings)
  const lit = rings.findIndex((figure) => figure.id === opener.ring)
  const figure = rings[lit]
  return { lit, figure, caption: opener.caption || figure?.sentence || '', hasRing: figure !== undefined }
}
