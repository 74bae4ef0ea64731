// HTML that is set in as programs do it, with a blank line within: behind such a line Markdown takes what is set in by
// four for code, though the element around it is still open.
import type { Code, Html, Nodes, Parents } from 'mdast'
import { prefixOf } from '../block-lines.ts'
import { isHtmlName, isVoid } from '../html/html-names.ts'
import type { Reading, Respelling } from '../respell.ts'

const TAG = /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g

export function setInHtml({ tree, text }: Reading): Respelling[] {
  if (!/^(?:[ \t>]{4,}|[ >]*\t)[ \t]*</m.test(text)) return []
  const found: Respelling[] = []
  const walk = (parent: Parents): void => {
    let open = 0
    for (const child of parent.children as Nodes[]) {
      const isHtml = child.type === 'html' || (child.type === 'code' && open > 0 && isSetIn(child, text))
      if (isHtml) open = Math.max(0, open + opened(child))
      if (isHtml && child.type === 'code') found.push(setOut(child, text))
      if ('children' in child) walk(child)
    }
  }
  walk(tree)
  return found
}

const opened = ({ value }: Html | Code): number =>
  [...value.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)].reduce((open, [tag, closes, name = '']) => {
    const isCounted = isHtmlName(name.toLowerCase()) && !isVoid(name) && !tag.endsWith('/>')
    return open + (isCounted ? (closes ? -1 : 1) : 0)
  }, 0)

function isSetIn({ value, position }: Code, text: string): boolean {
  const isFenced = /^[`~]{3}/.test(text.slice(position?.start.offset ?? 0).trimStart())
  const name = /^<\/?([a-zA-Z][\w-]*)(?=[\s/>])/.exec(value.trimStart())?.[1]
  // A tag that only opens shows what one looks like.
  const isLone = /^\s*<[^<>/]*>\s*$/.test(value)
  return !isFenced && !isLone && name !== undefined && isHtmlName(name.toLowerCase())
}

function setOut({ position, value }: Code, text: string): Respelling {
  const begin = position?.start.offset ?? 0
  const lead = text.slice(text.lastIndexOf('\n', begin - 1) + 1, begin)
  let at = begin
  const edits = text
    .slice(begin, position?.end.offset)
    .split('\n')
    .map((line, index) => {
      const start = at
      at += line.length + 1
      const end = start + prefixOf(line).length
      return { start, end, becomes: [index === 0 ? '' : lead.replace(/[^>\s]/g, ' ')] }
    })
  const first = value.trimStart().split('\n')[0] ?? ''
  const facts = { problem: 'set-in-html', typed: first, more: 0 } as const
  return { edits, told: { rule: 'markup-is-exact', facts } }
}
