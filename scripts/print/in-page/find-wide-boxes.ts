// Runs inside the browser: it can use nothing but what stands in the function itself.
import type { PageGeometry } from '../page-geometry.ts'

export interface WideBox {
  readonly run: string
  readonly src: string
  readonly kind: 'table' | 'formula' | 'picture' | 'listing' | 'word' | 'block'
  /** In CSS pixels. */
  readonly width: number
  readonly available: number
  readonly words: string
}

/**
 * The innermost boxes that reach beyond the text area on the right; a table counts as one box, and so does a formula.
 * Looks at the runs that are being fitted.
 */
export function findWideBoxes({ upright, landscape }: PageGeometry): WideBox[] {
  const found: WideBox[] = []

  // What a box with hidden overflow cuts off does not widen the page.
  const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible'
  const rightOf = (element: Element): number => {
    const { left, right } = element.getBoundingClientRect()
    return clips(element) ? right : Math.max(right, left + element.scrollWidth)
  }
  const kindOf = (element: Element, holdsLongWord: boolean): WideBox['kind'] => {
    if (element.localName === 'table') return 'table'
    if (element.matches('.formula')) return 'formula'
    if (element.closest('pre')) return 'listing'
    if (element.closest('img,svg')) return 'picture'
    return holdsLongWord ? 'word' : 'block'
  }
  const describe = (element: Element, edge: number): WideBox => {
    const named =
      element.closest<HTMLElement>('[data-src]') ?? element.querySelector<HTMLElement>('[data-src]')
    const { left, width: own } = element.getBoundingClientRect()
    const isFormula = element.matches('.formula')
    // What sticks out of a formula is not counted by the boxes around it.
    const reach = isFormula ? Math.max(...[...element.querySelectorAll('*')].map(rightOf)) - left : 0
    const width = Math.max(own, element.scrollWidth, reach)
    const formula = isFormula ? element.querySelector('annotation') : undefined
    const speaker = formula ?? (element.localName === 'table' ? (named ?? element) : element)
    const words = (speaker.textContent ?? '').trim().split(/\s+/)
    const tooLong = !isFormula && element.localName !== 'table' && own < width - 1
    const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '')
    return {
      run: element.closest<HTMLElement>('[data-run]')?.dataset.run ?? '',
      src: named?.dataset.src ?? '',
      kind: kindOf(element, tooLong),
      width,
      // From where it begins to where the text area ends.
      available: edge - left,
      words: (tooLong ? longest : words.join(' ')).slice(0, 60),
    }
  }
  for (const run of document.querySelectorAll<HTMLElement>('[data-fitting]')) {
    const area = run.dataset.kind === 'landscape' ? landscape.width : upright.width
    if (run.scrollWidth <= area) continue
    const edge = run.getBoundingClientRect().left + area
    const culprits = new Set<Element>()
    const descend = (element: Element): void => {
      const inner = clips(element) ? [] : [...element.children].filter((child) => rightOf(child) > edge + 0.5)
      for (const child of inner) descend(child)
      if (inner.length === 0) culprits.add(element.closest('table') ?? element.closest('.formula') ?? element)
    }
    descend(run)
    for (const element of culprits) found.push(describe(element, edge))
  }
  return found
}
