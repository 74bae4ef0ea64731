// Where a finding on a table stands: a line of a file of CSV, or a cell of a sheet.
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf, RuleId } from '../../rules/rules.ts'

export interface TellPlace {
  readonly file: string
  /** Of a workbook; else ''. */
  readonly sheet: string
  /** `line` and `letters` where one cell, or one row, is meant. */
  readonly tell: <Id extends SheetRule>(
    rule: Id,
    facts: FactsOf<Id>,
    cell?: { readonly line: number; readonly letters?: string },
  ) => Finding
  /** `C7`, or `line 7`. */
  readonly nameOf: (line: number, letters: string) => string
}

export type SheetRule = RuleId & `sheet-${string}`

export function placeIn(file: string, sheet = ''): TellPlace {
  return {
    file,
    sheet,
    tell: (rule, facts, cell) => {
      if (sheet === '') return made(rule, { file, ...(cell ? { line: cell.line } : {}) }, facts as object)
      const at = cell ? { cell: `${cell.letters ?? ''}${cell.line}` } : {}
      return made(rule, { file }, { ...(facts as object), sheet, ...at })
    },
    nameOf: (line, letters) => (sheet === '' ? `line ${line}` : `${letters}${line}`),
  }
}

/** What is known of a cell is known of each of these rules. */
const made = (rule: SheetRule, place: Finding['place'], facts: object): Finding =>
  (finding as (rule: SheetRule, place: Finding['place'], facts: object) => Finding)(rule, place, facts)
