// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PageGeometry } from '../page-geometry.ts'

export interface CutText {
  readonly run: string
  readonly src: string
  readonly words: string
}

/** Text that a box of fixed size cuts off, or that sticks out of it or of its page; once for each box. */
export function findCutText({ sheet }: PageGeometry): CutText[] {
  const found: CutText[] = []
  const isDecoration = (element: Element): boolean =>
    element.closest('[aria-hidden=true],svg,[hidden]') !== null

  /** The boxes that bound a text: those that clip it up to the fixed one, and that one itself. */
  const boundsOf = (start: Element, outer: Element): DOMRect[] => {
    const bounds: DOMRect[] = []
    for (let box: Element | null = start; box && box !== outer; box = box.parentElement) {
      if (getComputedStyle(box).overflow !== 'visible' && box.localName !== 'span')
        bounds.push(box.getBoundingClientRect())
    }
    return bounds
  }
  const look = (outer: HTMLElement, frame: DOMRect): void => {
    const texts = document.createTreeWalker(outer, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement
      const words = (node.nodeValue ?? '').trim()
      if (!parent || words === '' || isDecoration(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const bounds = [frame, ...boundsOf(parent, outer)]
      const cut = [...range.getClientRects()].some((rect) => {
        // The box of a line is taller than its letters: a fifth of it may stick out unseen.
        const hair = Math.max(1, rect.height * 0.2)
        return bounds.some(
          (bound) =>
            rect.bottom > bound.bottom + hair ||
            rect.top < bound.top - hair ||
            rect.right > bound.right + 1 ||
            rect.left < bound.left - 1,
        )
      })
      if (!cut) continue
      const named = parent.closest<HTMLElement>('[data-src]')
      const run = outer.closest<HTMLElement>('[data-run]')?.dataset.run ?? ''
      found.push({ run, src: named?.dataset.src ?? '', words: words.replace(/\s+/g, ' ').slice(0, 80) })
      return
    }
  }
  for (const box of document.querySelectorAll<HTMLElement>('[data-fixed]'))
    look(box, box.getBoundingClientRect())
  for (const run of document.querySelectorAll<HTMLElement>(
    '[data-run][data-kind=full]:not([data-blank] *)',
  )) {
    const { left, top } = run.getBoundingClientRect()
    if (found.every((one) => one.run !== run.dataset.run))
      look(run, new DOMRect(left, top, sheet.width, sheet.height))
  }
  return found
}
