import type { Element } from 'hast'
import { textProperty } from '../ground/html/change-tree.ts'
import { isMeaning, type Meaning, readMeaning, withMeaning } from '../ground/html/meaning.ts'

/** Elements that say by their name what they are, and lose it in print. */
const BY_NAME: Readonly<Record<string, Meaning>> = {
  dl: 'terms',
  dt: 'term',
  dd: 'meaning',
  aside: 'aside',
}

/**
 * Writes into the language of an element what it is, so that it lasts through printing (see meaning.ts): what its
 * name says, or
 * `data-means`, which templates and content/ set. An element that tells it already stays as it is.
 */
export function carryMeaning(element: Element, language: string): Element {
  const { tagName, properties } = element
  const meaning = meaningOf(element)
  const own = textProperty(element, 'lang')
  if (own !== undefined && readMeaning(own).meaning) return element
  if (!meaning)
    return tagName === 'q' && own !== undefined
      ? { ...element, properties: { role: 'generic', ...properties } }
      : element
  const { lang: _, ...others } = properties
  // Chromium leaves boxes without a role or a text of their own out of its tree.
  const needsRole = (tagName === 'div' || tagName === 'span') && properties.role === undefined
  // Of a picture without any text Chromium makes decoration. What stands here is taken off again in pdf/.
  const alt = meaning === 'picture' ? { alt: '–' } : {}
  const lang = withMeaning(own ?? language, meaning)
  return { ...element, properties: { ...alt, lang, ...(needsRole ? { role: 'generic' } : {}), ...others } }
}

function meaningOf(element: Element): Meaning | undefined {
  const { tagName, properties } = element
  const given = textProperty(element, 'dataMeans')
  if (given !== undefined && isMeaning(given)) return given
  if (tagName === 'abbr' && properties.title !== undefined) return 'abbr'
  return Object.hasOwn(BY_NAME, tagName) ? BY_NAME[tagName] : undefined
}
