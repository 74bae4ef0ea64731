// Runs inside the browser: it can use nothing but what stands in the function itself.

/** What a piece needs of the book around it. */
export interface Frame {
  /** Empty pages before it, left out when it is printed: its first page then falls on its own side. */
  readonly leads: number
  /** Pages of the book before it, by the counter of their folios. */
  readonly before: { readonly roman: number; readonly arabic: number }
  /** Its own ids to which something of the book leads, visibly or not. */
  readonly linked: readonly string[]
  /** Ids of other pieces to which its links lead. */
  readonly elsewhere: readonly string[]
}

/**
 * Chromium writes a destination only for what some link of the document targets, and a link only to an id that stands
 * somewhere in it, shown or not; each costs a fifth of a millisecond. `:left` and `:right` follow the physical pages
 * of what is printed.
 */
export function framePiece({ leads, before, linked, elsewhere }: Frame): void {
  document.querySelector('.running-head-probe')?.remove() // It would stand before the empty pages.
  const style = document.createElement('style')
  style.textContent =
    `@page whitepaper-lead{margin:0;background:none;counter-increment:none;` +
    `counter-set:folio ${before.arabic} prelim ${before.roman}}` +
    '[data-lead]{page:whitepaper-lead;height:1px;break-after:page}'
  document.head.append(style)
  for (let index = 0; index < leads; index++) {
    const lead = document.createElement('div')
    lead.dataset.lead = ''
    lead.setAttribute('aria-hidden', 'true')
    document.body.prepend(lead)
  }
  const links = document.createElement('div')
  links.hidden = true
  for (const id of linked) {
    const link = document.createElement('a')
    link.setAttribute('href', `#${id}`)
    links.append(link)
  }
  const stubs = document.createElement('div')
  stubs.style.display = 'none'
  for (const id of elsewhere) {
    const stub = document.createElement('i')
    stub.id = id
    stubs.append(stub)
  }
  document.body.append(links, stubs)
}
