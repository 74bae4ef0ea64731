// The pages in their scroller: where they stand, which are in sight, and that only those are drawn.
import { drawPage, textOfPage } from './draw-page.js'
import { element } from './element.js'
import { inSightOf, rowsOf, scaleOf } from './layout.js'
import { isAlike, nameOf } from './pages-of-state.js'

/**
 * @import { Job } from './draw-queue.js'
 * @import { Layout } from './layout.js'
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * A place on the screen for one page. `drawn` is what its canvas shows, which may still be an earlier page.
 * @typedef {object} Leaf
 * @property {HTMLElement} element
 * @property {ShownPage} page
 * @property {HTMLCanvasElement} [canvas]
 * @property {{ mark: string, pixelsPerPt: number }} [drawn]
 * @property {HTMLElement} [text]
 * @property {string} [textMark]
 */

/**
 * `fraction` is how much of the page’s height has been scrolled away.
 * @typedef {{ readonly leaf: Leaf, readonly fraction: number }} Place
 */

/** Pages this much of a screen above and below are drawn, too; the canvases of all others are let go. */
const NEAR = 1

/**
 * @param {object} parts
 * @param {HTMLElement} parts.scroller
 * @param {(jobs: readonly Job[]) => void} parts.draw
 * @param {() => void} parts.onMove after a scroll, a change of layout, or new pages
 * @param {(leaf: Leaf) => void} parts.onText when the text of a page is there
 */
export function pagesView({ scroller, draw, onMove, onText }) {
  /** @type {Leaf[]} */
  const leaves = []
  /** @type {HTMLElement[]} */
  let rows = []
  /** @type {Layout} */
  let layout = { view: 'single', zoom: 'width' }
  let scale = 0
  let language = 'en'
  let version = 0

  /** @returns {Leaf} */
  const newLeaf = () => {
    const made = element('section', { class: 'leaf' })
    return {
      element: made,
      page: { number: 0, folio: '', widthPt: 1, heightPt: 1, mark: '', isAhead: false, place: 0 },
    }
  }

  /**
   * `added`: how many pages stand before the one in sight that did not before. Its canvas moves with it.
   * @param {{ pages: readonly ShownPage[], language: string, version: number, added: number }} now
   */
  const show = (now) => {
    const held = place()
    language = now.language
    version = now.version
    const before = leaves.length
    if (held) move(leaves.indexOf(held.leaf), now.added)
    while (leaves.length < now.pages.length) leaves.push(newLeaf())
    leaves.length = now.pages.length
    for (const [index, page] of now.pages.entries()) label(leaves[index], page)
    if (now.added !== 0 || leaves.length !== before) fillRows()
    settle(held)
  }

  /** @param {number} index @param {number} added */
  const move = (index, added) => {
    if (added > 0) leaves.splice(index, 0, ...Array.from({ length: added }, newLeaf))
    else leaves.splice(Math.max(0, index + added), Math.min(index, -added))
  }

  const fillRows = () => {
    rows = rowsOf(leaves.length, layout.view).map((numbers) =>
      element(
        'div',
        { class: numbers.length > 1 ? 'row pair' : 'row' },
        ...numbers.map((number) => leaves[number - 1]?.element ?? element('div')),
      ),
    )
    scroller.replaceChildren(...rows)
  }

  /**
   * Sizes all pages, and scrolls back to what was in sight.
   * @param {Place | undefined} held
   */
  const settle = (held) => {
    const before = scale
    scale = scaleOf(
      layout,
      leaves.map(({ page }) => page),
      scroller,
    )
    if (scale !== before) scroller.style.setProperty('--total-scale-factor', String(scale))
    if (held && leaves.includes(held.leaf)) scrollTo(held)
    refresh()
  }

  const refresh = () => {
    draw(wishes())
    onMove()
  }

  /** @param {number} margin in screens */
  const inSight = (margin) => inSightOf(scroller, leaves, (leaf) => leaf.element, margin)

  const wishes = () => {
    const seen = inSight(0)
    const near = inSight(NEAR)
    for (const leaf of leaves) if (!near.includes(leaf)) letGo(leaf)
    const later = near.filter((leaf) => !seen.includes(leaf))
    return [seen, later].flatMap((some) => [...some.flatMap(canvasJob), ...some.flatMap(textJob)])
  }

  /** @param {Leaf} leaf @returns {Job[]} */
  const canvasJob = (leaf) => {
    const { page, drawn } = leaf
    const pixelsPerPt = scale * devicePixelRatio
    if (page.pdf === undefined || (drawn?.mark === page.mark && drawn.pixelsPerPt === pixelsPerPt)) return []
    const key = `canvas ${page.number} ${page.mark} ${page.pdf} ${pixelsPerPt}`
    return [
      {
        key,
        run: async (signal) => swap(leaf, page, pixelsPerPt, await drawPage(page, pixelsPerPt, signal)),
      },
    ]
  }

  /**
   * In one step, so that nothing flashes. The mark `drawn` of the browser’s performance record is there to be waited for and
   * measured: its detail is `{ version, page, mark }`.
   * @param {Leaf} leaf @param {ShownPage} page @param {number} pixelsPerPt @param {HTMLCanvasElement} canvas
   */
  const swap = (leaf, page, pixelsPerPt, canvas) => {
    if (leaf.canvas) leaf.canvas.replaceWith(canvas)
    else leaf.element.prepend(canvas)
    canvas.setAttribute('aria-hidden', 'true') // Its text is in the layer above it.
    if (leaf.canvas) leaf.canvas.width = 0 // Gives the memory back at once.
    leaf.canvas = canvas
    leaf.drawn = { mark: page.mark, pixelsPerPt }
    leaf.element.dataset.mark = page.mark
    performance.mark('drawn', { detail: { version, page: page.number, mark: page.mark } })
  }

  /** @param {Leaf} leaf @returns {Job[]} */
  const textJob = (leaf) => {
    const { page } = leaf
    if (page.pdf === undefined || leaf.textMark === page.mark) return []
    const run = async (/** @type {AbortSignal} */ signal) => {
      const text = await textOfPage(page, language, signal)
      leaf.text?.remove()
      leaf.element.append(text)
      leaf.text = text
      leaf.textMark = page.mark
      onText(leaf)
    }
    return [{ key: `text ${page.number} ${page.mark} ${page.pdf}`, run }]
  }

  /** @returns {Place | undefined} */
  const place = () => {
    const leaf = leaves.find(
      ({ element: { offsetTop, offsetHeight } }) => offsetTop + offsetHeight > scroller.scrollTop,
    )
    return (
      leaf && { leaf, fraction: (scroller.scrollTop - leaf.element.offsetTop) / leaf.element.offsetHeight }
    )
  }

  /** @param {Place} place */
  const scrollTo = ({ leaf, fraction }) => {
    scroller.scrollTop = leaf.element.offsetTop + fraction * leaf.element.offsetHeight
  }

  /** The row that a reader would say they are at. */
  const currentRow = () => {
    const line = scroller.scrollTop + scroller.clientHeight / 3
    const index = rows.findIndex(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > line)
    return index < 0 ? rows.length - 1 : index
  }

  const atCurrent = () => {
    const row = rows[currentRow()]
    return leaves.filter(({ element: { parentElement } }) => row !== undefined && parentElement === row)
  }

  /**
   * To the top of a page, or of what stands there `yPt` from it.
   * @param {number} number
   * @param {number} [yPt]
   */
  const goTo = (number, yPt) => {
    const leaf = leaves[Math.min(Math.max(number, 1), leaves.length) - 1]
    if (!leaf) return
    const lead = yPt === undefined ? ROOM_ABOVE : scroller.clientHeight / 3
    scroller.scrollTop = leaf.element.offsetTop + (yPt ?? 0) * scale - lead
    refresh()
  }

  scroller.addEventListener('scroll', () => requestAnimationFrame(refresh), { passive: true })
  new ResizeObserver(() => {
    if (leaves.length > 0) settle(place())
  }).observe(scroller)

  return {
    show,
    goTo,
    atCurrent,
    inSight: () => inSight(0),
    leaves: () => leaves,
    topPage: () => place()?.leaf.page.number ?? 1,
    scale: () => scale,
    /** @param {Layout} next */
    setLayout: (next) => {
      const held = place()
      const isOther = next.view !== layout.view
      layout = next
      if (isOther) fillRows()
      settle(held)
    },
    /** @param {number} rowsOn */
    turn: (rowsOn) => {
      const row = rows[Math.min(Math.max(currentRow() + rowsOn, 0), rows.length - 1)]
      const leaf = leaves.find(({ element: { parentElement } }) => parentElement === row)
      if (leaf) goTo(leaf.page.number)
    },
  }
}

/** Pixels of the desk that stay in sight above a page. */
const ROOM_ABOVE = 12

/** @param {Leaf | undefined} leaf @param {ShownPage} page */
function label(leaf, page) {
  if (!leaf) return
  const { element: section, page: before } = leaf
  leaf.page = page
  // Hundreds of pages stay as they are: the browser is not to go through them.
  if (isAlike(before, page)) return
  section.id = `page-${page.number}`
  section.dataset.page = String(page.number)
  section.setAttribute('aria-label', nameOf(page))
  section.classList.toggle('waiting', page.pdf === undefined)
  section.style.setProperty('--width', String(page.widthPt))
  section.style.setProperty('--height', String(page.heightPt))
}

/** @param {Leaf} leaf */
function letGo(leaf) {
  if (leaf.canvas) leaf.canvas.width = 0
  leaf.canvas?.remove()
  leaf.text?.remove()
  delete leaf.canvas
  delete leaf.drawn
  delete leaf.text
  delete leaf.textMark
  delete leaf.element.dataset.mark
}
