// What a listing is called: `title="a.py"`, `{filename="a.js"}`, `js:app.js`, `[app.js]` behind its language are a
// line above it.
import type { Code, Nodes, Paragraph, Parents, Root } from 'mdast'
import type { Draft } from '../markdown/draft.ts'
import { lookOf } from './listing-looks.ts'
import { wordsOfAttributes } from './words-in-attributes.ts'

const TITLES = ['title', 'filename', 'file', 'caption', 'lst-cap', 'fig.cap', 'fig-cap', 'name', 'label']
/** `js:src/app.js`. */
const COLON = /^([a-zA-Z][\w+#-]*):([^\s:][^\s]*[./][^\s]*)$/
/** `[app.js]`, as VitePress names the tabs of a group. */
const BRACKETED = /(?:^|\s)\[([^[\]]{1,200})\]/
const BRACED_LANGUAGE = /^\{[ \t]*(?:#\S+[ \t]+)?\.([\w+#-]+)|^\{[ \t]*([\w+-]+)/

/** `{#lst-sum}` among what stands in braces. */
const OWN_NAME = /\{(?:[^{}]*\s)?#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)/u

declare module 'mdast' {
  interface CodeData {
    /** The name that links have for it, and what stands above it. */
    ownName?: string
    title?: string
  }
}

export function listingTitles(tree: Root, _draft: Draft): void {
  const walk = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === 'code') return withTitle(child)
      if ('children' in child) walk(child)
      return [child]
    }) as typeof parent.children
  }
  walk(tree)
}

function withTitle(code: Code): Nodes[] {
  const info = `${code.lang ?? ''} ${code.meta ?? ''}`.trim()
  const [, language, file] = COLON.exec(code.lang ?? '') ?? []
  const [, ofClass, ofTool] = BRACED_LANGUAGE.exec(info) ?? []
  const lang = language ?? ofClass ?? ofTool
  if (lang) code.lang = lang
  code.data = { ...code.data, look: lookOf(withoutTitle(info), code) }
  const title = file ?? titleIn(info)
  const ownName = OWN_NAME.exec(withoutTitle(info))?.[1]
  if (ownName) code.data = { ...code.data, ownName, ...(title ? { title } : {}) }
  return title ? [lineOf(title, code), code] : [code]
}

/** A title is no list of lines: `title="{1}"`. */
const withoutTitle = (info: string): string =>
  info.replace(/(?:title|filename|file|caption|lst-cap|name|label)=(?:"[^"]*"|'[^']*')/g, '')

function titleIn(info: string): string {
  const said = wordsOfAttributes(info)
  const named = TITLES.map((name) => said.get(name)).find((words) => words)
  return named ?? BRACKETED.exec(info)?.[1]?.trim() ?? ''
}

/** The name of a file is code; anything else is said in words. */
function lineOf(title: string, { position }: Code): Paragraph {
  const place = position ? { position: { start: position.start, end: position.start } } : {}
  const words = { value: title, ...place }
  const shown = /\s/.test(title)
    ? ({ type: 'text', ...words } as const)
    : ({ type: 'inlineCode', ...words } as const)
  return {
    type: 'paragraph',
    data: { isSummary: true, isOfListing: true },
    children: [{ type: 'strong', children: [shown], ...place }],
    ...place,
  }
}
