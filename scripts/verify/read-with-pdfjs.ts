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

/** Opens the bytes with pdf.js in a thread of its own. Throws what pdf.js says of a file that it cannot open. */
export function readWithPdfjs(bytes: Uint8Array): Promise<SeenByReader> {
  const copy = Uint8Array.from(bytes)
  const worker = new Worker(new URL('./pdfjs-thread.mjs', import.meta.url), {
    workerData: copy,
    transferList: [copy.buffer],
    execArgv: [], // without the loaders of the pipeline
    // pdf.js prints advice about drawing, which is not asked of it; what matters comes as a message.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return new Promise<SeenByReader>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('a reader took longer than a minute over it')),
      PATIENCE_MS,
    )
    worker.once('message', (message: { answer?: SeenByReader; problem?: string }) => {
      if (message.answer) resolve(message.answer)
      else reject(new Error(message.problem))
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the reader stopped without an answer'))
    })
  }).finally(() => worker.terminate())
}
