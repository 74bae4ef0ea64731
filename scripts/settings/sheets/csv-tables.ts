// A file of CSV: one table.
import { nearest } from '../../ground/language/nearest.ts'
import { type CsvFile, type CsvRemark, readCsv } from '../../ground/sheets/read-csv.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { decodedText } from '../read-settings-file.ts'
import { questionOfTable } from './question-of-table.ts'
import { isSaid, KEYS, type SaidOfTable, saidIn, withSaid } from './said-of-table.ts'
import { quoted } from './table-context.ts'
import { bytesOfTable, type Tables, type TablesContext } from './tables.ts'
import { placeIn, type TellPlace } from './tell-place.ts'

const MOST_MEGABYTES = 2

export async function csvTables(context: TablesContext): Promise<Tables> {
  const { file, name, id, language } = context
  const bytes = await bytesOfTable(context, MOST_MEGABYTES)
  if (!Buffer.isBuffer(bytes)) return { questions: [], findings: [bytes] }
  const decoded = decodedText(bytes, file)
  if (decoded.text === undefined) return { questions: [], findings: decoded.findings }
  const place = placeIn(file)
  const read = readCsv(decoded.text)
  if ('problem' in read) {
    const { line, ...facts } = { line: 1, ...read }
    const fault = place.tell(
      'sheet-is-read',
      facts,
      read.problem === 'quotes-are-open' ? { line } : undefined,
    )
    return { questions: [], findings: [...decoded.findings, fault] }
  }
  const { said, findings } = saidAbove(read.remarks, file)
  const sheet = { file: name, name: '', isFirst: true }
  const separator = read.separator.sign
  const table = questionOfTable(read.sheet, { id, language, said, place, separator, sheet })
  return {
    questions: table.question ? [table.question] : [],
    findings: [
      ...decoded.findings,
      ...findings,
      ...separatorTold(read, place),
      ...formulasTold(read, place),
      ...table.findings,
    ],
  }
}

/** What its first lines say; a remark that is none of them is for whoever keeps the file. */
function saidAbove(remarks: readonly CsvRemark[], file: string): { said: SaidOfTable; findings: Finding[] } {
  let said: SaidOfTable = {}
  const findings: Finding[] = []
  for (const { line, text } of remarks) {
    const found = saidIn(text)
    if (found && found.key !== 'note' && isSaid(said, found)) {
      const facts = { problem: 'words-are-left', words: quoted([found.value]) } as const
      findings.push(placeIn(file).tell('sheet-is-all-used', facts, { line }))
    } else if (found) said = withSaid(said, found.key, found.value)
    const [, key] = /^(\p{L}{3,12})\s*:/u.exec(text) ?? []
    const suggestion = found || !key ? undefined : nearest(key.toLowerCase(), KEYS)
    if (key && suggestion)
      findings.push(finding('front-matter-key-is-known', { file, line }, { key, suggestion }))
  }
  return { said, findings }
}

const SIGNS: Readonly<Record<string, string>> = { '\t': 'tab', ';': 'semicolon', ',': 'comma', '|': 'bar' }

function separatorTold({ separator: { sign, others } }: CsvFile, place: TellPlace): Finding[] {
  const [other] = others
  if (other === undefined) return []
  const facts = { sign: SIGNS[sign] ?? sign, other: SIGNS[other] ?? other }
  return [place.tell('sheet-has-names', { problem: 'separator-is-a-guess', ...facts })]
}

/** `-4.5` is a number, and `+44 121 496 0000` one for a telephone. */
function formulasTold({ sheet }: CsvFile, place: TellPlace): Finding[] {
  const formulas = sheet.rows.flatMap(({ line, cells }) =>
    cells.flatMap(({ text }) => (/^(?:=|@|[+-](?=.*[A-Za-z(|!]))/.test(text) ? [{ line, text }] : [])),
  )
  const [first] = formulas
  if (!first) return []
  const facts = { written: first.text.slice(0, 40), count: formulas.length }
  return [place.tell('sheet-is-harmless', { problem: 'formula-in-csv', ...facts }, first)]
}
