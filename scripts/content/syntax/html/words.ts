// The words of HTML. A note that the file defines is called here too; other Markdown is not read between tags without
// a blank line, and would be printed as signs: its author is told.
import type { Nodes, Text } from 'mdast'
import type { Point } from 'unist'
import { withoutControls } from '../../control-characters.ts'
import { callsIn } from '../../markdown/calls-in-text.ts'
import type { HtmlNode } from './parse-html.ts'
import type { Reading } from './reading.ts'

type HtmlText = Extract<HtmlNode, { type: 'text' }>

export function wordsOfHtml(node: HtmlText, reading: Reading): Nodes[] {
  return placed(node, reading).flatMap((text): Nodes[] => {
    if (reading.isCode) return [text]
    tellSigns(text, reading)
    return text.value.includes('[^') ? withCalls(text, reading) : [text]
  })
}

function withCalls(text: Text, { notes }: Reading): Nodes[] {
  let done = 0
  return callsIn(text.value, (label) => notes.has(label)).map((part): Nodes => {
    const start = startWithin(text, done)
    done += part.type === 'text' ? part.value.length : (part.label ?? '').length + '[^]'.length
    const end = text.position?.end
    return { ...part, ...(start && end ? { position: { start, end } } : {}) }
  })
}

/** The place of a sign of it. */
function startWithin({ value, position }: Text, index: number): Point | undefined {
  if (!position) return undefined
  const { line, column, offset = 0 } = position.start
  const before = value.slice(0, index).split('\n')
  const last = before.at(-1) ?? ''
  return {
    line: line + before.length - 1,
    column: (before.length > 1 ? 1 : column) + last.length,
    offset: offset + index,
  }
}

/** Lines without words before the first word are a text of their own, so that the words know their place. */
function placed(node: HtmlText, { draft }: Reading): Text[] {
  const value = withoutControls(node.value)
  const blank = /^[ \t\r\f]*(?:\n[ \t\r\f]*)+/.exec(value)?.[0]
  const { position } = node
  if (blank === undefined || blank === value || !position)
    return value === '' ? [] : [{ type: 'text', value, ...(position ? { position } : {}) }]
  const { text } = draft.source
  let offset = position.start.offset ?? 0
  let line = position.start.line
  while (/[\s>]/.test(text[offset] ?? '') && offset < (position.end.offset ?? 0)) {
    if (text[offset] === '\n') line += 1
    offset += 1
  }
  const start = { line, column: offset - text.lastIndexOf('\n', offset - 1), offset }
  return [
    { type: 'text', value: blank, position: { start: position.start, end: start } },
    { type: 'text', value: value.slice(blank.length), position: { start, end: position.end } },
  ]
}

const SIGNS =
  /\*\*[^\s*][^*\n]{0,200}\*\*|(?<![\w*])\*[^\s*][^*\n]{0,200}(?<!\s)\*(?![\w*])|!?\[[^[\]\n]{1,200}\]\([^()\s]{1,300}\)|`[^`\n]{1,200}`|^[ \t]*(?:#{1,6}|[-*+])[ \t]+\S[^\n]{0,60}/m

function tellSigns(text: Text, { heard }: Reading): void {
  const found = SIGNS.exec(text.value)
  const start = found && startWithin(text, found.index + found[0].search(/\S/))
  if (start) heard.done('signs-between-tags', found[0].trim(), { position: { start } })
}
