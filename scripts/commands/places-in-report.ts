import { basename, dirname, join } from 'node:path'
import { sha256 } from '../build/publish.ts'
import { type BuildReport, readBuildReport } from '../ground/build-report-schema.ts'
import { readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'
import type { Place } from '../model/place.ts'

/**
 * The text that stands on a page, by the report that the build left beside the PDF: the last heading on that page or
 * before. Knows nothing when the report is not there, or is that of another file.
 */
export async function placesInReport(pdf: string): Promise<(page: number) => Place> {
  const headings = await headingsOf(pdf)
  return (page) => {
    const heading = headings.findLast((one) => one.page !== null && one.page <= page && one.file)
    if (!heading?.file) return {}
    return { file: heading.file, ...(heading.line ? { line: heading.line } : {}) }
  }
}

/** Without a report the page alone says where it is. */
async function headingsOf(pdf: string): Promise<BuildReport['pageMap']> {
  const folder = dirname(pdf)
  const { output, pageMap } = (await readBuildReport(folder, 'output', 'pageMap')) ?? {}
  const bytes = await readRegularFile(join(folder, basename(pdf)), MOST_BYTES_OF_FILE).catch(() => '')
  if (!output || !pageMap || typeof bytes === 'string') return []
  return output.sha256 === sha256(bytes) ? pageMap : []
}
