// report.json, which a build leaves beside its files: one schema, by which it is written and by which every part that
// asks reads it.

import { join } from 'node:path'
import { z } from 'zod'
import { readRegularFile } from './files/paths.ts'
import { MOST_BYTES_OF_FILE } from './limits.ts'

export const REPORT_NAME = 'report.json'

const FILE = z.object({
  file: z.string().describe('Its name, beside the report'),
  bytes: z.number(),
  sha256: z.string(),
})

const PLACE = z.object({ file: z.string().optional(), line: z.number().optional() })

const FINDING = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  place: PLACE.extend({ column: z.number().optional(), page: z.number().optional() }),
  message: z.string(),
  mend: z.string(),
  cause: z.string().optional(),
  about: z.string().optional(),
  fix: z.object({ start: z.number(), end: z.number(), was: z.string(), becomes: z.string() }).optional(),
})

const HEADING = PLACE.extend({
  anchor: z.string(),
  title: z.string(),
  level: z.number(),
  page: z.number().nullable().describe('Physical, from 1'),
  folio: z.string(),
})

const PRESS_FILE = FILE.extend({
  pages: z.number(),
  trimMm: z.tuple([z.number(), z.number()]).readonly(),
  bleedMm: z.number(),
  inks: z.array(z.array(z.enum(['C', 'M', 'Y', 'K'])).readonly()).readonly(),
  mostInk: z.number(),
  fonts: z.array(z.string()).readonly(),
  condition: z.string(),
  claims: z.array(z.string()).readonly(),
  checked: z.array(z.string()).readonly(),
  colourPages: z.number(),
  shows: z.array(z.array(z.number()).readonly()).readonly(),
})

export const BUILD_REPORT = z.object({
  version: z.literal(1).describe('Of this form of the report'),
  pipeline: z.object({ name: z.string(), version: z.string(), node: z.string() }),
  browser: z.string(),
  publication: z.object({ title: z.string(), language: z.string() }),
  editions: z.array(z.string()).readonly(),
  draft: z.boolean(),
  accessibility: z.enum(['proven', 'reported']),
  commit: z.string().describe('Of the publication, short; empty outside git'),
  inputs: z.record(z.string(), z.string()).describe('SHA-256 of every file that the paper is made from'),
  output: FILE.optional().describe(
    'The accessible PDF, of this build or of an earlier one of the same inputs',
  ),
  pages: z.number(),
  prints: z.number(),
  pageMap: z.array(HEADING),
  readBack: z
    .object({
      pages: z.number(),
      characters: z.number(),
      links: z.number(),
      outlineEntries: z.number(),
      fonts: z.array(z.string()).readonly(),
      labels: z.array(z.string()).readonly(),
      claims: z.array(z.string()).readonly(),
      checked: z.array(z.string()).readonly().describe('The rules that were held against it'),
    })
    .optional()
    .describe('Of the accessible PDF'),
  press: z
    .object({
      plan: z.looseObject({}).describe('`press:` of publication.yaml, filled in'),
      comparedWithScreen: z.boolean(),
      files: z.array(PRESS_FILE),
      jobSheet: FILE.optional(),
    })
    .optional(),
  booklet: FILE.extend({
    plan: z.looseObject({}).describe('How pages were put on sheets'),
    sections: z.array(z.number()).readonly(),
    sheets: z.number(),
  }).optional(),
  findings: z.array(FINDING).readonly(),
  seconds: z.record(z.string(), z.number()).describe('By stage'),
})

export type BuildReport = z.infer<typeof BUILD_REPORT>

/** As it is written: keys that are undefined fall away, and one that does not fit is a fault of ours, which throws. */
export const reportText = (report: BuildReport): string =>
  `${JSON.stringify(BUILD_REPORT.parse(report), null, 2)}\n`

/** Some keys of the report in a folder; undefined where it is not there, or has them otherwise: it may be anybody's. */
export async function readBuildReport<Key extends keyof BuildReport>(
  folder: string,
  ...keys: readonly Key[]
): Promise<Pick<BuildReport, Key> | undefined> {
  const asked = Object.fromEntries(keys.map((key) => [key, true])) as Record<Key, true>
  try {
    const text = await readRegularFile(join(folder, REPORT_NAME), MOST_BYTES_OF_FILE)
    const read = BUILD_REPORT.pick(asked as never).safeParse(JSON.parse(text.toString('utf8')))
    return read.success ? (read.data as unknown as Pick<BuildReport, Key>) : undefined
  } catch {
    return undefined
  }
}
