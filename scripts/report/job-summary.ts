import { appendFile, stat } from 'node:fs/promises'
import type { BuildReport } from '../ground/build-report-schema.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { countOfFold, FEW, foldFindings, ORDER, placesOfFold } from './fold-findings.ts'
import type { LocatedFinding } from './locate-findings.ts'
import { countText } from './report-text.ts'

/** GitHub takes 1 MiB a step and nothing at all of what is longer. */
const MAX_BYTES = 1024 * 1024
const MAX_ROWS = 50
const MAX_WORDS = 600

/** What a reviewer asks of a build. All may be missing: other commands say other things. */
export type ReportOfBuild = Partial<
  Pick<
    BuildReport,
    'publication' | 'draft' | 'accessibility' | 'pages' | 'output' | 'press' | 'booklet' | 'readBack'
  >
>

interface MadeFile {
  readonly file: string
  readonly bytes: number
  readonly pages?: number | undefined
}

export interface JobDone {
  readonly findings: readonly LocatedFinding[]
  readonly report: ReportOfBuild | undefined
  /** What the command says at its end. */
  readonly summary: string
  readonly failed: boolean
}

/** The summary of a job on GitHub, as Markdown in which nothing of the publication is markup. */
export function jobSummary({ findings, report, summary, failed }: JobDone): string {
  const said = summary.split('\n').filter(Boolean)
  return [
    `## ${escaped(headingOf(report, failed))}`,
    said.map((line) => `- ${escaped(line)}`).join('\n'),
    ...filesOf(report),
    ...provenOf(report),
    `### ${escaped(capital(countText(findings.map(({ finding }) => finding))))}`,
    ...tableOf(findings),
  ]
    .join('\n\n')
    .concat('\n\n')
}

function headingOf({ publication, draft }: ReportOfBuild = {}, failed: boolean): string {
  const verdict = failed ? 'not fit to be published' : draft ? 'a draft' : 'fit to be published'
  if (publication) return `${publication.title}: ${verdict}`
  return failed ? 'Not fit to be published' : 'No errors'
}

function filesOf({ output, press, booklet, pages }: ReportOfBuild = {}): string[] {
  const files: readonly (MadeFile | undefined)[] = [
    output && { pages, ...output },
    ...(press?.files ?? []),
    press?.jobSheet,
    booklet,
  ]
  const rows = files
    .filter((one) => one !== undefined)
    .map((one) => `| ${escaped(one.file)} | ${one.pages ?? '–'} | ${(one.bytes / 1e6).toFixed(2)} MB |`)
  return rows.length === 0 ? [] : [['| File | Pages | Size |', '| --- | ---: | ---: |', ...rows].join('\n')]
}

function provenOf(report: ReportOfBuild | undefined): string[] {
  const { readBack, draft, accessibility } = report ?? {}
  if (draft) return ['A draft: nothing is claimed of it.']
  if (!readBack) return []
  const counted = `${readBack.characters.toLocaleString('en-GB')} characters and ${readBack.links.toLocaleString('en-GB')} links were read back and found true.`
  return [
    [
      counted,
      ...(readBack.claims.length > 0 ? [`It claims ${escaped(readBack.claims.join(' and '))}.`] : []),
      ...(accessibility === 'reported' ? ['Its accessibility is reported, not proven.'] : []),
    ].join(' '),
  ]
}

function tableOf(findings: readonly LocatedFinding[]): string[] {
  if (findings.length === 0) return []
  const rows = findings.length > FEW ? foldedRows(findings) : rowsOf(findings)
  const left = rows.length - MAX_ROWS
  return [
    [
      '| Where | | What is wrong, and how to mend it |',
      '| --- | --- | --- |',
      ...rows.slice(0, MAX_ROWS),
    ].join('\n'),
    ...(left > 0 ? [`${left} more ${left === 1 ? 'is' : 'are'} in the log.`] : []),
    ...(findings.length > FEW ? ['Findings of one rule are one row: the log lists each.'] : []),
  ]
}

function rowsOf(findings: readonly LocatedFinding[]): string[] {
  const sorted = [...findings].sort(
    (a, b) =>
      ORDER[a.finding.severity] - ORDER[b.finding.severity] ||
      Number(b.isOnChangedLine ?? false) - Number(a.isOnChangedLine ?? false),
  )
  return sorted.map(
    ({ finding, path }) => `| ${placeOf(finding.place, path)} | ${finding.severity} | ${wordsOf(finding)} |`,
  )
}

/** Where there are many, a row a rule: how often, in how many files, the first places. */
function foldedRows(findings: readonly LocatedFinding[]): string[] {
  const paths = new Map(findings.map(({ finding, path }) => [finding.place.file, path]))
  return foldFindings(findings.map(({ finding }) => finding)).map((fold) => {
    const places = placesOfFold(fold, (place) => placeOf(place, paths.get(place.file) ?? ''))
    const count = fold.findings.length === 1 ? '' : `${countOfFold(fold)}: `
    return `| ${places} | ${fold.severity} | ${count}${wordsOf(fold.findings[0])} |`
  })
}

const wordsOf = ({ message, mend, rule }: Finding): string =>
  `${escaped(message)}<br>${escaped(mend)}<br><sub>${rule}</sub>`

function placeOf({ line, page }: Place, path: string): string {
  const at = line === undefined ? path : `${path}:${line}`
  return [escaped(at), page === undefined ? '' : `page ${page} of the PDF`].filter(Boolean).join(', ') || '–'
}

/** Every sign that could be markup of Markdown or HTML, a mention or a picture, as its number. */
export function escaped(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  const short = line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)} …` : line
  return short.replace(/[!-/:-@[-`{-~]/g, (sign) => (PLAIN.has(sign) ? sign : `&#${sign.charCodeAt(0)};`))
}

/** Between words these are nothing but punctuation. */
const PLAIN = new Set([',', ';', '%', '?'])

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Adds Markdown to the job's summary, as long as all of it has room. Says what kept it from being written; '' when it
 * was.
 */
export async function addToSummary(path: string, markdown: string): Promise<string> {
  try {
    const there = await stat(path).then(
      ({ size }) => size,
      () => 0,
    )
    if (there + Buffer.byteLength(markdown) > MAX_BYTES) return 'it would be longer than GitHub takes'
    await appendFile(path, markdown)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
