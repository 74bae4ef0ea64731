// The job sheet goes through the pipeline like any other text: read, composed, printed, finished, read back.
import { bookOfOne } from '../book/book-of-one.ts'
import { parseChapters } from '../content/parse-chapters.ts'
import { fileNameOf } from '../ground/edition-files.ts'
import type { Finding } from '../model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../model/finished.ts'
import type { Settings } from '../model/settings.ts'
import { composePages } from '../pages/compose-pages.ts'
import { type JobSheetFacts, jobSheet } from '../paperwork/job-sheet.ts'
import { finishPdf } from '../pdf/finish-pdf.ts'
import { printPages } from '../print/print-pages.ts'
import type { Renderers } from '../print/renderers.ts'
import { hasErrors } from '../rules/finding.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'

export interface JobSheet {
  readonly fileName: string
  readonly finished: FinishedPdf
  readonly facts: PdfFacts
  readonly findings: readonly Finding[]
}

/** Nothing of it comes from the publication but names, which are escaped. Without errors it is an accessible PDF. */
export async function printJobSheet(
  given: JobSheetFacts,
  settings: Settings,
  renderers: Renderers,
): Promise<JobSheet> {
  const source = { file: 'job-sheet.md', kind: 'chapter', number: 1, prefix: 'job-sheet', level: 1 } as const
  const text = jobSheet(given, settings)
  const own = settingsOf(settings, text)
  const [chapter] = await parseChapters([{ ...source, text, findings: [] }], own, {
    threads: 0,
    remember: false,
  })
  const book = bookOfOne(chapter!, own)
  const document = await composePages(book, own)
  const printed = await printPages(document, own, renderers)
  // What could be written better in it is for us to know, not for whoever made the paper.
  const wrong = book.findings.filter(({ severity }) => severity === 'error')
  const before = [...wrong, ...document.findings, ...printed.findings]
  const { fileName } = own
  if (hasErrors(before)) return { fileName, ...NOTHING, findings: before }
  const finished = await finishPdf(printed, book, document, own)
  const facts = await verifyPdf(finished, printed, book, document, own)
  return { fileName, finished, facts, findings: [...before, ...facts.findings] }
}

const NOTHING: Pick<JobSheet, 'finished' | 'facts'> = {
  finished: { bytes: new Uint8Array(), labels: [] },
  facts: {
    pages: 0,
    characters: 0,
    links: 0,
    outlineEntries: 0,
    fonts: [],
    labels: [],
    claims: [],
    checked: [],
    findings: [],
  },
}

const A4 = { widthMm: 210, heightMm: 297, marginMm: { top: 25, bottom: 20, inner: 22, outer: 18 } }
/** A fortieth of the width between the margins, and the columns made of it: see theme.yaml. */
const A4_GRID = { u: '4.25mm', hang: '42.5mm', side: '38.25mm', line: '6mm' }

/**
 * Its title is its own, no term of the glossary is explained in it, and its figures come from the files, not from
 * `data/`.
 */
function settingsOf(settings: Settings, text: string): Settings {
  const { htmlFile: _, ...rest } = settings
  const { publication, fileName } = settings
  // A sheet for an office printer, whatever the size of the paper itself.
  const inEnglish = settings.theme.foreignWords.includes('jobSheet')
  const theme = {
    ...settings.theme,
    ...(inEnglish ? { foreignWords: [] } : {}),
    page: A4,
    tokens: { ...settings.theme.tokens, ...A4_GRID },
  }
  const title = `${theme.words.jobSheet}: ${publication.title}`
  return {
    ...rest,
    theme,
    editions: ['screen'],
    // It is our own text, and is proven whatever the paper says of itself.
    publication: {
      ...publication,
      accessibility: 'proven',
      // All of it is made of words of the program.
      ...(inEnglish ? { language: 'en-GB' } : {}),
      title,
      subtitle: '',
      coverTitle: [title],
      keywords: [],
    },
    glossary: [],
    data: { ...settings.data, percentages: text.match(/\d+(?:\.\d+)?/g) ?? [] },
    fileName: fileNameOf(fileName, 'job-sheet'),
  }
}
