// Callouts between two shortcodes: `{{% notice tip "Title" %}} … {{% /notice %}}` and `{{< hint info >}}` of Hugo's
// themes, `{% hint style="info" %} … {% endhint %}` of GitBook and `{% note %} … {% endnote %}` of Liquid and
// Nunjucks. Listings too: `{{< highlight go >}} … {{< /highlight >}}`, `{% highlight ruby %} … {% endhighlight %}`.

import { calloutLabel } from '../../../ground/language/callout-names.ts'
import { opening, prefixOf } from '../block-lines.ts'
import { codeOf } from '../prose.ts'
import type { Edit, Reading, Respelling, Stretch } from '../respell.ts'

interface Code extends Stretch {
  readonly name: string
  readonly given: string
  readonly ends: boolean
}

const HUGO = /\{\{([%<])[ \t]*(\/?)[ \t]*([a-zA-Z][\w-]*)([^{}\n]{0,300}?)[ \t]*([%>])\}\}/g
const LIQUID = /(?<!\{)\{%-?[ \t]*(end)?([a-zA-Z][\w-]*)([^{}%\n]{0,300}?)[ \t]*-?%\}/g
/** Shortcodes whose first word, or `type=`, says which callout it is. */
const GENERAL = new Set(
  'notice hint alert callout admonition blockquote panel message banner infobox box'.split(' '),
)

export function shortcodes({ text, tree }: Reading): Respelling[] {
  if (!/\{[{%]/.test(text)) return []
  const isCode = codeOf(tree)
  const codes = [...hugoCodes(text), ...liquidCodes(text)]
    .filter(({ start }) => !isCode(start))
    .sort((a, b) => a.start - b.start)
  const open: Code[] = []
  return codes.flatMap((code): Respelling[] => {
    if (!code.ends) {
      open.push(code)
      return []
    }
    const index = open.findLastIndex(({ name }) => name === code.name)
    const begin = open[index]
    if (!begin) return []
    const depth = open.length - index
    open.length = index
    const listing = listingOf(text, begin, code)
    if (listing) return [listing]
    const callout = calloutOf(begin)
    const edits = callout && [
      openEdit(text, begin, opening(colonsFor(text.slice(begin.end, code.start), depth), ...callout)),
      closeEdit(text, code, ':'.repeat(colonsFor(text.slice(begin.end, code.start), depth))),
    ]
    return edits ? [{ edits }] : []
  })
}

/** What holds a listing, which Markdown must not read. */
const LISTINGS = new Set('highlight code-toggle codeblock sourcecode prism chroma prettify'.split(' '))

function listingOf(text: string, begin: Code, end: Code): Respelling | undefined {
  const inside = text.slice(begin.end, end.start)
  if (!LISTINGS.has(begin.name) || /^[ \t>]*(?:`{3,}|~{3,})/m.test(inside)) return undefined
  const language = /^(?:lang(?:uage)?=)?"?([a-zA-Z][\w+#-]*)"?(?![\w-]*=)/.exec(begin.given)?.[1] ?? ''
  return { edits: [openEdit(text, begin, `\`\`\`${language}`), closeEdit(text, end, '```')] }
}

function hugoCodes(text: string): Code[] {
  if (!text.includes('{{')) return []
  return [...text.matchAll(HUGO)].map(({ 0: whole, 2: slash, 3: name = '', 4: given = '', index }) => ({
    start: index,
    end: index + whole.length,
    name: name.toLowerCase(),
    given: given.trim(),
    ends: slash === '/',
  }))
}

function liquidCodes(text: string): Code[] {
  if (!text.includes('{%')) return []
  return [...text.matchAll(LIQUID)].map(({ 0: whole, 1: end, 2: name = '', 3: given = '', index }) => ({
    start: index,
    end: index + whole.length,
    name: name.toLowerCase(),
    given: given.trim(),
    ends: end !== undefined,
  }))
}

/** Name and label of the block that is meant. */
function calloutOf({ name, given }: Code): [string, string] | undefined {
  const words = /^[a-zA-Z][\w-]*(?![\w-]*=)/.exec(given)?.[0]
  const kind = givenAs(given, 'type|style|kind|icon|color|class') ?? words
  const label = givenAs(given, 'title|heading|header') ?? /(?:^|\s)"([^"]*)"\s*$/.exec(given)?.[1] ?? ''
  if (GENERAL.has(name)) return [kind && calloutLabel(kind) !== undefined ? kind : 'note', label]
  return calloutLabel(name) === undefined ? undefined : [name, label]
}

function givenAs(given: string, keys: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:${keys})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([\\w-]+))`).exec(given)
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

const colonsFor = (inside: string, depth: number): number =>
  Math.max(2, ...[...inside.matchAll(/^[ \t>]*(:{3,})/gm)].map(([, colons = '']) => colons.length)) + depth

/** On a line of its own, wherever the shortcode stands. */
function openEdit(text: string, { start, end }: Stretch, line: string): Edit {
  const { before, prefix, after } = around(text, start, end)
  return { start, end, becomes: [before ? `\n\n${prefix}` : '', line, after ? `\n${prefix}` : ''] }
}

function closeEdit(text: string, { start, end }: Stretch, line: string): Edit {
  const { before, prefix, after } = around(text, start, end)
  return { start, end, becomes: [before ? `\n${prefix}` : '', line, after ? `\n\n${prefix}` : ''] }
}

function around(
  text: string,
  start: number,
  end: number,
): { before: boolean; prefix: string; after: boolean } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  const head = text.slice(from, start)
  const marks = prefixOf(head)
  const item = /^(?:[-+*]|\d{1,9}[.)])[ \t]+/.exec(head.slice(marks.length))?.[0] ?? ''
  return {
    before: head.slice(marks.length + item.length).trim() !== '',
    prefix: marks + ' '.repeat(item.length),
    after: text.slice(end, to < 0 ? undefined : to).trim() !== '',
  }
}
