// YAML that cannot be read as it stands, though only one thing can be meant: `title: Roads: a plan`, a value that
// begins with @ or a backtick, one that goes on at the edge of the next line. Such values are put in quotation marks,
// each on its own lines.
import { isKeyOfAny } from './foreign-keys.ts'

export interface Mended {
  readonly text: string
  /** Rows, from 0, with what stands there. */
  readonly values: readonly { readonly row: number; readonly typed: string }[]
}

interface Entry {
  /** Dashes and key, up to where the value begins. */
  readonly head: string
  readonly value: string
}

/** Undefined where there is nothing that this can mend. Rows stay where they are. */
export function mendYaml(text: string): Mended | undefined {
  const rows = text
    .split('\n')
    .map((row) => row.replace(/^[ ]*\t[ \t]*/, (blank) => blank.replaceAll('\t', '  ')))
  const values: { row: number; typed: string }[] = []
  const spaced = (row: number): string => {
    const written = rows[row] ?? ''
    const [, before, key = '', value] = CROWDED.exec(written) ?? []
    if (before === undefined || !isKeyOfAny(key)) return written
    values.push({ row, typed: written.trim() })
    return `${before}${key}: ${value}`
  }
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = spaced(row)
    const entry = entryOf(rows[row] ?? '')
    if (!entry) continue
    if (isBlockHeader(entry.value)) {
      row = lastWithin(rows, row)
      continue
    }
    const last = lastOfValue(rows, row, entry)
    if (last === undefined) continue
    const written = [entry.value, ...rows.slice(row + 1, last + 1)]
    if (needsQuotationMarks(entry.value, text) || written.slice(1).some(isAstray)) {
      rows.splice(row, written.length, ...quoted(entry.head, written))
      values.push({ row, typed: `${entry.head.trim()} ${entry.value}` })
    }
    row = last
  }
  const mended = rows.join('\n')
  return mended === text ? undefined : { text: mended, values }
}

const KEY = String.raw`(?:[\p{L}_$](?:[\p{L}\p{N}_.$-]|:(?=\S))*(?: [\p{L}\p{N}_.-]+){0,3}|"[^"]*"|'[^']*')`
const ENTRY = new RegExp(String.raw`^([ ]*(?:-[ ]+)*${KEY}[ ]*:[ \t]+)(\S.*)$`, 'u')
/** `title:Roads`, but no address. */
const CROWDED = /^([ ]*(?:-[ ]+)*)([A-Za-z_][\w-]*):([^\s:/\\].*)$/
const ITEM = /^([ ]*(?:-[ ]+)+)(\S.*)$/
/** A key, with a value or without. */
const NAMED = new RegExp(String.raw`^[ ]*(?:-[ ]+)*${KEY}[ ]*:(?:[ \t]|$)`, 'u')

function entryOf(row: string): Entry | undefined {
  const [, head, value] = ENTRY.exec(row) ?? (NAMED.test(row) ? [] : (ITEM.exec(row) ?? []))
  return head !== undefined && value !== undefined ? { head, value: value.trimEnd() } : undefined
}

const isBlockHeader = (value: string): boolean => /^[|>][-+\d]*(?:\s+#.*)?$/.test(value)

/** Where the key stands, behind the dashes of a list. */
const columnOf = (row: string): number => /^[ ]*(?:-[ ]+)*/.exec(row)?.[0].length ?? 0

const indentOf = (row: string): number => row.length - row.trimStart().length

/** The last row of what is indented below this one. */
function lastWithin(rows: readonly string[], from: number): number {
  const indent = indentOf(rows[from] ?? '')
  let row = from
  while (
    row + 1 < rows.length &&
    ((rows[row + 1] ?? '').trim() === '' || indentOf(rows[row + 1] ?? '') > indent)
  )
    row += 1
  return row
}

/** Rows below that are no keys, no items and no remarks go on with the value. Undefined where that is not plain. */
function lastOfValue(rows: readonly string[], from: number, { value }: Entry): number | undefined {
  let row = from
  if (/^["'[{]/.test(value)) return row
  while (row + 1 < rows.length) {
    const next = rows[row + 1] ?? ''
    if (next.trim() === '' || /^\s*#/.test(next) || /^\s*-(?:\s|$)/.test(next)) return row
    if (NAMED.test(next)) return indentOf(next) > columnOf(rows[from] ?? '') ? undefined : row
    // A sentence may hold a colon; what is no sentence is for its author to say.
    if (isAstray(next) && /:(?:\s|$)/.test(next)) return undefined
    row += 1
  }
  return row
}

/** At the left edge, where only a key can stand. */
const isAstray = (row: string): boolean => indentOf(row) === 0

function needsQuotationMarks(value: string, text: string): boolean {
  if (/^["']/.test(value)) return goesOnBehindQuotation(value)
  if (/^[[{]/.test(value)) return goesOnBehindBracket(value)
  if (/^[@`,\]}%]|^[-?:](?:\s|$)|^[|>]/.test(value)) return true
  const [, sign, name] = /^([*&])(\S*)/.exec(value) ?? []
  if (sign !== undefined) return !isNamedElsewhere(sign === '*' ? '&' : '*', name ?? '', text)
  return /:(?:\s|$)/.test(value.replace(/\s#.*$/, ''))
}

/** `&name` gives a value a name, `*name` is that value again. */
const isNamedElsewhere = (sign: string, name: string, text: string): boolean =>
  name !== '' && text.split(/[\s,[\]{}]+/).includes(`${sign}${name}`)

/** `"The plan" of roads`: the marks belong to the text. */
function goesOnBehindQuotation(value: string): boolean {
  const [, behind] =
    /^"(?:[^"\\]|\\.)*"(.*)$|^'(?:[^']|'')*'(.*)$/.exec(value)?.filter((one) => one !== undefined) ?? []
  // `'It's here'` was meant to be in quotation marks, and `"A" and "B"` to hold them: whoever wrote it has to say.
  if (behind === undefined || /["']$/.test(behind)) return false
  return behind.trim() !== '' && !/^\s+#/.test(behind) && !/^\s*[:,]/.test(behind)
}

/** `[Draft] The plan`, `{{ title }} and more`. */
function goesOnBehindBracket(value: string): boolean {
  let depth = 0
  for (const [at, sign] of [...value].entries()) {
    if (sign === '[' || sign === '{') depth += 1
    if (sign === ']' || sign === '}') depth -= 1
    if (depth > 0) continue
    const behind = [...value].slice(at + 1).join('')
    return behind.trim() !== '' && !/^\s+#/.test(behind)
  }
  return false
}

/** In double quotation marks, on as many rows. A remark behind the last row stays one. */
function quoted(head: string, written: readonly string[]): string[] {
  const [, plain = '', remark = ''] = /^(.*?)(\s+#\s.*)?$/s.exec(written.at(-1) ?? '') ?? []
  const texts = [...written.slice(0, -1), plain].map((one) => one.replace(/["\\]/g, '\\$&'))
  return texts.map((one, index) => {
    const before = index === 0 ? `${head}"` : isAstray(one) ? `${' '.repeat(indentOf(head) + 2)}` : ''
    return `${before}${one}${index === texts.length - 1 ? `"${remark}` : ''}`
  })
}
