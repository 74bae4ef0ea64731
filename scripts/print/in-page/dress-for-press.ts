// Runs inside the browser: it can use nothing but what stands in the function itself.

/** One line beside each sheet, and the spine: pages of their own behind the last. */
export interface Extras {
  readonly styles: string
  /** HTML of each slug line. */
  readonly slugs: readonly string[]
  readonly slugsAPage: number
  /** HTML of the spine, '' for none. */
  readonly spine: string
  /** Whether the spine is too narrow for a title. */
  readonly isNarrow: boolean
}

/**
 * Puts the document, once or once more, into its clothes for the press. Its text, and where lines and pages break,
 * stay as they are. Returns what the slug lines say.
 */
export function dressForPress({ styles, slugs, slugsAPage, spine, isNarrow }: Extras): string[] {
  document.documentElement.dataset.edition = 'press'
  for (const old of document.querySelectorAll('[data-press]')) old.remove()
  const style = document.createElement('style')
  style.dataset.press = ''
  style.textContent = styles
  document.head.append(style)
  const extra = (className: string, html: string): HTMLElement => {
    const page = document.createElement('div')
    page.className = className
    page.dataset.press = ''
    page.innerHTML = html
    document.body.append(page)
    return page
  }
  const lines: string[] = []
  for (let first = 0; first < slugs.length; first += slugsAPage) {
    const some = slugs.slice(first, first + slugsAPage)
    const page = extra('slug-page', some.map((slug) => `<div class="slug-line">${slug}</div>`).join(''))
    for (const line of page.children) lines.push((line.textContent ?? '').trim())
  }
  if (spine) extra(`spine${isNarrow ? ' narrow' : ''}`, spine)
  return lines
}
