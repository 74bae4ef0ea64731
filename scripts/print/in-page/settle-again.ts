// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { Settled } from './measure-runs.ts'

/** What was found out when the runs were measured, in a page that was loaded again. */
export function settleAgain(settled: Readonly<Record<string, Settled>>): void {
  for (const [id, { air }] of Object.entries(settled))
    document
      .querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"]`)
      ?.style.setProperty('--air', String(air))
}
