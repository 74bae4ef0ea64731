// Says politely, to those who listen to the page, what has changed.
import { byId } from './element.js'

/** States follow each other fast while a paper is printed: only the one that stays is read out. */
const SETTLES_MS = 700
let timer = 0

/** @param {string} words */
export function announce(words) {
  clearTimeout(timer)
  timer = setTimeout(() => {
    byId('news', HTMLElement).textContent = words
  }, SETTLES_MS)
}
