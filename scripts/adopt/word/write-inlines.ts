// Pieces of text with marks → a line of Markdown.

import { attributeValue } from './attribute-value.ts'
import { escapeText, type Position } from './escape-text.ts'
import { joined, type Piece } from './join-pieces.ts'
import type { Inline, Marks, Picture } from './pieces.ts'
import type { Written } from './written.ts'

export type Place = 'paragraph' | 'heading' | 'cell' | 'plain'

export function writeInlines(inlines: readonly Inline[], to: Written, place: Place = 'paragraph'): string {
  const merged = trimmed(mergeEqual(settleLinks(spaced(inlines), to)))
  let isAtStart = place === 'paragraph'
  const hasRaised = place !== 'plain' && merged.some((one) => one.kind === 'text' && one.marks.raised)
  const pieces = merged.flatMap((inline): Piece[] => {
    const piece = pieceOf(inline, to, place, { isAtStart, isInTable: place === 'cell', hasRaised })
    if (piece.text !== '') isAtStart = inline.kind === 'break' && place === 'paragraph'
    return piece.text === '' ? [] : [piece]
  })
  return joined(pieces)
}

function pieceOf(inline: Inline, to: Written, place: Place, position: Position): Piece {
  switch (inline.kind) {
    case 'text': {
      const { code, ...marks } = inline.marks
      const isCode = code === true && place !== 'plain'
      const text = isCode ? codeSpan(inline.text, place) : escapeText(inline.text, position)
      return { text, marks: place === 'plain' ? {} : marks }
    }
    case 'break':
      return { text: place === 'paragraph' ? '\\\n' : place === 'cell' ? '<br>' : ' ', marks: {} }
    case 'tab':
      return { text: ' ', marks: {} }
    case 'picture':
      return { text: pictureMarkdown(inline.picture), marks: {} }
    case 'note': {
      const name = to.note(inline.note)
      return { text: name === undefined ? '' : `[^${name}]`, marks: {} }
    }
    case 'formula':
      return { text: inline.isDisplayed ? `$$${inline.tex}$$` : `$${inline.tex}$`, marks: {} }
    case 'index':
      return { text: place === 'plain' ? '' : `:index[]{as="${attributeValue(inline.term)}"}`, marks: {} }
    case 'number':
      return { text: escapeText(inline.shown, position), marks: {} }
    default:
      return { text: '', marks: {} }
  }
}

/** Tabs and line breaks that stand for space at the head or the end of a paragraph are none. */
function spaced(inlines: readonly Inline[]): Inline[] {
  return inlines
    .filter(({ kind }) => kind !== 'anchor' && kind !== 'blocks')
    .map((one): Inline => (one.kind === 'tab' ? { kind: 'text', text: ' ', marks: {} } : one))
}

const isBlank = (one: Inline | undefined): boolean =>
  one?.kind === 'break' ||
  one?.kind === 'tab' ||
  (one?.kind === 'text' && one.text.trim() === '' && !/\u00a0/.test(one.text))

function trimmed(inlines: readonly Inline[]): Inline[] {
  let start = 0
  let end = inlines.length
  while (start < end && isBlank(inlines[start])) start += 1
  while (end > start && isBlank(inlines[end - 1])) end -= 1
  return inlines.slice(start, end).map((one, index, all): Inline => {
    if (one.kind !== 'text') return one
    let text = one.text.replace(/[ \t\r\n]+/g, ' ')
    if (index === 0 || all[index - 1]?.kind === 'break') text = text.replace(/^ +/, '')
    if (index === all.length - 1 || all[index + 1]?.kind === 'break') text = text.replace(/(?<! ) +$/, '')
    return { ...one, text }
  })
}

const keyOf = (marks: Marks): string =>
  JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Word splits a word into as many runs as it was typed in; blanks between marked words are marked with them. */
function mergeEqual(inlines: readonly Inline[]): Inline[] {
  const out: { inline: Inline; key: string }[] = []
  for (const inline of inlines) {
    const last = out.at(-1)
    const key = inline.kind === 'text' ? keyOf(inline.marks) : ''
    if (inline.kind === 'text' && last?.inline.kind === 'text' && last.key === key)
      out[out.length - 1] = { key, inline: { ...inline, text: last.inline.text + inline.text } }
    else out.push({ inline, key })
  }
  return out.map(({ inline }) => inline)
}

/** A link is settled as a whole, however many runs its words are in. */
function settleLinks(inlines: readonly Inline[], to: Written): Inline[] {
  const out: Inline[] = []
  for (let at = 0; at < inlines.length; ) {
    const first = inlines[at]
    const link = first?.kind === 'text' ? first.marks.link : undefined
    if (first === undefined || first.kind !== 'text' || link === undefined) {
      if (first) out.push(first)
      at += 1
      continue
    }
    let end = at + 1
    while (end < inlines.length && linkAt(inlines[end]) === link) end += 1
    out.push(...settled(inlines.slice(at, end), first.marks, to))
    at = end
  }
  return out
}

const linkAt = (inline: Inline | undefined): string | undefined =>
  inline?.kind === 'text' ? inline.marks.link : undefined

function settled(run: readonly Inline[], marks: Marks, to: Written): Inline[] {
  const words = run.map((one) => (one.kind === 'text' ? one.text : '')).join('')
  const found = words.trim() === '' ? undefined : to.link(words, marks)
  if (found && found.words !== words) {
    const { says: _, underlined: __, ...rest } = marks
    return [{ kind: 'text', text: found.words, marks: { ...rest, link: found.address } }]
  }
  return run.map((one): Inline => {
    if (one.kind !== 'text') return one
    const { link: _, says: __, underlined, ...rest } = one.marks
    // The line below the words of a link is how Word shows it.
    return found
      ? { ...one, marks: { ...rest, link: found.address } }
      : { ...one, marks: { ...rest, ...(underlined ? { underlined } : {}) } }
  })
}

function codeSpan(text: string, place: Place): string {
  const inner = place === 'cell' ? text.replaceAll('|', '\\|') : text
  if (inner.trim() === '') return inner
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(inner) ? ' ' : ''
  return `${fence}${pad}${inner}${pad}${fence}`
}

const MOST_WIDTH_MM = 100

/** What is as wide as the column needs no width. */
export function pictureMarkdown(picture: Picture, caption = '', id = ''): string {
  const alt = picture.isDecorative ? 'decorative' : picture.alt.replace(/[\\[\]`*_<$]/g, '\\$&')
  const title = caption === '' ? '' : ` "${caption.replace(/"/g, '\\"')}"`
  const { widthMm } = picture
  const attributes = [
    ...(id ? [`#${id}`] : []),
    ...(widthMm !== undefined && widthMm < MOST_WIDTH_MM
      ? [`width=${Math.max(1, Math.round(widthMm))}mm`]
      : []),
  ]
  return `![${alt}](${picture.file}${title})${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`
}
