// A question of data/ by its name, or a table by that of its file: `use`, `use.csv`, `data/use.xlsx`, `use.xlsx#2012`.
import type { DataQuestion } from '../model/data.ts'

export function questionNamed(
  name: string,
  questions: Readonly<Record<string, DataQuestion>>,
): DataQuestion | undefined {
  if (Object.hasOwn(questions, name)) return questions[name]
  const [, sheet] = /#(.*)$/.exec(name) ?? []
  return Object.values(questions).find(
    (one) =>
      one.sheet &&
      isOfFile(name, one.sheet.file) &&
      (sheet === undefined ? one.sheet.isFirst : plain(sheet) === plain(one.sheet.name)),
  )
}

const plain = (name: string): string => name.trim().toLowerCase().normalize('NFC')

/** Whether a name means this file of data/, or a sheet of it. */
export function isOfFile(name: string, file: string): boolean {
  const asked = name.replace(/^(?:\.?\/?data\/)/, '').replace(/#.*$/, '')
  return asked === file || asked === file.replace(/\.[^.]+$/, '')
}

/** Where a name that is not known may stand: in YAML any name can. */
export const unreadFileOf = (name: string, unread: readonly string[] = []): string | undefined =>
  unread.find((file) => isOfFile(name, file) || /\.ya?ml$/.test(file))
