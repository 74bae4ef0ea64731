import { openThreads } from '../../scripts/ground/threads/threads.ts'

export interface SeenEntry {
  readonly title: string
  /** From 0; undefined where it leads to a place by its name. */
  readonly page: number | undefined
  readonly items: readonly SeenEntry[]
}

/** What a reader program that shares no code with ours sees of a file. */
export interface SeenByPdfjs {
  readonly labels: readonly string[] | null
  readonly info: object
  readonly xmp: { readonly title: unknown; readonly creator: unknown; readonly raw: string } | null
  readonly preferences: unknown
  readonly pageMode: string
  readonly outline: readonly SeenEntry[]
  /** Of each page. */
  readonly texts: readonly string[]
  /** Samples of the first picture on the first page. */
  readonly picture: Uint8Array | undefined
}

const readers = openThreads<Uint8Array, SeenByPdfjs>(new URL('./pdfjs-thread.mjs', import.meta.url))

export const seenByPdfjs = (bytes: Uint8Array): Promise<SeenByPdfjs> => readers.run(Uint8Array.from(bytes))
