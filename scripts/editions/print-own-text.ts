// A text of the program's own goes through the pipeline like any other: read, composed, printed, finished, read back.
import { bookOfOne } from '../book/book-of-one.ts'
import { parseChapters } from '../content/parse-chapters.ts'
import type { Finding } from '../model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../model/finished.ts'
import type { Settings } from '../model/settings.ts'
import type { WordKey } from '../model/words.ts'
import { composePages } from '../pages/compose-pages.ts'
import { finishPdf } from '../pdf/finish-pdf.ts'
import { printPages } from '../print/print-pages.ts'
import type { Renderers } from '../print/renderers.ts'
import { hasErrors } from '../rules/finding.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'

export interface OwnText {
  /** Markdown with its front matter. */
  readonly text: string
  /** `job-sheet`: names its file and its anchors. */
  readonly name: string
  readonly title: string
  /** One of the words that it is made of: where that is English, all of it is. */
  readonly word: WordKey
}

export interface PrintedOwnText {
  readonly finished: FinishedPdf
  readonly facts: PdfFacts
  readonly findings: readonly Finding[]
}

/** Without errors it is an accessible PDF, on paper for an office printer. */
export async function printOwnText(
  own: OwnText,
  given: Settings,
  renderers: Renderers,
): Promise<PrintedOwnText> {
  const { name: prefix, text } = own
  const source = { file: `${prefix}.md`, kind: 'chapter', number: 1, prefix, level: 1 } as const
  const settings = settingsOf(given, own)
  const [chapter] = await parseChapters([{ ...source, text, findings: [] }], settings, {
    threads: 0,
    remember: false,
  })
  const book = bookOfOne(chapter!, settings)
  const document = await composePages(book, settings)
  const printed = await printPages(document, settings, renderers)
  // What could be written better in it is for us to know, not for whoever made the paper.
  const wrong = book.findings.filter(({ severity }) => severity === 'error')
  const before = [...wrong, ...document.findings, ...printed.findings]
  if (hasErrors(before)) return { ...NOTHING, findings: before }
  const finished = await finishPdf(printed, book, document, settings)
  const facts = await verifyPdf(finished, printed, book, document, settings)
  return { finished, facts, findings: [...before, ...facts.findings] }
}

const NOTHING: Omit<PrintedOwnText, 'findings'> = {
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

/** Its title is its own, no term of the glossary is explained in it, and its figures do not come from `data/`. */
function settingsOf(settings: Settings, { text, title, word }: OwnText): Settings {
  const { htmlFile: _, ...rest } = settings
  const { publication } = settings
  // A sheet for an office printer, whatever the size of the paper itself.
  const inEnglish = settings.theme.foreignWords.includes(word)
  const theme = {
    ...settings.theme,
    ...(inEnglish ? { foreignWords: [] } : {}),
    page: A4,
    tokens: { ...settings.theme.tokens, ...A4_GRID },
  }
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
  }
}
