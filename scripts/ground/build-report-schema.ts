// report.json, which a build leaves beside its files: one schema, by which it is written and by which every part that
// asks reads it.

import { join } from 'node:path'
import { z } from 'zod'
import { readRegularFile } from './files/paths.ts'
import { MOST_BYTES_OF_FILE } from './limits.ts'

export const REPORT_NAME = 'report.json'

const FILE = z.object({
  file: z.string().describe('Its name, beside the report'),
  bytes: z.number().describe('Its size'),
  sha256: z.string().describe('Of its bytes, in hexadecimal digits'),
})

const PLACE = z.object({
  file: z.string().optional().describe('Of the publication'),
  line: z.number().optional().describe('From 1'),
})

const FINDING = z.object({
  rule: z.string().describe('Its id'),
  severity: z.enum(['error', 'warning', 'info']).describe('How severe it is in this publication'),
  place: PLACE.extend({
    column: z.number().optional().describe('From 1'),
    page: z.number().optional().describe('Of the PDF, from 1'),
  }).describe('Where it is'),
  message: z.string().describe('What is wrong'),
  mend: z.string().describe('How to mend it'),
  cause: z.string().optional().describe('What the machine said'),
  about: z.string().optional().describe('The words that it is about, by which `except:` can name it'),
  fix: z.object({ start: z.number(), end: z.number(), was: z.string(), becomes: z.string() }).optional(),
})

const HEADING = PLACE.extend({
  anchor: z.string().describe('By which links lead to it'),
  title: z.string().describe('Its words'),
  level: z.number().describe('Its depth in the book, from 1'),
  page: z.number().nullable().describe('Physical, from 1'),
  folio: z.string().describe('The number that is printed on the page'),
})

const PRESS_FILE = FILE.extend({
  pages: z.number().describe('How many it has'),
  trimMm: z.tuple([z.number(), z.number()]).readonly(),
  bleedMm: z.number().describe('What goes over the edge'),
  inks: z.array(z.array(z.enum(['C', 'M', 'Y', 'K'])).readonly()).readonly(),
  mostInk: z.number().describe('Per cent on one spot, all four together'),
  fonts: z.array(z.string()).readonly(),
  condition: z.string().describe('The printing condition of its profile'),
  claims: z.array(z.string()).readonly(),
  checked: z.array(z.string()).readonly(),
  colourPages: z.number(),
  shows: z.array(z.array(z.number()).readonly()).readonly(),
})

export const BUILD_REPORT = z.object({
  version: z.literal(1).describe('Of this form of the report'),
  pipeline: z
    .object({
      name: z.string().describe('Of the program'),
      version: z.string().describe('Of the program'),
      node: z.string().describe('The version of Node that ran it'),
    })
    .describe('What made it'),
  browser: z.string().describe('By which the pages were printed'),
  publication: z
    .object({ title: z.string().describe('Its title'), language: z.string().describe('Its language') })
    .describe('What was made'),
  editions: z.array(z.string()).readonly().describe('What was asked for'),
  draft: z.boolean().describe('Whether it was made in spite of errors'),
  accessibility: z.enum(['proven', 'reported']).describe('As `accessibility:` of publication.yaml says'),
  commit: z.string().describe('Of the publication, short; empty outside git'),
  inputs: z.record(z.string(), z.string()).describe('SHA-256 of every file that the paper is made from'),
  output: FILE.optional().describe(
    'The accessible PDF, of this build or of an earlier one of the same inputs',
  ),
  pages: z.number().describe('Of the paper'),
  prints: z.number().describe('How often the browser printed'),
  pageMap: z.array(HEADING).describe('Every heading, and where it is'),
  readBack: z
    .object({
      pages: z.number().describe('Pages that were read'),
      characters: z.number().describe('Characters that were read'),
      links: z.number().describe('Links that were followed'),
      outlineEntries: z.number().describe('Bookmarks'),
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
      comparedWithScreen: z.boolean().describe('Whether each page was held against the screen edition'),
      files: z.array(PRESS_FILE),
      jobSheet: FILE.optional(),
    })
    .optional(),
  booklet: FILE.extend({
    plan: z.looseObject({}).describe('How pages were put on sheets'),
    sections: z.array(z.number()).readonly(),
    sheets: z.number(),
  }).optional(),
  outdated: z
    .array(z.string())
    .readonly()
    .optional()
    .describe('Files of other editions beside it that were made from earlier texts'),
  findings: z.array(FINDING).readonly().describe('All that was found'),
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
