// Splits pictures among worker threads where there are enough of them.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Colours } from '../../colour/colours.ts'
import { convertPicture, type PictureInks } from './convert-picture.ts'
import type { PictureTask } from './picture-task.ts'

/** A picture that cannot be converted is answered by the reason. */
export type Answer = PictureInks | string

/** What a worker is given at its start. Then it is sent tasks, and answers each. */
export interface WorkerStart {
  readonly pressProfile: Uint8Array
}

interface Means {
  readonly colours: Colours
  readonly pressProfile: Uint8Array
  /** As many as are worth it, unless a test says. */
  readonly threads?: number
}

interface Question {
  readonly index: number
  readonly task: PictureTask
}

/** In this thread: while one is converted, others are decoded and coded beside it. */
const AT_ONCE = 3

/** Answers in the order of the tasks. */
export async function convertInThreads(
  tasks: readonly PictureTask[],
  { colours, pressProfile, threads = threadsFor(tasks) }: Means,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const queue = tasks.map((task, index) => ({ task, index }))
  const here = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      answers[next.index] = await answerOf(next.task, colours)
  }
  if (threads > 1) {
    const workers = Array.from({ length: Math.min(threads, tasks.length) })
    await Promise.all(workers.map(() => inWorker(pressProfile, queue, answers)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, here)) // All, or what threads have left that ended early.
  return answers
}

export const answerOf = (task: PictureTask, colours: Colours): Promise<Answer> =>
  convertPicture(task, colours).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause),
  )

const MOST_THREADS = 4
// A thread costs about a second to start; in that time some eight pictures of 1.5 million pixels are converted. One thread
// keeps two cores busy, since sharp decodes and codes beside it: measured, a second and a third gain nothing there.
const WORTH_A_THREAD = 12_000_000
const CORES_OF_ONE = 2

function threadsFor(tasks: readonly PictureTask[]): number {
  if (availableParallelism() <= CORES_OF_ONE) return 1
  const pixels = tasks.reduce((sum, { widthPx, heightPx }) => sum + widthPx * heightPx, 0)
  return Math.min(MOST_THREADS, availableParallelism(), Math.floor(pixels / WORTH_A_THREAD))
}

/** Takes from the queue until it is empty. When the thread ends early, what it had goes back. */
async function inWorker(pressProfile: Uint8Array, queue: Question[], answers: Answer[]): Promise<void> {
  const start: WorkerStart = { pressProfile: new Uint8Array(pressProfile) }
  const worker = new Worker(new URL('./convert-worker.mjs', import.meta.url), { workerData: start })
  const ended = new Promise<undefined>((resolve) => {
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const answered = new Promise<Answer>((resolve) => worker.once('message', resolve))
      worker.postMessage(copied(next.task))
      const answer = await Promise.race([answered, ended])
      if (answer === undefined) {
        queue.push(next)
        return
      }
      answers[next.index] = answer
    }
  } finally {
    await worker.terminate()
  }
}

/** A view of the file would be sent with all of the file. */
const copied = ({ sourceProfile, ...task }: PictureTask): PictureTask => ({
  ...task,
  bytes: new Uint8Array(task.bytes),
  ...(sourceProfile ? { sourceProfile: new Uint8Array(sourceProfile) } : {}),
})
