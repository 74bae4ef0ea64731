// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PageGeometry } from '../page-geometry.ts'

export interface WideBox {
  readonly src: string
  /** In CSS pixels. */
  readonly width: number
  readonly available: number
  readonly words: string
}

/** The innermost boxes that reach beyond the text area on the right; a table counts as one box. */
export function findWideBoxes({ upright, landscape }: PageGeometry): WideBox[] {
  const style = document.createElement('style')
  style.textContent =
    `[data-run]:not([data-kind=full]){width:${upright.width}px}` +
    `[data-run][data-kind=landscape]{width:${landscape.width}px!important}`
  document.head.append(style)
  const found: WideBox[] = []

  // What a box with hidden overflow cuts off does not widen the page.
  const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible'
  const rightOf = (element: Element): number => {
    const { left, right } = element.getBoundingClientRect()
    return clips(element) ? right : Math.max(right, left + element.scrollWidth)
  }
  const describe = (element: Element, available: number): WideBox => {
    const named =
      element.closest<HTMLElement>('[data-src]') ?? element.querySelector<HTMLElement>('[data-src]')
    const width = Math.max(element.getBoundingClientRect().width, element.scrollWidth)
    const speaker = element.localName === 'table' ? (named ?? element) : element
    const words = (speaker.textContent ?? '').trim().split(/\s+/)
    const tooLong = element.localName !== 'table' && element.getBoundingClientRect().width < width - 1
    const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '')
    return {
      src: named?.dataset.src ?? '',
      width,
      available,
      words: (tooLong ? longest : words.join(' ')).slice(0, 60),
    }
  }
  for (const run of document.querySelectorAll<HTMLElement>('[data-run]:not([data-kind=full])')) {
    const available = run.dataset.kind === 'landscape' ? landscape.width : upright.width
    if (run.scrollWidth <= available) continue
    const edge = run.getBoundingClientRect().left + available + 0.5
    const culprits = new Set<Element>()
    const descend = (element: Element): void => {
      const inner = clips(element) ? [] : [...element.children].filter((child) => rightOf(child) > edge)
      for (const child of inner) descend(child)
      if (inner.length === 0) culprits.add(element.closest('table') ?? element)
    }
    descend(run)
    for (const element of culprits) found.push(describe(element, available))
  }
  style.remove()
  return found
}
