// `!!! note "Title"` of MkDocs, `??? note`, `=== "Tab"`, and `.. note::` of reStructuredText: what belongs to them is
// set in by four blanks, which Markdown takes for code. It is set out again, between two lines of colons.

import { calloutLabel } from '../../../ground/language/callout-names.ts'
import { blockNamed } from '../../directives/directives.ts'
import { type Line, linesOf, openingEdit, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import { type Edit, type Reading, type Respelling, readAs, type Telling } from '../respell.ts'

const MARK = /^(?:!!!|\?\?\?\+?)[ \t]*([a-zA-Z][\w-]*)((?:[ \t]+(?!["'])\S+)*)[ \t]*(?:"(.*)"|'(.*)')?[ \t]*$/
/** Behind the kind of a box and before its title stands how it looks; without a title, what is no such word is one. */
const LOOKS = /^(?:inline|end|annotate|collapsible)$/
const TAB = /^===[+!]?[ \t]+(?:"(.*)"|'(.*)')[ \t]*$/
const RST = /^\.\.[ \t]+([a-z][\w-]*)::[ \t]*(.*)$/

interface Mark {
  readonly name: string
  readonly label: string
  /** Columns by which what belongs to it is set in. */
  readonly indent: number
  /** What of its line is taken for another spelling. */
  readonly told?: Telling
}

const ANY = /^[ \t>]*(?:!!!|\?\?\?|===[+! \t]|\.\. )/m

export function admonitions({ text, tree }: Reading): Respelling[] {
  if (!ANY.test(text)) return []
  const lines = linesOf(text)
  const isCode = codeOf(tree)
  const found: Respelling[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    const prefix = prefixOf(line.text)
    const mark = markOf(line.text.slice(prefix.length))
    if (!mark || isCode(line.start + prefix.length)) continue
    const indent = indentBelow(lines[index + 1]?.text ?? '', prefix, mark.indent)
    const last = lastOf(lines, index, prefix, indent)
    if (last === index) continue
    const edits = editsOf(lines.slice(index, last + 1), prefix, { ...mark, indent })
    found.push({ edits, ...(mark.told ? { told: mark.told } : {}) })
    index = last
  }
  return found
}

function markOf(text: string): Mark | undefined {
  const first = text.charAt(0)
  if (first === '!' || first === '?') return boxOf(text)
  if (first === '=') {
    const [, double, single] = TAB.exec(text) ?? []
    const label = double ?? single
    return label === undefined ? undefined : { name: 'details', label, indent: 4 }
  }
  if (first !== '.') return undefined
  const [, name, label = ''] = RST.exec(text) ?? []
  if (name === undefined || calloutLabel(name) === undefined) return undefined
  return { name, label: name === 'admonition' ? label : '', indent: 2 }
}

function boxOf(text: string): Mark | undefined {
  const [, name, behind = '', double, single] = MARK.exec(text) ?? []
  if (name === undefined) return undefined
  const words = behind.trim()
  const isBare = (double ?? single) === undefined && !words.split(/\s+/).every((word) => LOOKS.test(word))
  const label = double ?? single ?? (isBare ? words : '')
  const mark = { name: kindOf(name, label), label, indent: 4 }
  return isBare && words !== '' ? { ...mark, told: readAs(words, `"${words}"`) } : mark
}

/** `!!! quote "Words"`, `!!! table`: a box of another tool that has the name of a block of ours, and not its rules. */
function kindOf(name: string, label: string): string {
  const own = blockNamed(name)
  const isSame = own?.elsewhere === 'same' || (own?.elsewhere === 'same-untitled' && label === '')
  return own && !isSame ? 'details' : name
}

/** Who sets it in by two or three blanks means the same, where the next line shows it. */
function indentBelow(next: string, prefix: string, usual: number): number {
  const blanks = /^ {2,3}(?=\S)/.exec(insideOf(next, prefix) ?? '')?.[0].length
  return usual === 4 ? (blanks ?? usual) : usual
}

/** Index of the last line that is set in below the mark; that of the mark when there is none. */
function lastOf(lines: readonly Line[], index: number, prefix: string, indent: number): number {
  let last = index
  for (let next = index + 1; next < lines.length; next += 1) {
    const { text } = lines[next]!
    if (text.replace(/[ \t>]/g, '') === '' && !text.startsWith(prefix.trimEnd())) break
    const inside = insideOf(text, prefix)
    if (inside !== undefined && inside.trim() === '') continue
    if (inside === undefined || cutOf(inside, indent) === 0) break
    last = next
  }
  return last
}

/** What follows the marks of quotations and blanks that the mark itself had before it. */
function insideOf(text: string, prefix: string): string | undefined {
  if (text.startsWith(prefix)) return text.slice(prefix.length)
  return text.trim() === '' || text.trim() === prefix.trim() ? '' : undefined
}

/** How many signs of blank are to go: `indent` columns, or one tab. */
function cutOf(inside: string, indent: number, isRst = indent === 2): number {
  if (inside.startsWith('\t')) return 1
  const blanks = /^ */.exec(inside)?.[0].length ?? 0
  if (blanks >= indent) return isRst ? Math.min(blanks, 3) : indent
  return inside.slice(blanks).startsWith('\t') ? blanks + 1 : 0
}

function editsOf(lines: readonly Line[], prefix: string, mark: Mark): Edit[] {
  const [first, ...others] = lines
  const colons = colonsFor(others, prefix)
  const isRst = /^\s*\.\./.test(first!.text.slice(prefix.length))
  const edits: Edit[] = [openingEdit(first!, prefix.length, colons, mark.name, mark.label)]
  let inOptions = isRst
  for (const line of others) {
    const inside = insideOf(line.text, prefix) ?? ''
    const cut = cutOf(inside, mark.indent, isRst)
    const start = line.start + prefix.length
    inOptions &&= /^\s*:[\w-]+:/.test(inside)
    if (inOptions) edits.push({ start, end: line.end, becomes: [] })
    else if (cut > 0) edits.push({ start, end: start + cut, becomes: [] })
  }
  const end = lines.at(-1)!.end
  return [...edits, { start: end, end, becomes: [`\n${prefix}${':'.repeat(colons)}`] }]
}

/** More than any block inside has, or will have: one for each step that something is set in further. */
function colonsFor(lines: readonly Line[], prefix: string): number {
  let run = 2
  let deepest = 0
  for (const { text } of lines) {
    const inside = text.slice(prefix.length)
    const blanks = inside.length - inside.trimStart().length
    deepest = Math.max(deepest, inside.trimStart().search(/[!?=]{3}/) === 0 ? blanks : 0)
    run = Math.max(run, /^:{3,}/.exec(inside.trimStart())?.[0].length ?? 0)
  }
  return Math.min(60, run + 1 + Math.ceil(deepest / 4))
}
