// What composed HTML says, by the line that it says it of. A scanner of its own: the HTML is made by a program and well formed.
import { decodeHTML } from 'entities'

/** Words of one line of a file, in the order of the document. */
export interface Run {
  /** Of `data-src="3:14"`; '' in a fragment that is of one file. */
  readonly file: string
  readonly line: number
  readonly text: string
  /** Line of the note that it belongs to, 0 for none: notes stand where they are called, or at the end. */
  readonly note: number
  /** Said beside the words of the line: what an abbreviation stands for. */
  readonly isAside: boolean
}

/** A block whose neighbour before it, in the same list or table, comes from a later line. */
export interface Displaced {
  readonly file: string
  readonly line: number
}

export interface Printed {
  readonly runs: readonly Run[]
  readonly displaced: readonly Displaced[]
}

interface Open {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly made: boolean
  readonly hidden: boolean
  readonly note: number
  /** The latest line among its children that stand in the order of the file. */
  latest: number
  /** The latest line within: what follows a list inside an item is written behind it. */
  inner: number
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</g
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
/** Their siblings stand in the order of the file. */
const IN_ORDER = new Set(['li', 'dt', 'td', 'th'])
const UNREAD = new Set(['script', 'style', 'template', 'svg'])

/** `fill` says what a slot stands for. Text that the pipeline made is left out; alternatives and expansions are words. */
export function readPrinted(html: string, fill: (slot: string) => string = () => ''): Printed {
  const runs: Run[] = []
  const displaced: Displaced[] = []
  const stack: Open[] = [
    { name: '', file: '', line: 0, made: false, hidden: false, note: 0, latest: 0, inner: 0 },
  ]
  let last = { file: '', line: 0 }
  let parted = true
  const say = (top: Open, text: string, isAside = false): void => {
    if (top.hidden || top.made) return
    if (text.trim() === '') {
      parted = true
      return
    }
    if (top.line > 0) last = { file: top.file, line: Math.max(top.line, top.inner) }
    const { file, line } = last
    runs.push({ file, line, text: parted || isAside ? `\n${text}` : text, note: top.note, isAside })
    if (!isAside) parted = false
  }
  for (const [whole, closing, written, attributes = ''] of html.matchAll(TOKEN)) {
    const top = stack.at(-1) as Open
    if (written === undefined) {
      if (!whole.startsWith('<!--')) for (const part of partsOf(whole, fill)) say(top, part)
      continue
    }
    const name = written.toLowerCase()
    if (!INLINE.has(name)) parted = true
    if (closing) {
      const open = stack.findLastIndex((one) => one.name === name)
      if (open > 0) closeFrom(stack, open)
      continue
    }
    const open = opened(top, name, attributes)
    if (IN_ORDER.has(name)) noteOrder(stack, open, displaced)
    const words = top.hidden ? '' : wordsOfTag(name, attributes)
    if (words !== '' && name === 'abbr') say({ ...open, hidden: false }, words, true)
    else if (words !== '') {
      parted = true
      say({ ...open, hidden: false }, words)
      parted = true
    }
    if (!VOID.has(name) && !attributes.endsWith('/')) stack.push(open)
  }
  return { runs, displaced }
}

function closeFrom(stack: Open[], index: number): void {
  const inner = Math.max(...stack.slice(index).map((one) => (one.made ? 0 : Math.max(one.line, one.inner))))
  stack.length = index
  const parent = stack.at(-1)
  if (parent) parent.inner = Math.max(parent.inner, inner)
}

function* partsOf(text: string, fill: (slot: string) => string): Generator<string> {
  const decoded = text.includes('&') ? decodeHTML(text) : text
  if (!decoded.includes('\uFDD0')) yield decoded
  else yield decoded.replace(/\uFDD0([^\uFDD1]*)\uFDD1/g, (_, slot: string) => `\n${fill(slot)}\n`)
}

function opened(top: Open, name: string, attributes: string): Open {
  const src = attributes.includes('data-src=') ? / data-src="(?:(\d+):)?(\d+)"/.exec(attributes) : null
  const isMade = / data-(?:made|page-of|pages-of)\b/.test(attributes)
  const line = src ? Number(src[2]) : top.line
  return {
    name,
    file: src ? (src[1] ?? '') : top.file,
    line,
    made: src ? isMade : top.made || isMade,
    hidden: top.hidden || UNREAD.has(name) || attributes.includes('aria-hidden="true"'),
    note: top.note || (attributes.includes('data-means="note"') ? line : 0),
    latest: 0,
    inner: src ? 0 : top.inner,
  }
}

/** Alternatives of pictures and drawings, and what an abbreviation stands for. */
function wordsOfTag(name: string, attributes: string): string {
  if (name !== 'img' && name !== 'svg' && name !== 'abbr') return ''
  const wanted = name === 'img' ? 'alt' : name === 'svg' ? 'aria-label' : 'title'
  const value = new RegExp(` ${wanted}=(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return attributes.includes('aria-hidden="true"') ? '' : decodeHTML(value?.[1] ?? value?.[2] ?? '')
}

/** Rows know their line by their cells. Notes come in the order of their calls. */
function noteOrder(stack: Open[], open: Open, displaced: Displaced[]): void {
  const isCell = open.name === 'td' || open.name === 'th'
  const parent = stack.at(isCell ? -2 : -1)
  if (!parent || open.line === 0 || open.note > 0 || open.made) return
  if (open.line < parent.latest) displaced.push({ file: open.file, line: open.line })
  parent.latest = Math.max(parent.latest, open.line)
}
