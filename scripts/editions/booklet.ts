// What an office printer folds and staples: the pages of the screen edition, imposed.
import { withFindings } from '../build/with-findings.ts'
import type { BuildReport } from '../ground/build-report-schema.ts'
import { fileNameOf } from '../ground/edition-files.ts'
import type { Imposed } from '../model/booklet.ts'
import {
  type Done,
  type Edition,
  type Made,
  type MadeEdition,
  type Making,
  type OutputFile,
  settled,
} from './edition.ts'
import { describeFile, fileLine } from './file-lines.ts'

export const booklet: Edition = {
  name: 'booklet',
  is: 'pages on sheets, for an office printer',
  needs: ['screen'],
  fileNames: (screenFile) => [fileNameOf(screenFile, 'booklet')],
  prepare: rooms,
  make,
  files,
  describe,
  summary,
}

function rooms() {
  return Promise.all([import('../pdf/impose/impose-pdf.ts'), import('../verify/verify-booklet.ts')])
}

async function make(making: Making, { screen }: Made): Promise<MadeEdition> {
  if (!screen) return { made: {}, findings: [] }
  const { settings, stages } = making
  const { title } = settings.publication
  const { bytes } = screen.finished
  const [{ imposePdf }, { verifyBooklet }] = await rooms()
  const imposed = await stages.run('Imposing the booklet', () =>
    imposePdf(bytes, settings.booklet, { title }),
  )
  return withFindings(settled(imposed.findings, making), async () => {
    const read =
      imposed.bytes.length > 0
        ? await stages.run('Reading the booklet back', () => verifyBooklet(imposed, bytes, settings.booklet))
        : []
    return { made: { booklet: imposed }, findings: settled(read, making) }
  })
}

function files({ made: { booklet }, settings }: Done): OutputFile[] {
  return booklet ? [{ name: fileNameOf(settings.fileName, 'booklet'), content: booklet.bytes }] : []
}

function describe({ made: { booklet }, settings }: Done): Partial<BuildReport> {
  if (!booklet) return {}
  const { sections, sides, bytes } = booklet
  const file = describeFile(fileNameOf(settings.fileName, 'booklet'), bytes)
  return { booklet: { ...file, plan: { ...settings.booklet }, sections, sheets: sides.length / 2 } }
}

function summary({ made: { booklet }, settings }: Done): string[] {
  if (!booklet) return []
  return [fileLine(settings, fileNameOf(settings.fileName, 'booklet'), booklet.bytes, folded(booklet))]
}

const folded = ({ sides, sections }: Imposed): string =>
  `${sides.length / 2} sheets${sections.length > 1 ? ` in ${sections.length} sections` : ''}, both sides, flipped on the short edge`
