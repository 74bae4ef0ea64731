// Words of a tree of HTML → runs of a Word paragraph.
import type { Element, ElementContent, RootContent } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { readMeaning } from '../ground/html/meaning.ts'
import { finding } from '../rules/finding.ts'
import { bookmarkOf, pointAt } from './anchors.ts'
import { checkBox } from './check-box.ts'
import { formulaOf } from './formula.ts'
import { callNote } from './notes.ts'
import { pagesAsPlaces } from './pages-as-places.ts'
import { pictureRun } from './pictures.ts'
import type { Link, Piece } from './piece.ts'
import type { Format } from './place.ts'
import { breakRun, textRuns } from './runs.ts'
import { addressRelation, type Writing } from './writing.ts'
import { type Xml, xml } from './xml.ts'

/** Runs and links; none where nothing is to be seen. `isExact`: white space is text, as in a listing. */
export function runsOf(
  nodes: readonly (RootContent | ElementContent)[],
  format: Format,
  writing: Writing,
  isExact = false,
): Xml[] {
  const pieces = nodes.flatMap((node) => piecesOf(node, { format, writing }))
  return inLinks(isExact ? pieces : settled(pieces), writing)
}

interface Walk {
  readonly format: Format
  readonly writing: Writing
  readonly link?: Link
}

const FORMATS: Readonly<Record<string, Format>> = {
  b: { bold: true },
  strong: { bold: true },
  em: { italic: true },
  i: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  sup: { raised: 'superscript' },
  sub: { raised: 'subscript' },
  s: { strike: true },
  del: { strike: true },
  strike: { strike: true },
  ins: { underline: true },
  u: { underline: true },
  mark: { highlight: true },
}

function piecesOf(node: RootContent | ElementContent, walk: Walk): Piece[] {
  const link = walk.link ? { link: walk.link } : {}
  if (node.type === 'text') return [{ text: node.value, format: walk.format, ...link }]
  // A picture that decorates is unheard, and seen.
  if (!isElement(node) || (node.properties.ariaHidden === 'true' && node.tagName !== 'img')) return []
  return special(node, walk, link) ?? [...pointsAt(node, walk), ...within(node, walk)]
}

/** What is more than its words; undefined for an element that is not. */
function special(element: Element, walk: Walk, link: { readonly link?: Link }): Piece[] | undefined {
  const { tagName, properties } = element
  const { writing, format } = walk
  if (tagName === 'br') return [{ isBreak: true, ...link }]
  if (tagName === 'wbr') return []
  if (tagName === 'img') return seen(pictureRun(element, writing), link)
  if (tagName === 'input') return [{ text: `${checkBox(element)} `, format, ...link }]
  if (tagName === 'math') return seen(formulaOf(element, textProperty(element, 'alttext'), writing), link)
  if (properties.dataMeans === 'formula') {
    const math = firstMath(element)
    return math && seen(formulaOf(math, textProperty(element, 'ariaLabel'), writing), link)
  }
  if (properties.dataMeans === 'noteback') return []
  if (tagName === 'sup' && hasClass(element, 'call')) return callNote(element, format, writing)
  return pagesAsPlaces(element, walk.link !== undefined, writing)?.map((one) =>
    'text' in one ? { ...one, format } : one,
  )
}

const seen = (node: Xml | undefined, link: { readonly link?: Link }): Piece[] =>
  node ? [{ node, isSeen: true, ...link }] : []

const firstMath = (element: Element): Element | undefined =>
  element.children.flatMap((child) =>
    isElement(child, 'math')
      ? [child]
      : isElement(child)
        ? [firstMath(child)].filter((one) => one !== undefined)
        : [],
  )[0]

/** A bookmark without words, where somewhere else a link leads to it. */
const pointsAt = (element: Element, { writing }: Walk): Piece[] =>
  pointAt(textProperty(element, 'id'), writing).map((node) => ({ node }))

function within(element: Element, walk: Walk): Piece[] {
  const { tagName, children } = element
  const own = FORMATS[tagName] ?? {}
  const language = readMeaning(textProperty(element, 'lang') ?? '').language
  const told = language === '' ? {} : { language }
  const href = tagName === 'a' ? textProperty(element, 'href') : undefined
  const inner: Walk = {
    writing: walk.writing,
    format: { ...walk.format, ...own, ...told },
    ...(href === undefined ? (walk.link ? { link: walk.link } : {}) : { link: { href } }),
  }
  const pieces = children.flatMap((child) => piecesOf(child, inner))
  return tagName === 'q' ? quoted(pieces, inner.format) : pieces
}

const quoted = (pieces: Piece[], format: Format): Piece[] => [
  { text: '“', format },
  ...pieces,
  { text: '”', format },
]

/** White space as HTML has it: one space between words, none at the ends of lines. */
function settled(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = []
  let isOpen = true // After a space, or at the beginning of a line.
  for (const piece of pieces) {
    if (!('text' in piece)) {
      if ('isBreak' in piece) trimLast(made)
      if ('isBreak' in piece || piece.isSeen) isOpen = 'isBreak' in piece
      made.push(piece)
      continue
    }
    let text = piece.text.replace(/[ \t\n\r\f]+/g, ' ')
    if (isOpen && text.startsWith(' ')) text = text.slice(1)
    if (text === '') continue
    isOpen = text.endsWith(' ')
    made.push({ ...piece, text })
  }
  trimLast(made)
  return made
}

/** Takes the space at the end of a line off. */
function trimLast(pieces: Piece[]): void {
  const at = pieces.findLastIndex((piece) => !('node' in piece) || piece.isSeen === true)
  const last = pieces[at]
  if (!last || !('text' in last)) return
  const text = last.text.replace(/ $/, '')
  if (text === '') pieces.splice(at, 1)
  else pieces[at] = { ...last, text }
}

/** What belongs to one link stands in one. */
function inLinks(pieces: readonly Piece[], writing: Writing): Xml[] {
  const runs: Xml[] = []
  for (let at = 0; at < pieces.length; ) {
    const { link } = pieces[at]!
    let end = at
    while (end < pieces.length && pieces[end]?.link === link) end += 1
    const made = pieces.slice(at, end).flatMap((piece) => runsOfPiece(piece, link !== undefined))
    runs.push(...(link ? linked(link, made, writing) : made))
    at = end
  }
  return runs
}

const runsOfPiece = (piece: Piece, isLinked: boolean): Xml[] =>
  'text' in piece
    ? textRuns(piece.text, piece.format, isLinked)
    : 'isBreak' in piece
      ? [breakRun()]
      : [piece.node]

/** Addresses that no Word file can hold stay words. */
function linked({ href }: Link, runs: Xml[], writing: Writing): Xml[] {
  if (runs.length === 0) return []
  if (href.startsWith('#'))
    return [xml('w:hyperlink', { 'w:anchor': bookmarkOf(href.slice(1), writing), 'w:history': 1 }, runs)]
  if (!/^(?:https?|mailto|tel):/i.test(href)) return runs
  const relation = addressRelation(writing, href)
  if (relation !== undefined) return [xml('w:hyperlink', { 'r:id': relation, 'w:history': 1 }, runs)]
  const words = `${href.slice(0, 60)}…`
  writing.findings.push(finding('word-file-shows-it-otherwise', {}, { problem: 'link', words }))
  return runs
}
