// All pages, small, as they lie open beside each other.
import { scrollInto } from './contents-list.js'
import { drawPage } from './draw-page.js'
import { byId, element } from './element.js'
import { inSightOf } from './layout.js'
import { isAlike, nameOf } from './pages-of-state.js'

/**
 * @import { Job } from './draw-queue.js'
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * @typedef {{ item: HTMLElement, link: HTMLAnchorElement, page: ShownPage, canvas?: HTMLCanvasElement, mark?: string
 * }} Thumbnail
 */

const WIDTH = 96

/**
 * @param {(jobs: readonly Job[]) => void} draw
 * @param {(page: number) => void} jump
 */
export function thumbnails(draw, jump) {
  const panel = byId('thumbnails', HTMLElement)
  const list = element('ol', { class: 'thumbnails' })
  panel.append(list)
  /** @type {Thumbnail[]} */
  let all = []

  const refresh = () => {
    const near = inSightOf(panel, all, ({ item }) => item, 1)
    for (const one of all) if (!near.includes(one)) letGo(one)
    draw(near.flatMap(job))
  }

  panel.addEventListener('scroll', () => requestAnimationFrame(refresh), { passive: true })
  new ResizeObserver(refresh).observe(panel)
  list.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a')
    const one = all.find((each) => each.link === link)
    if (!one) return
    event.preventDefault()
    jump(one.page.number)
  })

  return {
    /** @param {readonly ShownPage[]} pages */
    show: (pages) => {
      for (const gone of all.slice(pages.length)) gone.item.remove()
      all = pages.map((page, index) => label(all[index] ?? added(list, page), page))
      refresh()
    },
    /** @param {readonly number[]} numbers of the pages in sight */
    mark: (numbers) => {
      for (const { link, page } of all) {
        const isCurrent = numbers.includes(page.number)
        if (isCurrent === link.hasAttribute('aria-current')) continue
        link.toggleAttribute('aria-current', isCurrent)
        if (!isCurrent) continue
        link.setAttribute('aria-current', 'true')
        if (!panel.matches(':hover, :focus-within')) scrollInto(panel, link)
      }
    },
  }
}

/** @param {HTMLElement} list @param {ShownPage} page @returns {Thumbnail} */
function added(list, page) {
  const link = element('a', {}, element('span', { class: 'sheet' }), element('span', { class: 'folio' }))
  const item = list.appendChild(element('li', {}, link))
  return { item, link, page }
}

/** @param {Thumbnail} one @param {ShownPage} page */
function label(one, page) {
  const { link, page: before } = one
  one.page = page
  if (link.hasAttribute('href') && isAlike(before, page)) return one
  link.href = `#page-${page.number}`
  link.setAttribute('aria-label', nameOf(page))
  link.style.setProperty('--shape', String(page.widthPt / page.heightPt))
  const folio = link.querySelector('.folio')
  if (folio) folio.textContent = page.folio || `(${page.number})`
  return one
}

/** @param {Thumbnail} one @returns {Job[]} */
function job(one) {
  const { page, mark } = one
  if (page.pdf === undefined || mark === page.mark) return []
  const run = async (/** @type {AbortSignal} */ signal) => {
    const canvas = await drawPage(page, (WIDTH * devicePixelRatio) / page.widthPt, signal)
    canvas.setAttribute('aria-hidden', 'true')
    if (one.canvas) one.canvas.width = 0
    one.link.querySelector('.sheet')?.replaceChildren(canvas)
    one.canvas = canvas
    one.mark = page.mark
  }
  return [{ key: `thumbnail ${page.number} ${page.mark} ${page.pdf}`, run }]
}

/** @param {Thumbnail} one */
function letGo(one) {
  if (one.canvas) one.canvas.width = 0
  one.canvas?.remove()
  delete one.canvas
  delete one.mark
}
