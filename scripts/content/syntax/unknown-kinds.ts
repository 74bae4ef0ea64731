// Syntax of other tools that the dialect does not have, or not yet. It is printed as it stands, and told.
import type { Code, Nodes, Root } from 'mdast'
import type { FactsOf } from '../../rules/rules.ts'
import type { UnknownSyntax } from '../../rules/unknown-syntax.ts'
import { isPlaceOfTitle } from './place-of-title.ts'
import { BLOT, type Prose } from './prose.ts'

export type Seen = FactsOf<'markup-is-understood'> & { readonly at: number }

interface Kind {
  readonly syntax: UnknownSyntax
  readonly pattern: RegExp
  /** Looks at what was typed, escapes and code included, rather than at what is shown. */
  readonly typed?: boolean
}

const KINDS: readonly Kind[] = [
  {
    syntax: 'latex',
    pattern:
      /\\(?:newpage|clearpage|pagebreak)(?=[ \t]+\S)|(?<=[\p{L}\p{N}.,;:)][ \t]?)\\(?:newpage|clearpage|pagebreak)(?!\p{L})|\\(?:LaTeX|TeX|noindent|hfill|vfill|centering|(?:big|med|small)skip)(?!\p{L})|\\[a-zA-Z]{2,30}\*?(?:\[[^[\]\n]{0,200}\]){0,3}(?:<[\d,-]{1,9}>)?\{[^{}\n]{0,200}\}?|^[ \t>]*\\(?!(?:newpage|clearpage|pagebreak)[ \t]*$)[a-zA-Z]{2,30}[ \t]*$/gmu,
    typed: true,
  },
  {
    syntax: 'citation',
    pattern: /\[(?:[^[\]\n]{0,200}?[\s;-])?@[\p{L}\d_][\p{L}\d_:.#$%&+?<>~/-]*[^[\]\n]{0,200}\](?![(:])/gu,
  },
  { syntax: 'inclusion', pattern: /\{\{[^{}\n]{0,300}\}\}/g },
  { syntax: 'template', pattern: /\{%[^{}\n]{0,300}%\}|<%[^%\n]{0,300}%>/g },
  {
    syntax: 'wiki-link',
    pattern: /!?\[\[[^[\]\n]{1,300}\]\]/g,
  },
  {
    syntax: 'role',
    pattern: new RegExp(
      `(?:(?<!\\w):[a-zA-Z][\\w.+-]*(?::[\\w.+-]+){0,3}:|\\{[a-zA-Z][\\w:.-]*\\})(?=${BLOT})`,
      'g',
    ),
  },
  {
    syntax: 'directive',
    pattern: /^\.\.[ \t]+[a-zA-Z][\w:-]*::.*$/gm,
  },
  {
    syntax: 'empty-callout',
    pattern: /^(?:!!!|\?\?\?\+?)[ \t]+[a-zA-Z][\w -]*(?:"[^"\n]*")?[ \t]*$/gm,
  },
  {
    syntax: 'program',
    pattern:
      /^(?:import[ \t]+[^\n]{1,200}[ \t]from[ \t]+["'][^\n]*["'];?|import[ \t]+["'][^"'\n]+["'];?|export[ \t]+(?:const|default|function)[ \t{][^\n]*)$/gm,
  },
  {
    syntax: 'another-file',
    pattern:
      /^(?:--8<--|@include|!include|<<\[|@import[ \t]+["']|(?:include|image)::\S+\[)[^\n]*$|\{!(?=[^{}\n]{1,200}\.)[^{}\n]{1,200}\}/gm,
  },
  {
    syntax: 'video',
    pattern: /@\[[^\]\n]{1,40}\](?:\([^)\n]*\))?/g,
  },
  {
    syntax: 'mdx-remark',
    pattern: /\{\/\*[^{}]{0,1000}?\*\/\}/g,
    typed: true,
  },
  {
    syntax: 'reading',
    pattern: /\{\p{L}[^{}|\n]{0,40}\|\p{L}[^{}|\n]{0,40}\}/gu,
  },
  {
    syntax: 'raw-text',
    pattern: new RegExp(`(?<=${BLOT})\\{=[a-z\\d]{2,12}\\}`, 'g'),
  },
  {
    syntax: 'counted-example',
    pattern: /(?<=[\p{L}\p{N},;:][ \t])\(@[a-zA-Z][\w-]{0,40}\)/gu,
  },
  {
    syntax: 'obsidian-remark',
    pattern: /%%[^%]{1,1000}%%/g,
  },
  {
    syntax: 'reference',
    pattern: /(?<![\w@.])@(?:fig|tbl|sec|eq|lst|thm)-[\w-]+/g,
  },
  {
    syntax: 'drawn-table',
    pattern: /^\+(?:[-=:]{2,}\+)+[ \t]*(?:\n[ \t>]*[|+][^\n]*)+/gm,
  },
  {
    syntax: 'spoiler',
    pattern: /\|\|(?=[^\s|])[^|\n]{1,300}?(?<=[^\s|])\|\|(?!\|)|(?<!\S)>!(?=\S)[^\n]{1,300}?!<(?!\S)/g,
  },
  {
    syntax: 'inserted',
    pattern:
      /(?<![+{\uFDD2\p{L}\p{N}])\+\+(?=[^\s+])(?:[^+\n]{1,200}?|[a-z\d-]{1,20}(?:\+[a-z\d-]{1,20}){1,4})(?<=[^\s+])\+\+(?![+\p{L}\p{N}])|(?<![\^\p{L}\p{N}])\^\^(?=[^\s^])[^^\n]{1,200}?(?<=[^\s^])\^\^(?!\^)/gu,
  },
  {
    syntax: 'lowered',
    pattern: /(?<![~\p{L}\p{N}/\\])~(?=\p{L})[^\s~/\\]{1,40}(?<=[\p{L}\p{N}])~(?![~\p{L}\p{N}/])/gu,
  },
  {
    syntax: 'block-name',
    pattern: /(?<=\S[ \t])\^[a-zA-Z\d-]{2,40}$/g,
  },
  {
    syntax: 'block',
    pattern:
      /^::[a-zA-Z][\w-]*(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})?[ \t]*$|(?<![\w:]):[a-zA-Z][\w-]*\[[^\]\n]{0,200}\](?:\{[^{}\n]*\})|\{::[a-z]+(?: [^{}\n]*)?\/?\}|\{:\/[a-z]*\}/gm,
  },
  {
    syntax: 'icon',
    pattern:
      /(?<![\p{L}\p{N}:]):(?:fontawesome|material|octicons|simple|fa|mdi|bi|tabler|lucide)-[a-z\d-]{2,60}:/gu,
  },
  {
    syntax: 'task',
    pattern: /^(?:\[(?:[-/>!?*~+<]|)\](?=[ \t])|\[[ xX]\](?=[\p{L}\p{N}]))/gu,
  },
  {
    syntax: 'forum-tag',
    pattern: /\[\/?(?:b|i|u|url|img|quote|code|size|color|list)(?:=[^\]\n]{0,200})?\](?=[\s\S]{0,500}\[\/)/gi,
  },
]

/** Only where an example is counted does its name stand for its number: else it names a person. */
const EXAMPLE = /^[ \t>]*\(@[\w-]*\)[ \t]/m

/** What was seen is blotted out of the prose that is given back. */
export function unknownKinds(prose: readonly Prose[], text: string): { seen: Seen[]; rest: Prose[] } {
  const seen: Seen[] = []
  const kinds = EXAMPLE.test(text) ? KINDS : KINDS.filter(({ syntax }) => syntax !== 'counted-example')
  const rest = prose.map((one) => {
    // The title is printed in its place.
    let shown = isPlaceOfTitle(one.node) ? BLOT.repeat(one.shown.length) : one.shown
    for (const { syntax, pattern, typed: isTyped } of kinds) {
      const where = isTyped ? text.slice(one.start, one.start + shown.length) : shown
      for (const { 0: whole, index } of where.matchAll(pattern)) {
        // A backslash that is code, or is escaped itself, begins no command.
        if (isTyped && isCode(shown, where, index)) continue
        const at = one.start + index
        const typed = text
          .slice(at, at + Math.min(whole.length, 80))
          .replace(/\s+/g, ' ')
          .trim()
        seen.push({ at, problem: 'syntax-of-other-tools', typed, syntax })
        shown = shown.slice(0, index) + BLOT.repeat(whole.length) + shown.slice(index + whole.length)
      }
    }
    return { ...one, shown }
  })
  return { seen, rest }
}

const isCode = (shown: string, typed: string, index: number): boolean =>
  shown.charAt(index) === BLOT && (typed.charAt(index - 1) === '\\' || shown.charAt(index + 2) === BLOT)

/** `{r plot, echo=FALSE}` of knitr, `{python}` of Quarto, `{code-cell}` of MyST: what is printed is what it makes. */
const PROGRAM = /^\{(?:r|python|julia|ojs|bash|sql|stan|code-cell|jupyter-execute)(?:[},]|$)/i

const DRAWN = new Set('mermaid plantuml wavedrom kroki flowchart sequence'.split(' '))

/** Listings that another tool would draw, or run, and Pandoc's tables whose columns stand below each other. */
export function ofOtherTools(node: Root | Nodes, text: string): Seen[] {
  if (node.type === 'code') return drawn(node)
  if (node.type === 'thematicBreak') return alignedTable(node, text)
  return 'children' in node ? node.children.flatMap((child) => ofOtherTools(child, text)) : []
}

function drawn({ lang, meta, position }: Code): Seen[] {
  if (!lang) return []
  const at = position?.start.offset ?? 0
  if (PROGRAM.test(lang))
    return [{ at, problem: 'program-of-another-tool', typed: `\`\`\`${lang}${meta ? ` ${meta}` : ''}` }]
  if (/^\{[a-zA-Z][\w:-]*\}$/.test(lang) && !DRAWN.has(lang.slice(1, -1).toLowerCase()))
    return [{ at, problem: 'syntax-of-other-tools', typed: `\`\`\`${lang}`, syntax: 'directive' }]
  const isDrawing = DRAWN.has(lang.toLowerCase().replace(/[{}]/g, ''))
  if (!isDrawing && !/^\{=[a-z\d]+\}$/.test(lang)) return []
  return [{ at, problem: isDrawing ? 'drawing' : 'files-of-another-kind', typed: `\`\`\`${lang}` }]
}

const RULES = /^-{3,}(?:[ \t]+-{3,})+[ \t]*$/

/** Its hyphens are a line across the page to Markdown. */
function alignedTable({ position }: Nodes, text: string): Seen[] {
  const at = position?.start.offset ?? 0
  const typed = text.slice(at, position?.end.offset)
  return RULES.test(typed) ? [{ at, problem: 'table-of-pandoc', typed }] : []
}

/** The first listing that is begun and never ended: the rest of the text is in it. */
export function openListing(node: Root | Nodes, text: string): Seen | undefined {
  if (node.type === 'code') {
    const at = node.position?.start.offset ?? 0
    const [first = '', ...others] = text.slice(at, node.position?.end.offset).split('\n')
    const fence = /^(?:`{3,}|~{3,})/.exec(first)?.[0]
    const last = (others.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd()
    if (fence === undefined || (last.startsWith(fence) && /^(?:`+|~+)$/.test(last))) return undefined
    return { at, problem: 'listing-is-not-ended', typed: first.trim() }
  }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = openListing(child, text)
    if (found) return found
  }
  return undefined
}
