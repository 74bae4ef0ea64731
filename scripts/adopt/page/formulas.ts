// Formulas of a page: their TeX, where the page has it beside them.
import type { Element, Root } from 'hast'
import {
  changeTree,
  hasClass,
  isElement,
  textProperty,
  withProperties,
} from '../../ground/html/change-tree.ts'
import { find } from './page-parts.ts'
import { type Telling, wordsOf } from './telling.ts'

export const settleFormulas = (tree: Root, telling: Telling): Root =>
  changeTree(tree, (node) => {
    if (!isElement(node)) return node
    // KaTeX says each formula twice, once for those who see it.
    if (hasClass(node, 'katex-html') || hasClass(node, 'MJX_Assistive_MathML')) {
      telling.hush(wordsOf(node))
      return undefined
    }
    return node.tagName === 'math' ? formula(node, telling) : node
  })

function formula(element: Element, telling: Telling): Element {
  const annotation = find(
    element,
    (one) => one.tagName === 'annotation' && /tex/i.test(textProperty(one, 'encoding') ?? ''),
  )
  const tex = annotation ? wordsOf(annotation) : ''
  const words = wordsOf({ ...element, children: element.children.filter((child) => child !== annotation) })
  telling.hush(words)
  if (tex === '' || tex.includes('$')) {
    telling.tell({ problem: 'formula', words: words.slice(0, 200) })
    return element
  }
  return withProperties(element, { dataAdoptTex: tex })
}
