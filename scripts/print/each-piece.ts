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
  /** Told when a browser died of a piece and another does it. */
  readonly onDeath: (reason: string) => void
}

/**
 * Does the work for each of `some`, one at a time in each renderer, what lies open where it lies. Throws LostPiece,
 * and what the work throws.
 */
export async function eachPiece<P extends Piece>(
  working: Working,
  some: readonly P[],
  work: PieceWork<P>,
): Promise<void> {
  const waiting = [...some]
  const next = (renderer: number): P | undefined => {
    const at = waiting.findIndex(({ open }) => open?.renderer === renderer)
    const free = at < 0 ? waiting.findIndex(({ open }) => open === undefined) : at
    return free < 0 ? undefined : waiting.splice(free, 1)[0]
  }
  const { renderers } = working
  const run = async (renderer: number): Promise<void> => {
    // One that cannot be started is no loss as long as there is another.
    if (renderer > 0 && !(await renderers.get(renderer).catch(() => undefined))) return
    for (let piece = next(renderer); piece; piece = next(renderer)) {
      try {
        await survive(working, piece, renderer, work)
      } catch (error) {
        waiting.length = 0 // The others finish what they are at.
        throw error
      }
    }
  }
  // What lies open can be worked on by its own renderer only.
  const wanted = Math.max(
    Math.min(renderers.most, some.length),
    ...some.map(({ open }) => (open ? open.renderer + 1 : 0)),
  )
  const done = await Promise.allSettled(Array.from({ length: wanted }, (_, renderer) => run(renderer)))
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

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
      if (browser.connected && !isLost(error)) throw error
      const reason = browser.connected ? 'its page crashed' : 'its process ended'
      piece.deaths += 1
      if (piece.deaths > 1) throw new LostPiece(piece, `${reason}, twice`)
      // They share its process.
      for (const one of pieces) if (one.open?.renderer === renderer) closePiece(one)
      if (!browser.connected) await replace(renderers, renderer, piece, reason)
      onDeath(reason)
    }
  }
}

async function replace(renderers: Renderers, index: number, piece: Piece, reason: string): Promise<void> {
  try {
    await renderers.replace(index)
  } catch (error) {
    if (error instanceof NoBrowserError)
      throw new LostPiece(piece, `${reason}, and no other could be started`)
    throw error
  }
}

const HANGS = 'it hangs and does not answer any more'

const isSilence = (error: unknown): boolean =>
  error instanceof Error && /\btimed out\b|^Navigation timeout/i.test(error.message)

// Puppeteer says it in several ways, depending on which call was under way.
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /TargetCloseError|Target closed|Session closed|Connection closed|detached|crashed/i.test(
    `${error.name} ${error.message}`,
  )
