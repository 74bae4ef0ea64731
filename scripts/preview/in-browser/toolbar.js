// Which page, how large, single or side by side.
import { byId, element, say } from './element.js'
import { nextStep, STEPS } from './layout.js'

/**
 * @import { Choices } from './choices.js'
 * @import { ShownPage } from './pages-of-state.js'
 */

/**
 * @param {object} parts
 * @param {() => Choices} parts.choices
 * @param {(change: Partial<Choices>) => void} parts.choose
 * @param {() => readonly ShownPage[]} parts.pages
 * @param {() => number} parts.scale
 * @param {(page: number) => void} parts.jump
 * @param {(rows: number) => void} parts.turn
 */
export function toolbar({ choices, choose, pages, scale, jump, turn }) {
  const zoom = byId('zoom', HTMLSelectElement)
  const spread = byId('spread', HTMLElement)
  const number = byId('page-number', HTMLInputElement)
  const option = (/** @type {string | number} */ value, /** @type {string} */ words) =>
    element('option', { value: String(value) }, words)
  zoom.append(
    option('width', 'Fit width'),
    option('page', 'Fit page'),
    ...STEPS.map((step) => option(step, `${Math.round(step * 100)} %`)),
  )

  const show = () => {
    zoom.value = String(choices().zoom)
    spread.setAttribute('aria-pressed', String(choices().view === 'spread'))
  }
  /** @param {1 | -1} direction */
  const step = (direction) => change({ zoom: nextStep(scale(), direction) })
  const change = (/** @type {Partial<Choices>} */ what) => {
    choose(what)
    show()
  }

  zoom.addEventListener('change', () =>
    change({ zoom: zoom.value === 'width' || zoom.value === 'page' ? zoom.value : Number(zoom.value) }),
  )
  byId('smaller', HTMLElement).addEventListener('click', () => step(-1))
  byId('larger', HTMLElement).addEventListener('click', () => step(1))
  spread.addEventListener('click', () => change({ view: choices().view === 'spread' ? 'single' : 'spread' }))
  byId('back', HTMLElement).addEventListener('click', () => turn(-1))
  byId('on', HTMLElement).addEventListener('click', () => turn(1))
  number.addEventListener('change', () => {
    const wish = number.value.trim().toLowerCase()
    // As it is printed on the page; where no page says so, as it is counted in the file.
    const page =
      pages().find(({ folio }) => folio.toLowerCase() === wish)?.number ?? Number.parseInt(wish, 10)
    if (page >= 1) jump(page)
  })
  show()

  return {
    step,
    fitWidth: () => change({ zoom: 'width' }),
    /** @param {ShownPage | undefined} page */
    at: (page) => {
      const total = pages().length
      say(byId('page-count', HTMLElement), page ? `${page.number} of ${total}` : `of ${total}`)
      if (page && document.activeElement !== number) number.value = page.folio || String(page.number)
    },
  }
}
