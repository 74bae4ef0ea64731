import { stat } from 'node:fs/promises'
import { basename, relative, resolve } from 'node:path'
import { publish, sha256 } from '../build/publish.ts'
import { withFindings } from '../build/with-findings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Imposed, ImpositionPlan } from '../model/booklet.ts'
import type { Finding } from '../model/finding.ts'
import type { ReportForm } from '../model/settings.ts'
import { hasErrors } from '../rules/finding.ts'
import { type ImposeWishes, imposePlan } from '../settings/booklet.ts'
import { openOutput } from './command-output.ts'
import { imposeFile } from './impose-file.ts'

export interface ImposeOptions extends ImposeWishes {
  readonly out?: string
  readonly quiet?: boolean
  readonly report?: ReportForm
}

/**
 * `whitepaper impose FILE`: sheets for the office printer, read back before they are written. Exit status 0, 1 with
 * findings, 2 for sizes that are none. What was there stays unless all is well.
 */
export async function imposeCommand(file: string, options: ImposeOptions): Promise<number> {
  const output = openOutput(options)
  const { findings, report, summary } = await output.guard(async () => {
    const plan = imposePlan(options)
    const [from, to] = [resolve(file), resolve(options.out ?? besideOf(file, plan))]
    await refuseOverwriting(from, to)
    const imposed = await output.stages.run(`Imposing ${basename(from)}`, () => imposeFile(from, plan))
    const faults = imposed.findings.map((one) => placed(one, from))
    const { findings } = await withFindings(faults, async () => ({
      findings: hasErrors(faults) ? [] : await publish([{ path: to, content: imposed.bytes }]),
    }))
    const isWritten = !hasErrors(findings)
    const summary = isWritten ? summaryOf(imposed, to, plan) : 'Nothing was written'
    return { findings, summary, report: { ...describe(imposed, { from, to, plan, isWritten }), findings } }
  })
  return output.close(findings, report, summary)
}

const besideOf = (file: string, { layout }: ImpositionPlan): string =>
  `${file.replace(/\.pdf$/i, '')}-${layout}.pdf`

/** Whatever the names are: links may lead from one to the other. */
async function refuseOverwriting(from: string, to: string): Promise<void> {
  const [one, other] = await Promise.all([from, to].map((path) => stat(path).catch(() => undefined)))
  const isSame = from === to || (one && other && one.dev === other.dev && one.ino === other.ino)
  if (isSame)
    throw new WrongUseError(
      `The sheets would be written over \`${relative(process.cwd(), from)}\`.`,
      'Give another name with --out.',
    )
}

/** A page of the sheets is no page of the file: only the words say which side is meant. */
const placed = (one: Finding, from: string): Finding => ({
  ...one,
  place: { file: relative(process.cwd(), from) },
})

interface Task {
  readonly from: string
  readonly to: string
  readonly plan: ImpositionPlan
  readonly isWritten: boolean
}

function describe({ bytes, pages, sections, sides }: Imposed, { from, to, plan, isWritten }: Task): object {
  return {
    file: relative(process.cwd(), from),
    output: isWritten
      ? { file: relative(process.cwd(), to), bytes: bytes.length, sha256: sha256(bytes) }
      : null,
    plan,
    pages,
    sections,
    sides,
  }
}

/** For whoever stands at the printer. */
function summaryOf({ pages, sections, sides }: Imposed, to: string, { layout }: ImpositionPlan): string {
  const made = `${relative(process.cwd(), to)}: ${pages} pages on`
  if (layout === 'two-up')
    return `${made} ${counted(sides.length, 'sheet')}; print on one side, in the order of reading`
  const sheets = sections.reduce((sum, one) => sum + one, 0)
  const both = 'print on both sides, flip on the short edge'
  if (sections.length === 1)
    return `${made} ${counted(sheets, 'sheet')}; ${both}; fold ${sheets === 1 ? 'it' : 'them together and staple through the fold'}`
  return `${made} ${sheets} sheets in ${sections.length} sections of ${inWords(sections)}; ${both}; fold each section and staple it through the fold; stack the sections in order`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** `14 and 13`; of many, the two sizes that there are. */
const inWords = (sections: readonly number[]): string => [...new Set(sections)].join(' and ')
