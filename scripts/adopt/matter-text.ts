// Values → YAML in which each keeps the signs that were typed: `4.50` and `true` stand as they are, and what YAML would
// read in another way stands between marks.
import { isMap, isScalar, parseDocument } from 'yaml'
import type { Matter, MatterValue } from './draft.ts'

/** Ends with a line end; '' for nothing. */
export const matterText = (matter: Matter): string =>
  rowsOf(matter)
    .map((row) => `${row}\n`)
    .join('')

function rowsOf(group: Matter): string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const key = scalar(name)
    if (typeof value === 'string')
      return value.includes('\n') ? longText(key, value) : [`${key}: ${scalar(value)}`]
    if (!Array.isArray(value)) return isEmpty(value) ? [] : [`${key}:`, ...indented(rowsOf(value as Matter))]
    const items = value as readonly MatterValue[]
    if (items.length === 0) return [`${key}: []`]
    if (items.every(isShort) && items.length <= MOST_IN_A_ROW)
      return [`${key}: [${items.map((item) => scalar(String(item), true)).join(', ')}]`]
    return [`${key}:`, ...indented(items.flatMap(itemRows))]
  })
}

const MOST_IN_A_ROW = 8
const isShort = (item: MatterValue): boolean =>
  typeof item === 'string' && item.length < 40 && !item.includes('\n')
const isEmpty = (value: MatterValue): boolean => Object.keys(value).length === 0
const indented = (rows: readonly string[]): string[] => rows.map((row) => (row === '' ? '' : `  ${row}`))

function itemRows(item: MatterValue): string[] {
  if (typeof item === 'string') return [`- ${scalar(item)}`]
  const [first = '[]', ...rest] = Array.isArray(item) ? item.flatMap(itemRows) : rowsOf(item as Matter)
  return [`- ${first}`, ...indented(rest)]
}

/** Lines stay lines, where no blank at an end would be lost. */
function longText(key: string, value: string): string[] {
  const text = value.replace(/\n$/, '')
  if (/^\s|[ \t](?:\n|$)|\n$|[^\P{Cc}\n]/u.test(text)) return [`${key}: ${JSON.stringify(value)}`]
  return [`${key}: |${value.endsWith('\n') ? '' : '-'}`, ...indented(text.split('\n'))]
}

function scalar(value: string, isInRow = false): string {
  if (isPlain(value) && !(isInRow && /[,[\]{}]/.test(value))) return value
  return /['\\]|[\p{Cc}\p{Cf}]/u.test(value) ? JSON.stringify(value) : `'${value}'`
}

/** Whether YAML reads these signs as these signs. */
function isPlain(value: string): boolean {
  if (value === '' || /^\s|\s$|^[~#&*!|>%@`"'[\]{},?:]|^-(?!\d)|: |:$|\s#|\n/.test(value)) return false
  if (/^(?:null|undefined)$/i.test(value)) return false
  const { contents, errors, warnings } = parseDocument(`a: ${value}`, { logLevel: 'silent' })
  if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return false
  const node = contents.items[0]?.value
  return isScalar(node) && (node.source ?? String(node.value)) === value
}
