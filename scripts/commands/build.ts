import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildReport } from '../build/build-report.ts'
import { inputsOf } from '../build/inputs.ts'
import { isFit } from '../build/is-fit.ts'
import { checkPublication } from '../build/pipeline.ts'
import { type BooksWithoutPages, booksWithoutPages, printEditions } from '../build/print-editions.ts'
import { publish } from '../build/publish.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { earlierFiles, earlierSite, stillThere } from '../editions/earlier-files.ts'
import { earlierScreen } from '../editions/earlier-screen.ts'
import type { Done } from '../editions/edition.ts'
import { editionsOf, needsPages } from '../editions/editions.ts'
import { type Holding, holdingWithheld, removeWithheld } from '../editions/remove-withheld.ts'
import { REPORT_NAME, reportText } from '../ground/build-report-schema.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { type CommandOutput, openOutput } from './command-output.ts'

/** `whitepaper build`: exit status 0, 1 when the paper is not fit to be published, 2 when there is no browser. */
export async function buildCommand(options: Options): Promise<number> {
  const output = openOutput(options)
  const {
    findings,
    report,
    summary = 'Nothing was written',
  } = await output.guard(async (): Promise<Built> => {
    const { settings, forReading, findings } = await resolveSettings(options)
    return withFindings(findings, async () => {
      if (settings) return build(settings, findings, output)
      const read = forReading && (await checkPublication(forReading, output.stages))
      return { findings: read?.findings ?? [], summary: '' }
    })
  })
  return output.close(findings, report, summary)
}

interface Built extends Found {
  readonly report?: object
  readonly summary?: string
}

/** `before` is what was found in the settings. */
async function build(settings: Settings, before: readonly Finding[], output: CommandOutput): Promise<Built> {
  const isUnfit = (findings: readonly Finding[]): boolean => !isFit([...before, ...findings], settings)
  if (!settings.editions.some(needsPages)) {
    const { read, findings } = await checkPublication(settings, output.stages)
    if (isUnfit(findings)) return { findings }
    return withFindings(findings, async () => {
      const books = await booksWithoutPages(read, settings)
      return follow(books, settings, output, await holdingWithheld(read.book, settings))
    })
  }
  const { book, made, books, findings } = await printEditions(
    settings,
    output.stages,
    async (book, browser) => earlierScreen(await inputsOf(book, settings), browser, settings),
  )
  if (!book || !made || isUnfit(findings)) return { findings }
  const done = { made, settings, findings: [...before, ...findings] }
  return withFindings(findings, () => publishEditions({ book, books }, done, output))
}

async function publishEditions(
  { book, books = new Map() }: { readonly book: Book; readonly books: BooksWithoutPages | undefined },
  printed: Done,
  output: CommandOutput,
): Promise<Built> {
  const { made, settings } = printed
  const editions = editionsOf(settings.editions)
  const inDist = (name: string): string => join(settings.out, name)
  const files = editions.flatMap((edition) => edition.files?.(printed) ?? [])
  const stale = editions.flatMap((edition) => edition.stale?.(printed) ?? [])
  const settled = [...files.map(({ name }) => name), ...stale]
  const inputs = await inputsOf(book, settings)
  const holding = await holdingWithheld(book, settings)
  const outdated = (await earlierFiles(inputs, settled, settings)).filter(
    (name) => !holding.some((held) => held.name === name),
  )
  const others = [...stillThere(outdated), ...(await earlierSite(inputs, settings))]
  const findings = applyRules(others, settings.publication)
  const done = { ...printed, findings: [...printed.findings, ...findings] }
  if (!isFit(done.findings, settings)) return { findings }
  const report = buildReport(book, { ...done, outdated, inputs }, output.stages)
  const unwritten = await publish([
    ...(settings.htmlFile ? [{ path: settings.htmlFile, content: made.printed.html }] : []),
    ...files.map(({ name, content }) => ({ path: inDist(name), content })),
    { path: inDist(REPORT_NAME), content: reportText(report) },
  ])
  if (unwritten.length > 0)
    return { report, summary: 'The paper could not be written', findings: [...findings, ...unwritten] }
  for (const name of stale) await rm(inDist(name), { force: true }).catch(() => {})
  const lines = editions.flatMap((edition) => edition.summary?.(done) ?? [])
  return withFindings(findings, async () => {
    const followed = await follow(books, settings, output, holding, done)
    return {
      ...followed,
      report,
      summary: [...lines, followed.summary].filter((line) => line !== '').join('\n'),
    }
  })
}

/**
 * What is made when the files are in their place, and what goes when these are. Says in words what became of it.
 */
async function follow(
  books: BooksWithoutPages,
  settings: Settings,
  { stages }: CommandOutput,
  holding: readonly Holding[],
  done?: Done,
): Promise<Found & { readonly summary: string }> {
  const lines: string[] = []
  let findings: readonly Finding[] = []
  for (const { name, follow } of editionsOf(settings.editions)) {
    const book = books.get(name)
    if (!book || !follow) continue
    const followed = await withFindings(findings, () => follow(book, settings, stages, done))
    findings = followed.findings
    lines.push(followed.summary)
  }
  return withFindings(findings, async () => ({
    summary: lines.join('\n'),
    findings: await removeWithheld(holding, settings),
  }))
}
