// Markdown of the reference pages: made as a tree, so that whatever a sign would mean is escaped by the library that
// knows.
import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** Words in which what stands between backticks is code, and so is an address: none of them is a link to follow. */
export const inline = (text: string): PhrasingContent[] =>
  text
    .split(/((?<=“)```[^”]*(?=”)|`[^`]+`|https?:\/\/[^\s,)]*[^\s,).])/)
    .filter((part) => part !== '')
    .map((part): PhrasingContent => {
      // What begins a listing is quoted, for backticks cannot stand around it.
      if (part.startsWith('```')) return { type: 'inlineCode', value: part }
      return /^(?:`|https?:)/.test(part)
        ? { type: 'inlineCode', value: part.replace(/^`|`$/g, '') }
        : { type: 'text', value: part.replace(/\s*\n\s*/g, ' ') }
    })

export const heading = (depth: 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: inline(text),
})

export const paragraph = (text: string): BlockContent => ({ type: 'paragraph', children: inline(text) })

export const code = (lang: string, value: string): RootContent => ({ type: 'code', lang, value })

/** Findings, each with its mend behind it. */
export const list = (items: readonly { readonly says: string; readonly mend: string }[]): RootContent => ({
  type: 'list',
  spread: false,
  children: items.map(({ says, mend }) => ({
    type: 'listItem',
    spread: false,
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: inline(says) }, ...inline(mend && ` ${mend}`)],
      },
    ] satisfies (BlockContent | DefinitionContent)[],
  })),
})

/** The first row is the header. Nothing where there is no other row. */
export const table = (rows: readonly (readonly string[])[]): RootContent[] =>
  rows.length < 2
    ? []
    : [
        {
          type: 'table',
          children: rows.map((cells) => ({
            type: 'tableRow',
            children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
          })),
        },
      ]

export interface Page {
  readonly title: string
  readonly standfirst: string
  readonly content: readonly RootContent[]
}

const WRITER = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkDirective)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*' })

/** The text of its file. Its remark is for whoever would change it by hand. */
export function textOf({ title, standfirst, content }: Page): string {
  const body = WRITER.stringify({ type: 'root', children: [...content] } satisfies Root)
  return `---\ntitle: ${title}\nstandfirst: ${standfirst}\n---\n\n<!-- Made by \`npm run docs:reference\` from the code: change it there. -->\n\n${body}`
}
