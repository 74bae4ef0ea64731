// The contents: a field that Word makes anew from the headings, with its entries in it already.
import type { Element, ElementContent, RootContent } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import { setParagraph } from './paragraph.ts'
import { type Place, TOP } from './place.ts'
import type { StyleId } from './styles.ts'
import type { SetBlocks, Writing } from './writing.ts'
import { val, type Xml, xml } from './xml.ts'

/** Without numbers of pages: these are Word's, and not known before it lays the pages out. */
export function setContents(page: Element, setBlocks: SetBlocks, writing: Writing): Xml[] {
  const [title, ...rest] = page.children.filter((child) => isElement(child))
  if (!title) return []
  const heading = setParagraph(title.children, { ...TOP, style: 'TOCHeading' }, writing, {
    id: textProperty(title, 'id'),
  })
  const entries = entriesOf(rest, 1, writing)
  if (entries.length === 0) return [...heading, ...setBlocks(rest, TOP, writing)]
  return [
    xml('w:sdt', {}, [
      xml('w:sdtPr', {}, [
        xml('w:docPartObj', {}, [val('w:docPartGallery', 'Table of Contents'), xml('w:docPartUnique')]),
      ]),
      xml('w:sdtContent', {}, [...heading, ...asField(entries)]),
    ]),
  ]
}

/** A list of figures or tables: links, which bring their numbers. */
export const setEntries = (list: Element, writing: Writing): Xml[] => entriesOf([list], 2, writing)

/** Groups are entries of the first level, what stands in them of the next. */
function entriesOf(elements: readonly Element[], level: number, writing: Writing): Xml[] {
  return elements.flatMap((element): Xml[] => {
    const children = element.children.filter((child) => isElement(child))
    if (element.tagName === 'p') return entry(spaced(element.children), level, writing)
    if (element.tagName !== 'ol') return entriesOf(children, level, writing)
    const inner = level + (isFirst(element, elements) ? 0 : 1)
    return children.flatMap((item) => {
      const [link, ...below] = item.children.filter((child) => isElement(child))
      return [...(link ? entry([link], inner, writing) : []), ...entriesOf(below, inner + 1, writing)]
    })
  })
}

/** A list without a group over it, or of what stands below an entry, has its level told. */
const isFirst = (list: Element, beside: readonly Element[]): boolean => beside.indexOf(list) === 0

/** A line end that print has is a space in an entry. */
const spaced = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map((node) => (isElement(node, 'br') ? { type: 'text', value: ' ' } : node))

function entry(nodes: readonly (RootContent | ElementContent)[], level: number, writing: Writing): Xml[] {
  const style: StyleId = level <= 1 ? 'TOC1' : level === 2 ? 'TOC2' : 'TOC3'
  const place: Place = { ...TOP, style }
  return setParagraph(nodes, place, writing)
}

const part = (type: 'begin' | 'separate' | 'end'): Xml =>
  xml('w:r', {}, [xml('w:fldChar', { 'w:fldCharType': type })])

/** `\n`: without numbers of pages; `\h`: links; `\z \u`: as headings are in Word. */
const CODE = xml('w:r', {}, [
  xml('w:instrText', { 'xml:space': 'preserve' }, [' TOC \\o "1-3" \\n \\h \\z \\u ']),
])

function asField(entries: readonly Xml[]): Xml[] {
  return entries.map((paragraph, index) => {
    const [properties, ...content] = paragraph.children
    const before = index === 0 ? [part('begin'), CODE, part('separate')] : []
    const after = index === entries.length - 1 ? [part('end')] : []
    return { ...paragraph, children: [...(properties ? [properties] : []), ...before, ...content, ...after] }
  })
}
