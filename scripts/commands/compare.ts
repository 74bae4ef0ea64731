import { stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { publish } from '../build/publish.ts'
import { withFindings } from '../build/with-findings.ts'
import { compareLooks, type PaperFile } from '../compare/compare-looks.ts'
import { type ComparedPapers, comparePapers } from '../compare/compare-papers.ts'
import type { Comparison, Side } from '../compare/comparison.ts'
import { comparisonText } from '../compare/comparison-text.ts'
import { readPaper } from '../compare/read-paper.ts'
import { redlineOf } from '../compare/redline-of.ts'
import { showComparison } from '../compare/show-comparison.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import { addToSummary } from '../report/job-summary.ts'
import { jsonWithoutCommands, withoutCommands } from '../report/workflow-commands.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { comparisonMarkdown } from './comparison-markdown.ts'
import { type FoundPaper, findPaper, refused } from './find-paper.ts'

export interface CompareOptions {
  readonly report?: 'text' | 'json' | 'github'
  readonly json?: boolean
  readonly html?: string
  readonly pdf?: string
  /** Show every page that changed, however many. */
  readonly all?: boolean
  readonly exitCode?: boolean
  readonly quiet?: boolean
}

/**
 * `whitepaper compare OLD NEW`: what an edit did to a paper. Exit status 0, with --exit-code 1 where they differ; 1
 * when the page for a browser or the marked copy could not be written, 2 for a file that cannot be compared.
 */
export async function compareCommand(old: string, now: string, options: CompareOptions): Promise<number> {
  const form = options.json ? 'json' : (options.report ?? 'text')
  const output = openOutput({ report: form, quiet: options.quiet ?? false })
  const { comparison, findings } = await output.guard(async () => {
    const found = await Promise.all([findPaper(old), findPaper(now)])
    for (const file of [options.html, options.pdf]) if (file) await refuseOverwriting(file, found)
    const work = await compareFiles(output, found)
    const page = options.html ? await writePage(output, work, options) : []
    return withFindings(page, async () => ({
      comparison: work.comparison,
      findings: options.pdf ? await markCopy(output, work, found[1], options.pdf) : [],
    }))
  })
  if (!comparison || findings.length > 0) return output.close(findings)
  output.endProgress()
  await tell(comparison, form, options.quiet ?? false)
  return options.exitCode && !comparison.same ? 1 : 0
}

interface Work {
  readonly comparison: Comparison
  readonly compared: ComparedPapers
  readonly files: { readonly old: PaperFile; readonly new: PaperFile }
}

async function compareFiles(output: CommandOutput, found: readonly [FoundPaper, FoundPaper]): Promise<Work> {
  const [old, now] = await output.stages.run('Reading both papers', () =>
    Promise.all([readFound(found[0]), readFound(found[1])]),
  )
  const compared = await output.stages.run('Comparing their words', () => comparePapers(old.paper, now.paper))
  const looks = await output.stages.run('Comparing their looks', () =>
    compareLooks(old, now, compared.comparison.pages),
  )
  const whole = { ...compared.comparison, ...looks }
  const comparison = {
    same: isSame(whole),
    old: sideOf(found[0], old),
    new: sideOf(found[1], now),
    ...whole,
  }
  return { comparison, compared, files: { old, new: now } }
}

async function readFound({ bytes, path }: FoundPaper): Promise<PaperFile> {
  try {
    return { paper: await readPaper(bytes), bytes }
  } catch (error) {
    throw refused(path, (error as Error).message)
  }
}

const isSame = ({
  text,
  moved,
  breaks,
  references,
  headings,
  pages,
  fonts,
}: Omit<Comparison, 'same' | 'old' | 'new'>) =>
  [text, moved, breaks, references, headings, fonts.added, fonts.removed].every(
    (list) => list.length === 0,
  ) && pages.every(({ state, oldPage, newPage }) => state === 'same' && oldPage?.label === newPage?.label)

const sideOf = ({ file, findings }: FoundPaper, { paper, bytes }: PaperFile): Side => ({
  file,
  title: paper.title,
  pages: paper.pages.length,
  bytes: bytes.length,
  words: paper.pages.reduce((sum, { words }) => sum + words.length, 0),
  ...(findings ? { findings } : {}),
})

async function writePage(
  output: CommandOutput,
  { comparison, compared, files }: Work,
  options: CompareOptions,
) {
  const path = resolve(options.html ?? '')
  const content = await output.stages.run('Drawing the pages that changed', () =>
    showComparison(comparison, compared, files, { all: options.all ?? false }),
  )
  return publish([{ path, content }])
}

/** The rooms that print are loaded where something is printed. */
async function markCopy(
  output: CommandOutput,
  { comparison, compared, files }: Work,
  paper: FoundPaper,
  file: string,
): Promise<readonly Finding[]> {
  const { writeRedline } = await import('./write-redline.ts')
  const { language } = files.new.paper
  return writeRedline(output, { redline: redlineOf(comparison, compared), paper, language, file })
}

/** What an edit did is what was asked for: it goes to standard output. */
async function tell(comparison: Comparison, form: 'text' | 'json' | 'github', quiet: boolean): Promise<void> {
  if (form === 'json') {
    process.stdout.write(`${jsonWithoutCommands(comparison)}\n`)
    return
  }
  const isWatched = form === 'github' || process.env.GITHUB_ACTIONS === 'true'
  const text = comparisonText(comparison)
  if (!quiet) process.stdout.write(`${isWatched ? withoutCommands(text) : text}\n`)
  if (form !== 'github' || !process.env.GITHUB_STEP_SUMMARY) return
  const problem = await addToSummary(process.env.GITHUB_STEP_SUMMARY, comparisonMarkdown(comparison))
  if (problem !== '')
    process.stderr.write(`The summary of this job was not written: ${withoutCommands(problem)}.\n`)
}

/** Whatever the names are: links may lead from one to the other. */
async function refuseOverwriting(file: string, found: readonly FoundPaper[]): Promise<void> {
  const to = await stat(resolve(file)).catch(() => undefined)
  for (const { path, file: paper } of found) {
    const from = await stat(path).catch(() => undefined)
    if (to && from && to.dev === from.dev && to.ino === from.ino)
      throw new WrongUseError(
        `The changes would be written over \`${paper}\`.`,
        `Give another name than \`${relative(process.cwd(), resolve(file))}\`.`,
      )
  }
}
