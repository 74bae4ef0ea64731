// Moments and lines dragged with the mouse: from what was found into the story, and within it. By keys there are other
// ways to the same.
import { element } from './element.js'
import { nameAt } from './found-list.js'

/**
 * @typedef {{ part: number, at: number }} Drop
 * @typedef {{ name: string } | { part: number, item: number }} Dragged
 */

const BEGINS_PX = 6
const EDGE_PX = 48

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} story
 * @param {(dragged: Dragged, drop: Drop) => void} dropped
 */
export function dragging(list, story, dropped) {
  const line = element('div', { class: 'drop', 'aria-hidden': 'true' })
  /** @param {PointerEvent} down @param {Dragged} dragged @param {string} words */
  const begin = (down, dragged, words) => {
    /** @type {HTMLElement | undefined} */
    let ghost
    /** @type {Drop | undefined} */
    let drop
    /** @param {PointerEvent} event */
    const move = (event) => {
      if (!ghost && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < BEGINS_PX) return
      if (!ghost) {
        ghost = element('div', { class: 'ghost', 'aria-hidden': 'true' }, words)
        document.body.append(ghost)
        document.documentElement.dataset.dragging = ''
      }
      ghost.style.setProperty('left', `${event.clientX + 8}px`)
      ghost.style.setProperty('top', `${event.clientY + 8}px`)
      scrollAtEdges(story, event)
      drop = dropAt(story, event, line)
    }
    const end = () => {
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', end)
      ghost?.remove()
      line.remove()
      delete document.documentElement.dataset.dragging
    }
    const up = () => {
      const [was, place] = [ghost, drop]
      end()
      if (was && place) dropped(dragged, place)
    }
    document.addEventListener('pointermove', move)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', end)
  }
  list.addEventListener('pointerdown', (event) => {
    const name = event.button === 0 && event.pointerType === 'mouse' && nameAt(event.target)
    if (name) begin(event, { name }, textAt(event.target, '.row'))
  })
  story.addEventListener('pointerdown', (event) => {
    const item = itemAt(event)
    if (item) begin(event, item, textAt(event.target, '.item'))
  })
}

/**
 * The item of the story that is dragged from here: with a finger by its grip alone, for it scrolls.
 * @param {PointerEvent} event
 */
function itemAt({ target, button, pointerType }) {
  const item = target instanceof Element ? target.closest('.item') : null
  if (!(item instanceof HTMLElement) || button !== 0 || !(target instanceof Element)) return undefined
  if (target.closest('.tools, textarea') || (pointerType !== 'mouse' && !target.closest('.grip')))
    return undefined
  return { part: Number(item.dataset.part), item: Number(item.dataset.item) }
}

/**
 * Shows a line where it would go.
 * @param {HTMLElement} story
 * @param {PointerEvent} event
 * @param {HTMLElement} line
 * @returns {Drop | undefined}
 */
function dropAt(story, { clientX, clientY }, line) {
  const under = document.elementFromPoint(clientX, clientY)
  const part = under?.closest('.part')
  if (!(part instanceof HTMLElement) || !story.contains(part)) {
    line.remove()
    // Where there is no part yet, the first is made with it.
    return story.contains(under ?? null) && !story.querySelector('.part') ? { part: 0, at: 0 } : undefined
  }
  const items = [...part.querySelectorAll('.item')]
  const index = items.findIndex((item) => {
    const { top, height } = item.getBoundingClientRect()
    return clientY < top + height / 2
  })
  const at = index < 0 ? items.length : index
  const before = items[at]
  if (before) before.before(line)
  else part.querySelector('ol')?.append(line)
  return { part: Number(part.dataset.part), at }
}

/** @param {HTMLElement} story @param {PointerEvent} event */
function scrollAtEdges(story, { clientY }) {
  const { top, bottom } = story.getBoundingClientRect()
  if (clientY < top + EDGE_PX) story.scrollTop -= 12
  if (clientY > bottom - EDGE_PX) story.scrollTop += 12
}

/** @param {EventTarget | null} target @param {string} selector */
function textAt(target, selector) {
  const found = target instanceof Element ? target.closest(selector) : null
  const said = found?.querySelector('.said')?.textContent ?? found?.querySelector('textarea')?.value ?? ''
  return said.slice(0, 60)
}
