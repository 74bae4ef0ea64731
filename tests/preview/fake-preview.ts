import { beginMarkedContent, endMarkedContent, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type {
  AheadPages,
  Preview,
  PreviewPaper,
  PreviewState,
  SourcePlace,
} from '../../scripts/preview/protocol.ts'

export interface FakePreview extends Preview {
  /** Says the new state to all who listen. */
  readonly change: (next: Partial<PreviewState>) => PreviewState
  /** All is printed, and nothing is ahead of it. */
  readonly settle: (paper: PreviewPaper) => PreviewState
  readonly listeners: () => number
  /** Every look, in order. */
  readonly looks: (readonly number[])[]
  readonly asked: { page: number; xPt: number; yPt: number }[]
  readonly files: Map<string, Uint8Array>
  place: SourcePlace | undefined
}

/** A preview without a publication: it says what the test makes it say. */
export function fakePreview(first: Partial<PreviewState> = {}): FakePreview {
  let state: PreviewState = {
    version: 1,
    title: 'A paper',
    language: 'en-GB',
    phase: 'starting',
    contents: [],
    findings: [],
    ...first,
  }
  const listeners = new Set<(state: PreviewState) => void>()
  const tell = (next: PreviewState): PreviewState => {
    state = next
    for (const listener of listeners) listener(state)
    return state
  }
  const fake: FakePreview = {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pdf: (name) => fake.files.get(name),
    sourceAt: (page, xPt, yPt) => {
      fake.asked.push({ page, xPt, yPt })
      return fake.place
    },
    look: (pages) => void fake.looks.push(pages),
    change: (next) => tell({ ...state, version: state.version + 1, ...next }),
    settle: (paper) => {
      const { ahead: _, ...rest } = state
      return tell({ ...rest, version: state.version + 1, phase: 'settled', paper })
    },
    listeners: () => listeners.size,
    looks: [],
    asked: [],
    files: new Map(),
    place: undefined,
  }
  return fake
}

/** Lines that begin so are running heads. */
export const ARTIFACT = '~'
const [WIDTH, HEIGHT] = [300, 400]
const SIZE = { widthPt: WIDTH, heightPt: HEIGHT }

/**
 * One page for each text, with a line for each of its lines; equal texts have equal marks. The file is put where the
 * preview gives it away.
 */
export async function printed(
  fake: FakePreview,
  name: string,
  texts: readonly string[],
): Promise<PreviewPaper> {
  fake.files.set(name, await pdfOf(texts))
  const pages = texts.map((text, index) => ({
    number: index + 1,
    folio: String(index + 1),
    ...SIZE,
    mark: text,
    pdf: name,
    place: index + 1,
  }))
  return { version: Number(/\d+/.exec(name)?.[0] ?? 0), pages }
}

/** Some pages of a paper of so many, by their numbers. */
export async function printedAhead(
  fake: FakePreview,
  name: string,
  total: number,
  texts: Readonly<Record<number, string>>,
): Promise<AheadPages> {
  const entries = Object.entries(texts)
  fake.files.set(name, await pdfOf(entries.map(([, text]) => text)))
  const pages = entries.map(([number, mark]) => ({ number: Number(number), folio: number, ...SIZE, mark }))
  return { name, total, pages }
}

async function pdfOf(texts: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const text of texts) {
    const page = pdf.addPage([WIDTH, HEIGHT])
    for (const [line, words] of text.split('\n').entries()) {
      const isArtifact = words.startsWith(ARTIFACT)
      if (isArtifact) page.pushOperators(beginMarkedContent('Artifact'))
      page.drawText(words, { font, size: 12, x: 30, y: HEIGHT - 50 - 20 * line })
      if (isArtifact) page.pushOperators(endMarkedContent())
    }
  }
  return pdf.save()
}
