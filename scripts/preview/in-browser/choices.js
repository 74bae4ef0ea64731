// What an author has set on this page, kept for the next time it is opened.

/**
 * @typedef {object} Choices
 * @property {'single' | 'spread'} view
 * @property {'width' | 'page' | number} zoom
 * @property {boolean} side whether contents, pages and search are open
 * @property {boolean} findings whether the problems are
 * @property {'contents' | 'thumbnails' | 'search'} tab
 */

const KEY = 'whitepaper-preview'

/**
 * A browser may keep nothing, or something that is none of ours: then it is as on the first day.
 * @param {boolean} isWide whether there is room for panels beside the pages
 * @returns {Choices}
 */
export function rememberedChoices(isWide) {
  const kept = read()
  // What covers the pages is not opened by itself.
  const isOpen = (/** @type {unknown} */ value) => isWide && value !== false
  return {
    view: kept.view === 'spread' ? 'spread' : 'single',
    zoom: kept.zoom === 'page' || isZoom(kept.zoom) ? kept.zoom : 'width',
    side: isOpen(kept.side),
    findings: isOpen(kept.findings),
    tab: kept.tab === 'thumbnails' || kept.tab === 'search' ? kept.tab : 'contents',
  }
}

/** @param {Choices} choices */
export function remember(choices) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // Not kept: it is a convenience.
  }
}

/** @returns {Record<string, unknown>} */
function read() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return {}
  }
}

/** @param {unknown} value @returns {value is number} */
const isZoom = (value) => typeof value === 'number' && value >= 0.1 && value <= 8
