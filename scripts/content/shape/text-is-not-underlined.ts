import type { Html, Nodes, Parents, Root, Text } from 'mdast'
import type { Fix } from '../../model.ts'
import { type Draft, lineOf, report } from '../markdown/draft.ts'
import { mendOf } from '../markdown/mend.ts'

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)(u|ins)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi
const BLANK_LINE = /(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/gu

/** Readers take what is underlined for a link, and hear a row of underscores one by one. */
export function textIsNotUnderlined(tree: Root, draft: Draft): void {
  const walk = (node: Nodes, parent: Parents | undefined): void => {
    if (node.type === 'html') underlines(node, parent, draft)
    else if (node.type === 'text') blanks(node, draft)
    if ('children' in node) for (const child of node.children) walk(child, node)
  }
  walk(tree, undefined)
}

function underlines(node: Html, parent: Parents | undefined, draft: Draft): void {
  for (const { 0: whole, 1: closing, 2: name = '', index } of node.value.matchAll(TAG)) {
    if (closing !== '' || name === '') continue
    const line = lineOf(node) + newlines(node.value.slice(0, index))
    const column = index === 0 ? (node.position?.start.column ?? 1) : 1
    const fix = index === 0 && whole === node.value ? withoutTags(node, name, parent, draft) : undefined
    const actual = `<${name.toLowerCase()}>`
    report(draft, 'text-is-not-underlined', { position: { start: { line, column } } }, { actual }, fix)
  }
}

/** Only where both tags stand in one line of text, each as a piece of its own: then the words between them stay as they are. */
function withoutTags(node: Html, name: string, parent: Parents | undefined, draft: Draft): Fix | undefined {
  const siblings: readonly Nodes[] = parent?.children ?? []
  const close = siblings
    .slice(siblings.indexOf(node) + 1)
    .find((one) => one.type === 'html' && new RegExp(`^</?${name}(?:\\s[^>]*)?>$`, 'i').test(one.value))
  const [start, from] = [node.position?.start.offset, node.position?.end.offset]
  const [to, end] = [close?.position?.start.offset, close?.position?.end.offset]
  if (close?.type !== 'html' || !close.value.startsWith('</')) return undefined
  if (start === undefined || from === undefined || to === undefined || end === undefined) return undefined
  return mendOf(draft, start, end, draft.source.text.slice(from, to))
}

function blanks(node: Text, draft: Draft): void {
  for (const { index } of node.value.matchAll(BLANK_LINE)) {
    const line = lineOf(node) + newlines(node.value.slice(0, index))
    report(draft, 'text-is-not-underlined', { position: { start: { line, column: 1 } } }, { other: 'blank' })
  }
}

const newlines = (text: string): number => text.split('\n').length - 1
