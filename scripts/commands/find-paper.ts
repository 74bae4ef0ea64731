import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { readBuildReport } from '../ground/build-report-schema.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { inMegabytes, MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Severity } from '../model/place.ts'
import { fileIsWhole } from '../verify/file-is-whole.ts'

export interface FoundPaper {
  /** As it is shown: seen from where the command was run. */
  readonly file: string
  readonly path: string
  readonly bytes: Uint8Array
  /** Of the build that made it, where its report is there. */
  readonly findings?: Readonly<Record<Severity, number>>
}

/**
 * A PDF, or the screen edition in the folder of a build, or of a publication that was built. Throws WrongUseError
 * with what is wrong with it.
 */
export async function findPaper(name: string): Promise<FoundPaper> {
  const path = resolve(name)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return { ...(await readPdf(path)), path }
  for (const folder of [path, join(path, 'dist')]) {
    const report = await reportIn(folder)
    if (!report) continue
    const pdf = join(folder, report.file)
    return { ...(await readPdf(pdf)), path: pdf, findings: report.findings }
  }
  const names = (await readdir(path).catch(() => [])).filter((one) => /\.pdf$/i.test(one))
  const { screenFileOf } = await import('../editions/editions.ts')
  const screen = screenFileOf(names)
  if (screen) return { ...(await readPdf(join(path, screen))), path: join(path, screen) }
  throw new WrongUseError(
    `${shown(path)} holds ${names.length === 0 ? 'no PDF' : `${names.length} PDF files`} and no report of a build.`,
    'Name one PDF, or the folder that a build wrote.',
  )
}

async function reportIn(
  folder: string,
): Promise<{ file: string; findings: Record<Severity, number> } | undefined> {
  const { output, findings } = (await readBuildReport(folder, 'output', 'findings')) ?? {}
  // A report may be anybody's: what it names is a file beside it, or nothing.
  if (!output || !findings || basename(output.file) !== output.file || output.file.includes('\\'))
    return undefined
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length
  return {
    file: output.file,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
  }
}

async function readPdf(path: string): Promise<{ file: string; bytes: Uint8Array }> {
  const bytes = await readRegularFile(path, MOST_BYTES_OF_FILE).catch(() => 'missing' as const)
  if (bytes === 'missing') throw refused(path, 'there is no such file, or it may not be read')
  if (bytes === 'not-a-file') throw refused(path, 'it is no file')
  if (bytes === 'too-large') throw refused(path, `it has more than ${inMegabytes(MOST_BYTES_OF_FILE)} MB`)
  try {
    fileIsWhole(bytes)
  } catch (error) {
    throw refused(path, (error as Error).message)
  }
  return { file: shown(path), bytes }
}

/** A file that cannot be compared. */
export const refused = (path: string, problem: string): WrongUseError =>
  new WrongUseError(
    `\`${shown(path)}\` cannot be compared: ${problem}.`,
    'Name a PDF that opens without a password, whole, or the folder that a build wrote.',
  )

const shown = (path: string): string => relative(process.cwd(), path) || '.'
