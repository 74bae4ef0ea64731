// What a file of CSV or a workbook says of its table: `# source: Ofcom`, a sheet called Source, a line below the table.
import { typedNumber } from '../../ground/language/typed-number.ts'
import { unitOf } from '../../ground/language/unit.ts'

export const KEYS = ['source', 'title', 'unit', 'of', 'question', 'note'] as const
type Key = (typeof KEYS)[number]

export type SaidOfTable = Partial<Readonly<Record<Key, string>>>

/** As tables of other languages have it. */
const SOURCES =
  /^(?:sources?|quellen?|fuentes?|font[ei]s?|bron(?:nen)?|k[äi]ll?d?[ae]r?|ffynhonnell|zdroj|źródło|lähde)$/i

/** `Source: Ofcom, 2012`; undefined for other words. */
export function saidIn(text: string): { readonly key: Key; readonly value: string } | undefined {
  const [, written = '', value = ''] = /^([\p{L}]{2,20})\s*:\s*(.+)$/su.exec(text.trim()) ?? []
  const key = keyNamed(written)
  return key && value ? { key, value: value.trim() } : undefined
}

export function keyNamed(written: string): Key | undefined {
  const name = written.trim().replace(/:$/, '').toLowerCase()
  if (SOURCES.test(name)) return 'source'
  if (name === 'notes' || name === 'units') return name === 'notes' ? 'note' : 'unit'
  return KEYS.find((key) => key === name)
}

/** Of a sheet called so, rows are keys and values. */
export const isNameOfSource = (name: string): boolean =>
  SOURCES.test(name.trim()) || /^about$/i.test(name.trim())

/** The first that is said counts; whether there is one that says something else. */
export const isSaid = (said: SaidOfTable, { key, value }: { key: Key; value: string }): boolean =>
  said[key] !== undefined && said[key] !== value

/** What was said and cannot be used: a title beside a question, a whole that is no number. */
export function saidInVain(said: SaidOfTable, language: string): string[] {
  const { title, question, of, unit } = said
  return [
    ...(title !== undefined && question !== undefined && title !== question ? [title] : []),
    ...(of !== undefined && wholeIn(of, language) === undefined ? [`of: ${of}`] : []),
    ...(unit !== undefined && unitOf(unit) === undefined ? [`unit: ${unit}`] : []),
  ]
}

/** The first that is said counts. */
export function withSaid(said: SaidOfTable, key: Key, value: string): SaidOfTable {
  return said[key] === undefined ? { ...said, [key]: value } : said
}

/** How many there are in all. */
export function wholeIn(text: string | undefined, language: string): number | undefined {
  const number = typedNumber(text ?? '', language)?.number
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined
}
