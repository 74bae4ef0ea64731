import { inThread } from '../ground/threads/threads.ts'

export interface DrawWork {
  readonly bytes: Uint8Array
  /** Numbers from 1. */
  readonly pages: readonly number[]
  readonly widthPx: number
  /** `webp`, or `png` where nothing may be lost: a file to be shown. `grey`: a byte a pixel, to be compared. */
  readonly form: 'webp' | 'png' | 'grey'
}

export interface DrawnPage {
  readonly page: number
  readonly widthPx: number
  readonly heightPx: number
  readonly bytes: Uint8Array
}

export type DrawAnswer = { readonly drawn: readonly DrawnPage[] } | { readonly problem: string }

/** How pages are drawn, in a thread or, in tests, without one. */
export type DrawPages = (work: DrawWork) => Promise<readonly DrawnPage[]>

/** A page takes some hundredths of a second; a photograph more. */
const PATIENCE_MS = 300_000

/**
 * Draws pages of anybody's file in a thread of its own. Throws an Error that says in half a sentence why it could
 * not.
 */
export async function drawPages(work: DrawWork, patienceMs = PATIENCE_MS): Promise<readonly DrawnPage[]> {
  if (work.pages.length === 0) return []
  const answer = await inThread<DrawAnswer>(new URL('./draw-thread.ts', import.meta.url), work, patienceMs)
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.drawn
}
