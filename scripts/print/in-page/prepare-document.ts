// Runs inside the browser: it can use nothing but what stands in the function itself.

/**
 * Makes the document ready to be measured: every run can be told from the printed file by a destination of its own, begins
 * on a new page, and pictures are there. Returns the anchors whose pages must be known.
 */
export async function prepareDocument(anchors: readonly string[]): Promise<string[]> {
  const style = document.createElement('style')
  style.textContent = '[data-run]{break-before:page}'
  document.head.append(style)
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
  const pictures = [...document.querySelectorAll('img')]
  for (const picture of pictures) picture.loading = 'eager'
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
  wanted.delete('')
  return [...wanted]
}
