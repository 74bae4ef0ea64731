// Runs inside the browser: it can use nothing but what stands in the function itself.

export interface Blank {
  readonly id: string
  /** The run that it stands before. */
  readonly before: string
  /** CSS page name: `blankfront` while folios are roman, so that the counters of both go on. */
  readonly page: 'blank' | 'blankfront'
}

/** Takes out all blank pages and puts the given ones in; `body` is what pages/ wants to stand on them. */
export function insertBlanks(blanks: readonly Blank[], body: string): void {
  for (const old of document.querySelectorAll('section[data-blank]')) old.remove()
  for (const blank of blanks) {
    const run = document.querySelector(`[data-run="${CSS.escape(blank.before)}"]`)
    if (!run) continue
    const section = run.closest('section[data-section]')
    const isFirst = section?.querySelector('[data-run]') === run
    const page = document.createElement('section')
    page.dataset.blank = ''
    const inner = document.createElement('div')
    inner.dataset.run = blank.id
    inner.dataset.kind = 'full'
    inner.style.setProperty('page', blank.page)
    inner.innerHTML = body
    page.append(inner)
    const place = section && isFirst ? section : run
    place.before(page)
  }
}
