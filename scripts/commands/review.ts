import { basename, resolve } from 'node:path'
import { publish } from '../build/publish.ts'
import type { Options } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { readMarkdown } from '../content/markdown/processor.ts'
import { ArchiveFault } from '../ground/archives/archive-fault.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding, Mend } from '../model/finding.ts'
import { countMends, reportMends } from '../report/report-mends.ts'
import { withoutCommands } from '../report/workflow-commands.ts'
import type { Reviewed } from '../review/change.ts'
import { patchOf } from '../review/patch-of.ts'
import { readWordFile } from '../review/read-word-file.ts'
import { reviewTexts } from '../review/review-texts.ts'
import { WordFault } from '../review/word-fault.ts'
import { finding, findingOf } from '../rules/finding.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { changedFiles, readTexts, type TextOnDisk } from './reviewed-files.ts'
import { rootOf } from './root-of.ts'
import { wordFileNow } from './word-file-now.ts'
import { writeReviewed } from './write-reviewed.ts'

export interface ReviewOptions extends Pick<Options, 'root' | 'report' | 'quiet' | 'all' | 'strict'> {
  readonly apply?: boolean
  readonly patch?: string
}

/**
 * `whitepaper review REVIEWED.docx`: exit status 0, 1 when something of it could not be carried over, 2 on wrong use.
 * Nothing of the publication is written without `apply`.
 */
export async function reviewCommand(file: string, options: ReviewOptions): Promise<number> {
  const output = openOutput(options)
  const done = await output.guard(async () => {
    const root = await rootOf(options)
    const bytes = await bytesOf(file)
    const texts = await output.stages.run('Reading the texts', () => readTexts(root))
    const { reviewed, findings } = await output.stages.run('Reading what came back', () =>
      reviewFile(bytes, file, root, texts, output),
    )
    if (!reviewed) return { ...NOTHING, findings }
    return withFindings(findings, () => finish(reviewed, { file, texts, options }))
  })
  const { told, patch, summary, findings: found } = { ...NOTHING, ...done }
  if (options.apply) output.tell(reportMends(told))
  const findings = options.apply ? found : [...found, ...told.map(toldOf)]
  const status = await output.close(findings, { findings, changes: told, patch }, summary)
  if (patch !== '' && isForReaders(options)) sayPatch(patch)
  return status
}

const NOTHING = { told: [], patch: '', summary: 'Nothing was read' }

interface Done extends Found {
  readonly told: readonly Mend[]
  readonly patch: string
  readonly summary: string
}

interface Reviewing {
  readonly file: string
  readonly texts: readonly TextOnDisk[]
  readonly options: ReviewOptions
}

const toldOf = ({ place, was, becomes }: Mend): Finding =>
  finding('review-change-is-looked-at', place, { was, becomes })

const isForReaders = ({ report = 'text', patch, apply }: ReviewOptions): boolean =>
  !apply && patch === undefined && (report === 'text' || report === 'github')

const sayPatch = (patch: string): void => {
  process.stdout.write(process.env.GITHUB_ACTIONS === 'true' ? withoutCommands(patch) : patch)
}

async function bytesOf(file: string): Promise<Buffer> {
  const read = await readRegularFile(resolve(file), MOST_BYTES_OF_FILE).catch(() => 'not-a-file' as const)
  if (typeof read !== 'string') return read
  throw new WrongUseError(
    read === 'too-large'
      ? `\`${file}\` is too large to be a Word file for review.`
      : `There is no file \`${file}\`.`,
    'Name the Word file that came back.',
  )
}

async function reviewFile(
  bytes: Buffer,
  file: string,
  root: string,
  texts: readonly TextOnDisk[],
  output: CommandOutput,
): Promise<Found & { readonly reviewed?: Reviewed }> {
  try {
    const back = await readWordFile(bytes)
    const sent = await wordFileNow(root, texts, output.stages)
    const reviewed = reviewTexts({ back, sent, texts, read: readMarkdown })
    return { reviewed, findings: reviewed.findings }
  } catch (fault) {
    const place = { file: basename(file) }
    if (fault instanceof WordFault)
      return { findings: [finding('review-file-is-ours', place, fault.facts, fault.cause)] }
    if (fault instanceof ArchiveFault) return { findings: [findingOf(fault.breach, place)] }
    throw fault
  }
}

async function finish(reviewed: Reviewed, reviewing: Reviewing): Promise<Done> {
  const { options, file } = reviewing
  const files = changedFiles(reviewed.texts, reviewing.texts)
  const patch = patchOf(files.map(({ name, was, becomes }) => ({ file: name, was, becomes })))
  const told = reviewed.told
  const unwritten =
    options.patch === undefined ? [] : await publish([{ path: resolve(options.patch), content: patch }])
  if (!options.apply)
    return { told, patch, summary: countChanges(told.length, options.patch), findings: unwritten }
  return withFindings(unwritten, async () => {
    const { written, undo, findings } = await writeReviewed(files, resolve(file))
    const made = told.filter(({ place }) => written.includes(place.file ?? ''))
    const way = undo ? `; \`git apply ${undo}\` in the publication undoes it` : ''
    return { told: made, patch, summary: `${countMends(made)}${way}`, findings }
  })
}

const countChanges = (count: number, patch: string | undefined): string => {
  if (count === 0) return 'nothing to change'
  const changes = `${count} ${count === 1 ? 'change' : 'changes'}`
  return patch === undefined ? `${changes}, none written: --apply writes them` : `${changes}, in ${patch}`
}
