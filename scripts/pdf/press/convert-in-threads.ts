// Splits pictures among threads where there are enough of them.
import { availableParallelism } from 'node:os'
import type { Colours } from '../../ground/colour/colours.ts'
import { openThreads, type Threads } from '../../ground/threads/threads.ts'
import { convertPicture, type PictureInks } from './convert-picture.ts'
import type { PictureTask } from './picture-task.ts'

/** A picture that cannot be converted is answered by the reason. */
export type Answer = PictureInks | string

/** What a thread is given at its start. */
export interface ThreadStart {
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
    await inThreads(Math.min(threads, tasks.length), pressProfile, queue, answers)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, here)) // All, or what threads have left that ended early.
  return answers
}

export const answerOf = (task: PictureTask, colours: Colours): Promise<Answer> =>
  convertPicture(task, colours).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause),
  )

const MOST_THREADS = 4
// A thread costs about a second to start; in that time some eight pictures of 1.5 million pixels are converted. One
// thread keeps two cores busy, since sharp decodes and codes beside it: measured, a second and a third gain nothing
// there.
const WORTH_A_THREAD = 12_000_000
const CORES_OF_ONE = 2

function threadsFor(tasks: readonly PictureTask[]): number {
  if (availableParallelism() <= CORES_OF_ONE) return 1
  const pixels = tasks.reduce((sum, { widthPx, heightPx }) => sum + widthPx * heightPx, 0)
  return Math.min(MOST_THREADS, availableParallelism(), Math.floor(pixels / WORTH_A_THREAD))
}

async function inThreads(
  most: number,
  pressProfile: Uint8Array,
  queue: Question[],
  answers: Answer[],
): Promise<void> {
  const given: ThreadStart = { pressProfile: new Uint8Array(pressProfile) }
  const threads = openThreads<PictureTask, Answer>(new URL('./convert-thread.ts', import.meta.url), {
    most,
    given,
  })
  try {
    await Promise.all(Array.from({ length: most }, () => inOneThread(threads, queue, answers)))
  } finally {
    await threads.close()
  }
}

/** Takes from the queue until it is empty. When the thread ends early, what it had goes back. */
async function inOneThread(
  threads: Threads<PictureTask, Answer>,
  queue: Question[],
  answers: Answer[],
): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const answer = await threads.run(copied(next.task)).catch(() => undefined)
    if (answer === undefined) {
      queue.push(next)
      return
    }
    answers[next.index] = answer
  }
}

/** A view of the file would be sent with all of the file. */
const copied = ({ sourceProfile, ...task }: PictureTask): PictureTask => ({
  ...task,
  bytes: new Uint8Array(task.bytes),
  ...(sourceProfile ? { sourceProfile: new Uint8Array(sourceProfile) } : {}),
})
