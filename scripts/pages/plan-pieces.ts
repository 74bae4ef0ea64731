// Runs → pieces: where the book is cut, so that each stretch can be printed by itself.
import { createHash } from 'node:crypto'

/** A run, as far as it matters for the cut. */
export interface RunToCut {
  readonly section: string
  /** Expected number of pages: half a page wrong does no harm. */
  readonly pages: number
}

/** Below this the fixed cost of a piece, 0.15 s of loading, outweighs what is gained. */
const LEAST_PAGES = 20
const MOST_PAGES = 60
/** Beyond the least, a piece goes on for as many pages again on average. */
const SPREAD_PAGES = 16

/**
 * How many runs each piece has. Cut at borders of sections, within one only where it is longer than a piece may be.
 * Where, depends on the names of the sections: a section that grows moves no cut but the next, so that the other pieces
 * are as they were and need not be printed again. It depends on nothing else, least of all on the machine.
 */
export function planPieces(runs: readonly RunToCut[]): readonly number[] {
  const counts: number[] = []
  let count = 0
  let pages = 0
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    if (before && mayEnd(before, run, pages)) {
      counts.push(count)
      count = 0
      pages = 0
    }
    count += 1
    pages += run.pages
  })
  // What is left is too short to be worth a renderer.
  const last = counts.at(-1)
  if (last !== undefined && pages < LEAST_PAGES / 2) return [...counts.slice(0, -1), last + count]
  return count > 0 ? [...counts, count] : counts
}

function mayEnd(before: RunToCut, run: RunToCut, pages: number): boolean {
  if (pages + run.pages > MOST_PAGES && pages >= LEAST_PAGES) return true
  if (before.section === run.section || pages < LEAST_PAGES) return false
  return chance(run.section) < Math.max(1, before.pages) / SPREAD_PAGES
}

/** 0 to 1, the same for the same name. */
const chance = (name: string): number =>
  createHash('sha256').update(name).digest().readUInt32BE(0) / 0x1_0000_0000
