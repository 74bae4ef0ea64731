// The values of a YAML file, or of front matter, against what was made of them. The field says what must carry a
// value: the words of the book, or a use that is not printed.
import { isIn } from './compare.ts'
import { letters } from './letters.ts'
import { readUses } from './lexer.ts'
import { lightValues, type Value } from './light-yaml.ts'
import { slowValues } from './slow-yaml.ts'

/**
 * What stands for the values below these keys; undefined where they are used and not read, or belong to another tool.
 */
export type Carried = (path: readonly string[]) => readonly string[] | undefined

export interface LostValue {
  readonly line: number
  readonly key: string
  /** Keys from the outside in. */
  readonly path: readonly string[]
  readonly words: string
}

/** `lines` of YAML of which the first is `firstLine` of its file. `labels`: of the works that its values cite. */
export function accountForValues(
  lines: readonly string[],
  firstLine: number,
  carried: Carried,
  labels: ReadonlySet<string> = new Set(),
): LostValue[] {
  const known = rememberForms(carried)
  if (lightValues(lines, firstLine).every((value) => isCarried(value, known, labels))) return []
  const values = slowValues(lines.join('\n'), firstLine) ?? []
  return values
    .filter((value) => !isCarried(value, known, labels))
    .map(({ line, path, text }) => ({
      line,
      path,
      key: path.join(' › '),
      words: text.replace(/\s+/g, ' ').trim(),
    }))
}

/** Leaves by key, in the form in which they are compared. */
type Known = (
  path: readonly string[],
) => { readonly forms: ReadonlySet<string>; readonly words: string } | undefined

function rememberForms(carried: Carried): Known {
  const known = new Map<readonly string[], NonNullable<ReturnType<Known>>>()
  return (path) => {
    const leaves = carried(path)
    if (!leaves) return undefined
    const found = known.get(leaves) ?? { forms: new Set(leaves.map(formOf)), words: leaves.join('\n') }
    known.set(leaves, found)
    return found
  }
}

const formOf = (text: string): string => letters(text) || text.replace(/\s+/g, '')

function isCarried({ path, text }: Value, known: Known, labels: ReadonlySet<string>): boolean {
  const carrier = known(path)
  if (carrier === undefined || isNothing(text)) return true
  const form = formOf(text)
  if (carrier.forms.has(form)) return true
  if (SIGNS_BETWEEN.test(text) && text.split(SIGNS_BETWEEN).every((part) => carrier.forms.has(formOf(part))))
    return true
  return isMarkedUp(text, carrier.forms, labels) || isDerived(text, carrier.words)
}

/** A unit has two forms, and words for search engines stand in one line. */
const SIGNS_BETWEEN = /[|,;]/

const isNothing = (text: string): boolean => text === '' || /^(?:~|null|""|'')$/i.test(text)

/** A title may call a note, or be emphasised; `<T>` may be a word in it. */
function isMarkedUp(text: string, forms: ReadonlySet<string>, labels: ReadonlySet<string>): boolean {
  if (!/[<[&:*_`~=\\@]/.test(text)) return false
  const uncalled = text.replace(/\[\^[^\]\s]+\]/g, '')
  const reading = readUses(uncalled, labels)
  const stretch = { text: uncalled, start: 0, end: uncalled.length, told: () => true, reading }
  return [...forms].some((form) => form !== '' && isIn(stretch, form))
}

/** A day in words, an address without its first stroke, a file as seen from the root. */
function isDerived(text: string, words: string): boolean {
  const [, year, day] = /^(\d{4})-\d\d-0?(\d\d?)$/.exec(text) ?? []
  if (year && day) return words.includes(year) && new RegExp(`(?:^|\\D)0?${day}(?!\\d)`, 'm').test(words)
  if (/^(?:true|false|yes|no|on|off)$/i.test(text)) return true
  const path = text.replace(/^(?:\.{0,2}\/)+/, '')
  if (path === '') return false
  return (path !== text && words.includes(path)) || words.split('\n').some((one) => one.endsWith(`/${path}`))
}
