// Lines that begin with labels which Markdown does not count by: `a) b)`, `i. ii.`, `(1) (2)`, `1.1 1.2`, `– –`,
// `1.) 2.)`, `1\.`, `§1 §2`, `Step 1: Step 2:`, `① ②`, `✓ ✗`, `→ →`, Pandoc's `(@)`, an `o` before every
// line. Run together they would be one line of text; each keeps its label, since the text may speak of it, and a line
// of its own.
import { BLOT, proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ')
const LABEL =
  /^(?:(\()?([a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5}|\d{1,3})(\.?\)|\.(?=[ \t]))|((?:\d{1,3}\.){1,4}\d{1,3}(?:\.|(?=[ \t])))|(\(@[\w-]*\)|[–—−①-⑳→⇒➔➜►▶✓✔✗✘☐☑☒]))[ \t\u00a0]+(?=\S)/
/** A word, or a sign, with a number. */
const NAMED =
  /^(?:(\p{Lu}\p{L}{0,15}[ \u00a0]?)(\d{1,3}) ?(?:[:.)]|[–—-](?= ))|(§[ \u00a0]?)(\d{1,3})\.?(?=[ \t]))[ \t]+(?=\S)/u
/** `1\.`, which is blotted out. */
const ESCAPED = new RegExp(`^(\\d{1,3})${BLOT}{2}[ \\t]`)
/** What is a label only where every line has one: Word's bullet, `Date: …`, `**Date:** …`. */
const EACH = [
  /^o[ \t]+\S/,
  new RegExp(
    `^${BLOT}{0,3}\\p{Lu}[\\p{L}\\p{N}'’/-]*(?: [\\p{L}\\p{N}'’/&-]+){0,3}(?::${BLOT}{0,3}|${BLOT}{1,3}:)[ \\t]`,
    'u',
  ),
]

const FIELD = /^:(\p{L}[\p{L}\p{N} ._-]{0,40}):[ \t]+(?=\S)/u

interface Label {
  /** Brackets and stops around it. */
  readonly look: string
  /** Which in its row it can be. */
  readonly counts: readonly number[]
  /** Of `2.1.3`. */
  readonly parts?: readonly number[]
}

export function labelledLines({ tree, text }: Reading): Respelling[] {
  return proseOf(tree, text).flatMap(({ node, shown, start }): Respelling[] => {
    if (node.type !== 'paragraph' || !shown.includes('\n')) return []
    let at = start
    const rows = shown.split('\n').map((row, index) => {
      const lead = index === 0 ? 0 : (/^(?:[ \t]*>)*[ \t]*/.exec(row)?.[0].length ?? 0)
      const one = {
        start: at + lead,
        end: at + row.length,
        label: labelOf(row.slice(lead)),
        row: row.slice(lead),
      }
      at += row.length + 1
      return one
    })
    const fields = fieldsIn(rows)
    if (fields.length > 0) return fields
    const isEach = EACH.some((label) => rows.every(({ row }) => label.test(row)))
    const run = isEach ? 0 : runOf(rows.map(({ label }) => label))
    if (run === undefined) return []
    const edits = rows
      .slice(0, -1)
      .filter(({ row }, index) => (isEach || rows[index + 1]?.label) && !/(?: {2}|\\)$/.test(row))
      .map(({ end }) => ({ start: end, end, becomes: ['\\'] }))
    if (edits.length === 0) return []
    const typed = rows[run]?.row.replace(/\uFDD2+/g, '…') ?? ''
    const facts = { problem: 'label-of-a-line', typed } as const
    // So that the finding stands at the first label.
    const place = { start: rows[run]?.start ?? start, end: rows[run]?.start ?? start, becomes: [] }
    return [{ edits: [place, ...edits], told: { rule: 'markup-is-exact', facts } }]
  })
}

/** `:Date: 2013`, `:Version: 1` of reStructuredText: each is a label with a colon too many. */
function fieldsIn(rows: readonly { readonly start: number; readonly row: string }[]): Respelling[] {
  const names = rows.map(({ row }) => FIELD.exec(row)?.[1])
  // `:smile: Hello` is an emoji.
  const areFields =
    names.every((name) => name !== undefined) && names.some((name) => /^\p{Lu}| /u.test(name ?? ''))
  return areFields
    ? rows.map(({ start }, index) => ({
        edits: [{ start, end: start + 1, becomes: [] }],
        ...(index === 0 ? { told: readAs(`:${names[0]}:`, `${names[0]}:`) } : {}),
      }))
    : []
}

/** Whether words begin with a label, and which it is. */
export function labelOf(row: string): Label | undefined {
  const [, word, ordinal, section, article] = NAMED.exec(row) ?? []
  if (word !== undefined || section !== undefined)
    return { look: (word ?? section)!.trim(), counts: [Number(ordinal ?? article)] }
  const escaped = ESCAPED.exec(row)?.[1]
  if (escaped !== undefined) return { look: 'escaped', counts: [Number(escaped)] }
  const [, open = '', sign, close = '', decimal, bare] = LABEL.exec(row) ?? []
  if (decimal !== undefined) return decimalLabel(decimal)
  if (bare !== undefined) return { look: lookOf(bare), counts: [] }
  if (sign === undefined || (open === '' && close === '.' && /\d/.test(sign))) return undefined
  if (open !== '' && close !== ')') return undefined
  const isLetter = sign.length === 1 && /[a-z]/i.test(sign)
  const roman = ROMANS.indexOf(sign.toLowerCase()) + 1
  const letter = isLetter ? sign.toLowerCase().charCodeAt(0) - 96 : 0
  const number = /^\d/.test(sign) ? Number(sign) : 0
  const kind = number > 0 ? '1' : sign === sign.toLowerCase() ? 'a' : 'A'
  return { look: `${open}${kind}${close}`, counts: [roman, letter, number].filter((count) => count > 0) }
}

/** Signs that stand in for each other. */
const lookOf = (bare: string): string =>
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '✓✔✗✘☐☑☒'].find((signs) => signs.includes(bare)) ?? bare.charAt(0)

function decimalLabel(label: string): Label {
  const parts = label.replace(/\.$/, '').split('.').map(Number)
  return { look: `decimal ${label.endsWith('.')}`, counts: [], parts }
}

/** `2.1.4`, `2.2` and `2.1.3.1` follow `2.1.3`. */
function follows(parts: readonly number[], before: readonly number[]): boolean {
  const last = parts.length - 1
  const isDeeper = parts.length === before.length + 1
  const isSame = parts.slice(0, last).every((part, index) => part === before[index])
  return isSame && parts[last] === (isDeeper ? 1 : (before[last] ?? Number.NaN) + 1)
}

/** Where at least two labels begin that follow each other; those before the first belong to no run. */
function runOf(labels: readonly (Label | undefined)[]): number | undefined {
  const found = labels.flatMap((label, index) => (label ? [{ ...label, index }] : []))
  const [first, ...others] = found
  if (!first || others.length === 0) return undefined
  const isRun = others.every(
    ({ look, counts, parts }, step) =>
      look === first.look &&
      (parts === undefined || follows(parts, found[step]?.parts ?? [])) &&
      (counts.length === 0 || counts.some((count) => first.counts.includes(count - step - 1))),
  )
  // A text that names `(12)` and `(13)` may be wrapped so that each begins a line; its first line begins with neither.
  const begins = first.index === 0 || first.counts.length === 0 || first.counts.includes(1)
  return isRun && begins ? first.index : undefined
}
