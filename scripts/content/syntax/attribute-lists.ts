// `{width=50%}`, `{.class}`, `{#id}` behind pictures, links, code and headings, and the lines `{: .class}` of
// Kramdown: the width of a picture and the name of a heading are kept, a language and a name are
// those of the words, all else has no meaning in print.

import type { Heading, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, Table, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'
import { readCredit } from '../markdown/picture-credit.ts'
import { widthAsked } from '../markdown/picture-width.ts'
import { LANGUAGE_CODE, leaveOut } from './attributes-of-others.ts'
import { isEscaped } from './escaped-sign.ts'
import { describePicture, wordsOfAttributes } from './words-in-attributes.ts'

declare module 'mdast' {
  interface ImageData {
    /** The name that links have for it. */
    ownName?: string
    /** That no text may go before it. */
    place?: 'here'
  }
}

const NAME = String.raw`[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_.:-]*`
const ONE = String.raw`(?:[.#]${NAME}|[\w-]+=(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s}"']{1,300})|-)`
const LIST = String.raw`\{:?[ \t]{0,3}${ONE}(?:[ \t]{1,3}${ONE}){0,20}[ \t]{0,3}\}`
const BEHIND = new RegExp(`^${LIST}`, 'u')
const AT_END = new RegExp(String.raw`[ \t]{0,9}(${LIST})[ \t]{0,9}$`, 'u')
const LINE = new RegExp(String.raw`^\{:[^{}\n]{0,300}\}$|^${LIST}$`, 'u')
const OWN_NAME = new RegExp(`^\\{#${NAME}\\}$`, 'u')
const OWN_NAME_IN = new RegExp(`#${NAME}`, 'u')
const SPAN_END = new RegExp(String.raw`\](${LIST})`, 'u')

export function attributeLists(tree: Root, draft: Draft): void {
  const walk = (parent: Parents): void => {
    if (parent.type === 'heading') ofHeading(parent, draft)
    else if (parent.type === 'paragraph') ofParagraph(parent, draft)
    else if (parent.type === 'table') ofTable(parent)
    else if (parent.type === 'listItem') ofItem(parent, draft)
    takeBehind(parent, draft)
    takeSpans(parent, draft)
    for (const child of parent.children) {
      if ('children' in child) walk(child)
    }
    parent.children = parent.children.filter(
      (child) => child.type !== 'paragraph' || child.children.length > 0 || child.data?.directiveLabel,
    ) as typeof parent.children
  }
  walk(tree)
}

/** Pandoc's `[words]{.class}`: the words stay. What is said of them in print was taken before. */
function takeSpans(parent: Parents, draft: Draft): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index]
    const found = child?.type === 'text' ? SPAN_END.exec(child.value.slice(0, 20_000)) : null
    if (child?.type !== 'text' || !found || isEscaped(child, found.index + 1, draft)) continue
    const open = openingOf(parent.children, index, found.index, draft)
    if (!open) {
      const rest = found.index + found[0].length
      if (rest < child.value.length) parent.children.splice(index, 1, ...cut(child, [rest, rest]))
      continue
    }
    leaveOut(draft, Object.fromEntries(wordsOfAttributes(found[1] ?? '')), child)
    const behind = cut(child, [found.index, found.index + found[0].length])
    parent.children.splice(index, 1, ...behind)
    const before = parent.children[open.index]
    if (before?.type === 'text') parent.children.splice(open.index, 1, ...cut(before, [open.at, open.at + 1]))
    index = open.index
  }
}

/** Where the bracket stands that is closed at `end` of the text at `index`: in it, or in a text before. */
function openingOf(
  children: readonly Nodes[],
  index: number,
  end: number,
  draft: Draft,
): { readonly index: number; readonly at: number } | undefined {
  for (let before = index; before >= 0 && before > index - 20; before -= 1) {
    const one = children[before]
    if (one?.type !== 'text') continue
    const at = one.value.lastIndexOf('[', before === index ? end : undefined)
    if (at < 0) continue
    // `:name[…]{…}` is a directive of another tool.
    const isNone = isEscaped(one, at, draft) || /[\p{L}\p{N}:\]]$/u.test(one.value.slice(0, at))
    return isNone ? undefined : { index: before, at }
  }
  return undefined
}

/** A text in two, without what stands from `from` to `to`. */
function cut(node: Text, [from, to]: readonly [number, number]): Text[] {
  const first: Text = { ...node, value: node.value.slice(0, from) }
  const second: Text = { ...node }
  moveOn(second, to)
  return [first, second].filter(({ value }) => value !== '')
}

/** A list that follows something other than text, without a blank. */
function takeBehind(parent: Parents, draft: Draft): void {
  for (let index = 1; index < parent.children.length; index += 1) {
    const before = parent.children[index - 1]
    const child = parent.children[index]
    if (child?.type !== 'text' || !before || before.type === 'text' || before.type === 'break') continue
    const found = isEscaped(child, 0, draft) ? '' : takeList(parent, index, child)
    if (found === '') continue
    if (before.type !== 'image') {
      parent.children.splice(index - 1, 1, ...(asSaid(found, [before as PhrasingContent]) as never[]))
      continue
    }
    setName(before, found)
    setWidth(before, found, draft)
    setPlace(before, found, draft)
    const credit = readCredit(wordsOfAttributes(found), draft, before)
    if (credit) before.data = { ...before.data, credit }
    describePicture(before, found, draft)
  }
}

const MOST_PIECES = 20

/** The list at the head of a text, with the marks and links that its words may hold. Takes it out. */
function takeList(parent: Parents, index: number, text: Text): string {
  if (!text.value.startsWith('{')) return ''
  let all = ''
  for (const [more, piece] of parent.children.slice(index, index + MOST_PIECES).entries()) {
    const before = all.length
    all += piece.type === 'break' ? '\n' : plainText(piece)
    const found = piece.type === 'text' ? BEHIND.exec(all.slice(0, 10_000))?.[0] : undefined
    if (found === undefined || piece.type !== 'text') continue
    moveOn(piece, found.length - before)
    parent.children.splice(index, more)
    return found
  }
  return ''
}

function setName(image: Extract<Nodes, { type: 'image' }>, list: string): void {
  const name = OWN_NAME_IN.exec(list.replace(/"[^"]*"|'[^']*'/g, ''))?.[0].slice(1)
  if (name) image.data = { ...image.data, ownName: name }
}

function setWidth(image: Extract<Nodes, { type: 'image' }>, list: string, draft: Draft): void {
  const width = wordsOfAttributes(list).get('width')
  if (width === undefined) return
  const asked = widthAsked(width)
  if (asked) image.data = { ...image.data, asked }
  else report(draft, 'markup-is-exact', image, { problem: 'no-width', typed: width })
}

function setPlace(image: Extract<Nodes, { type: 'image' }>, list: string, draft: Draft): void {
  const place = wordsOfAttributes(list).get('place')
  if (place === 'here') image.data = { ...image.data, place }
  else if (place !== undefined && place !== 'float') leaveOut(draft, { place }, image)
}

/** The name stays for what names headings. */
function ofHeading(node: Heading, draft: Draft): void {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return
  const found = AT_END.exec(last.value.slice(-1000))
  if (!found || OWN_NAME.test(found[1] ?? '')) return
  if (isEscaped(last, last.value.lastIndexOf(found[1] ?? ''), draft)) return
  const name = OWN_NAME_IN.exec(found[1] ?? '')?.[0]
  last.value = last.value.slice(0, -found[0].length)
  node.children = asSaid((found[1] ?? '').replace(OWN_NAME_IN, ''), node.children)
  if (name) node.children.push({ ...last, value: ` {${name}}` })
}

/** Lines of Kramdown at the head or the foot of a paragraph, or alone. */
function ofParagraph(paragraph: Paragraph, draft: Draft): void {
  const { children } = paragraph
  const [first] = children
  let said = ''
  const last = children.at(-1)
  if (first?.type === 'text') {
    const line = first.value.split('\n', 1)[0] ?? ''
    const isWhole = line.length < first.value.length || children.length === 1
    if (isWhole && LINE.test(line.trim()) && !isEscaped(first, first.value.indexOf('{'), draft)) {
      moveOn(first, Math.min(first.value.length, line.length + 1))
      said = line
    }
  }
  if (last?.type === 'text') {
    const cut = last.value.lastIndexOf('\n') + 1
    const isList = cut > 0 && LINE.test(last.value.slice(cut).trim())
    if (isList && !isEscaped(last, last.value.indexOf('{', cut), draft)) {
      said += last.value.slice(cut)
      last.value = last.value.slice(0, cut - 1)
    }
  }
  for (const one of [first, last])
    if (one?.type === 'text' && one.value === '') children.splice(children.indexOf(one), 1)
  paragraph.children = asSaid(said, children)
}

/** Kramdown's `* {: .class}Words` says something of the whole item. */
function ofItem({ children: [paragraph] }: ListItem, draft: Draft): void {
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return
  if (!first.value.startsWith('{:') || isEscaped(first, 0, draft)) return
  const found = takeList(paragraph, 0, first)
  moveOn(first, first.value.length - first.value.trimStart().length)
  paragraph.children = asSaid(
    found,
    paragraph.children.filter((child) => child.type !== 'text' || child.value !== ''),
  )
}

/** Words with the language, the direction and the name that a list has for them. */
function asSaid(list: string, words: PhrasingContent[]): PhrasingContent[] {
  const said = wordsOfAttributes(list)
  const { lang = '', dir = '' } = Object.fromEntries(said)
  const id = /(?:^|[\s{:])#([\w.:-]+)/.exec(list)?.[1]
  const attributes = {
    ...(LANGUAGE_CODE.test(lang) ? { lang } : {}),
    ...(/^(?:rtl|ltr)$/i.test(dir) ? { dir } : {}),
  }
  const [first] = words
  if (!first) return words
  const place = first.position ? { position: first.position } : {}
  const span = { type: 'inlineElement', name: 'span', ...place } as const
  return [
    ...(id ? [{ ...span, attributes: { id }, children: [] }] : []),
    ...(Object.keys(attributes).length > 0 ? [{ ...span, attributes, children: words }] : words),
  ]
}

/** The line below a table is its last row to Markdown. */
function ofTable({ children: rows }: Table): void {
  const [cell, ...others] = rows.at(-1)?.children ?? []
  if (cell && rows.length > 1 && others.length === 0 && LINE.test(plainText(cell).trim())) rows.pop()
}

function moveOn(node: Extract<Nodes, { type: 'text' }>, length: number): void {
  const lines = node.value.slice(0, length).split('\n').length - 1
  node.value = node.value.slice(length)
  const start = node.position?.start
  if (!node.position || !start) return
  const offset = (start.offset ?? 0) + length
  const moved =
    lines > 0
      ? { line: start.line + lines, column: 1, offset }
      : { ...start, column: start.column + length, offset }
  node.position = { ...node.position, start: moved }
}
