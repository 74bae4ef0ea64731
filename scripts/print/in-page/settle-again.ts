// Runs inside the browser: it can use nothing but what stands in the function itself.
import { bringing } from '../run-in-page.ts'
import { LAYING, layNotes } from './lay-notes.ts'
import type { Settled } from './measure-runs.ts'

/** What was found out when the runs were measured, in a page that was loaded again. */
export const settleAgain = bringing(settleEach, ...LAYING)

function settleEach(settled: Readonly<Record<string, Settled>>): void {
  for (const [id, { air, begins, notes, blocks = [] }] of Object.entries(settled)) {
    const run = document.querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"]`)
    if (air !== undefined) run?.style.setProperty('--air', String(air))
    if (begins !== undefined)
      (run?.children[begins] as HTMLElement | undefined)?.setAttribute('data-begins', '')
    const all = run?.querySelectorAll<HTMLElement>('.flow > *')
    for (const [block, name, value] of blocks) {
      const element = all?.[block]
      if (element) element.dataset[name] = value
    }
    if (run && notes) layNotes(run, notes)
  }
}
