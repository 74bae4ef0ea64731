import { openCache } from '../ground/files/cache.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { FinishedPdf } from '../model/finished.ts'
import type { PageMap, PrintedPdf } from '../model/printed.ts'
import type { PrintedPiece } from '../model/printed-piece.ts'
import type { Settings } from '../model/settings.ts'
import { describe } from './describe.ts'
import { setDestinations } from './destinations.ts'
import { expansions } from './expansions.ts'
import { folios, hasHeads } from './folios.ts'
import { setPageLabels } from './labels.ts'
import { linkOutline } from './link-outline.ts'
import { setMetadata } from './metadata.ts'
import { setOutline } from './outline.ts'
import { setOutputIntent } from './output-intent.ts'
import { openPieces, type PiecesAtWork, threadsHere } from './pieces/finish-pieces.ts'
import type { FinishedPiece } from './pieces/finished-piece.ts'
import { joinPieces } from './pieces/join-pieces.ts'
import type { PieceOfBook } from './pieces/joining.ts'
import { remembered, rememberedWhole } from './pieces/remember-finished.ts'
import { writePdf } from './write-pdf.ts'
import type { Claims } from './xmp.ts'

/** What is asked of a book and of its document. */
export type BookToFinish = Pick<Book, 'headings'>
export type DocumentToFinish = Pick<HtmlDocument, 'abbreviations' | 'runs'>

/** A book that is finished while it is printed. */
export interface Finishing {
  /** Begins with a piece. Its pages are those that `pageMap` says, or it is begun once more. */
  readonly begin: (piece: PrintedPiece, pageMap: PageMap) => void
  /** Pieces that were not begun are finished too. Nothing is left running. */
  readonly finish: (printed: PrintedPdf, book: BookToFinish) => Promise<FinishedPdf>
  /** For a book that is given up. */
  readonly close: () => Promise<void>
}

/**
 * Turns what the browser printed into the PDF that is published: tags that say what the text says, page labels,
 * bookmarks, metadata, and a third of the size. What is no draft claims PDF/UA-1 and PDF/A-2a, or PDF/A-2u where
 * accessibility is reported only; reading it back must bear the claim out before anything is published. The same
 * input gives the same bytes, whoever finishes which piece, and when.
 */
export const finishPdf = (
  printed: PrintedPdf,
  book: BookToFinish,
  document: DocumentToFinish,
  settings: Settings,
): Promise<FinishedPdf> => openFinishing(document, settings).finish(printed, book)

/** The same, begun with each piece as soon as it is printed. `threads`: how many may finish pieces. */
export function openFinishing(
  document: DocumentToFinish,
  settings: Settings,
  threads = threadsHere(),
): Finishing {
  const { noteLink: note, backToText } = settings.theme.words
  const { widthMm, heightMm } = settings.theme.page
  const begun = new Map<Uint8Array, { readonly heads: string; readonly piece: Promise<FinishedPiece> }>()
  const memory = settings.remembers ? openCache(settings.cache, 'finished') : undefined
  let atWork: PiecesAtWork | undefined
  let headsOf: { readonly pageMap: PageMap; readonly pages: readonly boolean[] } | undefined
  const begin = ({ bytes, first, pages }: PrintedPiece, pageMap: PageMap): Promise<FinishedPiece> => {
    if (pageMap !== headsOf?.pageMap) headsOf = { pageMap, pages: hasHeads(document.runs, pageMap) }
    const heads = headsOf.pages.slice(first - 1, first - 1 + pages)
    const known = begun.get(bytes)
    if (known?.heads === String(heads)) return known.piece
    atWork ??= openPieces(Math.min(threads, threadsWorth(bytes.length / pages, pages, pageMap.total)))
    const tags = { hasHeads: heads, words: { note, backToText } }
    const task = { bytes, tags, trimMm: { widthMm, heightMm } }
    const piece = remembered(memory, task, atWork.begin)
    piece.catch(() => {}) // Told where it is awaited.
    begun.set(bytes, { heads: String(heads), piece })
    return piece
  }
  const close = async (): Promise<void> => atWork?.close()
  const join = async (printed: PrintedPdf, book: BookToFinish): Promise<Uint8Array> => {
    const all = printed.pieces.map((piece) => begin(piece, printed.pageMap))
    const pieces = await atWork!.all(all)
    const ofBook = pieces.map((piece, index) => ({
      ...piece,
      continues: printed.pieces[index]!.continues,
    }))
    return finishWhole(ofBook, printed, book, document, settings)
  }
  return {
    begin,
    close,
    async finish(printed, book) {
      try {
        const files = printed.pieces.map(({ bytes }) => bytes)
        const said = saidOfWhole(printed, book, document, settings)
        const bytes = await rememberedWhole(memory, files, said, () => join(printed, book))
        return { bytes, labels: folios(document.runs, printed.pageMap).map(({ label }) => label) }
      } finally {
        await close()
      }
    },
  }
}

/** All that `finishWhole` asks for beside the pieces. */
function saidOfWhole(
  printed: PrintedPdf,
  { headings }: BookToFinish,
  { abbreviations, runs }: DocumentToFinish,
  settings: Settings,
): unknown {
  const { noteLink, backToText } = settings.theme.words
  const { draft, publication, theme } = settings
  return [
    describe(printed, settings),
    printed.pageMap,
    printed.pieces.map(({ continues }) => continues),
    { headings, abbreviations, runs, noteLink, backToText, draft },
    publication.accessibility,
    [theme.page.widthMm, theme.page.heightMm],
  ]
}

// A thread spends a third of a second on loading what it needs; two megabytes of the browser's take three times that.
const WORTH_A_THREAD = 2_000_000

/** None for a book of one piece: there is nothing that could be done beside it. */
const threadsWorth = (bytesPerPage: number, pages: number, total: number): number =>
  pages === total ? 0 : Math.ceil((bytesPerPage * total) / WORTH_A_THREAD) - 1

/** What only the whole can say. */
async function finishWhole(
  pieces: readonly PieceOfBook[],
  printed: PrintedPdf,
  book: BookToFinish,
  document: DocumentToFinish,
  settings: Settings,
): Promise<Uint8Array> {
  const joined = await joinPieces(pieces, expansions(document.abbreviations))
  const { pdf, headings } = joined
  setPageLabels(pdf, folios(document.runs, printed.pageMap))
  setOutline(pdf, book.headings, joined, printed.pageMap)
  if (headings) linkOutline(pdf, headings)
  setDestinations(pdf, joined.destinations)
  setOutputIntent(pdf)
  setMetadata(pdf, describe(printed, settings), claimsOf(headings !== undefined, settings))
  return writePdf(pdf.context)
}

function claimsOf(isTagged: boolean, { draft, publication }: Settings): Claims {
  if (!isTagged || draft) return 'none'
  return publication.accessibility === 'reported' ? 'archival' : 'accessible'
}
