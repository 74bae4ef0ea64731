// All pieces together: placed one behind the other, page numbers filled in, and measured again where these moved a
// line.

import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'
import { areTooMany, closeIfTooMany } from './begin-pieces.ts'
import { eachPiece, type PieceWork, type Working } from './each-piece.ts'
import type { Measured } from './in-page/measure-runs.ts'
import {
  type Layout,
  mapPages,
  mergeMeasured,
  NOTHING,
  placeDocument,
  ROUNDS,
  unknownAnchors,
  wantedAnchors,
  whatToWrite,
} from './lay-out.ts'
import { measureDocument } from './measure-document.ts'
import { type BegunPiece, closePiece, inPage, type Piece, type Written, write } from './piece.ts'
import type { PlacedRun } from './place-runs.ts'
import { keep, type Memory, recall } from './remember-pieces.ts'
import type { Renderers } from './renderers.ts'

/** Where all stands, as the page numbers have it. */
export interface Numbered {
  readonly placed: readonly PlacedRun[]
  readonly pageMap: PageMap
}

export interface LaidOut extends Omit<Layout, 'measured'> {
  /** Places whose page is named and that stand on no page. */
  readonly unknown: readonly string[]
}

/** Gives what is done with a piece that cannot stay open when its numbers are written, and nothing in it moved. */
export type OnWritten = (
  numbered: Numbered,
  writtenOf: (piece: BegunPiece) => Written,
) => PieceWork<BegunPiece>

export async function layOutPieces(
  document: HtmlDocument,
  pieces: readonly BegunPiece[],
  working: Working,
  memory: Memory,
  onWritten?: OnWritten,
): Promise<LaidOut> {
  const wanted = wantedAnchors(
    document,
    pieces.map(({ begun }) => begun.anchors),
  )
  for (let round = 1; ; round++) {
    const measured = together(pieces)
    const placed = placeDocument(document, measured)
    const pageMap = mapPages(placed, measured, wanted)
    const moved = await writeNumbers(pieces, { placed, pageMap }, working, memory, onWritten)
    if (!moved || round === ROUNDS) {
      const unknown = [...new Set(pieces.flatMap(({ begun }) => unknownAnchors(begun.anchors, pageMap)))]
      return { pageMap, placed, unknown, inline: new Set(measured.inline) }
    }
  }
}

function together(pieces: readonly BegunPiece[]): Measured {
  return {
    pages: Object.assign({}, ...pieces.map(({ measured }) => measured.pages)),
    filled: Object.assign({}, ...pieces.map(({ measured }) => measured.filled)),
    settled: {},
    anchors: Object.assign({}, ...pieces.map(({ measured }) => measured.anchors)),
    inline: pieces.flatMap(({ measured }) => measured.inline),
    marks: {},
  }
}

interface Outcome {
  /** Runs in which a number changed its length. */
  readonly changed: readonly string[]
  /** Of these. */
  readonly news: Measured
}

/** Whether the length of a number changed anywhere; what breaks elsewhere now is measured again. */
export async function writeNumbers(
  pieces: readonly BegunPiece[],
  { placed, pageMap }: Numbered,
  working: Working,
  memory: Memory,
  onWritten?: OnWritten,
): Promise<boolean> {
  let moved = false
  const know = (piece: BegunPiece, { key, wishes }: Waiting, { changed, news }: Outcome): void => {
    piece.key = key
    piece.written = wishes
    piece.measured = mergeMeasured(piece.measured, news, piece.begun.anchors.ids, new Set(changed))
    moved ||= changed.length > 0
  }
  const waiting = new Map<Piece, Waiting>()
  const toWrite = whatToWrite(placed, pageMap)
  const wishesOf = ({ document, begun }: BegunPiece): Written => toWrite(document.runs, begun.anchors)
  await Promise.all(
    pieces.map(async (piece) => {
      const wishes = wishesOf(piece)
      if (isWritten(piece, wishes)) return
      const { key, facts } = await recall<Outcome>(memory, piece, 'write', wishes)
      if (!facts) waiting.set(piece, { key, wishes })
      else {
        closePiece(piece) // What lies open says something else now.
        know(piece, { key, wishes }, facts)
      }
    }),
  )
  const fresh = pieces.filter((piece) => waiting.has(piece))
  const next = onWritten?.({ placed, pageMap }, wishesOf)
  const stays = new Map<BegunPiece, boolean>()
  await eachPiece(working, fresh, async (piece, renderer) => {
    // Once only: where a browser dies of what comes next, all is written already, and nothing would change.
    if (!stays.has(piece)) {
      const wanted = waiting.get(piece)!
      const outcome = await writeInto(piece, wanted.wishes, working.renderers, renderer)
      await keep(memory, wanted.key, outcome)
      stays.set(piece, staysPut(piece.measured, outcome.news))
      know(piece, wanted, outcome)
    }
    if (next && stays.get(piece) && areTooMany(working)) await next(piece, renderer)
    closeIfTooMany(piece, working)
  })
  return moved
}

/** Whether all stands where it stood: then no other piece will be moved by it. */
const staysPut = (before: Measured, news: Measured): boolean =>
  Object.entries(news.pages).every(([run, pages]) => before.pages[run] === pages) &&
  Object.entries(news.filled).every(([run, filled]) => before.filled[run] === filled) &&
  Object.entries(news.anchors).every(([anchor, place]) => String(before.anchors[anchor]) === String(place))

interface Waiting {
  readonly key: string
  readonly wishes: Written
}

const isWritten = ({ written }: Piece, wishes: Written): boolean =>
  JSON.stringify(written ?? NOTHING_WRITTEN) === JSON.stringify(wishes)

const NOTHING_WRITTEN: Written = { numbers: { folios: {}, ranges: {} }, blanks: [] }

/** A piece that has to be opened for it is opened as it was, to see what changes. */
function writeInto(
  piece: BegunPiece,
  wishes: Written,
  renderers: Renderers,
  renderer: number,
): Promise<Outcome> {
  const { document, begun } = piece
  return inPage(piece, renderers, renderer, async ({ page }) => {
    const changed = await write(page, document, wishes)
    if (changed.length === 0) return { changed, news: NOTHING }
    const asked = { only: changed, wanted: begun.anchors.ids, withMarks: false }
    return { changed, news: await measureDocument(page, begun.geometry, asked) }
  })
}
