// Runs inside the browser: it can use nothing but what stands in the function itself.

/** Puts new contents into runs; what other steps have added inside of them goes with the old. */
export function replaceRuns(bodies: Readonly<Record<string, string>>): void {
  for (const [id, html] of Object.entries(bodies)) {
    const run = document.querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"]`)
    if (!run) continue
    delete run.dataset.away
    run.innerHTML = html
  }
}
