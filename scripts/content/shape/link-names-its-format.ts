import type { Link, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'

const FILE = /\.(pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|mp3|mp4)$/i
/** Spelt out, or as people call it. */
const CALLED: Readonly<Record<string, RegExp>> = {
  doc: /word/i,
  docx: /word/i,
  odt: /opendocument/i,
  xls: /excel|spreadsheet/i,
  xlsx: /excel|spreadsheet/i,
  ods: /opendocument|spreadsheet/i,
  ppt: /powerpoint|slides/i,
  pptx: /powerpoint|slides/i,
  odp: /opendocument|slides/i,
  mp3: /audio|sound|recording/i,
  mp4: /video|film/i,
}

/** A link to a file that opens in another program says what it is, in its words or in brackets behind them. */
export function linkNamesItsFormat(node: Link, parent: Parents | undefined, draft: Draft): void {
  if (!/^https?:/i.test(node.url)) return
  const [, ending = ''] = FILE.exec(pathOf(node.url)) ?? []
  if (ending === '') return
  const format = ending.toLowerCase()
  const words = `${plainText(node)} ${remarkBehind(node, parent)}`
  const named = new RegExp(`(?<!\\p{L})${format}(?!\\p{L})`, 'iu')
  if (named.test(words) || CALLED[format]?.test(words)) return
  report(draft, 'link-names-its-format', node, {
    format: format.toUpperCase(),
    words: plainText(node).trim(),
  })
}

function pathOf(url: string): string {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

/** `[The report](x.pdf) (PDF, 2 MB)` */
function remarkBehind(node: Link, parent: Parents | undefined): string {
  const siblings: readonly unknown[] = parent?.children ?? []
  const next = siblings[siblings.indexOf(node) + 1] as { type?: string; value?: string } | undefined
  return next?.type === 'text' ? (/^\s*[([][^)\]]{0,60}[)\]]/.exec(next.value ?? '')?.[0] ?? '') : ''
}
