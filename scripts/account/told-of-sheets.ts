// What findings say of the cells of a table: that they are left out, hidden, or read as something else.
import type { Finding } from '../model/finding.ts'
import { formOf } from './form-of-cell.ts'
import { lettersOf, type RawCell } from './raw-cells.ts'

export interface ToldOfSheet {
  /** Whether a number is taken out of such words. */
  readonly isTakenAs: (text: string) => boolean
  /** Of these cells those that no finding accounts for. `all`: of the sheet. */
  readonly unexplained: (
    lost: readonly RawCell[],
    all: readonly RawCell[],
    isInRow: (cell: RawCell) => boolean,
  ) => RawCell[]
}

/**
 * `findings`: of this file. Those that name another of its sheets say nothing of this one; of a sheet that is no table,
 * any may speak.
 */
export function toldOfSheet(findings: readonly Finding[], sheet: string | undefined): ToldOfSheet {
  const here = findings
    .map(placed)
    .filter(
      (one) =>
        sheet === undefined ||
        one.sheet === sheet ||
        (one.sheet === undefined && one.finding.rule !== 'sheet-is-read'),
    )
  const isTaken = here.some(
    ({ finding, text }) => finding.rule === 'sheet-number-is-clear' && / is taken as /.test(text),
  )
  const more = here
    .filter(({ finding }) => finding.rule === 'sheet-is-all-used')
    .reduce((sum, { text }) => sum + Number(/, (\d+) more\.$/.exec(text)?.[1] ?? 0), 0)
  return {
    isTakenAs: () => isTaken,
    unexplained: (lost, all, isInRow) => {
      if (lost.length === 0) return []
      const leftFrom = columnsLeft(here, all)
      const left = lost.filter(
        (cell) =>
          !(cell.line >= (leftFrom.get(cell.column) ?? Infinity)) && !here.some((one) => explains(one, cell)),
      )
      // What stands beside a table is quoted to a fifth, and then counted.
      const beside = new Set(left.filter((cell) => !isInRow(cell)).map(({ line }) => line))
      return beside.size <= more ? left.filter(isInRow) : left
    },
  }
}

interface Placed {
  readonly finding: Finding
  /** Undefined where it names none. */
  readonly sheet: string | undefined
  readonly letters: string
  readonly line: number | undefined
  /** What it says behind the place. */
  readonly text: string
}

function placed(finding: Finding): Placed {
  const [all = '', sheet, letters = '', line] =
    /^Sheet “(.*?)”(?:, ([A-Z]*)(\d+))?: /.exec(finding.message) ?? []
  return {
    finding,
    sheet,
    letters,
    line: line === undefined ? finding.place.line : Number(line),
    text: finding.message.slice(all.length),
  }
}

/** Lines from which on a column is left out: that of its name, or of a part of it. */
function columnsLeft(here: readonly Placed[], all: readonly RawCell[]): Map<number, number> {
  const names = here.flatMap(({ finding, text }) =>
    finding.rule === 'sheet-is-all-used' ? (/^The column “(.*?)” /.exec(text)?.slice(1) ?? []) : [],
  )
  const found = new Map<number, number>()
  if (names.length === 0) return found
  for (const { column, line, text } of all)
    if (!found.has(column) && names.some((name) => ` ${formOf(name)} `.includes(` ${formOf(text)} `)))
      found.set(column, line)
  return found
}

function explains({ finding, letters, line, text }: Placed, cell: RawCell): boolean {
  const column = lettersOf(cell.column)
  switch (finding.rule) {
    case 'sheet-is-all-seen':
      return cell.isHidden === true
    case 'sheet-is-read':
      return line === undefined
    case 'sheet-number-is-clear':
      return line === cell.line && (letters === '' || letters === column) && quotes(text, cell)
    case 'sheet-has-names': {
      const nameless = /^The column ([A-Z]+) has no name/.exec(text)?.[1]
      if (nameless !== undefined) return nameless === column
      return /^This row has no name/.test(text) && line === cell.line
    }
    case 'sheet-is-all-used':
      return quotes(text, cell)
    default:
      return false
  }
}

const QUOTED = /“([^”]*)”|`([^`]*)`/g

const quotes = (text: string, cell: RawCell): boolean => {
  const form = formOf(cell.text)
  const quoted = [...text.matchAll(QUOTED)].map(([, one, other]) => ` ${formOf(one ?? other ?? '')} `)
  return [form, form.replace(/^#\s*/, '')].some((words) => quoted.some((one) => one.includes(` ${words} `)))
}
