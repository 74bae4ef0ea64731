import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { checkPublication, type Outcome, printPublication } from '../build/pipeline.ts'
import { publish, sha256 } from '../build/publish.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import type { Stages } from '../build/stages.ts'
import type { MadePress } from '../editions/make-editions.ts'
import { fileNameOf } from '../ground/edition-files.ts'
import type { Book } from '../model/book.ts'
import type { Imposed } from '../model/booklet.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { accessibilityPaper } from '../paperwork/accessibility-paper.ts'
import { accessibilityRecord } from '../paperwork/accessibility-record.ts'
import { RECORD_NAMES } from '../paperwork/record-names.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'
import { buildSite, siteFolder } from './build-site.ts'
import { openOutput } from './command-output.ts'
import { describeBuild } from './describe-build.ts'
import { earlierFiles } from './earlier-files.ts'
import { earlierScreen } from './earlier-screen.ts'
import { inputsOf } from './inputs.ts'
import { paperOf } from './site-paper.ts'

/** `whitepaper build`: exit status 0, 1 when the paper is not fit to be published, 2 when there is no browser. */
export async function buildCommand(options: Options): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  let report: object | undefined
  let summary: string | undefined
  await output.guard(all, async () => {
    const { settings, findings } = await resolveSettings(options)
    all.push(...findings)
    if (!settings) return
    summary = 'Nothing was written'
    if (settings.editions.every((edition) => edition === 'site')) {
      const { book, findings: faults } = await checkPublication(settings, output.stages)
      all.push(...faults)
      if (isFit(all, settings)) summary = await makeSite(book, undefined, settings, output.stages, all)
      return
    }
    const outcome = await printPublication(settings, output.stages, all, async (book, browser) =>
      earlierScreen(await inputsOf(book, settings), browser, settings),
    )
    if (!outcome.made || !isFit(all, settings)) return
    const inputs = outcome.book ? await inputsOf(outcome.book, settings) : {}
    const names = filesOf(outcome.made, settings, {}).map(({ path }) => path)
    all.push(...applyRules(await earlierFiles(inputs, names, settings), settings.publication))
    if (!isFit(all, settings)) return
    report = await describeBuild(outcome, settings, all, output.stages)
    const papers = papersOf(outcome.made, settings, all)
    const unwritten = await publish([...filesOf(outcome.made, settings, report), ...papers])
    all.push(...unwritten)
    if (unwritten.length === 0) await clearOldCover(outcome.made, settings)
    summary = unwritten.length > 0 ? 'The paper could not be written' : summaryOf(outcome.made, settings)
    if (unwritten.length === 0 && outcome.book && settings.editions.includes('site'))
      summary += `\n${await makeSite(outcome.book, outcome.made, settings, output.stages, all)}`
  })
  return output.close(all, report, summary)
}

const isFit = (findings: readonly Finding[], { strict, draft }: Settings): boolean =>
  draft || !(hasErrors(findings) || (strict && findings.some((one) => one.severity === 'warning')))

type Made = NonNullable<Outcome['made']>

interface File {
  readonly path: string
  readonly content: Uint8Array | string
}

/** Nothing of an edition that was not asked for: a booklet is made of screen pages, and leaves none. */
function filesOf({ printed, screen, press, booklet }: Made, settings: Settings, report: object): File[] {
  const file = (name: string, content: Uint8Array | string): File => ({
    path: join(settings.out, name),
    content,
  })
  const { fileName, htmlFile, editions } = settings
  return [
    ...(htmlFile ? [{ path: htmlFile, content: printed.html }] : []),
    ...(screen && editions.includes('screen') ? [file(fileName, screen.finished.bytes)] : []),
    ...(press?.files.map((one) => file(one.fileName, one.bytes)) ?? []),
    ...(press?.jobSheet ? [file(press.jobSheet.fileName, press.jobSheet.finished.bytes)] : []),
    ...(booklet ? [file(fileNameOf(fileName, 'booklet'), booklet.bytes)] : []),
    file('report.json', `${JSON.stringify(report, null, 2)}\n`),
  ]
}

/** A cover of another binding would be sent along by mistake. */
async function clearOldCover({ press }: Made, { out, fileName }: Settings): Promise<void> {
  if (!press || press.files.some(({ kind }) => kind === 'press-cover')) return
  await rm(join(out, fileNameOf(fileName, 'press-cover')), { force: true }).catch(() => {})
}

/** The website beside the paper. Says in words what became of it. */
async function makeSite(
  book: Book,
  made: Made | undefined,
  settings: Settings,
  stages: Stages,
  findings: Finding[],
): Promise<string> {
  const bytes = settings.editions.includes('screen') ? made?.screen?.finished.bytes : undefined
  const paper =
    made &&
    bytes &&
    paperOf(
      settings,
      bytes,
      { bytes: bytes.length, pages: made.printed.pageMap.total },
      settings.draft ? undefined : recordOf(made, settings, findings),
    )
  const site = await buildSite(book, settings, stages, paper)
  findings.push(...site.findings)
  const place = `${relative(process.cwd(), siteFolder(settings)) || '.'}/`
  return site.pages > 0 ? `${place}: a website of ${site.pages} pages` : 'The website was not written'
}

/** What was checked of the accessible file, for whoever answers for it. A draft claims nothing, so there is nothing to say. */
function papersOf(made: Made, settings: Settings, findings: readonly Finding[]): File[] {
  const record = settings.draft ? undefined : recordOf(made, settings, findings)
  if (!record) return []
  return [
    { path: join(settings.out, RECORD_NAMES.json), content: `${JSON.stringify(record, null, 2)}\n` },
    { path: join(settings.out, RECORD_NAMES.markdown), content: accessibilityPaper(record) },
  ]
}

function recordOf({ screen, printed }: Made, settings: Settings, findings: readonly Finding[]) {
  if (!screen || !settings.editions.includes('screen')) return undefined
  const { bytes } = screen.finished
  return accessibilityRecord({
    ...{ settings, facts: screen.facts, findings, browser: printed.browser, now: Date.now() },
    ...{ bytes: bytes.length, sha256: sha256(bytes) },
  })
}

/** A line for each file that somebody will open. */
function summaryOf({ printed, screen, press, booklet }: Made, settings: Settings): string {
  const said = settings.draft ? 'a draft, nothing claimed' : 'read back and found true'
  const line = (name: string, bytes: Uint8Array, what: string): string =>
    `${relative(process.cwd(), join(settings.out, name))}: ${what}, ${(bytes.length / 1e6).toFixed(2)} MB`
  const { fileName, editions } = settings
  const ofScreen = `${said}${unproven(settings)}`
  return [
    ...(screen && editions.includes('screen')
      ? [`${line(fileName, screen.finished.bytes, `${printed.pageMap.total} pages`)}, ${ofScreen}`]
      : []),
    ...[
      ...(press?.files.map((one) => line(one.fileName, one.bytes, pressed(one))) ?? []),
      ...(press?.jobSheet
        ? [line(press.jobSheet.fileName, press.jobSheet.finished.bytes, 'what to ask the printer for')]
        : []),
      ...(booklet ? [line(fileNameOf(fileName, 'booklet'), booklet.bytes, folded(booklet))] : []),
    ].map((one) => `${one}, ${said}`),
  ].join('\n')
}

/** The file for readers says of itself whether they can all read it; those for paper do not. */
const unproven = ({ draft, publication }: Settings): string =>
  publication.accessibility === 'reported' && !draft
    ? `, but for its accessibility, which is not proven: see ${RECORD_NAMES.markdown}`
    : ''

const pressed = ({ kind, facts }: MadePress['files'][number]): string =>
  kind === 'press-cover'
    ? 'a cover with its spine'
    : `${facts.pages} pages for the press, ${facts.inks.filter((inks) => inks.some((ink) => ink !== 'K')).length} in colour`

const folded = ({ sides, sections }: Imposed): string =>
  `${sides.length / 2} sheets${sections.length > 1 ? ` in ${sections.length} sections` : ''}, both sides, flipped on the short edge`
