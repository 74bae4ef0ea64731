// Runs inside the browser: it can use nothing but what stands in the function itself.

/** What in a document leads to what. All in the order of the document, each once. */
export interface Anchors {
  readonly ids: readonly string[]
  /** The ids of the runs. */
  readonly runs: readonly string[]
  /** What links lead to. */
  readonly linked: readonly string[]
  /** Whose page is named. */
  readonly numbered: readonly string[]
  /** Entries of the index: the ids whose pages each names, by spaces. */
  readonly entries: readonly string[]
}

/**
 * Makes the document ready to be measured: every run can be told from the printed file by a destination of its own,
 * begins on a new page, and pictures are there. Can be called again after a change.
 */
export async function prepareDocument(): Promise<Anchors> {
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
      '[data-leads]{break-after:avoid}' +
      // Figures that were moved: see float-figures.ts.
      '[data-floated]{float:left;margin-top:0!important}figure[data-floated]{width:100%}' +
      '.flow:has(>[data-floated]){display:flow-root}[data-below]{clear:both!important}' +
      '[data-smaller]{--most:attr(data-smaller px)}[data-smaller] img{max-height:var(--most)!important}' +
      '[data-begins]{break-before:page}' +
      // Notes at the foot of the page: see place-notes.ts.
      '[data-run]:has([data-note]){position:relative}[data-note] *,[data-cut]{text-wrap:wrap!important}' +
      '[data-run]:not([data-kind=full]) [data-note]{position:absolute;left:var(--hang,0px);right:0;top:0;z-index:2;' +
      'margin:0!important;orphans:1;widows:1}' +
      '[data-note] :is(pre,table,figure){break-inside:avoid}' +
      '[data-notes-line]{position:absolute;left:0;right:0;z-index:1;box-sizing:border-box}' +
      '[data-notes-line=beside]{left:var(--hang,0px)}' +
      '[data-run] [data-placed],[data-run] [data-notes-line]{top:calc((var(--notes-at)*var(--notes-page) + var(--notes-y))*1px)!important}' +
      '[data-parted]{break-inside:auto!important}[data-notes-fill]{display:inline-block;width:100%;vertical-align:top}' +
      '[data-next-page]{break-before:page!important;margin-top:0!important}' +
      '[data-away-page]{height:1px}[data-away-page]+[data-away-page]{break-before:page}'
    document.head.append(style)
  }
  // Beside words without a paragraph of their own, Chromium tags a listing as if it stood in their line.
  for (const listing of document.querySelectorAll('li > pre, dd > pre, td > pre, th > pre'))
    listing.setAttribute('role', 'paragraph')
  // A line that ends with a colon leads to the listing below.
  for (const lead of document.querySelectorAll<HTMLElement>('p:has(+ pre)'))
    if (/[:：]\s*$/.test(lead.textContent)) lead.dataset.leads = ''
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]')) run.id ||= `run--${run.dataset.run}`
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
  const each = (selector: string, read: (element: HTMLElement) => string): string[] => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].map(read)
    return [...new Set(found)].filter((one) => one !== '')
  }
  return {
    ids: each('[id]', ({ id }) => id),
    runs: each('[data-run]:not([data-blank] *)', ({ id }) => id),
    linked: each('a[href^="#"]', (link) => decodeURIComponent((link.getAttribute('href') ?? '').slice(1))),
    numbered: each('[data-page-of]', ({ dataset }) => dataset.pageOf ?? ''),
    entries: each('[data-pages-of]', ({ dataset }) => dataset.pagesOf ?? ''),
  }
}
