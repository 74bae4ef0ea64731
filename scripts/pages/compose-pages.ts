// Book + templates → one HTML document whose every page knows its name, its margins and its file.

import type { Root } from 'hast'
import { facesOf } from '../ground/drawing/face-widths.ts'
import { withoutMarks } from '../ground/language/foreign-words.ts'
import { pageMeasures } from '../ground/page-measures.ts'
import { bookValues } from '../ground/templating/book-values.ts'
import { drawingsAside } from '../ground/templating/drawings-aside.ts'
import { templateEngine } from '../ground/templating/engine.ts'
import { readTemplates } from '../ground/templating/read-templates.ts'
import { type KeptRenderings, rememberRendered } from '../ground/templating/remember-rendered.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { HtmlDocument, PageRun } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { type ComposedRun, composeRun, NO_RUN } from './compose-run.ts'
import { composeDocument } from './document.ts'
import { finishFragment } from './finish-fragment.ts'
import { fitHeads } from './fit-heads.ts'
import { preparePictures, type WantedPicture } from './pictures.ts'
import { composePress } from './press-dress.ts'
import { type PlannedRun, planRuns } from './runs.ts'
import { sectionValues } from './section-values.ts'
import { composeStyles } from './styles.ts'

/**
 * Reads templates and pictures, nothing else. Findings are those of templates, styles and pictures. What is `kept` from the last
 * time is not rendered again. Blocks that hold one of the `turned` tables, by `data-src`, get landscape pages of their own.
 */
export async function composePages(
  book: Book,
  settings: Settings,
  kept?: KeptRenderings<ComposedRun>,
  turned: readonly string[] = [],
): Promise<HtmlDocument> {
  const [{ templates, findings: unread }, { pictures, findings: unseen }] = await Promise.all([
    readTemplates(settings),
    preparePictures(wantedPictures(book, settings), settings),
  ])
  const files = book.chapters.map((chapter) => chapter.file)
  const cover = pictures.get(settings.publication.cover.picture)
  const globals = { ...bookValues(book, settings), coverPicture: cover?.asset.url }
  const drawings = drawingsAside()
  const faces = facesOf(settings.theme)
  const engine = templateEngine(templates, globals, faces, drawings)
  const remembered = rememberRendered(kept, templates, globals)
  const findings: Finding[] = [...unread, ...unseen]
  const render = (name: string, values: object): string => {
    const { html, finding } = engine.render(name, values)
    if (finding && !findings.some((one) => sameFinding(one, finding))) findings.push(finding)
    return html
  }
  const plainly = (name: string, values: object): string => withoutMarks(drawings.back(render(name, values)))
  const fragment = (chapter: Chapter): Root =>
    finishFragment(chapter, fileNumber(chapter, files), {
      pictures,
      language: settings.publication.language,
      sans: faces.sans,
    })
  const { runs, findings: cut } = fitHeads(
    planRuns(book, settings, fragment, new Set(turned)),
    book,
    settings,
  )
  const printed = runs.map((run) => {
    const section = book.sections.find((one) => one.id === run.section)
    if (!section) return { run, composed: NO_RUN }
    const number = section.chapter ?? -1
    const values = sectionValues(run, section, book, settings, { number, pictures, drawings })
    const composed = remembered.of(run.template, { values, body: run.body }, () =>
      composeRun(run.body, settings.publication.language, drawings, (body) =>
        render(run.template, { ...values, body }),
      ),
    )
    return { run, composed }
  })
  remembered.done()
  const pages = pagesOf(runs)
  const rules = {
    name: 'page-rules.liquid',
    text: plainly('page-rules', { pages, bleed: 0, rim: 0 }),
    file: 'templates/page-rules.liquid',
  }
  const press = settings.editions.includes('press') ? await composePress(pages, settings, plainly) : undefined
  const styles = await composeStyles(templates, rules, settings)
  const blank = plainly('blank', {})
  const anchors = anchorsOf(book)
  return {
    ...composeDocument({
      printed,
      styles: styles.css,
      book,
      language: settings.publication.language,
      drawings,
      render,
    }),
    assets: [...styles.assets, ...[...pictures.values()].map((picture) => picture.asset)],
    runs: runs.map(pageRun),
    faces: styles.faces,
    anchors,
    files,
    blank,
    ...(press ? { press: press.dress } : {}),
    findings: [...cut, ...findings, ...styles.findings, ...(press?.findings ?? [])],
  }
}

const fileNumber = (chapter: Chapter, files: readonly string[]): number => files.indexOf(chapter.file)

const sameFinding = (a: Finding, b: Finding): boolean =>
  a.place.file === b.place.file && a.place.line === b.place.line && a.message === b.message

/** Of what stands on its own pages; pictures in the text bring their own width. */
function wantedPictures(book: Book, settings: Settings): WantedPicture[] {
  const { picture } = settings.publication.cover
  const { widthMm } = settings.theme.page
  const { textMm } = pageMeasures(settings.theme.page)
  return [
    ...(picture ? [{ file: picture, widthMm }] : []),
    ...book.chapters.flatMap(({ images, matter }) => [
      ...images.map(({ file, widthMm }) => ({ file, widthMm })),
      ...(matter.picture ? [{ file: matter.picture.file, widthMm: textMm }] : []),
    ]),
  ]
}

const pagesOf = (runs: readonly PlannedRun[]): PlannedRun[] => [
  ...new Map(runs.map((run) => [run.page, run])).values(),
]

/** The run as the other rooms know it. */
function pageRun({ id, section, page, kind, numbering, starts, heads, folio }: PlannedRun): PageRun {
  return { id, section, page, kind, numbering, starts, heads, folio }
}

/**
 * Every title needs a place to lead to, whether or not something visible links it. The numbers of the index lead to places
 * that are there anyway: the browser looks at every destination on every page, so ten thousand marks would cost it most of
 * its time.
 */
const anchorsOf = (book: Book): string[] => [...new Set(book.headings.map((heading) => heading.id))]
