// Runs inside the browser: it can use nothing but what stands in the function itself, and what it brings.

/** The run that is looked at, lying in columns. Pixels. */
export interface Sheet {
  readonly left: number
  readonly top: number
  /** From one column to the next. */
  readonly stride: number
  readonly gap: number
  readonly height: number
}

/** The part of a box that stands on one page. */
export interface Part {
  readonly page: number
  readonly top: number
  readonly bottom: number
}

/** Where a page ends before its foot. */
export interface End {
  /** What stands on the page ends here. */
  readonly y: number
  /** What begins the next one: a block or a row of a table … */
  readonly block?: HTMLElement
  /** … or the line that begins at this letter of a paragraph. */
  readonly line?: { readonly node: Text; readonly offset: number; readonly paragraph: HTMLElement }
  /** A paragraph whose lines have to be broken as they come before they can be counted. */
  readonly uneven?: HTMLElement
  /** It cannot: nothing would be left on the page. */
  readonly stuck?: true
  /** The block at the head of the page that keeps together, and could be parted after all. */
  readonly whole?: HTMLElement
}

export function partsOf(box: Element | Range, { left, top, stride, gap }: Sheet): Part[] {
  return [...box.getClientRects()].flatMap((rect) => {
    if (rect.height === 0) return []
    const page = Math.max(0, Math.floor((rect.left - left + gap / 2) / stride))
    return [{ page, top: rect.top - top, bottom: rect.bottom - top }]
  })
}

/**
 * The last place at which a page of the run may end, above `limit` pixels from its head, so that what keeps together
 * does. Undefined when nothing on the page goes below that.
 */
export function endOfPage(run: Element, page: number, limit: number, sheet: Sheet): End | undefined {
  const end = endIn(run, page, limit, sheet)
  if (!end || end.stuck || end.uneven) return end
  // A text that runs on begins where it has some room for itself: with less, it begins the next page.
  for (const text of run.querySelectorAll<HTMLElement>(':scope > section + section')) {
    const first = partsOf(text, sheet)[0]
    if (first?.page !== page || first.top > end.y) continue
    const room = Number.parseFloat(getComputedStyle(text.firstElementChild ?? text, '::before').height) || 0
    if (end.y - first.top < room) return beforeBlock(text, page, sheet)
  }
  return end
}

function endIn(box: Element, page: number, limit: number, sheet: Sheet): End | undefined {
  for (const child of box.children) {
    const parts = partsOf(child, sheet)
    const here = parts.filter((part) => part.page === page)
    if (here.length === 0 || !(child instanceof HTMLElement) || !isInFlow(child)) continue
    const goesOn = parts.some((part) => part.page > page)
    const bottom = Math.max(...here.map((part) => part.bottom))
    if (!goesOn && bottom <= limit + 0.5) continue
    const end = endInBlock(child, page, limit, sheet)
    // A box may be as tall as what stands beside it, and hold nothing down there.
    if (end) return end
  }
  return undefined
}

function endInBlock(block: HTMLElement, page: number, limit: number, sheet: Sheet): End | undefined {
  const parts = partsOf(block, sheet)
  const style = getComputedStyle(block)
  const isWhole = style.breakInside === 'avoid' || block.matches('h1,h2,h3,h4,h5,h6,img,svg')
  const begins = parts[0]?.page === page
  if (begins && isWhole) {
    const end = beforeBlock(block, page, sheet)
    return end.stuck && block.matches('blockquote,aside,div,table,ul,ol,dl') ? { ...end, whole: block } : end
  }
  if (block instanceof HTMLTableElement) return endInTable(block, page, limit, sheet)
  const inner = [...block.children].filter(
    (child) => child instanceof HTMLElement && isInFlow(child) && !isInLine(child),
  )
  if (inner.length === 0) return endInLines(block, page, limit, sheet)
  const end = endIn(block, page, limit, sheet)
  if (end) return end
  // What closes the box stands below the limit, and all that it holds above.
  const last = partsOf(inner.at(-1)!, sheet).findLast((part) => part.page === page)
  const foot = parts.findLast((part) => part.page === page)?.bottom ?? 0
  const isLast = parts.at(-1)?.page === page
  return last && isLast && foot > limit + 0.5
    ? endIn(block, page, Math.min(limit - (foot - last.bottom), last.bottom) - 1, sheet)
    : undefined
}

function isInFlow(element: HTMLElement): boolean {
  if (element.matches('[data-note], [data-notes-fill], [data-notes-line]')) return false
  const { display, position, float } = getComputedStyle(element)
  return display !== 'none' && float === 'none' && position !== 'absolute' && position !== 'fixed'
}

function isInLine(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline')
}

/** The page ends before a block, and before what must not be parted from it. */
function beforeBlock(block: HTMLElement, page: number, sheet: Sheet): End {
  let first = block
  for (;;) {
    let before = first.previousElementSibling
    while (before && !(before instanceof HTMLElement && isInFlow(before)))
      before = before.previousElementSibling
    const parent = first.parentElement
    if (!before) {
      if (!parent || parent.matches('[data-run]')) return { y: 0, stuck: true }
      if (partsOf(parent, sheet)[0]?.page !== page) return { y: 0, stuck: true }
      first = parent
      continue
    }
    const keeps =
      getComputedStyle(before).breakAfter === 'avoid' ||
      getComputedStyle(first).breakBefore === 'avoid' ||
      (first.localName === 'dd' && before.localName === 'dt')
    const last = partsOf(before, sheet).at(-1)
    if (last?.page !== page) return { y: 0, stuck: true }
    if (!keeps) return { y: partsOf(first, sheet)[0]?.top ?? 0, block: first }
    first = before as HTMLElement
  }
}

function endInTable(table: HTMLTableElement, page: number, limit: number, sheet: Sheet): End | undefined {
  const rows = [...table.rows].filter((row) => !row.closest('thead, tfoot'))
  const partOf = (row: Element | undefined, at: 0 | -1): Part | undefined => row && partsOf(row, sheet).at(at)
  let place = rows.findIndex((row) => {
    const last = partOf(row, -1)
    return last !== undefined && (last.page > page || (last.page === page && last.bottom > limit + 0.5))
  })
  if (place < 0) return undefined
  while (place > 0 && getComputedStyle(rows[place]!).breakBefore === 'avoid') place--
  const first = partOf(rows[place], 0)
  if (first && first.page > page && place > 0) return undefined
  if (place === 0) {
    const begins = partsOf(table, sheet)[0]?.page === page
    return begins ? beforeBlock(table, page, sheet) : { y: 0, stuck: true }
  }
  if (partOf(rows[place - 1], -1)?.page !== page) return { y: 0, stuck: true }
  return { y: partOf(rows[place - 1], -1)!.bottom, block: rows[place]! }
}

interface Line extends Part {
  readonly node: Text
  /** Which of the boxes of its text node begins it. */
  readonly box: number
}

function endInLines(paragraph: HTMLElement, page: number, limit: number, sheet: Sheet): End | undefined {
  const style = getComputedStyle(paragraph)
  const lines = linesIn(paragraph, sheet)
  const here = lines.filter((line) => line.page === page)
  let kept = here.filter((line) => line.bottom <= limit + 0.5).length
  if (kept === here.length) return undefined
  if (style.getPropertyValue('text-wrap-style') === 'pretty' && paragraph.dataset.cut === undefined)
    return { y: 0, uneven: paragraph }
  const begins = lines[0]?.page === page
  const behind = lines.filter((line) => line.page > page).length + here.length
  kept = Math.min(kept, behind - (Number(style.widows) || 2))
  // A link that goes on in the next line keeps the fill between them off its own area.
  while (kept > 0 && here[kept]?.node.parentElement?.closest('a')) kept--
  if (kept < (begins ? Number(style.orphans) || 2 : 1))
    return begins ? beforeBlock(paragraph, page, sheet) : { y: 0, stuck: true }
  const next = here[kept]!
  return {
    y: here[kept - 1]!.bottom,
    line: { node: next.node, offset: firstLetter(next, sheet), paragraph },
  }
}

/** Of a block of text, by the middle of what stands in them: raised letters do not make a line. */
export function linesIn(block: Element, sheet: Sheet): Line[] {
  const lines: Line[] = []
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (node.data.trim() === '' || node.parentElement?.closest('sup, sub')) continue
    const height = Number.parseFloat(getComputedStyle(node.parentElement ?? block).lineHeight) || 20
    range.selectNodeContents(node)
    ;[...range.getClientRects()].forEach((rect, box) => {
      if (rect.height === 0) return
      const page = Math.max(0, Math.floor((rect.left - sheet.left + sheet.gap / 2) / sheet.stride))
      const middle = (rect.top + rect.bottom) / 2 - sheet.top
      const last = lines.at(-1)
      if (last && last.page === page && middle - height / 2 < last.bottom - height * 0.4) return
      lines.push({ page, top: middle - height / 2, bottom: middle + height / 2, node: node!, box })
    })
  }
  return lines
}

/** Its place in the text node. */
export function firstLetter({ node, page, top }: Line, { left, top: head, stride, gap }: Sheet): number {
  const range = document.createRange()
  const isBefore = (at: number): boolean => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = [...range.getClientRects()].at(-1)
    // A space that was left out, at the end of a line or beside another one.
    if (!rect) return at + 1 < node.length && isBefore(at + 1)
    const own = Math.max(0, Math.floor((rect.left - left + gap / 2) / stride))
    return own < page || (own === page && (rect.top + rect.bottom) / 2 - head < top)
  }
  let low = 0
  let high = node.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** All that the functions of this file call. */
export const ENDING = [
  partsOf,
  endOfPage,
  endIn,
  endInBlock,
  isInFlow,
  isInLine,
  beforeBlock,
  endInTable,
  endInLines,
  linesIn,
  firstLetter,
]
