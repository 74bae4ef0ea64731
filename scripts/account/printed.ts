// What a tree says, by the line that it says it of.
import type { Element, Nodes, Root } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import { type Slot, slotOf } from '../ground/html/slot.ts'

/** Words of one line of the file, in the order of the document. */
export interface Run {
  readonly line: number
  readonly text: string
  /** Line of the note that it belongs to, 0 for none: notes stand where they are called, or at the end. */
  readonly note: number
  /** Said beside the words of the line: what an abbreviation stands for. */
  readonly isAside: boolean
}

/** A block whose neighbour before it, in the same list or table, comes from a later line. */
export interface Displaced {
  readonly line: number
}

export interface Printed {
  readonly runs: readonly Run[]
  readonly displaced: readonly Displaced[]
  /** Keys of the works that are cited. */
  readonly cited: ReadonlySet<string>
}

interface Open {
  readonly name: string
  readonly line: number
  readonly made: boolean
  readonly hidden: boolean
  readonly note: number
  /** The latest line among its children that stand in the order of the file. */
  latest: number
  /** The latest line within: what follows a list inside an item is written behind it. */
  inner: number
}

interface Reading extends Printed {
  readonly runs: Run[]
  readonly displaced: Displaced[]
  readonly cited: Set<string>
  readonly fill: (slot: Slot) => string
  readonly stack: Open[]
  lastLine: number
  /** Whether a new word begins, whatever stood before. */
  parted: boolean
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
/** Their siblings stand in the order of the file. */
const IN_ORDER = new Set(['li', 'dt', 'td', 'th'])
const UNREAD = new Set(['script', 'style', 'template', 'svg'])

/**
 * `fill` says what a slot stands for. Text that the pipeline made is left out; alternatives and expansions are words.
 */
export function readPrinted(tree: Root, fill: (slot: Slot) => string = () => ''): Printed {
  const whole: Open = { name: '', line: 0, made: false, hidden: false, note: 0, latest: 0, inner: 0 }
  const reading: Reading = {
    runs: [],
    displaced: [],
    cited: new Set(),
    fill,
    stack: [whole],
    lastLine: 0,
    parted: true,
  }
  for (const child of tree.children) read(child, whole, reading)
  return { runs: reading.runs, displaced: reading.displaced, cited: reading.cited }
}

function read(node: Nodes, top: Open, reading: Reading): void {
  if (node.type === 'text') {
    const slot = slotOf(node)
    say(slot ? `\n${reading.fill(slot)}\n` : node.value, top, reading)
  }
  if (isElement(node)) readElement(node, top, reading)
}

function readElement(element: Element, top: Open, reading: Reading): void {
  const { tagName } = element
  if (tagName === 'math') {
    // Its TeX is in it, and is what was typed; how it is drawn says the same in another order. Beside a digit its
    // signs would be a currency.
    say(`$${typedOf(element)}$`, top, reading)
    return
  }
  const parts = !INLINE.has(tagName)
  if (parts) reading.parted = true
  const open = opened(top, element)
  for (const key of textProperty(element, 'dataCites')?.split('\n') ?? []) reading.cited.add(key)
  if (IN_ORDER.has(tagName)) noteOrder(open, reading)
  sayHeard(element, open, reading)
  reading.stack.push(open)
  for (const child of element.children) read(child, open, reading)
  reading.stack.pop()
  if (!open.made) top.inner = Math.max(top.inner, open.line, open.inner)
  if (parts) reading.parted = true
}

function typedOf({ children }: Element): string {
  return children
    .map((child) => {
      if (!isElement(child)) return ''
      return child.tagName === 'annotation' ? wordsOf(child) : typedOf(child)
    })
    .join('')
}

const wordsOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

function say(text: string, top: Open, reading: Reading, isAside = false): void {
  if (top.hidden || top.made) return
  if (text.trim() === '') {
    reading.parted = true
    return
  }
  if (top.line > 0) reading.lastLine = Math.max(top.line, top.inner)
  const begins = reading.parted || isAside
  reading.runs.push({ line: reading.lastLine, text: begins ? `\n${text}` : text, note: top.note, isAside })
  if (!isAside) reading.parted = false
}

/** Alternatives of pictures and drawings, and what an abbreviation stands for. */
function sayHeard(element: Element, open: Open, reading: Reading): void {
  const words = wordsHeard(element)
  if (words === '') return
  if (element.tagName === 'abbr') {
    say(words, open, reading, true)
    return
  }
  reading.parted = true
  say(words, { ...open, hidden: reading.stack.at(-1)?.hidden ?? false }, reading)
  reading.parted = true
}

const HEARD: Readonly<Record<string, string>> = { img: 'alt', svg: 'ariaLabel', abbr: 'title' }

function wordsHeard(element: Element): string {
  const property = HEARD[element.tagName]
  return property === undefined || isHidden(element) ? '' : (textProperty(element, property) ?? '')
}

const isHidden = (element: Element): boolean => textProperty(element, 'ariaHidden') === 'true'

function opened(top: Open, element: Element): Open {
  const { tagName: name, properties } = element
  const src = Number(textProperty(element, 'dataSrc') ?? 0)
  const isMade = ['dataMade', 'dataPageOf', 'dataPagesOf'].some((key) => properties[key] !== undefined)
  const line = src || top.line
  return {
    name,
    line,
    made: src ? isMade : top.made || isMade,
    hidden: top.hidden || UNREAD.has(name) || isHidden(element),
    note: top.note || (properties.dataMeans === 'note' ? line : 0),
    latest: 0,
    inner: src ? 0 : top.inner,
  }
}

/** Rows know their line by their cells. Notes come in the order of their calls. */
function noteOrder(open: Open, { stack, displaced }: Reading): void {
  const isCell = open.name === 'td' || open.name === 'th'
  const parent = stack.at(isCell ? -2 : -1)
  if (!parent || open.line === 0 || open.note > 0 || open.made) return
  if (open.line < parent.latest) displaced.push({ line: open.line })
  parent.latest = Math.max(parent.latest, open.line)
}
