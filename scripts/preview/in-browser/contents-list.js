// The contents as a list, nested by level; the heading that a reader is under is marked.
import { byId, element } from './element.js'

/**
 * @import { PreviewHeading } from '../protocol.ts'
 */

/**
 * @param {(page: number) => void} jump
 */
export function contentsList(jump) {
  const panel = byId('contents', HTMLElement)
  /** @type {HTMLAnchorElement[]} */
  let links = []
  /** @type {readonly PreviewHeading[]} */
  let shown = []
  let written = ''

  panel.addEventListener('click', (event) => {
    const index = links.indexOf(/** @type {any} */ (event.target).closest('a'))
    const heading = shown[index]
    if (!heading) return
    event.preventDefault()
    jump(heading.page)
  })

  return {
    /**
     * @param {readonly PreviewHeading[]} headings @param {string} language @param {readonly { folio: string }[]}
     * pages
     */
    show: (headings, language, pages) => {
      const numbers = headings.map(({ page }) => pages[page - 1]?.folio || `(${page})`)
      const now = JSON.stringify([headings, numbers, language])
      if (now === written) return
      written = now
      shown = headings
      const focused = links.indexOf(/** @type {any} */ (document.activeElement))
      links = headings.map(({ title, page }, index) =>
        element(
          'a',
          { href: `#page-${page}`, lang: language },
          element('span', {}, title),
          ' ',
          element('span', { class: 'at' }, numbers[index] ?? ''),
        ),
      )
      const none = element('p', { class: 'none' }, 'There are no headings yet.')
      panel.replaceChildren(links.length > 0 ? nested(headings, links) : none)
      links[Math.min(focused, links.length - 1)]?.focus({ preventScroll: true })
    },
    /** @param {number} page the last one in sight */
    mark: (page) => {
      const current = shown.findLastIndex((heading) => heading.page <= page)
      for (const [index, link] of links.entries()) {
        if (index !== current) link.removeAttribute('aria-current')
        else if (!link.hasAttribute('aria-current')) {
          link.setAttribute('aria-current', 'true')
          // Not under the hand of somebody who looks through the list.
          if (!panel.matches(':hover, :focus-within')) scrollInto(panel, link)
        }
      }
    },
  }
}

/**
 * Headings may skip levels, and begin at any.
 * @param {readonly PreviewHeading[]} headings
 * @param {readonly HTMLElement[]} links
 */
function nested(headings, links) {
  const top = element('ol', { class: 'contents' })
  const open = [{ list: top, level: Math.min(...headings.map(({ level }) => level)) }]
  for (const [index, { level }] of headings.entries()) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last && level > last.level) {
      const list = element('ol')
      const parent = last.list.lastElementChild ?? last.list.appendChild(element('li'))
      parent.append(list)
      open.push({ list, level })
    }
    open.at(-1)?.list.append(element('li', {}, links[index] ?? ''))
  }
  return top
}

/**
 * `scrollIntoView` would move the whole window, too.
 * @param {HTMLElement} scroller
 * @param {HTMLElement} target
 */
export function scrollInto(scroller, target) {
  const { top, bottom } = target.getBoundingClientRect()
  const room = scroller.getBoundingClientRect()
  if (top < room.top) scroller.scrollTop -= room.top - top + 8
  else if (bottom > room.bottom) scroller.scrollTop += bottom - room.bottom + 8
}
