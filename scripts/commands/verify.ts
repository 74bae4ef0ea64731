import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { cacheFolder } from '../build/cache-folder.ts'
import { sha256 } from '../build/publish.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { ReportForm } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { findVerapdf } from '../verapdf/find-verapdf.ts'
import { sentenceOf, whyOf } from '../verapdf/no-answer.ts'
import { runVerapdf, type VerapdfVerdict } from '../verapdf/run-verapdf.ts'
import { translateVerdict } from '../verapdf/translate-verdict.ts'
import type { VerifiedFile } from '../verify/verify-bytes.ts'
import { verifyFile } from '../verify/verify-file.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { placesInReport } from './places-in-report.ts'
import { recordVerdict } from './record-verdict.ts'

export interface VerifyOptions {
  readonly root?: string
  readonly out?: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly all?: boolean
  readonly report?: ReportForm
  readonly verapdf?: string
}

interface Checked {
  readonly path: string
  readonly verified: VerifiedFile
  readonly verdict?: VerapdfVerdict
}

/** What veraPDF said, or why it was not asked. */
interface Answer {
  readonly version: string
  readonly missing: string
  readonly verdicts: readonly VerapdfVerdict[]
  readonly findings: readonly Finding[]
}

interface Asked extends Answer {
  readonly checked: readonly Checked[]
}

/**
 * `whitepaper verify [FILE…]`: our own checks of the bytes, and veraPDF where it is there. Exit status 0, or 1 with
 * findings.
 */
export async function verifyCommand(files: readonly string[], options: VerifyOptions): Promise<number> {
  const output = openOutput(options)
  const paths = files.length > 0 ? files.map((file) => resolve(file)) : await builtFiles(options)
  if (paths.length === 0)
    return output.close([finding('file-can-be-verified', {}, { problem: 'none-there' })])
  const { findings, report, summary } = await output.guard(async () => {
    const asked = await checkFiles(output, paths, options)
    const found = await Promise.all(asked.checked.map(findingsOf))
    const findings = [...asked.findings, ...found.flat()]
    return { findings, report: await describe(asked, findings), summary: summaryOf(asked) }
  })
  return output.close(findings, report, summary)
}

/**
 * Each file by ourselves, one after the other, then all that claim something by veraPDF, whose answer is kept beside
 * them.
 */
async function checkFiles(
  output: CommandOutput,
  paths: readonly string[],
  options: VerifyOptions,
): Promise<Asked> {
  const checked: Checked[] = []
  for (const path of paths)
    checked.push({
      path,
      verified: await output.stages.run(`Reading ${basename(path)}`, () => verifyFile(path)),
    })
  const answer = await askVerapdf(output, checked, options)
  const complete = checked.map((one): Checked => {
    const verdict = answer.verdicts.find(({ file }) => file === one.path)
    return verdict ? { ...one, verdict } : one
  })
  for (const { path, verdict } of complete) if (verdict) await recordVerdict(path, answer.version, verdict)
  return { ...answer, checked: complete }
}

/** Whoever made them, and whatever they are called: what lies there is published. */
async function builtFiles({ root = '.', out }: VerifyOptions): Promise<string[]> {
  const folder = out ? resolve(out) : join(resolve(root), 'dist')
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name))
}

/**
 * All files that claim what veraPDF knows, which PDF/X is not, in one Java machine. A veraPDF that was named must
 * answer; else it may be missing.
 */
async function askVerapdf(
  output: CommandOutput,
  files: readonly Checked[],
  { verapdf }: VerifyOptions,
): Promise<Answer> {
  const given = verapdf || process.env.WHITEPAPER_VERAPDF || ''
  const nothing: Answer = { version: '', missing: '', verdicts: [], findings: [] }
  const claiming = files
    .filter(({ verified }) => verified.claims.some((claim) => /^PDF\/(?:UA|A)-/.test(claim)))
    .map(({ path }) => path)
  const found = await findVerapdf({ given, cache: cacheFolder(process.env) })
  if ('missing' in found) {
    const findings = given ? [finding('verapdf-answers', {}, found.missing)] : []
    return { ...nothing, missing: sentenceOf(found.missing), findings }
  }
  if (claiming.length === 0)
    return {
      ...nothing,
      missing: 'veraPDF was not asked: no file makes a claim that it could hold against it.',
    }
  try {
    const answer = await output.stages.run('Asking veraPDF', () => runVerapdf(found, claiming))
    return { ...nothing, ...answer }
  } catch (error) {
    const why = whyOf(error)
    return { ...nothing, missing: sentenceOf(why), findings: [finding('verapdf-answers', {}, why)] }
  }
}

/**
 * Findings with the text that they come from, where the report of the build knows it; else with the name of the PDF.
 */
async function findingsOf({ path, verified, verdict }: Checked): Promise<Finding[]> {
  const placeOfPage = await placesInReport(path)
  const file = relative(process.cwd(), path)
  const placed = verified.findings.map((one): Finding => {
    const place: Place = one.place.page ? placeOfPage(one.place.page) : {}
    return { ...one, place: { file, ...place, ...one.place } }
  })
  const pageOfObject = (object: number) => verified.pageOfObject.get(object)
  const translated = verdict ? translateVerdict(verdict, { pageOfObject, placeOfPage }) : []
  return [...placed, ...translated.map((one) => ({ ...one, place: { file, ...one.place } }))]
}

async function describe(asked: Asked, findings: readonly Finding[]) {
  const files = asked.checked.map(async ({ path, verified, verdict }) => ({
    file: relative(process.cwd(), path),
    sha256: await hashOf(join(dirname(path), basename(path))),
    pages: verified.pages,
    claims: verified.claims,
    verapdf: verdict
      ? verdict.profiles.map(({ name, passedChecks, failedChecks }) => ({ name, passedChecks, failedChecks }))
      : null,
  }))
  return {
    verapdf: asked.version || null,
    ...(asked.missing ? { verapdfMissing: asked.missing } : {}),
    files: await Promise.all(files),
    findings,
  }
}

async function hashOf(path: string): Promise<string> {
  const bytes = await readRegularFile(path, MOST_BYTES_OF_FILE).catch(() => '')
  return typeof bytes === 'string' ? '' : sha256(bytes)
}

function summaryOf({ checked, ...asked }: Asked): string {
  const pages = checked.reduce((sum, { verified }) => sum + verified.pages, 0)
  const profiles = asked.verdicts.flatMap((verdict) => verdict.profiles)
  const failed = profiles.reduce((sum, profile) => sum + profile.failedChecks, 0)
  const all = profiles.reduce((sum, profile) => sum + profile.passedChecks + profile.failedChecks, 0)
  const said = asked.version
    ? `veraPDF ${asked.version}: ${failed} of ${all.toLocaleString('en-GB')} checks failed`
    : asked.missing
  return `${checked.length === 1 ? '1 file' : `${checked.length} files`}, ${pages} pages · ${said}`
}
