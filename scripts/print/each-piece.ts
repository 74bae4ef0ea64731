// Pieces are shared out among the renderers, and a renderer that dies costs its piece one more try, not the book.
import { NoBrowserError } from './no-browser-error.ts'
import { closePiece, type Piece } from './piece.ts'
import type { Renderers } from './renderers.ts'

/** `renderer` is the number of the one that does it. */
export type PieceWork<P extends Piece> = (piece: P, renderer: number) => Promise<void>

/** A piece that could not be worked on, and why, in half a sentence. */
export class LostPiece extends Error {
  readonly piece: Piece
  constructor(piece: Piece, reason: string) {
    super(reason)
    this.piece = piece
  }
}

export interface Working {
  readonly renderers: Renderers
  /** All pieces: those that lie open in a renderer go with it. */
  readonly pieces: readonly Piece[]
  /** Told when a browser died of a piece, or cannot be had, and another does its work. */
  readonly onDeath: (reason: string) => void
}

/**
 * Does the work for each of `some`, one at a time in each renderer, what lies open where it lies. A renderer that
 * cannot be had, or goes for good, leaves its pieces to the others. Throws LostPiece, and what the work throws.
 */
export async function eachPiece<P extends Piece>(
  working: Working,
  some: readonly P[],
  work: PieceWork<P>,
): Promise<void> {
  const { renderers, onDeath } = working
  const waiting = [...some]
  const gone = new Set<number>()
  const run = async (renderer: number): Promise<void> => {
    if (!(await isThere(working, renderer))) gone.add(renderer)
    while (!gone.has(renderer)) {
      const piece = takeNext(waiting, renderer)
      if (!piece) return
      try {
        await survive(working, piece, renderer, work)
      } catch (error) {
        gone.add(renderer)
        if (error instanceof NoBrowserError) {
          waiting.unshift(piece)
          onDeath(othersDo(error))
        } else {
          waiting.length = 0 // The others finish what they are at.
          throw error
        }
      }
    }
  }
  while (waiting.length > 0) {
    const able = Array.from({ length: renderers.most }, (_, index) => index)
      .filter((index) => !gone.has(index))
      // What lies open can be worked on by its own renderer only.
      .filter(
        (index, place) => place < waiting.length || waiting.some(({ open }) => open?.renderer === index),
      )
    if (able.length === 0) throw new LostPiece(waiting[0]!, NONE_IS_LEFT)
    const done = await Promise.allSettled(able.map(run))
    const failed = done.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}

function takeNext<P extends Piece>(waiting: P[], renderer: number): P | undefined {
  const at = waiting.findIndex(({ open }) => open?.renderer === renderer)
  const free = at < 0 ? waiting.findIndex(({ open }) => open === undefined) : at
  return free < 0 ? undefined : waiting.splice(free, 1)[0]
}

async function isThere({ renderers, onDeath }: Working, renderer: number): Promise<boolean> {
  try {
    await renderers.get(renderer)
    return true
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error
    onDeath(othersDo(error))
    return false
  }
}

const othersDo = ({ message }: NoBrowserError): string =>
  `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}; others did its part`

/** Throws NoBrowserError when its renderer ends and cannot be had again. */
async function survive<P extends Piece>(
  working: Working,
  piece: P,
  renderer: number,
  work: PieceWork<P>,
): Promise<void> {
  const { renderers, pieces, onDeath } = working
  for (;;) {
    const { browser } = await renderers.get(renderer)
    try {
      return await work(piece, renderer)
    } catch (error) {
      closePiece(piece)
      if (isSilence(error)) throw new LostPiece(piece, HANGS)
      if (isUnprinted(error)) throw new LostPiece(piece, CANNOT_PRINT)
      if (browser.connected && !isLost(error)) throw error
      const reason = browser.connected ? 'its page crashed' : 'its process ended'
      piece.deaths += 1
      if (piece.deaths > 1) throw new LostPiece(piece, `${reason}, twice`)
      // They share its process.
      for (const one of pieces) if (one.open?.renderer === renderer) closePiece(one)
      if (!browser.connected) await renderers.replace(renderer)
      onDeath(`${reason}; a fresh one printed it`)
    }
  }
}

const HANGS = 'it hangs and does not answer any more'
const CANNOT_PRINT = 'it could not print these pages'
const NONE_IS_LEFT = 'its process ended, and no other could be started'

/** Chromium's word for any of its parts that failed: seen where its temporary files have no room. */
const isUnprinted = (error: unknown): boolean =>
  error instanceof Error && /\bPrinting failed\b/.test(error.message)

const isSilence = (error: unknown): boolean =>
  error instanceof Error && /\btimed out\b|^Navigation timeout/i.test(error.message)

// Puppeteer says it in several ways, depending on which call was under way.
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /TargetCloseError|Target closed|Session closed|Connection closed|detached|crashed/i.test(
    `${error.name} ${error.message}`,
  )
