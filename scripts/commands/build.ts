import { join, relative } from 'node:path'
import type { Book, Finding, Settings } from '../model.ts'
import { accessibilityPaper } from '../paperwork/accessibility-paper.ts'
import { accessibilityRecord } from '../paperwork/accessibility-record.ts'
import { PAPERS } from '../paperwork/papers.ts'
import { checkPublication, type Outcome, printPublication } from '../pipeline.ts'
import { publish, sha256 } from '../publish.ts'
import { hasErrors } from '../rules.ts'
import { type Options, resolveSettings } from '../settings.ts'
import type { Stages } from '../stages.ts'
import { buildSite, siteFolder } from './build-site.ts'
import { openDesk } from './desk.ts'
import { inputsOf } from './inputs.ts'
import { paperOf } from './site-paper.ts'

/** `whitepaper build`: exit status 0, 1 when the paper is not fit to be published, 2 when there is no browser. */
export async function buildCommand(options: Options): Promise<number> {
  const desk = openDesk(options)
  const all: Finding[] = []
  let report: object | undefined
  let summary: string | undefined
  await desk.guard(all, async () => {
    const { settings, findings } = await resolveSettings(options)
    all.push(...findings)
    if (!settings) return
    summary = 'Nothing was written'
    if (settings.editions.every((edition) => edition === 'site')) {
      const { book, findings: faults } = await checkPublication(settings, desk.stages)
      all.push(...faults)
      if (isFit(all, settings)) summary = await makeSite(book, undefined, settings, desk.stages, all)
      return
    }
    const outcome = await printPublication(settings, desk.stages, all)
    if (!outcome.made || !isFit(all, settings)) return
    report = await describe(outcome, settings, all, desk.stages)
    const papers = settings.draft ? [] : papersOf(outcome.made, settings, all)
    const unwritten = await publish([...filesOf(outcome.made, settings, report), ...papers])
    all.push(...unwritten)
    summary = unwritten.length > 0 ? 'The paper could not be written' : summaryOf(outcome.made, settings)
    if (outcome.book && settings.editions.includes('site'))
      summary += `; ${await makeSite(outcome.book, outcome.made, settings, desk.stages, all)}`
  })
  return desk.close(all, report, summary)
}

const isFit = (findings: readonly Finding[], { strict, draft }: Settings): boolean =>
  draft || !(hasErrors(findings) || (strict && findings.some((one) => one.severity === 'warning')))

type Made = NonNullable<Outcome['made']>

function filesOf({ finished, printed }: Made, settings: Settings, report: object) {
  const json = `${JSON.stringify(report, null, 2)}\n`
  return [
    ...(settings.htmlFile ? [{ path: settings.htmlFile, content: printed.html }] : []),
    { path: join(settings.out, settings.fileName), content: finished.bytes },
    { path: join(settings.out, 'report.json'), content: json },
  ]
}

/** The website beside the paper. Says in words what became of it. */
async function makeSite(
  book: Book,
  made: Made | undefined,
  settings: Settings,
  stages: Stages,
  findings: Finding[],
): Promise<string> {
  const paper =
    made &&
    paperOf(
      settings,
      made.finished.bytes,
      { bytes: made.finished.bytes.length, pages: made.printed.pageMap.total },
      settings.draft ? undefined : recordOf(made, settings, findings),
    )
  const site = await buildSite(book, settings, stages, paper)
  findings.push(...site.findings)
  const place = `${relative(process.cwd(), siteFolder(settings)) || '.'}/`
  return site.pages > 0 ? `${place}: a website of ${site.pages} pages` : 'the website was not written'
}

/** What was checked of the accessible file, for whoever answers for it. A draft claims nothing, so there is nothing to say. */
function papersOf(made: Made, settings: Settings, findings: readonly Finding[]) {
  const record = recordOf(made, settings, findings)
  return [
    { path: join(settings.out, PAPERS.json), content: `${JSON.stringify(record, null, 2)}\n` },
    { path: join(settings.out, PAPERS.markdown), content: accessibilityPaper(record) },
  ]
}

function recordOf({ facts, finished, printed }: Made, settings: Settings, findings: readonly Finding[]) {
  const { bytes } = finished
  return accessibilityRecord({
    ...{ settings, facts, findings, browser: printed.browser, now: Date.now() },
    ...{ bytes: bytes.length, sha256: sha256(bytes) },
  })
}

/** What report.json says: what went in, what came out, and what was read back. */
async function describe(outcome: Outcome, settings: Settings, findings: readonly Finding[], stages: Stages) {
  const { printed, finished, facts } = outcome.made as Made
  const { findings: _, ...readBack } = facts
  return {
    pipeline: { name: 'whitepaper', version: settings.version, node: process.version },
    browser: printed.browser,
    publication: { title: settings.publication.title, language: settings.publication.language },
    editions: settings.editions,
    draft: settings.draft,
    commit: settings.commit,
    inputs: outcome.book ? await inputsOf(outcome.book, settings) : {},
    output: { file: settings.fileName, bytes: finished.bytes.length, sha256: sha256(finished.bytes) },
    pages: printed.pageMap.total,
    prints: printed.prints,
    pageMap: pageMapOf(outcome),
    readBack,
    findings,
    seconds: stages.seconds,
  }
}

/** Every heading with its physical page, its folio, and where it stands in the texts. */
function pageMapOf({ book, made }: Outcome) {
  const files = new Map(book?.chapters.map(({ prefix, file }) => [prefix, file]))
  return (book?.headings ?? []).map(({ id, text, level, line }) => {
    const file = files.get(id.split('--')[0] ?? '')
    const page = made?.printed.pageMap.anchors[id]
    return {
      anchor: id,
      title: text,
      level,
      ...(file ? { file, line } : {}),
      page: page ?? null,
      folio: page ? (made?.finished.labels[page - 1] ?? '') : '',
    }
  })
}

function summaryOf(made: Made, settings: Settings): string {
  const path = relative(process.cwd(), join(settings.out, settings.fileName))
  const size = (made.finished.bytes.length / 1e6).toFixed(2)
  return `${path}: ${made.printed.pageMap.total} pages, ${size} MB, ${settings.draft ? 'a draft, nothing claimed' : 'read back and found true'}`
}
