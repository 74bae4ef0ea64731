// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PageGeometry } from '../page-geometry.ts'

/** Sets the given runs as wide as their pages, to be fitted; with none, all are again as they were. */
export function fitRuns({ upright, landscape }: PageGeometry, only: readonly string[]): void {
  for (const run of document.querySelectorAll<HTMLElement>('[data-fitting]')) delete run.dataset.fitting
  document.querySelector('style[data-fit-runs]')?.remove()
  if (only.length === 0) return
  const named = new Set(only)
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]:not([data-kind=full])')) {
    if (!named.has(run.dataset.run ?? '')) continue
    for (const page of run.querySelectorAll(':scope > [data-away-page]')) page.remove()
    delete run.dataset.away
    run.dataset.fitting = ''
  }
  const style = document.createElement('style')
  style.dataset.fitRuns = ''
  style.textContent =
    `[data-fitting]{width:${upright.width}px}` +
    `[data-fitting][data-kind=landscape]{width:${landscape.width}px!important}`
  document.head.append(style)
}
