import { cellsOfTables } from '../../scripts/account/cells-of-tables.ts'
import type { DataQuestion } from '../../scripts/model/data.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { readData } from '../../scripts/settings/data.ts'
import { publicationFolder } from '../support/publication-folder.ts'

export type Parsed = (question: DataQuestion) => DataQuestion

/** What is missed of a table when its parser is changed so. */
export async function missed(
  content: string | Uint8Array,
  change: Parsed = (one) => one,
  language = 'en-GB',
) {
  const file = typeof content === 'string' ? 'use.csv' : 'use.xlsx'
  const root = await publicationFolder({ [`data/${file}`]: content })
  const { value, findings } = await readData(root, language)
  const questions = Object.fromEntries(Object.entries(value.questions).map(([id, one]) => [id, change(one)]))
  const settings = { root, data: { ...value, questions } } as unknown as Settings
  return (await cellsOfTables(settings, findings)).map(({ place, message }) =>
    [place.line, /`(.*?)` of the table \((.*?)\)/s.exec(message)?.slice(1).join(' @ ')]
      .filter(Boolean)
      .join(': '),
  )
}
