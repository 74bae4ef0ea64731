// Finishes pieces in threads while others are still printed, and here what no thread has taken.
import { availableParallelism } from 'node:os'
import { openThreads, type Threads } from '../../ground/threads/threads.ts'
import { finishPiece } from './finish-piece.ts'
import type { FinishedPiece, PieceTask } from './finished-piece.ts'

export interface PiecesAtWork {
  /** A thread takes it as soon as one has time; without threads it is done here, between other things. */
  readonly begin: (task: PieceTask) => Promise<FinishedPiece>
  /** Takes part until all of these are there. */
  readonly all: (pieces: readonly Promise<FinishedPiece>[]) => Promise<FinishedPiece[]>
  /** What waits is given up, and what is at work is ended. */
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly task: PieceTask
  readonly resolve: (piece: Promise<FinishedPiece>) => void
}

const MOST_THREADS = 7

/**
 * One core is left to whoever joins, and asks the browsers. Where two cores have two browsers to feed, a thread would
 * only cost what it takes to load and warm up: 1.3 s of processor time in a book of 474 pages.
 */
export const threadsHere = (cores = availableParallelism()): number =>
  cores > 2 ? Math.min(MOST_THREADS, cores - 1) : 0

/** Of so many threads at most; none is started before the first task. */
export function openPieces(most: number): PiecesAtWork {
  const queue: Waiting[] = []
  const threads: Threads<PieceTask, FinishedPiece> = openThreads(
    new URL('./finish-thread.ts', import.meta.url),
    { most: Math.max(1, most) },
  )
  let isOpen = true
  let busy = 0
  let begun = 0
  let wake = (): void => {}
  const inOneThread = async (): Promise<void> => {
    busy++
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { task, resolve } = next
      // What a thread cannot do, for want of memory say, is done here, or fails here.
      const done = threads.run(copied(task)).catch((cause: unknown) => {
        if (isOpen) return finishPiece(task)
        throw cause // Nobody waits for it.
      })
      resolve(done)
      await done.catch(() => {}) // Told to whoever waits for the piece.
    }
    busy--
  }
  let isHere = false
  const here = async (): Promise<void> => {
    if (isHere) return
    isHere = true
    for (await turn(); isOpen && queue.length > 0; await turn()) {
      const { task, resolve } = queue.shift()!
      const piece = finishPiece(task)
      resolve(piece)
      await piece.catch(() => {}) // Told to whoever waits for it.
    }
    isHere = false
  }
  return {
    begin: (task) =>
      new Promise((resolve) => {
        queue.push({ task, resolve })
        begun++
        wake()
        if (most === 0) void here()
        // A single piece is done here sooner than a thread is there.
        else if (isOpen && busy < most && begun > 1) void inOneThread()
      }),
    async all(pieces) {
      let isDone = false
      const done = Promise.all(pieces).finally(() => {
        isDone = true
        wake()
      })
      done.catch(() => {}) // Told below.
      while (!isDone) {
        const next = queue.shift()
        // Some are still looked for where they may be remembered.
        if (!next)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        else {
          const piece = finishPiece(next.task)
          next.resolve(piece)
          await piece.catch(() => {})
        }
      }
      return done
    },
    async close() {
      isOpen = false
      queue.length = 0
      await threads.close()
    },
  }
}

/** What the browsers have sent meanwhile is answered first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A view of a file would be sent with all of the file. */
const copied = ({ bytes, ...task }: PieceTask): PieceTask => ({ ...task, bytes: new Uint8Array(bytes) })
