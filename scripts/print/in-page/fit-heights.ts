// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.
import type { PageGeometry } from '../page-geometry.ts'
import { bringing } from '../run-in-page.ts'

/**
 * Pictures that would not fit their page, with the heading above and what belongs to them below, are made smaller;
 * whatever is taller than its page may break although it would rather not (`data-tall`): it begins where it stands
 * and leaves no gap before it. How tall a text is that may run on, the style sheet is told. Looks at the runs that are
 * being fitted.
 */
export const fitHeights = bringing(fitAll, heightOf, avoids, stretchOf, hasTallRows)

function fitAll({ upright, landscape }: PageGeometry): void {
  const LEAST = 40
  // Of a listing a reader finds the next line anywhere; it need not wait for a page with room for half of it.
  const LISTING = 1 / 3
  // And a table that is kept together may leave less than that empty.
  const TABLE = 0.6
  const BLOCKS = 'table,pre,figure,blockquote,aside,dl,dt,dd,li,[data-fitting]>div div'
  const pageOf = (element: Element): number =>
    element.closest<HTMLElement>('[data-run]')?.dataset.kind === 'landscape'
      ? landscape.height
      : upright.height
  for (const picture of document.querySelectorAll<HTMLImageElement>(
    '[data-fitting] img:not(.cell img, .bleed-page img)',
  )) {
    picture.style.removeProperty('max-height')
    const over = stretchOf(picture.closest('figure') ?? picture) - (pageOf(picture) - 1)
    const height = heightOf(picture)
    if (over > 0 && height > LEAST)
      picture.style.setProperty('max-height', `${Math.max(LEAST, Math.floor(height - over))}px`)
  }
  for (const text of document.querySelectorAll<HTMLElement>('[data-fitting] > section'))
    text.style.setProperty('--own-height', `${Math.ceil(heightOf(text))}px`)
  for (const old of document.querySelectorAll<HTMLElement>('[data-fitting] [data-tall]'))
    delete old.dataset.tall
  for (const block of document.querySelectorAll<HTMLElement>(`[data-fitting] :is(${BLOCKS})`)) {
    const page = pageOf(block)
    const most = page * (block.localName === 'pre' ? LISTING : block.localName === 'table' ? TABLE : 1)
    if (heightOf(block) > most) block.dataset.tall = ''
    if (block.localName === 'table' && hasTallRows(block, most)) block.dataset.tall = 'rows'
  }
}

function heightOf(element: Element | null | undefined): number {
  return element?.getBoundingClientRect().height ?? 0
}

function avoids(element: Element | null, side: 'breakBefore' | 'breakAfter'): boolean {
  return element !== null && getComputedStyle(element)[side] === 'avoid'
}

/** Height of what must stand on one page with it: the headings above, and what closes it. */
function stretchOf(element: Element): number {
  let first = element
  let last = element
  for (;;) {
    const before = first.previousElementSibling
    const parent: Element | null = first.parentElement
    if (before && avoids(before, 'breakAfter')) first = before
    else if (!before && parent && !parent.matches('[data-run]')) first = parent
    else break
  }
  for (;;) {
    const after = last.nextElementSibling
    const parent: Element | null = last.parentElement
    if (after && avoids(after, 'breakBefore')) last = after
    else if (!after && parent && !parent.matches('[data-run], [data-run] > *, [data-run] > section > *'))
      last = parent
    else break
  }
  // The space above the first block of a run is kept; above others it goes where a page begins.
  const run = first.parentElement
  const begins = run?.matches('[data-run]') && first.previousElementSibling === null
  const { top } = (begins ? run! : first).getBoundingClientRect()
  return last.getBoundingClientRect().bottom - top
}

/** The first two rows keep together, and the last two: unless both are taller than that. */
function hasTallRows(table: Element, most: number): boolean {
  const rows = [...table.querySelectorAll(':scope > tbody > tr')].map(heightOf)
  const pair = (from: number): number =>
    rows
      .slice(from)
      .slice(0, 2)
      .reduce((sum, one) => sum + one, 0)
  const head = heightOf(table.querySelector(':scope > thead'))
  return head + pair(0) > most || head + pair(-2) > most
}
