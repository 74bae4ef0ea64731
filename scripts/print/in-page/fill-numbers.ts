// Runs inside the browser: it can use nothing but what stands in the function itself.

export interface Numbers {
  /** Folio of the page of each anchor. */
  readonly folios: Readonly<Record<string, string>>
  /** Ranges of each index entry, by the value of its `data-pages-of`. */
  readonly ranges: Readonly<Record<string, readonly { readonly text: string; readonly anchor: string }[]>>
}

/**
 * Writes the page numbers into their slots. Gives the runs in which a number changed its length: their text may break
 * elsewhere now.
 */
export function fillNumbers({ folios, ranges }: Numbers): string[] {
  const changed = new Set<string>()
  const noteChange = (slot: Element, before: string): void => {
    if (before.length === (slot.textContent ?? '').length) return
    const run = slot.closest<HTMLElement>('[data-run]')?.dataset.run
    if (run) changed.add(run)
  }
  const isWritten = (slot: Element, wanted: Numbers['ranges'][string]): boolean =>
    wanted.length > 0 &&
    slot.childElementCount === wanted.length &&
    [...slot.children].every(
      (link, index) =>
        link.textContent === wanted[index]?.text && link.getAttribute('href') === `#${wanted[index]?.anchor}`,
    )
  for (const slot of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const before = slot.textContent ?? ''
    const folio = folios[slot.dataset.pageOf ?? '']
    // Written only where it is another one: each writing costs a new layout of all that follows.
    if (before !== (folio ?? '?')) slot.textContent = folio ?? '?'
    noteChange(slot, before)
  }
  for (const slot of document.querySelectorAll<HTMLElement>('[data-pages-of]')) {
    const key = slot.dataset.pagesOf ?? ''
    const before = slot.textContent ?? ''
    if (isWritten(slot, ranges[key] ?? [])) continue
    const links = (ranges[key] ?? []).flatMap(({ text, anchor }, index) => {
      const link = document.createElement('a')
      link.setAttribute('href', `#${anchor}`)
      link.textContent = text
      return index === 0 ? [link] : [', ', link]
    })
    slot.replaceChildren(...links)
    noteChange(slot, before)
  }
  return [...changed]
}
