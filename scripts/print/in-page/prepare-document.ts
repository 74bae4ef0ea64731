// Runs inside the browser: it can use nothing but what stands in the function itself.

/**
 * Makes the document ready to be measured: every run can be told from the printed file by a destination of its own,
 * begins on a new page, and pictures are there. Returns the anchors whose pages must be known. Can be called again
 * after a change.
 */
export async function prepareDocument(anchors: readonly string[]): Promise<string[]> {
  for (const old of document.querySelectorAll('div[data-prepared]')) old.remove()
  if (!document.querySelector('style[data-prepared]')) {
    const style = document.createElement('style')
    style.dataset.prepared = ''
    // What columns do and print does not, or the other way round, all measured on random books of 440 pages. Columns
    // repeat the head of a table only when it may not break; print repeats it always. A note that hangs at the end of
    // a run moved into the next chapter's first page, where a column box holds it. Runs that are put away: see
    // put-away.ts.
    style.textContent =
      '[data-run]{break-before:page;display:flow-root} thead,tfoot{break-inside:avoid}' +
      '[data-away]>:not([data-away-page]){display:none!important}' +
      '[data-away-page]{height:1px}[data-away-page]+[data-away-page]{break-before:page}'
    document.head.append(style)
  }
  // Beside words without a paragraph of their own, Chromium tags a listing as if it stood in their line.
  for (const listing of document.querySelectorAll('li > pre, dd > pre, td > pre, th > pre'))
    listing.setAttribute('role', 'paragraph')
  const wanted = new Set(anchors)
  const linked = new Set(anchors)
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    wanted.add(decodeURIComponent((link.getAttribute('href') ?? '').slice(1)))
  }
  for (const slot of document.querySelectorAll<HTMLElement>('[data-page-of]'))
    linked.add(slot.dataset.pageOf ?? '')
  for (const slot of document.querySelectorAll<HTMLElement>('[data-pages-of]')) {
    for (const anchor of (slot.dataset.pagesOf ?? '').split(/\s+/)) wanted.add(anchor)
  }
  const links = document.createElement('div')
  links.hidden = true
  links.dataset.prepared = ''
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]')) {
    run.id ||= `run--${run.dataset.run}`
    linked.add(run.id)
  }
  // Chromium writes a destination only for what some link targets, and each costs a fifth of a millisecond.
  for (const anchor of linked) {
    wanted.add(anchor)
    const link = document.createElement('a')
    link.setAttribute('href', `#${anchor}`)
    links.append(link)
  }
  document.body.append(links)
  // Those that were to load lazily have not come with the document.
  const late = [...document.querySelectorAll('img')].filter((picture) => !picture.complete)
  await Promise.all(
    late.map((picture) => {
      picture.loading = 'eager'
      return new Promise((resolve) => {
        picture.onload = resolve
        picture.onerror = resolve
      })
    }),
  )
  wanted.delete('')
  // In the order of the document, so that the first of a page is its topmost; what is nowhere comes last.
  const present = [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id) => wanted.has(id))
  return [...new Set([...present, ...wanted])]
}
