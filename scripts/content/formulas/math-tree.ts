// The tree of a formula: elements of MathML Core and the attributes that a browser draws by, and nothing else.
import type { Element, ElementContent, Properties } from 'hast'
import { isElement, textProperty } from '../../ground/html/change-tree.ts'
import { readHtml } from '../../ground/html/html-text.ts'

const KEPT = new Set(
  'math semantics annotation mrow mi mn mo mtext mspace ms mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mpadded mphantom mtable mtr mtd menclose merror none'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'display displaystyle scriptlevel mathvariant stretchy symmetric fence form largeop lspace rspace minsize maxsize movablelimits accent accentunder linethickness width height depth voffset columnspan rowspan encoding separator dir'.split(
    ' ',
  ),
)
/** What the library says by classes and styles of its own, in ours. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)tml-right(?:\s|$)/, 'to-the-right'],
  [/(?:^|\s)tml-left(?:\s|$)/, 'to-the-left'],
  [/(?:^|\s)tml-(?:cancel|xcancel)|strike/, 'struck'],
  [/border:\s*1px solid/, 'boxed'],
  [/border-left:|tml-vline/, 'ruled'],
]

export function mathOf(mathml: string): Element {
  const found = readHtml(mathml).children.find((node) => isElement(node, 'math'))
  if (!isElement(found)) throw new Error('A formula was made without its element')
  return cleaned(found)
}

function cleaned(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    if (!isElement(child)) return []
    return KEPT.has(child.tagName) ? [cleaned(child)] : child.children
  })
  return { type: 'element', tagName: element.tagName, properties: propertiesOf(element), children }
}

function propertiesOf(element: Element): Properties {
  const said = `${textProperty(element, 'className') ?? ''} ${textProperty(element, 'style') ?? ''} ${textProperty(element, 'notation') ?? ''}`
  const classes = CLASSES.flatMap(([pattern, name]) => (pattern.test(said) ? [name] : []))
  const kept = Object.entries(element.properties).filter(([name]) => ATTRIBUTES.has(name.toLowerCase()))
  return { ...Object.fromEntries(kept), ...(classes.length > 0 ? { className: classes } : {}) }
}
