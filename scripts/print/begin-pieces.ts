// Each piece by itself: opened, made to fit, and measured.
import type { HtmlDocument } from '../model/document.ts'
import { commonCharacters } from './checks/characters-can-be-drawn.ts'
import { eachPiece, type Working } from './each-piece.ts'
import { type FontRule, findCharacters, listFontRules } from './in-page/find-characters.ts'
import { NOTHING } from './lay-out.ts'
import { measureDocument } from './measure-document.ts'
import { type Begun, type BegunPiece, closePiece, inPage, type Piece } from './piece.ts'
import { contentsOnce, keep, keyOfPiece, type Memory, recall } from './remember-pieces.ts'
import type { Renderers } from './renderers.ts'
import { runInPage } from './run-in-page.ts'

/** The pieces of a document, none of them opened yet. */
export function piecesOf(document: HtmlDocument, browser: string): Promise<Piece[]> {
  const contents = contentsOnce()
  return Promise.all(
    document.pieces.map(async (piece): Promise<Piece> => {
      const own = new Set(piece.runs)
      const runs = document.runs.filter(({ id }) => own.has(id))
      return {
        piece,
        document: { ...document, html: piece.html, runs },
        key: await keyOfPiece(piece, runs, document, browser, contents),
        begun: undefined,
        measured: NOTHING,
        written: undefined,
        open: undefined,
        ahead: undefined,
        deaths: 0,
        isPrinted: false,
        seconds: 0,
      }
    }),
  )
}

/**
 * Pieces that stay open from measuring to printing: opening one again costs a seventh of a second, keeping one open
 * tens of megabytes.
 */
const MOST_OPEN = 16

export const areTooMany = ({ pieces }: Working): boolean =>
  pieces.filter(({ open }) => open).length > MOST_OPEN

export function closeIfTooMany(piece: Piece, working: Working): void {
  if (areTooMany(working)) closePiece(piece)
}

export async function beginPieces(
  working: Working,
  memory: Memory,
  lap: (step: string) => void,
): Promise<BegunPiece[]> {
  const { pieces, renderers } = working
  const keys = new Map<Piece, string>()
  await Promise.all(
    pieces.map(async (piece) => {
      const { key, facts } = await recall<Begun>(memory, piece, 'begin', '')
      keys.set(piece, key)
      if (facts) know(piece, facts)
    }),
  )
  let common: Promise<string> | undefined
  const commonOnce = (rules: readonly FontRule[], document: HtmlDocument): Promise<string> => {
    common ??= commonCharacters(rules, document) // Every piece has the same fonts.
    return common
  }
  const fresh = pieces.filter(({ begun }) => !begun)
  await eachPiece(working, fresh, async (piece, renderer) => {
    lap('open')
    const begun = await begin(piece, renderers, renderer, commonOnce)
    know(piece, begun)
    await keep(memory, keys.get(piece)!, begun)
    closeIfTooMany(piece, working)
    lap('begin')
  })
  for (const [piece, key] of keys) piece.key = key
  return pieces.filter(hasBegun)
}

function know(piece: Piece, begun: Begun): void {
  piece.begun = begun
  piece.measured = begun.measured
}

const hasBegun = (piece: Piece): piece is BegunPiece => piece.begun !== undefined

function begin(
  piece: Piece,
  renderers: Renderers,
  renderer: number,
  commonOf: typeof commonCharacters,
): Promise<Begun> {
  const { document } = piece
  return inPage(piece, renderers, renderer, async ({ page, prepared, refused }) => {
    const { failed, anchors, geometry, fit } = prepared
    const fontRules = await runInPage(page, listFontRules)
    const common = await commonOf(fontRules, document)
    const rare = fontRules.length > 0 ? await runInPage(page, findCharacters, common) : []
    const only = document.runs.map(({ id }) => id)
    const wishes = { only, wanted: anchors.ids, withMarks: false }
    const measured = await measureDocument(page, geometry, wishes)
    return { refused: [...refused], failed, anchors, geometry, fit, fontRules, rare, measured }
  })
}
