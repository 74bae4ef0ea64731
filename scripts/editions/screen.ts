// The accessible PDF, for readers, with the papers that say what was checked of it.
import { sha256 } from '../build/publish.ts'
import type { BuildReport } from '../ground/build-report-schema.ts'
import { accessibilityPaper } from '../paperwork/accessibility-paper.ts'
import { type AccessibilityRecord, accessibilityRecord } from '../paperwork/accessibility-record.ts'
import { RECORD_NAMES } from '../paperwork/record-names.ts'
import { memoryOfBuilds } from '../verify/memory.ts'
import {
  type Done,
  type Edition,
  type MadeEdition,
  type Making,
  type OutputFile,
  settled,
} from './edition.ts'
import { describeFile, fileLine, withoutFindings } from './file-lines.ts'

export const screen: Edition = {
  name: 'screen',
  is: 'the accessible PDF',
  needs: [],
  fileNames: (screenFile) => [screenFile],
  prepare,
  make,
  files,
  describe,
  summary,
}

/** What reads a PDF takes a third of a second to begin, in a thread of its own: it may as well do so now. */
async function prepare(): Promise<void> {
  const { prepareReader } = await import('../verify/read-with-pdfjs.ts')
  prepareReader()
  await rooms()
}

function rooms() {
  return Promise.all([import('../pdf/finish-pdf.ts'), import('../verify/verify-pdf.ts')])
}

async function make(making: Making): Promise<MadeEdition> {
  const { printed, book, document, settings, stages, ahead } = making
  if (printed.pieces.length === 0) return { made: {}, findings: [] }
  const [, { verifyPdf }] = await rooms()
  const finished = await stages.run('Finishing the PDF', async () =>
    (await ahead.finishing(document)).finish(printed, book),
  )
  const facts = await stages.run('Reading it back', () =>
    verifyPdf(finished, printed, book, document, settings, memoryOfBuilds(settings)),
  )
  return { made: { screen: { finished, facts } }, findings: settled(facts.findings, making) }
}

function files(done: Done): OutputFile[] {
  const { made, settings } = done
  if (!made.screen) return []
  const record = recordOf(done)
  return [
    { name: settings.fileName, content: made.screen.finished.bytes },
    ...(record
      ? [
          { name: RECORD_NAMES.json, content: `${JSON.stringify(record, null, 2)}\n` },
          { name: RECORD_NAMES.markdown, content: accessibilityPaper(record) },
        ]
      : []),
  ]
}

/** What was checked of the file, for whoever answers for it. A draft claims nothing, so there is nothing to say. */
export function recordOf({ made, settings, findings }: Done): AccessibilityRecord | undefined {
  if (!made.screen || settings.draft) return undefined
  const { bytes } = made.screen.finished
  return accessibilityRecord({
    settings,
    facts: made.screen.facts,
    findings,
    browser: made.printed.browser,
    now: Date.now(),
    bytes: bytes.length,
    sha256: sha256(bytes),
  })
}

function describe({ made: { screen }, settings }: Done): Partial<BuildReport> {
  if (!screen) return {}
  return {
    output: describeFile(settings.fileName, screen.finished.bytes),
    readBack: withoutFindings(screen.facts),
  }
}

function summary({ made: { screen, printed }, settings }: Done): string[] {
  if (!screen) return []
  const line = fileLine(settings, settings.fileName, screen.finished.bytes, `${printed.pageMap.total} pages`)
  const isProven = settings.draft || settings.publication.accessibility === 'proven'
  return [
    isProven ? line : `${line}, but for its accessibility, which is not proven: see ${RECORD_NAMES.markdown}`,
  ]
}
