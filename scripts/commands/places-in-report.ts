import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { readRegularFile } from '../ground/files/paths.ts'
import type { Place } from '../model/place.ts'

const REPORT = z.object({
  output: z.object({ sha256: z.string() }),
  pageMap: z.array(
    z.object({ page: z.number().nullable(), file: z.string().optional(), line: z.number().optional() }),
  ),
})

const MAX_BYTES = 256 * 1024 * 1024

/**
 * The text that stands on a page, by the report that the build left beside the PDF: the last heading on that page or before.
 * Knows nothing when the report is not there, or is that of another file.
 */
export async function placesInReport(pdf: string): Promise<(page: number) => Place> {
  const headings = await headingsOf(pdf)
  return (page) => {
    const heading = headings.findLast((one) => one.page !== null && one.page <= page && one.file)
    if (!heading?.file) return {}
    return { file: heading.file, ...(heading.line ? { line: heading.line } : {}) }
  }
}

async function headingsOf(pdf: string): Promise<z.infer<typeof REPORT>['pageMap']> {
  try {
    const report = await readRegularFile(join(dirname(pdf), 'report.json'), MAX_BYTES)
    const bytes = await readRegularFile(join(dirname(pdf), basename(pdf)), MAX_BYTES)
    if (typeof report === 'string' || typeof bytes === 'string') return []
    const { output, pageMap } = REPORT.parse(JSON.parse(report.toString('utf8')))
    const isOurs = output.sha256 === createHash('sha256').update(bytes).digest('hex')
    return isOurs ? pageMap : []
  } catch {
    return [] // Without a report the page alone says where it is.
  }
}
