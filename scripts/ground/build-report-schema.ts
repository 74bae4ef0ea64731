// report.json, which a build leaves beside its files: one schema, by which it is written (`build/build-report.ts`, and
// `describe` of each edition) and by which every part that asks reads it.

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

const FONTS = z.array(z.string()).readonly().describe('Names of the fonts in it')
const CLAIMS = z
  .array(z.string())
  .readonly()
  .describe('The standards that it says it keeps, such as PDF/UA-1')
const CHECKED = z.array(z.string()).readonly().describe('The rules that were held against it')

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
  fix: z
    .object({
      start: z.number().describe('Where in its file it begins, in UTF-16 units from 0'),
      end: z.number().describe('Where it ends'),
      was: z.string().describe('What stands there'),
      becomes: z.string().describe('What is to stand there'),
    })
    .optional()
    .describe('What `check --fix` would change, where it can'),
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
  trimMm: z
    .tuple([z.number(), z.number()])
    .readonly()
    .describe('Width and height of what is left of a page after the cut'),
  bleedMm: z.number().describe('What goes over the edge'),
  inks: z
    .array(z.array(z.enum(['C', 'M', 'Y', 'K'])).readonly())
    .readonly()
    .describe('Of each page, the inks that it needs'),
  mostInk: z.number().describe('Per cent on one spot, all four together'),
  fonts: FONTS,
  condition: z.string().describe('The printing condition of its profile'),
  claims: CLAIMS,
  checked: CHECKED,
  colourPages: z.number().describe('How many of its pages need more than black'),
  shows: z
    .array(z.array(z.number()).readonly())
    .readonly()
    .describe('Of each page, the pages of the paper on it, from 1; 0 is a blank that was added'),
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
  sandbox: z
    .boolean()
    .describe('False where the browser had to run without its sandbox, as it has to for root'),
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
  pieces: z
    .array(
      z.object({
        first: z.number().describe('Its first page, from 1'),
        last: z.number().describe('Its last page'),
        remembered: z.boolean().describe('Whether an earlier build had printed it'),
        seconds: z.number().describe('For how long a browser was at it, several at once'),
      }),
    )
    .readonly()
    .describe('In which the pages were printed, in order'),
  pageMap: z.array(HEADING).describe('Every heading, and where it is'),
  readBack: z
    .object({
      pages: z.number().describe('Pages that were read'),
      characters: z.number().describe('Characters that were read'),
      links: z.number().describe('Links that were followed'),
      outlineEntries: z.number().describe('Bookmarks'),
      fonts: FONTS,
      labels: z
        .array(z.string())
        .readonly()
        .describe('Of each page, the number that a reader’s program shows for it'),
      claims: CLAIMS,
      checked: CHECKED,
    })
    .optional()
    .describe('Of the accessible PDF'),
  press: z
    .object({
      plan: z.looseObject({}).describe('`press:` of publication.yaml, filled in'),
      comparedWithScreen: z.boolean().describe('Whether each page was held against the screen edition'),
      files: z.array(PRESS_FILE).describe('For the printer: the pages, and the cover where it wraps'),
      jobSheet: FILE.optional().describe('What to ask the printer for'),
    })
    .optional()
    .describe('The files for a printer, where they were made'),
  booklet: FILE.extend({
    plan: z.looseObject({}).describe('How pages were put on sheets'),
    sections: z.array(z.number()).readonly().describe('How many sheets are folded together in each section'),
    sheets: z.number().describe('How many sheets of paper it takes'),
  })
    .optional()
    .describe('The sheets for an office printer, where they were made'),
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
