// Markdown → mdast → hast, with the libraries of the unified collective. Built once a thread.
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { formulaSyntax } from '../formulas/formula-syntax.ts'
import { placeOfMadeNodes } from '../syntax/place-of-made-nodes.ts'
import { directivesOnlyOurs } from './directives-only-ours.ts'
import type { Draft } from './draft.ts'
import { HANDLERS } from './handlers.ts'
import { HTML_SCHEMA } from './html-schema.ts'

// Front matter is split off before. `singleTilde: false`: `~40 people` is a rough number, not struck out.
const newReader = () =>
  unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkDirective)
    .use(directivesOnlyOurs)
    .use(formulaSyntax)
const reader = newReader().freeze()

/** For lines within HTML: nothing in them opens a block of it. */
const lineReader = newReader()
  .use(function (this: Processor) {
    const data = this.data() as { micromarkExtensions?: object[] }
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['htmlFlow'] } }]
  })
  .freeze()

const toHast = unified().use(remarkRehype, { handlers: HANDLERS }).freeze()
// All HTML is Markdown by now, made by the handlers of a closed list of names. This stands behind them.
const cleaner = unified().use(rehypeSanitize, HTML_SCHEMA).freeze()

export function readMarkdown(text: string): Root {
  const tree = reader.parse(text)
  placeOfMadeNodes(tree, text)
  return tree
}
export const readLines = (text: string): Root => lineReader.parse(text)

/** Runs the handlers of every construct; what they note down is in the draft afterwards. */
export function renderTree(tree: Root, draft: Draft): HastRoot {
  const file = new VFile({ data: { draft } })
  const hast = toHast.runSync(tree, file) as unknown as HastRoot
  return draft.source.text.includes('<') ? (cleaner.runSync(hast) as HastRoot) : hast
}
