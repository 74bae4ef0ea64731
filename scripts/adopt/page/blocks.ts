// Paragraphs and headings of a page as an author meant them, whatever its maker wrote for them.
import type { Element, ElementContent, Root } from 'hast'
import {
  changeTree,
  hasClass,
  isElement,
  textProperty,
  withProperties,
} from '../../ground/html/change-tree.ts'
import { placeName } from './places.ts'
import { oneLine, type Telling, wordsOf } from './telling.ts'

const NUMBER_AT_END = /(?<![\s\d.])[\s\d.]+$/

export function settleBlocks(tree: Root, telling: Telling): Root {
  const contents = contentsOf(tree)
  return withCaptions(
    changeTree(tree, (node) => {
      if (!isElement(node)) return node
      // Elements of Word’s own: `<o:p>`.
      if (node.tagName.includes(':')) return node.children
      if (node.tagName === 'u') return underlined(node, telling)
      if (contents.has(node)) return leaveContents(node, telling)
      if (node.tagName === 'p') return paragraph(node, telling)
      if (node.tagName === 'li') return { ...node, children: tight(node.children) }
      if (/^h[1-6]$/.test(node.tagName)) return heading(node, telling)
      return BOXES.has(node.tagName) ? box(node) : node
    }),
    telling,
  )
}

/** Paragraphs that are a link to a heading and its words: two or more are the list of contents. */
function contentsOf(tree: Root): ReadonlySet<Element> {
  const headings = new Map<string, string>()
  const lines: { line: Element; to: string }[] = []
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (/^h[1-6]$/.test(child.tagName)) for (const id of idsIn(child)) headings.set(id, wordsOf(child))
      const link = child.tagName === 'p' ? onlyLink(child) : undefined
      const to = link && /^#(.+)$/.exec(textProperty(link, 'href') ?? '')?.[1]
      if (to !== undefined) lines.push({ line: child, to })
      walk(child)
    }
  }
  walk(tree)
  const found = lines.filter(({ line, to }) => {
    const heading = headings.get(to)
    return (
      heading !== undefined && wordsOf(line).replace(NUMBER_AT_END, '') === heading.replace(NUMBER_AT_END, '')
    )
  })
  return new Set(found.length > 1 ? found.map(({ line }) => line) : [])
}

const idsIn = (element: Element): string[] => [
  ...[textProperty(element, 'id'), textProperty(element, 'name')].flatMap((id) =>
    id ? [placeName(id)] : [],
  ),
  ...element.children.flatMap((child) => (isElement(child) ? idsIn(child) : [])),
]

function onlyLink(element: Element): Element | undefined {
  const [only, more] = element.children.filter((child) => wordsOf(child) !== '')
  if (!isElement(only) || (more !== undefined && !/^[\s\d.]*$/.test(wordsOf(more)))) return undefined
  return only.tagName === 'a' ? only : onlyLink(only)
}

const BOXES: ReadonlySet<string> = new Set(['div', 'aside', 'section'])

/** The line below the words of a link is how browsers show it. */
function underlined(element: Element, telling: Telling): ElementContent[] {
  const words = wordsOf(element)
  if (words !== '' && words !== wordsInLinks(element))
    telling.tell({ problem: 'underlined', words: words.slice(0, 200) })
  return element.children
}

const wordsInLinks = (element: Element): string =>
  oneLine(
    element.children
      .map((child) => (!isElement(child) ? '' : child.tagName === 'a' ? wordsOf(child) : wordsInLinks(child)))
      .join(' '),
  )

function leaveContents(element: Element, telling: Telling): undefined {
  telling.leave('contents', wordsOf(element))
  return undefined
}

/** A point that is one paragraph is a line. */
function tight(children: readonly ElementContent[]): ElementContent[] {
  const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [first, ...rest] = solid
  if (!isElement(first, 'p') || !rest.every((child) => isElement(child, 'ul', 'ol'))) return [...children]
  return [...first.children, ...rest]
}

function paragraph(element: Element, telling: Telling): ElementContent | ElementContent[] | undefined {
  const classes = textProperty(element, 'className') ?? ''
  if (/\bMsoToc\d/i.test(classes)) return leaveContents(element, telling)
  if (/\bMso(?:Intense)?Quote/.test(classes))
    return { type: 'element', tagName: 'blockquote', properties: {}, children: [element] }
  return atDoubleBreaks(element)
}

/** Two line breaks are the end of a paragraph. */
function atDoubleBreaks(element: Element): ElementContent[] {
  const parts: ElementContent[][] = [[]]
  for (const [index, child] of element.children.entries()) {
    const last = parts.at(-1) ?? []
    if (isBreak(child) && isBreak(nextTo(element.children, index))) parts.push([])
    else if (!(isBreak(child) && last.length === 0)) last.push(child)
  }
  if (parts.length === 1) return [element]
  return parts
    .filter((children) => children.some((child) => wordsOf(child) !== '' || holdsPicture(child)))
    .map((children, index) => ({
      ...(index === 0 ? element : withProperties(element, { id: undefined })),
      children,
    }))
}

const isBreak = (node: ElementContent | undefined): boolean => isElement(node, 'br')

const nextTo = (children: readonly ElementContent[], index: number): ElementContent | undefined =>
  children.slice(index + 1, index + 4).find((child) => child.type !== 'text' || child.value.trim() !== '')

const holdsPicture = (node: ElementContent): boolean =>
  isElement(node) && (node.tagName === 'img' || node.children.some(holdsPicture))

const PERMALINK = /\b(?:headerlink|header-link|anchor|permalink|mw-editsection|heading-anchor|direct-link)\b/i

/** Without the link to itself, and without being bold as a whole. */
function heading(element: Element, telling: Telling): Element | undefined {
  const own = changeTree(element, (node) => {
    if (!isElement(node)) return node
    const isOwnLink =
      PERMALINK.test(textProperty(node, 'className') ?? '') &&
      /^[\s#¶§🔗]*$|edit|link to/iu.test(wordsOf(node))
    if (!isOwnLink) return node
    telling.hush(wordsOf(node))
    return undefined
  })
  if (wordsOf(own) === '' && !own.children.some(holdsPicture)) return undefined
  return { ...own, children: withoutWholeMarks(own.children) }
}

/** Word processors say of each heading that it is bold. */
export function withoutWholeMarks(children: readonly ElementContent[]): ElementContent[] {
  const [only, more] = children.filter((child) => wordsOf(child) !== '')
  if (more !== undefined || !isElement(only)) return [...children]
  if (/^(?:strong|b)$/.test(only.tagName)) return withoutWholeMarks(only.children)
  if (!/^(?:span|font)$/.test(only.tagName)) return [...children]
  return children.map((child) =>
    child === only ? { ...only, children: withoutWholeMarks(only.children) } : child,
  )
}

const BOX =
  /(?:^|\s)(?:admonition|callout|alert|confluence-information-macro|notification|panel-?note|markdown-alert)(?:$|[\s-])/i
/** The name by which a box is known from here on. */
export const BOX_TITLE = 'dataAdoptBox'

/** A box with a title is a callout; so is what stands at the side within the text. */
function box(element: Element): Element {
  if (element.tagName !== 'aside' && !BOX.test(textProperty(element, 'className') ?? '')) return element
  const [first, ...rest] = element.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  const isTitle =
    isElement(first, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b') ||
    (isElement(first) &&
      ['title', 'admonition-title', 'markdown-alert-title', 'callout-title'].some((name) =>
        hasClass(first, name),
      ))
  const title = isTitle && isElement(first) ? wordsOf(first) : ''
  const children = isTitle ? rest : element.children
  return { type: 'element', tagName: 'div', properties: { ...idOf(element), [BOX_TITLE]: title }, children }
}

const idOf = ({ properties }: Element): Element['properties'] =>
  properties.id === undefined ? {} : { id: properties.id }

const NUMBERED =
  /^\s*((?:Figure|Fig\.|Table|Chart|Picture|Illustration|Photo)\s+\d+(?:\.\d+)*\s*[.:–—-]?)\s+/i

/** A paragraph that is a caption goes to its picture or its table. */
function withCaptions(tree: Root, telling: Telling): Root {
  const change = (children: readonly ElementContent[]): ElementContent[] => {
    const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    const taken = new Map<ElementContent, Element>()
    const gone = new Set<ElementContent>()
    for (const [index, child] of solid.entries()) {
      if (!isCaption(child)) continue
      const [before, after] = [solid[index - 1], solid[index + 1]]
      const owner =
        before && isPictureAlone(before) && !taken.has(before)
          ? before
          : isElement(after, 'table')
            ? after
            : isElement(before, 'table')
              ? before
              : undefined
      if (owner === undefined || taken.has(owner)) continue
      taken.set(owner, withoutNumber(child, telling))
      gone.add(child)
    }
    return children.flatMap((child): ElementContent[] => {
      if (gone.has(child)) return []
      const caption = taken.get(child)
      return caption && isElement(child) ? [captioned(child, caption)] : [child]
    })
  }
  const made = changeTree(tree, (node) =>
    isElement(node) ? { ...node, children: change(node.children) } : node,
  )
  return { ...made, children: change(made.children as ElementContent[]) }
}

const isCaption = (node: ElementContent): node is Element =>
  isElement(node, 'p', 'div') &&
  /(?:^|\s)(?:MsoCaption|caption|wp-caption-text)(?:$|\s)/.test(textProperty(node, 'className') ?? '')

const isPictureAlone = (node: ElementContent): boolean =>
  isElement(node, 'p', 'div', 'img', 'a') &&
  wordsOf({ ...node, children: [] }) === '' &&
  holdsPicture(node) &&
  !holdsText(node)

const holdsText = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : isElement(node) && node.children.some(holdsText)

/** Ours are counted by the program. */
function withoutNumber(caption: Element, telling: Telling): Element {
  const number = NUMBERED.exec(wordsOf(caption))?.[1]
  if (number === undefined) return caption
  telling.hush(number)
  let left = number.replace(/\s+/g, '').length
  const strip = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node): ElementContent => {
      if (left <= 0) return node
      if (isElement(node)) return { ...node, children: strip(node.children) }
      if (node.type !== 'text') return node
      let at = 0
      while (at < node.value.length && (left > 0 || /\s/.test(node.value[at] ?? ''))) {
        if (!/\s/.test(node.value[at] ?? '')) left -= 1
        at += 1
      }
      return { ...node, value: node.value.slice(at) }
    })
  return { ...caption, children: strip(caption.children) }
}

function captioned(owner: Element, caption: Element): Element {
  if (owner.tagName === 'table')
    return { ...owner, children: [{ ...caption, tagName: 'caption', properties: {} }, ...owner.children] }
  const inner = owner.tagName === 'img' ? [owner] : owner.children
  return {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [...inner, { ...caption, tagName: 'figcaption', properties: {} }],
  }
}
