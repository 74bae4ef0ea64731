// Work that may take long, or is done on a file that may be anybody's, in threads with limits of time and memory.
// Piscina holds the threads: it replaces one that has ended, and one that rests keeps no process from ending.
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'

export interface ThreadsOptions {
  /** Threads at most. */
  readonly most?: number
  readonly memoryMb?: number
  /** What each thread is given at its start. */
  readonly given?: unknown
}

export interface TaskLimits {
  /** From when the task is handed over; loading a thread counts. */
  readonly patienceMs?: number
  /** Ends the thread that is at it. */
  readonly signal?: AbortSignal
  /** What is handed over, not copied. */
  readonly transfer?: readonly (ArrayBuffer | import('node:worker_threads').MessagePort)[]
}

export interface Threads<Task, Answer> {
  /**
   * Throws what the work throws, TookTooLong, and an Error whose message says in half a sentence why there is no
   * answer.
   */
  readonly run: (task: Task, limits?: TaskLimits) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** The thread has been ended. */
export class TookTooLong extends Error {
  constructor(patienceMs: number) {
    super(`reading it takes longer than ${Math.round(patienceMs / 1000)} seconds`)
  }
}

const MEMORY_MB = 2048
/** A thread that rests: most of a short read is the loading of what reads. */
const REST_MS = 60_000

/**
 * Threads that begin with `module`: a file of the program, `…-thread.ts`, whose `begin(given)` returns what answers a
 * task; or plain JavaScript, which needs no loader and whose default export does so. None is started before the first
 * task.
 */
export function openThreads<Task, Answer>(
  module: URL,
  { most = 1, memoryMb = MEMORY_MB, given }: ThreadsOptions = {},
): Threads<Task, Answer> {
  let pool: Promise<Piscina<Task, Answer>> | undefined
  const open = async (): Promise<Piscina<Task, Answer>> => {
    const { Piscina } = await import('piscina') // A command that needs no thread does not wait for it.
    const threads = new Piscina<Task, Answer>({
      ...beginningWith(module, given),
      minThreads: 0,
      maxThreads: most,
      idleTimeout: REST_MS,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // A thread that waits for work by Atomics stands still with all that it has begun.
      atomics: 'disabled',
    })
    threads.on('error', () => {}) // Whoever waits for an answer hears of it; while a thread rests, its end is enough.
    return threads
  }
  return {
    run(task, limits = {}) {
      pool ??= open()
      return answerWithin(pool, task, limits)
    },
    async close() {
      const closing = pool
      pool = undefined
      await (await closing)?.destroy()
    },
  }
}

/** The answer to one task, in a thread of its own. */
export async function inThread<Answer>(module: URL, task: unknown, patienceMs: number): Promise<Answer> {
  const threads = openThreads<unknown, Answer>(module)
  try {
    return await threads.run(task, { patienceMs })
  } finally {
    await threads.close()
  }
}

const PROGRAM = fileURLToPath(new URL('../../', import.meta.url))

function beginningWith(
  module: URL,
  given: unknown,
): { filename: string; workerData?: unknown; execArgv?: string[] } {
  if (module.pathname.endsWith('.mjs')) return { filename: module.href, execArgv: [] }
  const file = relative(PROGRAM, fileURLToPath(module)).split(sep).join('/')
  // Set by what started the program.
  const { whitepaperCompiled: compiled } = globalThis as { whitepaperCompiled?: string }
  const start = new URL('./start-thread.mjs', import.meta.url).href
  return { filename: start, workerData: { file, given, compiled } }
}

async function answerWithin<Task, Answer>(
  pool: Promise<Piscina<Task, Answer>>,
  task: Task,
  { patienceMs, signal, transfer = [] }: TaskLimits,
): Promise<Answer> {
  const threads = await pool
  const late = patienceMs === undefined ? undefined : AbortSignal.timeout(patienceMs)
  const signals = [late, signal].filter((one) => one !== undefined)
  try {
    return await threads.run(task, {
      transferList: [...transfer],
      ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
    })
  } catch (error) {
    if (late?.aborted && patienceMs !== undefined) throw new TookTooLong(patienceMs)
    if (/^worker exited with code/.test((error as Error).message))
      throw new Error('reading it came to no end', { cause: error })
    throw error
  }
}
