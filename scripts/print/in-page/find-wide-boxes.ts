// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PageGeometry } from '../page-geometry.ts'

export interface WideBox {
  readonly src: string
  /** In CSS pixels. */
  readonly width: number
  readonly available: number
  readonly words: string
}

/** Boxes that reach beyond the text area on the right: the innermost of each run, named by the text in it. */
export function findWideBoxes({ upright, landscape }: PageGeometry): WideBox[] {
  const found: WideBox[] = []
  const style = document.createElement('style')
  style.textContent =
    `[data-run]:not([data-kind=full]){width:${upright.width}px}` +
    `[data-run][data-kind=landscape]{width:${landscape.width}px!important}`
  document.head.append(style)
  const runs = document.querySelectorAll<HTMLElement>('[data-run]:not([data-kind=full])')
  for (const run of runs) {
    const available = run.dataset.kind === 'landscape' ? landscape.width : upright.width
    if (run.scrollWidth <= available) continue
    const edge = run.getBoundingClientRect().left + available + 0.5
    // What a box with hidden overflow cuts off does not widen the page.
    const sticksOut = (element: Element): boolean => element.getBoundingClientRect().right > edge
    const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible'
    const descend = (element: Element): void => {
      const inner = clips(element) ? [] : [...element.children].filter(sticksOut)
      for (const one of inner) descend(one)
      if (inner.length > 0 || element === run) return
      const box = element.getBoundingClientRect()
      const named =
        element.closest<HTMLElement>('[data-src]') ?? element.querySelector<HTMLElement>('[data-src]')
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ')
      const table = element.closest('table')?.getBoundingClientRect()
      const width = table ? table.width : Math.max(box.width, element.scrollWidth)
      found.push({ src: named?.dataset.src ?? '', width, available, words: words.slice(0, 60) })
    }
    const before = found.length
    descend(run)
    // A single word sticks out of its paragraph without any box of its own doing so.
    if (found.length === before) {
      const tight = [...run.querySelectorAll<HTMLElement>('*')].filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !clips(element),
      )
      const innermost = tight.findLast(
        (element) => !tight.some((other) => other !== element && element.contains(other)),
      )
      const named =
        innermost?.closest<HTMLElement>('[data-src]') ?? run.querySelector<HTMLElement>('[data-src]')
      const words = (innermost?.textContent ?? '').trim().replace(/\s+/g, ' ')
      const longest = words.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '')
      found.push({
        src: named?.dataset.src ?? '',
        width: run.scrollWidth,
        available,
        words: longest.slice(0, 60),
      })
    }
  }
  style.remove()
  return found
}
