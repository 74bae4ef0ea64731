// Lists of word processors, which write each level and each part of a list as a list of its own, or as paragraphs that
// begin with a sign.
import type { Element, ElementContent, Root } from 'hast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { type Count, countsOf, kindOfCount } from './list-counts.ts'
import { type Telling, wordsOf } from './telling.ts'

/** Lists within lists, as HTML has them. */
export const joinLists = (tree: Root, telling: Telling): Root => {
  hushSigns(tree, telling)
  const change = (node: ElementContent): ElementContent =>
    isElement(node) && !isList(node) ? { ...node, children: joined(node.children) as ElementContent[] } : node
  const made = changeTree(tree, change)
  return { ...made, children: joined(made.children as ElementContent[]) }
}

interface Item {
  readonly level: number
  readonly isOrdered: boolean
  readonly element: Element
  /** By what it counts on, where the list says. */
  readonly start: number | undefined
  readonly key: string
  /** `a`, `A`, `i`, `I`: not by digits. */
  readonly kind: string | undefined
  /** The attributes of its list. */
  readonly list: Element['properties']
}

const isList = (node: ElementContent | undefined): boolean =>
  isElement(node, 'ul', 'ol') || isParagraphOfList(node)

function joined(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  let run: Item[] = []
  const end = (): void => {
    if (run.length > 0) made.push(...nested(run))
    run = []
  }
  for (const [index, child] of children.entries()) {
    if (isElement(child) && isList(child)) {
      const items = itemsOf(child, 0, run)
      if (items.length > 0 && run.length > 0 && !goesOn(run, items)) end()
      run.push(...items)
    } else if (child.type === 'text' && child.value.trim() === '' && isList(children[index + 1])) {
      if (run.length === 0) made.push(child)
    } else {
      end()
      made.push(child)
    }
  }
  end()
  return made
}

/** In place of the name of a list: of paragraphs that are points. */
const PARAGRAPH = 'p'

/** Whether lists that follow each other are one. */
function goesOn(run: readonly Item[], [first]: readonly Item[]): boolean {
  const last = run.at(-1)
  if (!first || !last) return true
  if (first.level > 0) return true
  const before = run.findLast(({ level }) => level === 0)
  if (!before) return false
  if (first.isOrdered !== before.isOrdered || first.kind !== before.kind) return false
  if (first.key === PARAGRAPH && first.isOrdered && first.start === 1) return false
  if (first.key !== '' || before.key !== '') return first.key === before.key
  if (last.level > 0 && !first.isOrdered) return true
  return first.isOrdered && first.start !== undefined && first.start > 1
}

function itemsOf(list: Element, depth: number, run: readonly Item[] = []): Item[] {
  if (list.tagName === 'p') return [itemOfParagraph(list, run)]
  const isOrdered = list.tagName === 'ol'
  const kix = /\blst-(kix_[\w-]*?)-(\d)\b/.exec(textProperty(list, 'className') ?? '')
  const level = Math.min(8, depth + Number(kix?.[2] ?? 0))
  const number = Number.parseInt(textProperty(list, 'start') ?? '', 10)
  let start = Number.isNaN(number) ? undefined : number
  return list.children.flatMap((child): Item[] => {
    if (child.type === 'element' && /^[uo]l$/.test(child.tagName)) return itemsOf(child, level + 1)
    if (child.type === 'text' && child.value.trim() === '') return []
    if (child.type !== 'element' || child.tagName !== 'li') return itemsOf(around(list, child), depth)
    const kind = isOrdered ? kindOfCount(list) : undefined
    const item = { level, isOrdered, element: child, start, kind, key: kix?.[1] ?? '', list: list.properties }
    start = undefined
    return [item]
  })
}

/** What stands between items without being one. */
const around = (list: Element, child: ElementContent): Element => ({
  ...list,
  children: [{ type: 'element', tagName: 'li', properties: {}, children: [child] }],
})

function nested(items: readonly Item[]): Element[] {
  const roots: { list: Element; level: number }[] = []
  const open: { list: Element; level: number }[] = []
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    let top = open.at(-1)
    if (top && top.level === item.level && (top.list.tagName === 'ol') !== item.isOrdered) {
      open.pop()
      top = open.at(-1)
    }
    if (top?.level === item.level) {
      top.list.children.push(copied(item.element))
      continue
    }
    const list = listFor(item)
    list.children.push(copied(item.element))
    const parent = top?.list.children.at(-1)
    if (isElement(parent)) parent.children.push(list)
    else roots.push({ list, level: item.level })
    open.push({ list, level: item.level })
  }
  return roots.map(({ list }) => list)
}

/** Lists are added to its children. */
const copied = (element: Element): Element => ({ ...element, children: [...element.children] })

const listFor = ({ isOrdered, start, kind, list }: Item): Element => ({
  type: 'element',
  tagName: isOrdered ? 'ol' : 'ul',
  properties: {
    ...(list.id === undefined ? {} : { id: list.id }),
    ...(isOrdered && start !== undefined && start !== 1 ? { start } : {}),
    ...(kind === undefined ? {} : { type: kind }),
  },
  children: [],
})

/** Word writes a point of a list as a paragraph with a sign before it. */
function isParagraphOfList(node: ElementContent | undefined): boolean {
  if (!isElement(node, 'p')) return false
  const style = textProperty(node, 'style') ?? ''
  return (
    (/\bMsoList(?:Paragraph|Bullet|Number)/.test(textProperty(node, 'className') ?? '') ||
      /\bmso-list:/.test(style)) &&
    signOf(node) !== undefined
  )
}

/** The letter before a point is not typed any more: the list counts. */
function hushSigns(node: Root | Element, telling: Telling): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const sign = isParagraphOfList(child) ? signOf(child) : undefined
    const first = sign && child.children[sign.index]
    if (sign && first && sign.counts.length > 0) telling.hush(wordsOf(first))
    if (!sign) hushSigns(child, telling)
  }
}

interface Sign {
  readonly index: number
  /** What it may count as: `i` is the first or the ninth. None where it is a bullet. */
  readonly counts: readonly Count[]
}

const BULLETS = /^[·•o§▪◦●○■□\-–—*→‣\uf0b7\uf0a7\uf0d8\uf0fc\uf076]$/u

/** The sign, and what stands between it and the words, are one element of their own. */
function signOf(paragraph: Element): Sign | undefined {
  const index = paragraph.children.findIndex((child) => wordsOf(child) !== '')
  const first = paragraph.children[index]
  if (!isElement(first, 'span')) return undefined
  const sign = wordsOf(first).replaceAll('\u00a0', ' ').trim()
  const isSign =
    /font:\s*7(?:\.0)?pt/i.test(JSON.stringify(first)) || /mso-list:\s*ignore/i.test(JSON.stringify(first))
  if (!isSign) return undefined
  if (BULLETS.test(sign)) return { index, counts: [] }
  const number = /^\(?(\d{1,4}|[a-z]{1,4})[.)]?$/i.exec(sign)?.[1]
  if (number === undefined) return undefined
  const counts = countsOf(number)
  return counts.length > 0 ? { index, counts } : undefined
}

function itemOfParagraph(paragraph: Element, run: readonly Item[]): Item {
  const sign = signOf(paragraph) ?? { index: -1, counts: [] }
  const style = textProperty(paragraph, 'style') ?? ''
  const said = /mso-list:\s*l(\d+)\s+level(\d)/i.exec(style)
  const indent = /margin-left:\s*([\d.]+)(pt|cm|in|mm)/i.exec(style)
  const level = said ? Number(said[2]) - 1 : Math.max(0, Math.round(inPoints(indent) / 36) - 1)
  const element: Element = {
    type: 'element',
    tagName: 'li',
    properties: {},
    children: paragraph.children.slice(sign.index + 1),
  }
  const before = run.findLast((item) => item.level <= Math.min(8, level))
  const goesOn = ({ kind, number }: Count): boolean =>
    before?.level === Math.min(8, level) && before.kind === kind && number === (before.start ?? 0) + 1
  const count = sign.counts.find(goesOn) ?? sign.counts[0]
  return {
    level: Math.min(8, level),
    isOrdered: count !== undefined,
    element,
    start: count?.number,
    kind: count?.kind,
    key: PARAGRAPH,
    list: {},
  }
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835 }

const inPoints = (indent: RegExpExecArray | null): number =>
  indent ? Number(indent[1]) * (POINTS[(indent[2] ?? '').toLowerCase()] ?? 1) : 36
