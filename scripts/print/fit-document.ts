// What is wider or taller than its page is made to fit, before anything is measured.
import type { Page } from 'puppeteer-core'
import { findWideBoxes, type WideBox } from './in-page/find-wide-boxes.ts'
import { fitHeights } from './in-page/fit-heights.ts'
import { fitRuns } from './in-page/fit-runs.ts'
import { type FittedTable, fitTables } from './in-page/fit-tables.ts'
import type { PageGeometry } from './page-geometry.ts'
import { runInPage } from './run-in-page.ts'

export interface Fit {
  readonly tables: readonly FittedTable[]
  /** Too wide in spite of all. */
  readonly boxes: readonly WideBox[]
}

export const NOTHING_FITTED: Fit = { tables: [], boxes: [] }

/** Fits the runs named; of the others what was found `before` stands. */
export async function fitDocument(
  page: Page,
  geometry: PageGeometry,
  only: readonly string[],
  before: Fit = NOTHING_FITTED,
): Promise<Fit> {
  if (only.length === 0) return before
  await runInPage(page, fitRuns, geometry, only)
  const tables = await runInPage(page, fitTables)
  await runInPage(page, fitHeights, geometry)
  const boxes = await runInPage(page, findWideBoxes, geometry)
  await runInPage(page, fitRuns, geometry, [])
  const again = new Set(only)
  const kept = <T extends { run: string }>(known: readonly T[]): T[] =>
    known.filter(({ run }) => !again.has(run))
  return { tables: [...kept(before.tables), ...tables], boxes: [...kept(before.boxes), ...boxes] }
}

/** Tables, by `data-src`, that need a turned page of their own. */
export const tablesToTurn = ({ tables }: Fit): string[] => [
  ...new Set(
    tables.filter(({ isWide, isTurned, src }) => isWide && !isTurned && src !== '').map(({ src }) => src),
  ),
]
