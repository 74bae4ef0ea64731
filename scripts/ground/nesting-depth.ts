// How deep a text nests, by a scan of its characters. It runs before parsing, because thousands of levels, or of
// brackets that are never closed, keep a parser busy for minutes or end it with a full stack.

export interface Depth {
  readonly depth: number
  readonly line: number
}

/**
 * The deepest nesting of lists, quotations, notes, blocks, brackets and emphasis, or the widest table, and its line.
 * Linear in the length of the text.
 */
export function nestingDepth(text: string): Depth {
  let deepest: Depth = { depth: 0, line: 1 }
  const note = (depth: number, line: number): void => {
    if (depth > deepest.depth) deepest = { depth, line }
  }
  const indents: number[] = []
  let open = newOpen()
  let blocks = 0
  let line = 0
  for (const row of text.split('\n')) {
    line += 1
    if (row.trim() === '') {
      open = newOpen()
      continue
    }
    note(markersOf(row, indents), line)
    blocks = Math.max(0, blocks + blockStep(row))
    note(blocks, line)
    note(columnsOf(row), line)
    // Its star opens no emphasis.
    if (!ABBREVIATION.test(row)) note(openAfter(row, open), line)
  }
  return deepest
}

/** `*[NHS]: National Health Service` */
const ABBREVIATION = /^[ \t]*\*\[[^\]\n]{1,200}\]:/

/**
 * Markers of quotations, notes and lists at the head of a line; list markers of earlier lines count by their
 * indentation.
 */
function markersOf(row: string, indents: number[]): number {
  let depth = 0
  let at = 0
  const marker = /[ \t]*(?:(>|\[\^[^\]\n]{1,200}\]:)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  for (;;) {
    marker.lastIndex = at
    const found = marker.exec(row)
    if (!found) break
    if (!found[1]) {
      const column = at + found[0].search(/\S/)
      while (indents.length > 0 && indents.at(-1)! >= column) indents.pop()
      indents.push(column)
    } else {
      depth += 1
    }
    at = marker.lastIndex
  }
  return depth + indents.length
}

const blockStep = (row: string): number =>
  /^[ \t>]*:{3,}[^\s:]/.test(row) ? 1 : /^[ \t>]*:{3,}[ \t]*$/.test(row) ? -1 : 0

interface Open {
  brackets: number
  /** Closing brackets without an opening one: each makes the parser look back through all that came before. */
  stray: number
  emphasis: number
  tags: number
  most: number
}

const newOpen = (): Open => ({ brackets: 0, stray: 0, emphasis: 0, tags: 0, most: 0 })

const INLINE = /\\.|[[\]]|[*_~]+|<(?=[a-z!?/])|>/gi

/** What is open within a paragraph after one more of its lines. */
function openAfter(row: string, open: Open): number {
  for (const { 0: token, index } of row.matchAll(INLINE)) {
    const first = token.charAt(0)
    if (first === '[') open.brackets += 1
    else if (first === ']' && open.brackets > 0) open.brackets -= 1
    else if (first === ']') open.stray += 1
    else if (first === '<') open.tags += 1
    else if (first === '>') open.tags = Math.max(0, open.tags - 1)
    else if (first !== '\\') countEmphasis(row, token, index, open)
    open.most = Math.max(open.most, open.brackets, open.stray, open.emphasis, open.tags)
  }
  return open.most
}

function countEmphasis(row: string, token: string, index: number, open: Open): void {
  const before = row.charAt(index - 1)
  const after = row.charAt(index + token.length)
  const opens = after !== '' && !/\s/.test(after)
  const closes = before !== '' && !/\s/.test(before)
  if (closes && open.emphasis > 0) open.emphasis -= Math.min(open.emphasis, token.length)
  else if (opens) open.emphasis += token.length
}

/** The columns of a table, from the row of hyphens below its header. */
const columnsOf = (row: string): number => (/^[\s|:-]*$/.test(row) ? row.split('|').length - 1 : 0)
