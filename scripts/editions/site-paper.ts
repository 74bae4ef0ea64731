// Which PDF the website may offer: that of this build, or the one in dist/ when it was made from the same texts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inputsOf, makeTheSame } from '../build/inputs.ts'
import { sha256 } from '../build/publish.ts'
import { readBuildReport } from '../ground/build-report-schema.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { SitePaper } from '../model/site.ts'
import { type AccessibilityRecord, RECORD } from '../paperwork/accessibility-record.ts'
import { RECORD_NAMES } from '../paperwork/record-names.ts'
import { finding } from '../rules/finding.ts'
import type { FactsOf } from '../rules/rules.ts'

/** Of a draft nothing is claimed, so there is no record. */
export const paperOf = (
  settings: Settings,
  content: SitePaper['content'],
  made: { bytes: number; pages: number },
  record: AccessibilityRecord | undefined,
): SitePaper => ({
  fileName: settings.fileName,
  content,
  ...made,
  claims: record?.claims ?? [],
  accessibility: record?.accessibility ?? settings.publication.accessibility,
  faults: record?.faults ?? [],
  checks: record?.checks ?? [],
  notRun: record?.notRun ?? [],
  forPeople: record?.forPeople ?? [],
})

/** The PDF that stands in dist/. Without one that fits, the finding says why. */
export async function paperInFolder(
  book: Book,
  settings: Settings,
): Promise<{ paper?: SitePaper; findings: readonly Finding[] }> {
  const none = (problem: FactsOf<'site-offers-the-paper'>['problem']) => ({
    findings: [finding('site-offers-the-paper', {}, { problem })],
  })
  const report = await readBuildReport(settings.out, 'pipeline', 'inputs', 'output', 'pages')
  const path = join(settings.out, settings.fileName)
  const bytes = await readFile(path).catch(() => undefined)
  if (!report?.output || !bytes || report.output.file !== settings.fileName) return none('not-there')
  if (report.output.sha256 !== sha256(bytes)) return none('another-file')
  const now = await inputsOf(book, settings)
  if (report.pipeline.version !== settings.version || !makeTheSame(now, report.inputs))
    return none('of-other-texts')
  const record = RECORD.safeParse(await readJson(join(settings.out, RECORD_NAMES.json))).data
  const own = record?.file.sha256 === report.output.sha256 ? record : undefined
  const made = { bytes: bytes.length, pages: report.pages }
  return { paper: paperOf(settings, { copyOf: path }, made, own), findings: [] }
}

const readJson = (path: string): Promise<unknown> =>
  readFile(path, 'utf8').then(
    (text) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        return undefined
      }
    },
    () => undefined,
  )
