// All words of a page, line by line, for the account: read tag by tag, without a tree.
import { decodeHTML } from 'entities'
import type { OriginalWords } from '../draft.ts'

/** Of the whole page, but for its head, programs, styles and remarks. */
export function pageWords(html: string): OriginalWords[] {
  const words: OriginalWords[] = []
  const lines = newLines(html)
  let text = ''
  let start = 0
  const end = (): void => {
    const plain = withoutMarks(decodeHTML(text).replace(/\s+/g, ' '))
    if (plain !== '') words.push({ text: plain, line: lines(start) })
    text = ''
  }
  for (let at = bodyAt(html); at < html.length; ) {
    const next = html.indexOf('<', at)
    const stop = next < 0 ? html.length : next
    if (text === '') start = at
    text += html.slice(at, stop)
    if (next < 0) break
    const tag = tagAt(html, next)
    if (tag === undefined) {
      text += '<'
      at = next + 1
      continue
    }
    if (!IN_LINE.has(tag.name)) end()
    if (tag.isInner) text += BEGINS
    else if (tag.name === 'a') text += ENDS
    if (tag.alt !== '') text += ` ${tag.alt} `
    at = tag.end
  }
  end()
  return words
}

/** Around the words of a link within the page; of Unicode’s characters for private use. */
const [BEGINS, ENDS] = ['\uE0F2', '\uE0F3']

/** A mark of a note, or the way back from one, is no word. */
const withoutMarks = (line: string): string =>
  line
    .replace(/\uE0F2 ?[[(]?[^\uE0F2\uE0F3\s]{1,4}[\])]? ?\uE0F3/g, ' ')
    .replace(/[\uE0F2\uE0F3]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'svg'])

function bodyAt(html: string): number {
  const found = /<body\b/i.exec(html)
  if (found) return found.index
  const head = /<\/head\s*>/i.exec(html)
  return head ? head.index + head[0].length : 0
}

interface Tag {
  readonly name: string
  readonly end: number
  readonly alt: string
  /** Whether a link to a place of the page begins. */
  readonly isInner: boolean
}

/** Undefined where the sign begins no tag. What is skipped ends with its own end. */
function tagAt(html: string, at: number): Tag | undefined {
  if (html.startsWith('<!--', at)) {
    const close = html.indexOf('-->', at + 4)
    return { name: 'wbr', end: close < 0 ? html.length : close + 3, alt: '', isInner: false }
  }
  const found = /^<[/!?]?([a-z][^\s/>]*)?/i.exec(html.slice(at, at + 80))
  if (!found || (found[1] === undefined && !/^<[/!?]/.test(found[0]))) return undefined
  const name = (found[1] ?? '').toLowerCase()
  const end = endOfTag(html, at + found[0].length)
  if (SKIPPED.has(name) && html[at + 1] !== '/') {
    const close = closing(html, name, end)
    return { name: name === 'svg' ? 'wbr' : name, end: close, alt: '', isInner: false }
  }
  const alt = name === 'img' ? altIn(html.slice(at, end)) : ''
  const isInner = name === 'a' && /\shref\s*=\s*["']?[^"'\s>]*#/i.test(html.slice(at, end))
  return { name, end, alt, isInner }
}

/** Behind the first `>` that stands in no quotation marks. */
function endOfTag(html: string, from: number): number {
  let at = from
  while (at < html.length && html[at] !== '>') {
    const sign = html[at]
    if ((sign === '"' || sign === "'") && html[at - 1] === '=') {
      const close = html.indexOf(sign, at + 1)
      if (close < 0) return html.length
      at = close
    }
    at += 1
  }
  return Math.min(html.length, at + 1)
}

function closing(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[^>]*>`, 'gi')
  pattern.lastIndex = from
  return pattern.exec(html) ? pattern.lastIndex : html.length
}

function altIn(tag: string): string {
  const found = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return decodeHTML(found?.[1] ?? found?.[2] ?? '').trim()
}

/** The line of a place; places are asked for in order. */
function newLines(html: string): (at: number) => number {
  let line = 1
  let done = 0
  return (at) => {
    for (let next = html.indexOf('\n', done); next >= 0 && next < at; next = html.indexOf('\n', done)) {
      line += 1
      done = next + 1
    }
    return line
  }
}
