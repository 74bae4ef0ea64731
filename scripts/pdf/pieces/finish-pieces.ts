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

interface Queue {
  readonly waiting: Waiting[]
  isOpen: boolean
  /** Told of all that comes to wait. */
  wake: () => void
}

/** Of so many threads at most; none is started before the first task. */
export function openPieces(most: number): PiecesAtWork {
  const queue: Queue = { waiting: [], isOpen: true, wake: () => {} }
  const threads: PieceThreads = openThreads(new URL('./finish-thread.ts', import.meta.url), {
    most: Math.max(1, most),
  })
  const work = most === 0 ? workingHere(queue) : workingInThreads(queue, threads, most)
  return {
    begin: (task) =>
      new Promise((resolve) => {
        queue.waiting.push({ task, resolve })
        queue.wake()
        work()
      }),
    all: (pieces) => helpUntilDone(queue, pieces),
    async close() {
      queue.isOpen = false
      queue.waiting.length = 0
      await threads.close()
    },
  }
}

type PieceThreads = Threads<PieceTask, FinishedPiece>

/** Called with each task that comes. */
function workingInThreads(queue: Queue, threads: PieceThreads, most: number): () => void {
  let busy = 0
  let begun = 0
  const inOneThread = async (): Promise<void> => {
    busy++
    for (let next = queue.waiting.shift(); next; next = queue.waiting.shift()) {
      const { task, resolve } = next
      // What a thread cannot do, for want of memory say, is done here, or fails here.
      const done = threads.run(copied(task)).catch((cause: unknown) => {
        if (queue.isOpen) return finishPiece(task)
        throw cause // Nobody waits for it.
      })
      resolve(done)
      await done.catch(() => {}) // Told to whoever waits for the piece.
    }
    busy--
  }
  return () => {
    begun++
    // A single piece is done here sooner than a thread is there.
    if (queue.isOpen && busy < most && begun > 1) void inOneThread()
  }
}

function workingHere(queue: Queue): () => void {
  let isAtWork = false
  return async () => {
    if (isAtWork) return
    isAtWork = true
    for (await turn(); queue.isOpen && queue.waiting.length > 0; await turn()) await finishNext(queue)
    isAtWork = false
  }
}

async function finishNext({ waiting }: Queue): Promise<void> {
  const { task, resolve } = waiting.shift()!
  const piece = finishPiece(task)
  resolve(piece)
  await piece.catch(() => {}) // Told to whoever waits for it.
}

async function helpUntilDone(
  queue: Queue,
  pieces: readonly Promise<FinishedPiece>[],
): Promise<FinishedPiece[]> {
  let isDone = false
  const done = Promise.all(pieces).finally(() => {
    isDone = true
    queue.wake()
  })
  done.catch(() => {}) // Told below.
  while (!isDone) {
    // Some are still looked for where they may be remembered.
    if (queue.waiting.length > 0) await finishNext(queue)
    else
      await new Promise<void>((resolve) => {
        queue.wake = resolve
      })
  }
  return done
}

/** What the browsers have sent meanwhile is answered first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A view of a file would be sent with all of the file. */
const copied = ({ bytes, ...task }: PieceTask): PieceTask => ({ ...task, bytes: new Uint8Array(bytes) })
