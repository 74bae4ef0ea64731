// Elements of the page. Words of the paper and of its files become text, and never markup.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/**
 * One that stands in index.html.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

/**
 * The same words are not set again: the browser would measure the whole window anew.
 * @param {Element} target
 * @param {string} words
 */
export function say(target, words) {
  if (target.textContent !== words) target.textContent = words
}

/** What runs in the page, or reads a file into it, when a link leads there. */
const NO_EDITORS = [
  'javascript:',
  'data:',
  'vbscript:',
  'blob:',
  'file:',
  'filesystem:',
  'about:',
  'view-source:',
]

/**
 * Undefined where there is no editor, or the address could be more than a link to one.
 * @param {string | undefined} url
 * @param {string} words
 */
export function editorLink(url, words = 'Open in the editor') {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return NO_EDITORS.includes(protocol)
    ? undefined
    : element('a', { href, class: 'editor', rel: 'noreferrer' }, words)
}

/**
 * `3 errors`, `1 error`.
 * @param {number} count
 * @param {string} one
 */
export const counted = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`
