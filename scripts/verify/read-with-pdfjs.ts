import { openThreads, TookTooLong } from '../ground/threads/threads.ts'

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
const MOST_AT_ONCE = 4

const readers = openThreads<Uint8Array, SeenByReader>(new URL('./pdfjs-thread.mjs', import.meta.url), {
  most: MOST_AT_ONCE,
  memoryMb: 512,
})

/**
 * Begins to load pdf.js, which takes longer than reading a file with it: for when there is time, and a file will come.
 */
export function prepareReader(): void {
  readers.run(new Uint8Array()).catch(() => {}) // That there is nothing in it is no news.
}

/** Opens the bytes with pdf.js in a thread of its own. Throws what pdf.js says of a file that it cannot open. */
export async function readWithPdfjs(bytes: Uint8Array): Promise<SeenByReader> {
  const copy = Uint8Array.from(bytes)
  try {
    return await readers.run(copy, { patienceMs: PATIENCE_MS, transfer: [copy.buffer] })
  } catch (error) {
    if (error instanceof TookTooLong)
      throw new Error('a reader took longer than a minute over it', { cause: error })
    throw error
  }
}
