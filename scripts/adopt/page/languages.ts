// Words of another language than the page’s: said of a block, or of a whole part, it is said of their lines.
import type { Element, ElementContent, Root } from 'hast'
import { textProperty, withProperties } from '../../ground/html/change-tree.ts'

const LINES = /^(?:p|h[1-6]|dt|dd|li|td|th|figcaption|caption)$/
const BLOCK = /^(?:p|div|ul|ol|dl|table|blockquote|pre|h[1-6]|figure|section)$/

export function settleLanguages(tree: Root, language: string): Root {
  const walk = (children: readonly ElementContent[], inherited: string): ElementContent[] =>
    children.map((child): ElementContent => {
      if (child.type !== 'element') return child
      const own = textProperty(child, 'lang') ?? textProperty(child, 'xmlLang') ?? inherited
      if (child.tagName === 'span') return { ...child, children: walk(child.children, own) }
      const inner = walk(child.children, own)
      const isLine =
        LINES.test(child.tagName) && !inner.some((one) => one.type === 'element' && BLOCK.test(one.tagName))
      const bare = withProperties(child, { lang: undefined, xmlLang: undefined })
      if (!isLine || primary(own) === primary(language)) return { ...bare, children: inner }
      return { ...bare, children: [spanOf(own, inner)] }
    })
  return { ...tree, children: walk(tree.children as ElementContent[], language) }
}

const spanOf = (lang: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { lang },
  children,
})

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''
