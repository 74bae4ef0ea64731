import type { Finding } from '../model/finding.ts'
import type { PrintedAlt, PrintedText } from '../model/printed.ts'

/** What came out of one piece. */
export interface PiecePrint {
  /** Says what it was made of, for whoever remembers what is made of it. */
  readonly key: string
  readonly screen: FilePrint | undefined
  readonly press: (FilePrint & { readonly slugs: readonly string[] }) | undefined
  readonly text: readonly PrintedText[]
  readonly alts: readonly PrintedAlt[]
  readonly html: string
  readonly findings: readonly Finding[]
}

export interface FilePrint {
  readonly bytes: Buffer
  readonly pages: number
  /** Page of each destination, from 1. */
  readonly destinations: readonly (readonly [anchor: string, page: number])[]
  readonly findings: readonly Finding[]
}
