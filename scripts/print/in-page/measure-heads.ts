// Runs inside the browser: it can use nothing but what stands in the function itself.

/** Width in CSS pixels of each head on one line, in the type of `.running-head-probe` when the document has one. */
export function measureHeads(heads: readonly string[]): { widths: number[]; available: number } {
  const given = document.querySelector<HTMLElement>('.running-head-probe')
  const available = given
    ? Number.parseFloat(getComputedStyle(given).getPropertyValue('--head-width')) || 0
    : 0
  const probe = document.createElement('span')
  if (given) {
    const { font, letterSpacing, textTransform, fontVariantCaps } = getComputedStyle(given)
    Object.assign(probe.style, { font, letterSpacing, textTransform, fontVariantCaps })
  } else probe.style.font = '10.5pt "Source Sans 3"'
  Object.assign(probe.style, { position: 'absolute', whiteSpace: 'pre' })
  document.body.append(probe)
  const widths = heads.map((head) => {
    probe.textContent = head
    return probe.getBoundingClientRect().width
  })
  probe.remove()
  return { widths, available }
}
