import { Worker } from 'node:worker_threads'

/** What a reader program sees of a PDF: pdf.js, which shares no code with the library that wrote it. */
export interface SeenByReader {
  readonly pages: number
  /** Empty when the file has no page labels. */
  readonly labels: readonly string[]
  readonly outline: readonly OutlineEntry[]
  /** Page from 1 of each named destination, 0 when it leads nowhere. */
  readonly destinations: Readonly<Record<string, number>>
  readonly title: string
}

export interface OutlineEntry {
  readonly title: string
  /** From 1. */
  readonly depth: number
  readonly page: number
}

/** A sound file of 2,000 pages takes a second. */
const PATIENCE_MS = 60_000

/** A thread that has read a sound file and waits for the next: most of a short read is the loading of pdf.js. */
let resting: Worker | undefined

/** Opens the bytes with pdf.js in a thread of its own. Throws what pdf.js says of a file that it cannot open. */
export async function readWithPdfjs(bytes: Uint8Array): Promise<SeenByReader> {
  const thread = resting ?? startThread()
  resting = undefined
  thread.ref()
  try {
    const seen = await ask(thread, bytes)
    thread.unref() // It keeps no process from ending.
    if (!resting) resting = thread
    return seen
  } finally {
    // One that met a file that it could not read, or that another has come before, is not used again.
    if (resting !== thread) await thread.terminate()
  }
}

function startThread(): Worker {
  const thread = new Worker(new URL('./pdfjs-thread.mjs', import.meta.url), {
    execArgv: [], // without the loaders of the pipeline
    // pdf.js prints advice about drawing, which is not asked of it; what matters comes as a message.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  thread.on('error', () => {}) // Whoever waits for an answer hears of it; while it rests, its end is enough.
  thread.once('exit', () => {
    if (resting === thread) resting = undefined
  })
  return thread
}

async function ask(thread: Worker, bytes: Uint8Array): Promise<SeenByReader> {
  const over = new AbortController()
  try {
    return await new Promise<SeenByReader>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error('a reader took longer than a minute over it')),
        PATIENCE_MS,
      )
      const onMessage = ({ answer, problem }: { answer?: SeenByReader; problem?: string }): void =>
        answer ? resolve(answer) : reject(new Error(problem))
      const onExit = (): void => reject(new Error('the reader stopped without an answer'))
      thread.once('message', onMessage).once('error', reject).once('exit', onExit)
      over.signal.addEventListener('abort', () => {
        clearTimeout(late)
        thread.off('message', onMessage).off('error', reject).off('exit', onExit)
      })
      const copy = Uint8Array.from(bytes)
      thread.postMessage(copy, [copy.buffer])
    })
  } finally {
    over.abort()
  }
}
