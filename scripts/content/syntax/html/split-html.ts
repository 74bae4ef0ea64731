// The HTML of a text, tag by tag and line by line, so that each piece knows its place in the file; what is no HTML is
// text.
import type { Html } from 'mdast'
import type { Position } from 'unist'
import type { Draft } from '../../markdown/draft.ts'
import type { Heard } from './heard.ts'
import { disguised, isForBrowsers, isHtmlName, isPlaceholder, isSwallowed } from './html-names.ts'
import { placeWithin } from './place-within.ts'

/** A stretch of a text: for the parser of HTML, words as they stand, or a remark. */
export interface Piece {
  readonly position: Position
  readonly kind: 'html' | 'text' | 'remark'
  readonly value: string
}

export interface Splitting {
  /** In a line of text, where a bare name that is never closed stands for something. */
  readonly inline: boolean
  /** Whether such an end stands further on. */
  readonly closesLater: (name: string, from: Html) => boolean
  /** Name of a program or style that has begun and not ended; of what is drawn or a formula. */
  swallowing: string
  foreign: string
  /** Names that have begun and not ended. */
  readonly open: string[]
}

const TOKEN =
  /<!---?>|<!--[\s\S]*?-->|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<![a-z][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|</gi
const ENDED_BY_ITSELF = new Set(
  'p br li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rp rt h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
const FOREIGN = new Set(['svg', 'math'])

export function splitHtml(node: Html, splitting: Splitting, heard: Heard, { source }: Draft): Piece[] {
  const pieces: Piece[] = []
  const place = placeWithin(node, source.text)
  const add = (kind: Piece['kind'], from: number, value: string, length = value.length): void => {
    if (value !== '')
      pieces.push({ kind, value, position: { start: place(from), end: place(from + length) } })
  }
  let done = 0
  const closes = (name: string): boolean =>
    node.value.slice(done).toLowerCase().includes(`</${name}`) || splitting.closesLater(name, node)
  const addText = (to: number): void => {
    if (splitting.swallowing) return
    let from = done
    for (const line of node.value.slice(done, to).split(/(?<=\n)/)) {
      add('html', from, line)
      from += line.length
    }
  }
  for (const match of node.value.matchAll(TOKEN)) {
    const { 0: whole, 1: cdata, 2: slash, 3: written, 4: attributes = '', index } = match
    addText(index)
    done = index + whole.length
    if (splitting.swallowing) {
      if (slash && written?.toLowerCase() === splitting.swallowing) splitting.swallowing = ''
    } else if (written === undefined) {
      if (whole.startsWith('<!--')) add('remark', index, whole)
      else if (cdata !== undefined) add('text', index + 9, cdata)
      else if (!whole.startsWith('<!')) addUnknown(whole, index)
    } else addTag(written, slash === '/', attributes, whole, index)
  }
  addText(node.value.length)
  return pieces

  function addUnknown(whole: string, index: number): void {
    if (whole !== '<') heard.unknown(whole, { position: { start: place(index) } })
    add('text', index, whole)
  }

  function addTag(written: string, isEnd: boolean, attributes: string, whole: string, index: number): void {
    const name = written.toLowerCase()
    const at = { position: { start: place(index) } }
    const isBare = splitting.inline && !isEnd && /^\s*\/?$/.test(attributes)
    if (splitting.foreign) {
      if (isEnd && name === splitting.foreign) splitting.foreign = ''
      add('html', index, whole)
    } else if (isStray(name, isEnd, splitting)) heard.done('closes-nothing', whole, at)
    else if (!isHtmlName(name) || (isBare && isPlaceholder(name, () => closes(name))))
      addUnknown(whole, index)
    else if (isForBrowsers.has(name) || isSwallowed(name)) {
      if (!isEnd && name !== 'meta') heard.takenOut(`<${name}>`, at)
      if (!isEnd && isSwallowed(name) && closes(name)) splitting.swallowing = name
    } else {
      if (FOREIGN.has(name) && !isEnd && !attributes.endsWith('/')) splitting.foreign = name
      const start = whole.indexOf(written)
      add('html', index, whole.slice(0, start) + disguised(name) + whole.slice(start + written.length))
    }
  }
}

/** In a line: what HTML ends by itself may be ended once more, and a block may have begun elsewhere. */
function isStray(name: string, isEnd: boolean, { inline, open }: Splitting): boolean {
  if (!inline || !isHtmlName(name) || ENDED_BY_ITSELF.has(name)) return false
  const begun = open.lastIndexOf(name)
  if (!isEnd) open.push(name)
  else if (begun >= 0) open.splice(begun, 1)
  return isEnd && begun < 0
}
