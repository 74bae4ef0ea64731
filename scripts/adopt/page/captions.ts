import type { Element, Root } from 'hast'
import { isElement } from '../../ground/html/change-tree.ts'
import { find } from './page-parts.ts'
import { shortened, type Telling, wordsOf } from './telling.ts'

/**
 * A caption is plain words: what was set off in it is told. One with more than that stands as a paragraph, as it is.
 */
export function tellCaptions(tree: Root, telling: Telling): void {
  find(tree, (one) => {
    if (isElement(one, 'caption', 'figcaption') && losesLooks(one))
      telling.tell({ problem: 'caption', words: shortened(wordsOf(one)) })
    return false
  })
}

const SET_OFF = /^(?:em|i|strong|b|cite|dfn)$/
const MORE = /^(?:a|code|sub|sup|s|del|mark|kbd|abbr)$/

function losesLooks(caption: Element): boolean {
  const holds = (names: RegExp): boolean =>
    find(caption, (one) => names.test(one.tagName) && wordsOf(one) !== '') !== undefined
  return caption.tagName === 'caption' ? holds(SET_OFF) || holds(MORE) : holds(SET_OFF) && !holds(MORE)
}
