// What people wrote → Markdown that says the same and does nothing: every sign that could be markup is escaped.
import type { Nodes as HastNodes } from 'hast'
import type { PhrasingContent, Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** A stretch of text, with an address when it is a link. */
export interface Stretch {
  readonly text: string
  readonly url?: string | undefined
}

// The same extensions as the reader of the texts has, so that all that it would understand is escaped.
const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '*', listItemIndent: 'one' })
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(remarkFrontmatter)
  .freeze()

const SAFE: Options = {
  tagNames: [
    'p',
    'br',
    'a',
    'span',
    'strong',
    'b',
    'em',
    'i',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
  ],
  attributes: { a: ['href', ['className', 'mention', 'hashtag']] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template', 'noscript'],
}
const reader = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, SAFE)
  .use(unlinkNames)
  .use(rehypeRemark)
  .freeze()

/** Blank lines part paragraphs, other line ends stay. */
export function markdownOfText(stretches: readonly Stretch[]): string {
  const paragraphs: PhrasingContent[][] = [[]]
  for (const { text, url } of stretches) {
    const safe = url && /^https?:\/\/\S+$/i.test(url) ? url : undefined
    text
      .replace(/\r\n?/g, '\n')
      .split(/\n[ \t]*\n\s*/)
      .forEach((part, index) => {
        if (index > 0) paragraphs.push([])
        const words = linesOf(part)
        paragraphs
          .at(-1)
          ?.push(...(safe ? [{ type: 'link' as const, url: safe, children: words as never }] : words))
      })
  }
  const solid = paragraphs.map(trimmed).filter((children) => children.length > 0)
  return write({ type: 'root', children: solid.map((children) => ({ type: 'paragraph', children })) })
}

/** Blanks and line ends at the ends of a paragraph are no text: there stood the address of a picture, or nothing. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const first = Math.max(0, children.findIndex(isSolid))
  const last = children.findLastIndex(isSolid)
  return children.slice(first, last + 1).map((child, index, kept) => {
    if (child.type !== 'text') return child
    const begun = index === 0 ? child.value.trimStart() : child.value
    return { ...child, value: index === kept.length - 1 ? begun.trimEnd() : begun }
  })
}

const isSolid = (child: PhrasingContent): boolean =>
  child.type === 'text' ? child.value.trim() !== '' : child.type !== 'break'

export function markdownOfHtml(html: string): string {
  return write(reader.runSync(reader.parse(html)) as Root)
}

const write = (tree: Root): string => writer.stringify(tree).trim()

const linesOf = (text: string): PhrasingContent[] =>
  text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])

/**
 * `@name` and `#word` lead to pages of a service that may be gone, other links nowhere that is safe: their words
 * stay.
 */
function unlinkNames() {
  return (tree: HastNodes): void => unlink(tree)
}

function unlink(node: HastNodes): void {
  if (!('children' in node)) return
  node.children = node.children.flatMap((child) => {
    unlink(child)
    if (child.type !== 'element' || child.tagName !== 'a') return [child]
    const { className: names, href } = child.properties
    const isName = Array.isArray(names) && names.some((name) => name === 'mention' || name === 'hashtag')
    return isName || !href ? child.children : [child]
  }) as typeof node.children
}

export const hashtagsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_]+)/gu)].map(([, tag = '']) => tag)
