// Markdown → mdast → hast → HTML, with the libraries of the unified collective. Built once a thread.
import type { Root as HastRoot } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { placeOfMadeNodes } from '../syntax/place-of-made-nodes.ts'
import { directivesOnlyOurs } from './directives-only-ours.ts'
import type { Draft } from './draft.ts'
import { HANDLERS } from './handlers.ts'
import { HTML_SCHEMA } from './html-schema.ts'

// Front matter is split off before. `singleTilde: false`: `~40 people` is a rough number, not struck out.
const reader = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(directivesOnlyOurs)
  .freeze()

const toHast = unified().use(remarkRehype, { handlers: HANDLERS, allowDangerousHtml: true }).freeze()
// The parser for raw HTML reads the whole tree a second time, so only files that contain any go through it.
const cleaner = unified().use(rehypeRaw).use(rehypeSanitize, HTML_SCHEMA).freeze()
const writer = unified()
  .use(rehypeStringify, { characterReferences: { omitOptionalSemicolons: false } })
  .freeze()

export function readMarkdown(text: string): Root {
  const tree = reader.parse(text)
  placeOfMadeNodes(tree, text)
  return tree
}

/** Runs the handlers of every construct; what they note down is in the draft afterwards. */
export function renderTree(tree: Root, draft: Draft, rawHtml: boolean): HastRoot {
  const file = new VFile({ data: { draft } })
  const hast = toHast.runSync(tree, file) as unknown as HastRoot
  return rawHtml ? (cleaner.runSync(hast) as HastRoot) : hast
}

export const writeHtml = (tree: HastRoot): string => writer.stringify(tree)

const htmlReader = unified().use(rehypeRaw).freeze()

/** The text of a piece of HTML that has been cleaned. */
export function textOfHtml(html: string): string {
  const tree: HastRoot = { type: 'root', children: [{ type: 'raw', value: html }] }
  return hastText(htmlReader.runSync(tree) as HastRoot)
}
