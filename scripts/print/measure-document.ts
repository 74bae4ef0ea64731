// How many pages each run takes, and what stands on which: found out before anything is printed.
import type { Page } from 'puppeteer-core'
import { floatFigures } from './in-page/float-figures.ts'
import { layInColumns } from './in-page/lay-in-columns.ts'
import { type Measured, measureRuns, type Settled, type Wishes } from './in-page/measure-runs.ts'
import type { PageGeometry } from './page-geometry.ts'
import { callOf, runTogether } from './run-in-page.ts'

/** Wide enough that what hangs in a margin, or sticks out of it, still counts as its own column. In pixels. */
const GAP = 600

export async function measureDocument(page: Page, geometry: PageGeometry, wishes: Wishes): Promise<Measured> {
  const [, moved, reading] = await runTogether(
    page,
    callOf(layInColumns, geometry, GAP, wishes.only),
    callOf(floatFigures, geometry.upright, GAP),
    callOf(measureRuns, geometry, GAP, wishes),
  )
  const { ends, ...measured } = reading
  const settled: Record<string, Settled> = { ...ends }
  for (const [run, blocks] of Object.entries(moved)) settled[run] = { ...settled[run], blocks }
  return { ...measured, settled }
}
