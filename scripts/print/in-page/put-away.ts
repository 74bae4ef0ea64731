// Runs inside the browser: it can use nothing but what stands in the function itself.

/**
 * Leaves of each run but the kept ones only empty pages, as many as it has: the browser then lays out what it is to
 * print and little else, and every page still stands where it stood, with its folio and its side. `replaceRuns` and
 * `layInColumns` bring back what they work on.
 */
export function putAway(keep: readonly string[], pages: Readonly<Record<string, number>>): void {
  const kept = new Set(keep)
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]:not([data-blank] *)')) {
    const id = run.dataset.run ?? ''
    const count = kept.has(id) ? '' : String(pages[id] ?? 1)
    if ((run.dataset.away ?? '') === count) continue
    for (const page of run.querySelectorAll(':scope > [data-away-page]')) page.remove()
    if (count === '') delete run.dataset.away
    else {
      run.dataset.away = count
      for (let page = 0; page < Number(count); page++) {
        const empty = document.createElement('div')
        empty.dataset.awayPage = ''
        run.append(empty)
      }
    }
  }
}
