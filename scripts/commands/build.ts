import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildReport } from '../build/build-report.ts'
import { inputsOf } from '../build/inputs.ts'
import { isFit } from '../build/is-fit.ts'
import { checkPublication } from '../build/pipeline.ts'
import { type BooksWithoutPages, booksWithoutPages, printEditions } from '../build/print-editions.ts'
import { publish } from '../build/publish.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { earlierFiles, earlierSite, stillThere } from '../editions/earlier-files.ts'
import { earlierScreen } from '../editions/earlier-screen.ts'
import type { Done } from '../editions/edition.ts'
import { editionsOf, needsPages } from '../editions/editions.ts'
import { holdingWithheld, removeWithheld } from '../editions/remove-withheld.ts'
import { REPORT_NAME, reportText } from '../ground/build-report-schema.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { type CommandOutput, openOutput } from './command-output.ts'

/** `whitepaper build`: exit status 0, 1 when the paper is not fit to be published, 2 when there is no browser. */
export async function buildCommand(options: Options): Promise<number> {
  const output = openOutput(options)
  const findings: Finding[] = []
  let built: Built = {}
  await output.guard(findings, async () => {
    const resolved = await resolveSettings(options)
    findings.push(...resolved.findings)
    if (resolved.forReading)
      findings.push(...(await checkPublication(resolved.forReading, output.stages)).findings)
    if (!resolved.settings) return
    built = { summary: 'Nothing was written' }
    built = (await build(resolved.settings, output, findings)) ?? built
  })
  return output.close(findings, built.report, built.summary)
}

interface Built {
  readonly report?: object
  readonly summary?: string
}

/** Undefined when nothing was written. */
async function build(
  settings: Settings,
  output: CommandOutput,
  findings: Finding[],
): Promise<Built | undefined> {
  if (!settings.editions.some(needsPages)) {
    const { read, findings: faults } = await checkPublication(settings, output.stages)
    findings.push(...faults)
    if (!isFit(findings, settings)) return undefined
    const books = await booksWithoutPages(read, settings)
    const holding = await holdingWithheld(read.book, settings)
    const lines = await follow(books, settings, output, findings)
    findings.push(...(await removeWithheld(holding, settings)))
    return { summary: lines.join('\n') }
  }
  const { book, made, books } = await printEditions(
    settings,
    output.stages,
    findings,
    async (book, browser) => earlierScreen(await inputsOf(book, settings), browser, settings),
  )
  if (!book || !made || !isFit(findings, settings)) return undefined
  return publishEditions({ book, books }, { made, settings, findings }, output, findings)
}

async function publishEditions(
  { book, books = new Map() }: { readonly book: Book; readonly books: BooksWithoutPages | undefined },
  done: Done,
  output: CommandOutput,
  findings: Finding[],
): Promise<Built | undefined> {
  const { made, settings } = done
  const editions = editionsOf(settings.editions)
  const inDist = (name: string): string => join(settings.out, name)
  const files = editions.flatMap((edition) => edition.files?.(done) ?? [])
  const stale = editions.flatMap((edition) => edition.stale?.(done) ?? [])
  const settled = [...files.map(({ name }) => name), ...stale]
  const inputs = await inputsOf(book, settings)
  const holding = await holdingWithheld(book, settings)
  const outdated = (await earlierFiles(inputs, settled, settings)).filter(
    (name) => !holding.some((held) => held.name === name),
  )
  const others = [...stillThere(outdated), ...(await earlierSite(inputs, settings))]
  findings.push(...applyRules(others, settings.publication))
  if (!isFit(findings, settings)) return undefined
  const report = buildReport(book, { ...done, outdated, inputs }, output.stages)
  const unwritten = await publish([
    ...(settings.htmlFile ? [{ path: settings.htmlFile, content: made.printed.html }] : []),
    ...files.map(({ name, content }) => ({ path: inDist(name), content })),
    { path: inDist(REPORT_NAME), content: reportText(report) },
  ])
  findings.push(...unwritten)
  if (unwritten.length > 0) return { report, summary: 'The paper could not be written' }
  for (const name of stale) await rm(inDist(name), { force: true }).catch(() => {})
  const lines = editions.flatMap((edition) => edition.summary?.(done) ?? [])
  const followed = await follow(books, settings, output, findings, done)
  findings.push(...(await removeWithheld(holding, settings)))
  return { report, summary: [...lines, ...followed].join('\n') }
}

/** What is made when the files are in their place. Says in words what became of it. */
async function follow(
  books: BooksWithoutPages,
  settings: Settings,
  { stages }: CommandOutput,
  findings: Finding[],
  done?: Done,
): Promise<string[]> {
  const lines: string[] = []
  for (const edition of editionsOf(settings.editions)) {
    const book = books.get(edition.name)
    const followed = book && (await edition.follow?.(book, settings, stages, done))
    if (!followed) continue
    findings.push(...followed.findings)
    lines.push(followed.summary)
  }
  return lines
}
