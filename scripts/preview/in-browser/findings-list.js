// What the program has found, the gravest first: where, what, and how to mend it.
import { byId, counted, editorLink, element } from './element.js'
import { placeWords, worded } from './finding-words.js'

/**
 * @import { PreviewFinding } from '../protocol.ts'
 */

const GROUPS = /** @type {const} */ ([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
])

/**
 * @param {(page: number) => void} jump
 * @param {(page: number) => string} pageName
 */
export function findingsList(jump, pageName) {
  const list = byId('findings-list', HTMLElement)
  /** The same finding keeps its element, and with it the focus. @type {Map<string, HTMLElement>} */
  let known = new Map()
  /** @type {string | undefined} */
  let written

  /** @param {PreviewFinding} finding */
  const itemOf = (finding) => {
    const item = element('li', { class: 'finding' }, ...partsOf(finding, pageName))
    item.querySelector('button')?.addEventListener('click', () => {
      for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current')
      item.querySelector('button')?.setAttribute('aria-current', 'true')
      if (finding.shownOn !== undefined) jump(finding.shownOn)
    })
    return item
  }

  /** @param {readonly PreviewFinding[]} findings */
  return (findings) => {
    const keys = keysOf(findings, pageName)
    if (keys.join() === written) return
    written = keys.join()
    const items = findings.map((finding, index) => known.get(keys[index] ?? '') ?? itemOf(finding))
    known = new Map(items.map((item, index) => [keys[index] ?? '', item]))
    const focused = document.activeElement
    const groups = GROUPS.flatMap(([severity, word]) => {
      const some = items.filter((_, index) => findings[index]?.severity === severity)
      return some.length === 0
        ? []
        : [
            element(
              'section',
              { class: severity },
              element('h3', {}, counted(some.length, word)),
              element('ol', {}, ...some),
            ),
          ]
    })
    list.replaceChildren(
      ...(groups.length > 0 ? groups : [element('p', { class: 'none' }, 'None: nothing to mend.')]),
    )
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true })
  }
}

/**
 * Two findings may say the same of the same place.
 * @param {readonly PreviewFinding[]} findings
 * @param {(page: number) => string} pageName
 */
function keysOf(findings, pageName) {
  /** @type {Map<string, number>} */
  const turns = new Map()
  return findings.map((finding) => {
    const said = JSON.stringify([finding, finding.shownOn && pageName(finding.shownOn)])
    const turn = (turns.get(said) ?? 0) + 1
    turns.set(said, turn)
    return `${turn} ${said}`
  })
}

/** @param {PreviewFinding} finding @param {(page: number) => string} pageName */
function partsOf({ rule, place, message, mend, shownOn, editorUrl }, pageName) {
  const file = placeWords(place)
  const link = editorLink(editorUrl)
  const where = [
    ...(file === '' ? [] : [element('code', {}, file)]),
    ...(shownOn === undefined ? [] : [element('span', {}, pageName(shownOn))]),
    element('span', { class: 'rule' }, rule),
    ...(link ? [link] : []),
  ]
  return [
    shownOn === undefined
      ? element('p', { class: 'message' }, ...worded(message))
      : element('button', { type: 'button', class: 'message' }, ...worded(message)),
    element('p', { class: 'mend' }, ...worded(mend)),
    element('p', { class: 'where' }, ...where.flatMap((part) => [part, ' '])),
  ]
}
