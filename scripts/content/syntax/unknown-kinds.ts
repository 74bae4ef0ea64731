// Syntax of other tools that the dialect does not have, or not yet. It is printed as it stands, and told once a kind
// and file.
import type { Nodes, Root } from 'mdast'
import { isPlaceOfTitle } from './place-of-title.ts'
import { BLOT, type Prose } from './prose.ts'

export interface Seen {
  readonly at: number
  readonly actual: string
  readonly other: string
  readonly mend: string
}

interface Kind {
  readonly name: string
  readonly pattern: RegExp
  readonly mend: string
  /** Looks at what was typed, escapes and code included, rather than at what is shown. */
  readonly typed?: boolean
  readonly unless?: RegExp
}

export const LEAVE = 'Write what it stands for in words, or put it into backticks if it is meant to be read.'

/** Signs that make a formula of what stands between dollars: money has none of them. */
const FORMULA = String.raw`(?=[^$\n]*(?:\\[a-zA-Z]|[_^=<>+]|\$))`

/** `$Id$` is a keyword of a program that keeps versions. */
const KEYWORD = String.raw`(?![A-Z][a-z]+\$)`

export const FORMULAE: readonly RegExp[] = [
  /\$\$[^$]{1,2000}\$\$/g,
  new RegExp(
    String.raw`(?<![\\$\w])\$(?![\s${'$'}{\d])${KEYWORD}${FORMULA}(?:[a-zA-Z]|[^$\n]{0,300}?[^\s$\\])\$(?![\d\w])`,
    'g',
  ),
]

const KINDS: readonly Kind[] = [
  ...FORMULAE.map((pattern) => ({ name: 'a formula', pattern, mend: LEAVE })),
  {
    name: 'a formula',
    pattern:
      /\\\((?=[^\n]{0,300}?(?:\\[a-zA-Z]|[_^=]))[^\n]{1,300}?\\\)|\\\[(?=[^[\]]{0,1000}?(?:\\[a-zA-Z]|[_^=]))[^[\]]{1,1000}?\\\]/g,
    mend: LEAVE,
    typed: true,
  },
  {
    name: 'a command of LaTeX',
    pattern:
      /\\(?:newpage|clearpage|pagebreak)(?=[ \t]+\S)|(?<=[\p{L}\p{N}.,;:)][ \t]?)\\(?:newpage|clearpage|pagebreak)(?!\p{L})|\\(?:[vh]space\*?\{[^{}\n]{0,40}\}|(?:LaTeX|TeX)(?!\p{L}))|\\(?:begin|end|cite[pt]?|ref|eqref|label|textbf|textit|emph|footnote|section|includegraphics)\{[^{}\n]{0,200}\}/gu,
    mend: LEAVE,
    typed: true,
  },
  {
    name: 'a citation',
    pattern: /\[(?:[^[\]\n]{0,200}?[\s;-])?@[\p{L}\d_][\p{L}\d_:.#$%&+?<>~/-]*[^[\]\n]{0,200}\](?![(:])/gu,
    mend: 'Write the source as a note: `[^1]`, and `[^1]: …` on a line of its own.',
  },
  { name: 'a place for an included text', pattern: /\{\{[^{}\n]{0,300}\}\}/g, mend: LEAVE },
  { name: 'a tag of a template', pattern: /\{%[^{}\n]{0,300}%\}|<%[^%\n]{0,300}%>/g, mend: LEAVE },
  {
    name: 'a link of a wiki',
    pattern: /!?\[\[[^[\]\n]{1,300}\]\]/g,
    mend: 'Write `[words](file.md)`, or `![what it shows](picture.jpg)`.',
  },
  {
    name: 'a role',
    pattern: new RegExp(
      `(?:(?<!\\w):[a-zA-Z][\\w.+-]*(?::[\\w.+-]+){0,3}:|\\{[a-zA-Z][\\w:.-]*\\})(?=${BLOT})`,
      'g',
    ),
    mend: 'Write a link, or the words alone.',
  },
  {
    name: 'a directive',
    pattern: /^\.\.[ \t]+[a-zA-Z][\w:-]*::.*$/gm,
    mend: LEAVE,
  },
  {
    name: 'a callout without its text',
    pattern: /^(?:!!!|\?\?\?\+?)[ \t]+[a-zA-Z][\w -]*(?:"[^"\n]*")?[ \t]*$/gm,
    mend: 'Set the text below it in by four blanks, or write `:::note` … `:::`.',
  },
  {
    name: 'a line of a program',
    pattern:
      /^(?:import[ \t]+[^\n]{1,200}[ \t]from[ \t]+["'][^\n]*["'];?|import[ \t]+["'][^"'\n]+["'];?|export[ \t]+(?:const|default|function)[ \t{][^\n]*)$/gm,
    mend: 'Take it out.',
  },
  {
    name: 'a place for another file',
    pattern:
      /^(?:--8<--|@include|!include|<<\[|@import[ \t]+["']|(?:include|image)::\S+\[)[^\n]*$|\{!(?=[^{}\n]{1,200}\.)[^{}\n]{1,200}\}/gm,
    mend: 'Put the text of the file here.',
  },
  {
    name: 'a place for a video or a list',
    pattern: /@\[[^\]\n]{1,40}\](?:\([^)\n]*\))?/g,
    mend: 'Write its address as a link.',
  },
  {
    name: 'a remark of MDX',
    pattern: /\{\/\*[^{}]{0,1000}?\*\/\}/g,
    mend: 'Write `<!-- … -->`, which is not printed.',
    typed: true,
  },
  {
    name: 'a reference of bookdown',
    pattern: /\\@ref\([\w:.-]{1,80}\)/g,
    mend: 'Write `[figure](#id)`, which prints its number, or a link with words.',
    typed: true,
  },
  {
    name: 'a word with its reading',
    pattern: /\{\p{L}[^{}|\n]{0,40}\|\p{L}[^{}|\n]{0,40}\}/gu,
    mend: 'Write `<ruby>word<rt>reading</rt></ruby>`, which prints the reading in brackets.',
  },
  {
    name: 'text for files of another kind',
    pattern: new RegExp(`(?<=${BLOT})\\{=[a-z\\d]{2,12}\\}`, 'g'),
    mend: 'Take it out, or write it as the Markdown that is meant.',
  },
  {
    name: 'an example that is counted',
    pattern: /(?<=[\p{L}\p{N},;:][ \t])\(@[a-zA-Z][\w-]{0,40}\)/gu,
    mend: 'Write the number that the example has.',
  },
  {
    name: 'a remark of Obsidian',
    pattern: /%%[^%]{1,1000}%%/g,
    mend: 'Write `<!-- … -->`, which is not printed.',
  },
  {
    name: 'a reference to a figure, table or section',
    pattern: /(?<![\w@.])@(?:fig|tbl|sec|eq|lst|thm)-[\w-]+/g,
    mend: 'Write `[figure](#id)`, which prints its number, or a link with words.',
  },
  {
    name: 'a table drawn with signs',
    pattern: /^\+(?:[-=:]{2,}\+)+[ \t]*(?:\n[ \t>]*[|+][^\n]*)+/gm,
    mend: 'Write its rows between bars, with `|---|---|` below the first.',
  },
  {
    name: 'a spoiler',
    pattern: /\|\|(?=[^\s|])[^|\n]{1,300}?(?<=[^\s|])\|\|(?!\|)|(?<!\S)>!(?=\S)[^\n]{1,300}?!<(?!\S)/g,
    mend: 'Take the signs out: paper hides nothing.',
  },
  {
    name: 'a mark for inserted words',
    pattern:
      /(?<![+{\uFDD2\p{L}\p{N}])\+\+(?=[^\s+])(?:[^+\n]{1,200}?|[a-z\d-]{1,20}(?:\+[a-z\d-]{1,20}){1,4})(?<=[^\s+])\+\+(?![+\p{L}\p{N}])|(?<![\^\p{L}\p{N}])\^\^(?=[^\s^])[^^\n]{1,200}?(?<=[^\s^])\^\^(?!\^)/gu,
    mend: 'Write `<ins>words</ins>`, for keys `<kbd>Ctrl</kbd>`, or take the signs out.',
  },
  {
    name: 'a mark for words that are struck out, or set low',
    pattern: /(?<![~\p{L}\p{N}/\\])~(?=\p{L})[^\s~/\\]{1,40}(?<=[\p{L}\p{N}])~(?![~\p{L}\p{N}/])/gu,
    mend: 'Write `~~words~~` or `<sub>words</sub>`.',
  },
  {
    name: 'a name of a block',
    pattern: /(?<=\S[ \t])\^[a-zA-Z\d-]{2,40}$/g,
    mend: 'Take it out; a heading can be linked to by `{#name}` behind it.',
  },
  {
    name: 'a block of another tool',
    pattern:
      /^::[a-zA-Z][\w-]*(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})?[ \t]*$|(?<![\w:]):[a-zA-Z][\w-]*\[[^\]\n]{0,200}\](?:\{[^{}\n]*\})|\{::[a-z]+(?: [^{}\n]*)?\/?\}|\{:\/[a-z]*\}/gm,
    mend: 'Write what a reader needs of it: a link with words, a picture, or a sentence.',
  },
  {
    name: 'an icon of a website',
    pattern:
      /(?<![\p{L}\p{N}:]):(?:fontawesome|material|octicons|simple|fa|mdi|bi|tabler|lucide)-[a-z\d-]{2,60}:/gu,
    mend: 'Write the word that it stands for, or one of the emoji.',
  },
  {
    name: 'a tag of a forum',
    pattern: /\[\/?(?:b|i|u|url|img|quote|code|size|color|list)(?:=[^\]\n]{0,200})?\](?=[\s\S]{0,500}\[\/)/gi,
    mend: LEAVE,
  },
]

/** The first of each kind; what was seen is blotted out of the prose that is given back. */
export function unknownKinds(prose: readonly Prose[], text: string): { seen: Seen[]; rest: Prose[] } {
  const seen = new Map<string, Seen>()
  const rest = prose.map((one) => {
    // The title is printed in its place.
    let shown = isPlaceOfTitle(one.node) ? BLOT.repeat(one.shown.length) : one.shown
    for (const { name, pattern, mend, typed } of KINDS) {
      const where = typed ? text.slice(one.start, one.start + shown.length) : shown
      for (const { 0: whole, index } of where.matchAll(pattern)) {
        // A backslash that is code, or is escaped itself, begins no command.
        if (typed && isCode(shown, where, index)) continue
        const at = one.start + index
        const actual = text
          .slice(at, at + Math.min(whole.length, 80))
          .replace(/\s+/g, ' ')
          .trim()
        if (!seen.has(name))
          seen.set(name, { at, actual, other: `is ${name}, and is printed as it stands`, mend })
        shown = shown.slice(0, index) + BLOT.repeat(whole.length) + shown.slice(index + whole.length)
      }
    }
    return { ...one, shown }
  })
  return { seen: [...seen.values()], rest }
}

const isCode = (shown: string, typed: string, index: number): boolean =>
  shown.charAt(index) === BLOT && (typed.charAt(index - 1) === '\\' || shown.charAt(index + 2) === BLOT)

const DRAWN = new Set('mermaid plantuml wavedrom kroki flowchart sequence math'.split(' '))

/** The first listing that another tool would draw. */
export function drawnListing(node: Root | Nodes): Seen | undefined {
  if (node.type === 'code' && node.lang) {
    const lang = node.lang.toLowerCase().replace(/[{}]/g, '')
    const other = DRAWN.has(lang) ? 'is a drawing of another tool, and is printed as it stands' : undefined
    const raw = /^\{=[a-z\d]+\}$/.test(node.lang)
      ? 'is for files of another kind, and is printed as it stands'
      : undefined
    const says = other ?? raw
    if (says === undefined) return undefined
    const mend = other
      ? 'Put a picture of the drawing in its place, with what it shows as its text alternative.'
      : LEAVE
    return { at: node.position?.start.offset ?? 0, actual: `\`\`\`${node.lang}`, other: says, mend }
  }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = drawnListing(child)
    if (found) return found
  }
  return undefined
}

/** The first listing that is begun and never ended: the rest of the text is in it. */
export function openListing(node: Root | Nodes, text: string): Seen | undefined {
  if (node.type === 'code') {
    const at = node.position?.start.offset ?? 0
    const [actual = '', ...others] = text.slice(at, node.position?.end.offset).split('\n')
    const fence = /^(?:`{3,}|~{3,})/.exec(actual)?.[0]
    const last = (others.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd()
    if (fence === undefined || (last.startsWith(fence) && /^(?:`+|~+)$/.test(last))) return undefined
    const other = 'begins a listing that is not ended: all that follows is printed as part of it'
    return {
      at,
      actual: actual.trim(),
      other,
      mend: 'Write the same signs on a line of their own below its last line.',
    }
  }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = openListing(child, text)
    if (found) return found
  }
  return undefined
}

const RULES = /^-{3,}(?:[ \t]+-{3,})+[ \t]*$/

/**
 * The first table of Pandoc's whose columns stand below each other: its hyphens are a line across the page to
 * Markdown.
 */
export function alignedTable(node: Root | Nodes, text: string): Seen | undefined {
  if (node.type === 'thematicBreak') {
    const at = node.position?.start.offset ?? 0
    const actual = text.slice(at, node.position?.end.offset)
    const other = 'rules a table of Pandoc, which is printed as lines of text'
    const mend = 'Write its rows between bars, with `|---|---|` below the first.'
    return RULES.test(actual) ? { at, actual, other, mend } : undefined
  }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = alignedTable(child, text)
    if (found) return found
  }
  return undefined
}
