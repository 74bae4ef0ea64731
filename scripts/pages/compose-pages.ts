// Book + templates → one HTML document whose every page knows its name, its margins and its file.

import type { Root } from 'hast'
import { facesOf } from '../ground/drawing/face-widths.ts'
import { paperOf } from '../ground/drawing/paper.ts'
import { withoutMarks } from '../ground/language/foreign-words.ts'
import { holdingTogether } from '../ground/language/held-together.ts'
import { LOGO_MM, pageMeasures } from '../ground/page-measures.ts'
import { bookValues } from '../ground/templating/book-values.ts'
import { type DrawingsAside, drawingsAside } from '../ground/templating/drawings-aside.ts'
import { type Engine, templateEngine } from '../ground/templating/engine.ts'
import { readTemplates } from '../ground/templating/read-templates.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { HtmlDocument, PageRun } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { type ComposedRun, composeRun, NO_RUN } from './compose-run.ts'
import { composeDocument } from './document.ts'
import { fileNumber } from './file-number.ts'
import { finishFragment } from './finish-fragment.ts'
import { fitHeads } from './fit-heads.ts'
import { preparePictures, type WantedPicture } from './pictures.ts'
import { composePress } from './press-dress.ts'
import { type RememberedRuns, recalling, rememberRuns } from './remember-runs.ts'
import { type PlannedRun, planRuns } from './runs.ts'
import { partsOf, sectionValues, shownOf } from './section-values.ts'
import { composeMoreRules, composeStyles } from './styles.ts'

/**
 * Reads templates and pictures, nothing else. Findings are those of templates, styles and pictures. What is `kept`
 * from the last time is not rendered again. Blocks that hold one of the `turned` tables, by `data-src`, get landscape
 * pages of their own. `isWhole`: whether somebody asks for all pages as one document, which in a long book is as much
 * again as its pieces.
 */
export async function composePages(
  book: Book,
  settings: Settings,
  kept?: RememberedRuns,
  turned: readonly string[] = [],
  isWhole = true,
): Promise<HtmlDocument> {
  const [{ templates, findings: unread }, { pictures, findings: unseen }] = await Promise.all([
    readTemplates(settings),
    preparePictures(wantedPictures(book, settings), settings),
  ])
  const drawings = drawingsAside()
  const faces = facesOf(settings.theme)
  const globals = globalsOf(book, settings, pictures)
  const { render, findings } = renderer(templateEngine(templates, globals, faces, drawings))
  const plainly = (name: string, values: object): string => withoutMarks(drawings.back(render(name, values)))
  const { runs, findings: cut } = fitHeads(
    planRuns(book, settings, fragmentsOf(settings, pictures, faces.sans), new Set(turned)),
    book,
    settings,
  )
  const surroundings = { templates, globals, faces }
  const remembered = kept ?? (await rememberRuns(settings, surroundings, turned.length > 0))
  const recall = recalling(remembered, surroundings, drawings)
  const text: Render = (name, values) =>
    recall(name, values, () => ({ ...NO_RUN, html: render(name, values) })).html
  const printed = composeRuns(runs, book, settings, { pictures, drawings, render, recall })
  const press = settings.editions.includes('press')
    ? await composePress(pagesOf(runs), settings, plainly)
    : undefined
  const told = (name: string, values: object): string => withoutMarks(drawings.back(text(name, values)))
  const { stylesFor, ...styles } = await stylesAndRules(runs, templates, settings, told)
  const composed = await composeDocument({
    printed,
    stylesFor,
    book,
    language: settings.publication.language,
    page: settings.theme.page,
    drawings,
    isWhole,
    render: text,
  })
  await remembered.done()
  return {
    ...composed,
    assets: [...styles.assets, ...[...pictures.values()].map((picture) => picture.asset)],
    runs: pageRuns(runs),
    faces: styles.faces,
    anchors: anchorsOf(book),
    files: Object.fromEntries(book.chapters.map(({ file }) => [fileNumber(file), file])),
    blank: plainly('blank', {}),
    ...(press ? { press: press.dress } : {}),
    findings: [...cut, ...unread, ...unseen, ...findings, ...styles.findings, ...(press?.findings ?? [])],
  }
}

/** What every template may show. */
const globalsOf = (book: Book, settings: Settings, pictures: Pictures) => ({
  ...bookValues(book, settings),
  coverPicture: pictures.get(settings.publication.cover.picture)?.asset.url,
  logo: logoOf(settings, pictures),
})

/** The sheet that all runs have, and what it is for some of them: with the page rules of these alone. */
async function stylesAndRules(
  runs: readonly PlannedRun[],
  templates: Parameters<typeof composeStyles>[0],
  settings: Settings,
  render: Render,
) {
  const { css, ...styles } = await composeStyles(templates, settings)
  const rulesOf = pageRules(settings, render)
  const rules = await rulesOf(runs)
  return {
    faces: styles.faces,
    assets: [...styles.assets, ...rules.assets],
    findings: [...styles.findings, ...rules.findings],
    stylesFor: async (some: readonly PlannedRun[]): Promise<string> => `${css}\n${(await rulesOf(some)).css}`,
  }
}

/** A page rule for each name that some of the runs have. */
const pageRules =
  (settings: Settings, render: Render) =>
  (runs: readonly PlannedRun[]): ReturnType<typeof composeMoreRules> =>
    composeMoreRules(
      {
        name: 'page-rules.liquid',
        text: render('page-rules', { pages: pagesOf(runs).map(shownOf), bleed: 0, rim: 0 }),
        file: 'templates/page-rules.liquid',
      },
      settings,
    )

type Render = (name: string, values: object) => string
type Pictures = Awaited<ReturnType<typeof preparePictures>>['pictures']

/** A template that fails does so on every page: it is told once. */
function renderer(engine: Engine): { readonly render: Render; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const render: Render = (name, values) => {
    const { html, finding } = engine.render(name, values)
    if (finding && !findings.some((one) => sameFinding(one, finding))) findings.push(finding)
    return html
  }
  return { render, findings }
}

function fragmentsOf(
  { publication, theme }: Settings,
  pictures: Pictures,
  sans: ReturnType<typeof facesOf>['sans'],
): (chapter: Chapter) => Root {
  const { language } = publication
  const measures = pageMeasures(theme.page)
  const paper = paperOf(measures, sans)
  const hold = holdingTogether(language)
  const footNotes = publication.notes === 'foot'
  const tools = { pictures, language, hold, paper, textMm: measures.textMm, footNotes }
  return (chapter) => finishFragment(chapter, tools)
}

interface Composing {
  readonly pictures: Pictures
  readonly drawings: DrawingsAside
  readonly render: Render
  readonly recall: ReturnType<typeof recalling>
}

function composeRuns(
  runs: readonly PlannedRun[],
  book: Book,
  settings: Settings,
  { pictures, drawings, render, recall }: Composing,
): { readonly run: PlannedRun; readonly composed: ComposedRun }[] {
  const { language } = settings.publication
  const sections = new Map(book.sections.map((section) => [section.id, section]))
  const parts = partsOf(book)
  return runs.map((run) => {
    const section = sections.get(run.section)
    if (!section) return { run, composed: NO_RUN }
    const values = sectionValues(run, section, book, settings, { pictures, drawings, parts })
    const composed = recall(run.template, { values, body: run.body }, () =>
      composeRun(run.body, language, drawings, (body) => render(run.template, { ...values, body })),
    )
    return { run, composed }
  })
}

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.place.file === b.place.file && a.place.line === b.place.line && a.message === b.message

/** None where it could not be made: it is told. */
function logoOf({ publication: { logo } }: Settings, pictures: Pictures): object | undefined {
  const made = logo && pictures.get(logo.file)
  return made && { url: made.asset.url, alt: logo.alt }
}

/** Of what stands on its own pages; pictures in the text bring their own width. */
function wantedPictures(book: Book, settings: Settings): WantedPicture[] {
  const { cover, logo } = settings.publication
  const { picture } = cover
  const { widthMm } = settings.theme.page
  const { textMm } = pageMeasures(settings.theme.page)
  return [
    ...(picture ? [{ file: picture, widthMm }] : []),
    ...(logo ? [{ file: logo.file, widthMm: LOGO_MM.width }] : []),
    ...book.chapters.flatMap(({ images, matter }) => [
      ...images,
      ...(matter.picture ? [{ file: matter.picture.file, widthMm: textMm }] : []),
    ]),
  ]
}

const pagesOf = (runs: readonly PlannedRun[]): PlannedRun[] => [
  ...new Map(runs.map((run) => [run.page, run])).values(),
]

/** The runs as the other rooms know them: what joins another is part of it. */
function pageRuns(planned: readonly PlannedRun[]): PageRun[] {
  const runs: PageRun[] = []
  for (const { id, section, page, kind, numbering, starts, heads, folio, joins } of planned) {
    const before = joins ? runs.pop() : undefined
    runs.push(
      before
        ? { ...before, ends: section }
        : { id, section, ends: section, page, kind, numbering, starts, heads, folio },
    )
  }
  return runs
}

/**
 * Every title needs a place to lead to, whether or not something visible links it. The numbers of the index lead to
 * places that are there anyway: the browser looks at every destination on every page, so ten thousand marks would
 * cost it most of its time.
 */
const anchorsOf = (book: Book): string[] => [...new Set(book.headings.map((heading) => heading.id))]
