// The files for a commercial printer: the pages, a cover where it wraps around them, and the job sheet.
import { readFile } from 'node:fs/promises'
import { sha256 } from '../build/publish.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import type { BuildReport } from '../ground/build-report-schema.ts'
import { fileNameOf } from '../ground/edition-files.ts'
import type { PressFacts, PressFile, PressPrint, PressSheet } from '../model/press.ts'
import {
  type Done,
  type Edition,
  isStopped,
  type Made,
  type MadeEdition,
  type MadePress,
  type Making,
  type OutputFile,
  settled,
} from './edition.ts'
import { describeFile, fileLine, withoutFindings } from './file-lines.ts'
import { placeOfPage } from './place-of-page.ts'

export const press: Edition = {
  name: 'press',
  is: 'the files for a printer',
  needs: [],
  printsMore: true,
  fileNames: (screenFile) =>
    ['press', 'press-cover', 'job-sheet'].map((kind) => fileNameOf(screenFile, kind)),
  prepare: rooms,
  make,
  files,
  stale,
  describe,
  summary,
}

function rooms() {
  return Promise.all([
    import('../pdf/press/finish-press.ts'),
    import('../verify/press/verify-press.ts'),
    import('../verify/press/compare-editions.ts'),
    import('../ground/colour/colours.ts'),
  ])
}

async function make(making: Making, { screen, earlierScreen }: Made): Promise<MadeEdition> {
  const { settings, printed } = making
  if (!printed.press) return { made: {}, findings: [] }
  const { press } = printed
  const told = settled(press.findings, making)
  if (isStopped(told, settings)) return { made: {}, findings: told }
  return withFindings(told, async () => {
    const { files, findings } = await pressFiles(making, press, screen?.finished.bytes ?? earlierScreen)
    if (settings.draft || isStopped(findings, settings)) return { made: { press: files }, findings }
    return withFindings(findings, () => withJobSheet(files, making))
  })
}

async function pressFiles(
  making: Making,
  print: PressPrint,
  screen: Uint8Array | undefined,
): Promise<Found & { readonly files: MadePress }> {
  const { printed, book, document, settings, stages } = making
  const [{ finishPress }, , { compareEditions }] = await rooms()
  const finished = await stages.run('Finishing the press files', () =>
    finishPress({ ...printed, press: print }, book, document, settings),
  )
  const read = await stages.run('Reading the press files back', () => readFiles(making, finished.files))
  const drawn = finished.files.map((file, index) => ({ ...file, drawn: read[index]!.drawn }))
  const apart = screen ? await stages.run('Comparing the editions', () => compareEditions(screen, drawn)) : []
  const files = finished.files.map((file, index) => {
    const { drawn: _, ...facts } = read[index]!
    return { ...file, facts: withPictures(facts, finished.pictureInk) }
  })
  const found = [...finished.findings, ...read.flatMap(({ findings }) => findings), ...apart]
  return { files: { files, compared: screen !== undefined }, findings: settled(found, making) }
}

/** The pixels of photographs are measured when they are converted; nobody decodes them twice. */
const withPictures = (facts: PressFacts, pictureInk: number): PressFacts => ({
  ...facts,
  mostInk: Math.max(facts.mostInk, pictureInk),
})

async function readFiles({ book, printed, settings }: Making, files: readonly PressFile[]) {
  const [, { verifyPress }, , { openColours }] = await rooms()
  const colours = await openColours(await readFile(settings.press.profile.path))
  try {
    const facts: Awaited<ReturnType<typeof verifyPress>>[] = []
    for (const file of files)
      facts.push(
        await verifyPress(file, {
          press: settings.press,
          colours,
          claims: !settings.draft,
          slugWords: slugWords(settings.publication.short),
          slugTitle: settings.publication.short,
          placeOfPage: placeOfPage(book, printed.pageMap),
        }),
      )
    return facts
  } finally {
    colours.close()
  }
}

/** All that the line says before the title. */
function slugWords(title: string): (sheet: PressSheet) => string[] {
  const shown = title.replace(/\s+/g, ' ').trim()
  return ({ slug }) => {
    const before = slug.endsWith(shown) ? slug.slice(0, -shown.length) : slug
    return before.split(' · ').filter((word) => word.trim() !== '')
  }
}

async function withJobSheet(press: MadePress, making: Making): Promise<MadeEdition> {
  const { files, compared } = press
  const { settings, stages, renderers } = making
  const proven = files.map(({ facts, ...file }) => ({
    file: { ...file, size: file.bytes.length, sha256: sha256(file.bytes) },
    facts,
  }))
  const { printJobSheet } = await import('./print-job-sheet.ts')
  const jobSheet = await stages.run('Writing the job sheet', () =>
    printJobSheet({ compared, files: proven }, settings, renderers),
  )
  return { made: { press: { ...press, jobSheet } }, findings: settled(jobSheet.findings, making) }
}

function files({ made: { press } }: Done): OutputFile[] {
  const { files = [], jobSheet } = press ?? {}
  return [
    ...files.map(({ fileName, bytes }) => ({ name: fileName, content: bytes })),
    ...(jobSheet ? [{ name: jobSheet.fileName, content: jobSheet.finished.bytes }] : []),
  ]
}

/** A cover of another binding would be sent along by mistake. */
function stale({ made: { press }, settings }: Done): string[] {
  const hasCover = !press || press.files.some(({ kind }) => kind === 'press-cover')
  return hasCover ? [] : [fileNameOf(settings.fileName, 'press-cover')]
}

function describe({ made: { press, earlierScreen }, settings }: Done): Partial<BuildReport> {
  // That of an earlier build stays true as long as its inputs are these.
  const output = earlierScreen ? { output: describeFile(settings.fileName, earlierScreen) } : {}
  if (!press) return output
  const { files, compared, jobSheet } = press
  const { path: _, ...profile } = settings.press.profile
  return {
    ...output,
    press: {
      plan: { ...settings.press, profile },
      comparedWithScreen: compared,
      files: files.map(({ fileName, bytes, facts, sheets }) => ({
        ...describeFile(fileName, bytes),
        ...withoutFindings(facts),
        colourPages: colourPages(facts),
        shows: sheets.map(({ shows }) => shows),
      })),
      ...(jobSheet ? { jobSheet: describeFile(jobSheet.fileName, jobSheet.finished.bytes) } : {}),
    },
  }
}

const colourPages = ({ inks }: PressFacts): number =>
  inks.filter((page) => page.some((ink) => ink !== 'K')).length

function summary({ made: { press }, settings }: Done): string[] {
  if (!press) return []
  const { files, jobSheet } = press
  return [
    ...files.map((file) => fileLine(settings, file.fileName, file.bytes, inWords(file))),
    ...(jobSheet
      ? [fileLine(settings, jobSheet.fileName, jobSheet.finished.bytes, 'what to ask the printer for')]
      : []),
  ]
}

const inWords = ({ kind, facts }: MadePress['files'][number]): string =>
  kind === 'press-cover'
    ? 'a cover with its spine'
    : `${facts.pages} pages for the press, ${colourPages(facts)} in colour`
