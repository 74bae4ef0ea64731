// The rules of tables that come from files of CSV and from workbooks.
import type { OtherSheet } from '../ground/sheets/other-sheets.ts'
import { type Facts, group, problem, ruleOfProblems } from './rule.ts'

/** Where in a workbook; in a file of CSV the line says it. */
interface Cell extends Facts {
  readonly sheet?: string
  readonly cell?: string
}

const at = ({ sheet, cell }: Cell): string => {
  if (!sheet) return ''
  return cell ? `Sheet “${sheet}”, ${cell}: ` : `Sheet “${sheet}”: `
}

const SAVE_AS = 'Open it in its program, and save it as .xlsx or as CSV in UTF-8.'
const OTHERS: Readonly<Record<OtherSheet, readonly [what: string, way: string]>> = {
  'older-excel': [
    'a workbook of Excel before 2007 (.xls)',
    'Open it in Excel, and choose “Save As”, “Excel Workbook (.xlsx)”.',
  ],
  'binary-excel': [
    'a binary workbook of Excel (.xlsb)',
    'Open it in Excel, and choose “Save As”, “Excel Workbook (.xlsx)”.',
  ],
  'open-document': [
    'a sheet of OpenDocument (.ods)',
    'Open it in LibreOffice, and choose “Save As”, “Excel 2007–365 (.xlsx)”.',
  ],
  numbers: [
    'a sheet of Apple’s Numbers',
    'Open it in Numbers, and choose “File”, “Export To”, “Excel”, with one sheet for each table.',
  ],
  google: [
    'a link to a sheet of Google’s, and not the sheet',
    'Open it in the browser, and choose “File”, “Download”, “Microsoft Excel (.xlsx)”.',
  ],
}
const SMALLER = 'Keep what the paper shows, in a file of its own.'
const PLAIN = 'Write digits, as `4.50`, `-3`, `1,200`, `£20` or `37.5%`; a hyphen stands for no number.'

export const SHEET_RULES = group({
  heading: 'Tables from CSV and workbooks',
  rules: {
    'sheet-is-read': ruleOfProblems({
      kind: 'making',
      severity: 'warning',
      why: 'Charts and sentences that ask for its numbers cannot have them.',
      problems: {
        'other-program': problem<{ kind: OtherSheet }>({
          says: (f) => `This is ${OTHERS[f.kind][0]}, of which nothing is read.`,
          mend: (f) => `${OTHERS[f.kind][1]} Put that file here in its place.`,
          example: { kind: 'older-excel' },
        }),
        'no-workbook': problem({ says: () => 'This is no workbook.', mend: () => SAVE_AS }),
        locked: problem({
          says: () => 'This workbook has a password, or is one of the older form `.xls`.',
          mend: () => `${SAVE_AS} Leave the password out.`,
        }),
        'ends-early': problem<Cell>({
          says: (f) => `${at(f)}This workbook ends early or does not hold together.`,
          mend: () => 'Save it again in its program.',
          example: {},
        }),
        'does-harm': problem({
          says: () =>
            'This workbook was not opened: it would unpack to far more than its size, or leads out of its folder.',
          mend: () => 'Ask whoever sent it for the table as CSV.',
        }),
        'declares-names': problem<Cell>({
          says: (f) =>
            `${at(f)}This workbook declares names of its own (\`<!DOCTYPE\`), which no spreadsheet writes.`,
          mend: () => SAVE_AS,
          example: {},
        }),
        'part-too-large': problem<Cell & { megabytes: number }>({
          says: (f) => `${at(f)}More than ${f.megabytes} MB are too much to read.`,
          mend: () => SMALLER,
          example: { megabytes: 16 },
        }),
        'too-many-rows': problem<Cell & { most: number }>({
          says: (f) =>
            `${at(f)}It has more than ${f.most.toLocaleString('en-GB')} rows, too many for a paper.`,
          mend: () => SMALLER,
          example: { most: 5000 },
        }),
        'too-many-columns': problem<Cell & { most: number }>({
          says: (f) => `${at(f)}It has something beyond the column ${f.most}, too far for a paper.`,
          mend: () => SMALLER,
          example: { most: 200 },
        }),
        'too-many-sheets': problem<{ most: number; more: number }>({
          says: (f) => `Of this workbook the first ${f.most} sheets are read, and ${f.more} more are not.`,
          mend: () => SMALLER,
          example: { most: 40, more: 3 },
        }),
        'quotes-are-open': problem({
          says: () => 'A quotation mark that opens here is not closed.',
          mend: () => 'Close it, or write it twice where it is meant as it stands: `"He said ""no"""`.',
        }),
        'no-numbers': problem<Cell>({
          says: (f) => `${at(f)}There is no column of numbers in it, so no chart can be drawn of it.`,
          mend: () => 'Put names into the first row and into the first column, and numbers beside these.',
          example: {},
        }),
      },
    }),
    'sheet-number-is-clear': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A chart would have a gap, or show another number than was meant.',
      problems: {
        'no-number': problem<Cell & { written: string; column: string }>({
          says: (f) =>
            `${at(f)}“${f.written}” in the column “${f.column}” is no number; it is shown as it stands, and not drawn.`,
          mend: () => PLAIN,
          example: { written: 'about 40', column: '2012' },
        }),
        'no-result': problem<Cell>({
          says: (f) => `${at(f)}The result of a formula is not in the file.`,
          mend: () => 'Open the workbook in a spreadsheet program, which works it out, and save it.',
          example: { sheet: '2012', cell: 'C7' },
        }),
        'error-value': problem<Cell & { written: string }>({
          says: (f) => `${at(f)}A formula came to \`${f.written}\`.`,
          mend: () => 'Mend the formula, or write the number.',
          example: { sheet: '2012', cell: 'C7', written: '#REF!' },
        }),
        'taken-as': problem<Cell & { written: string; taken: string; column: string; count: number }>({
          says: (f) =>
            `${at(f)}“${f.written}” is taken as ${f.taken}${f.count > 1 ? `, and ${f.count - 1} more of the column “${f.column}” alike` : ''}.`,
          mend: () =>
            'Say what is counted in the name of the column or as `unit`, and write the number alone.',
          example: { written: '12 kg', taken: '12', column: 'Weight', count: 1 },
        }),
        'written-in-two-ways': problem<Cell & { one: string; other: string; column: string }>({
          says: (f) =>
            `${at(f)}The column “${f.column}” has “${f.one}” and “${f.other}”: in one of them the sign between the digits means something else.`,
          mend: () => 'Write all numbers of a column in one way, that of the paper’s language.',
          example: { one: '12,5', other: '1,234', column: '2012' },
        }),
        'read-by-language': problem<Cell & { written: string; taken: string; column: string }>({
          says: (f) =>
            `${at(f)}“${f.written}” in the column “${f.column}” is read as ${f.taken}, as the language of the paper writes numbers; the file may mean another.`,
          mend: () => 'Write the number without what parts thousands.',
          example: { written: '1.234', taken: '1.234', column: '2012' },
        }),
        'row-is-sum': problem<Cell & { row: string }>({
          says: (f) => `${at(f)}The row “${f.row}” is the sum of the others, and is drawn beside them.`,
          mend: () =>
            'Take it out of the file, and say the sum in a sentence, if the parts are to be compared.',
          example: { row: 'Total' },
        }),
        'place-is-none': problem<Cell & { written: string }>({
          says: (f) => `${at(f)}“${f.written}” is no place on a map of tiles.`,
          mend: () => 'Write column and row from 1: `3, 2`.',
          example: { written: 'north' },
        }),
      },
    }),
    'sheet-number-is-given': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'A reader asks why a number is missing.',
      problems: {
        'none-given': problem<{ sheet?: string; cells: string; count: number }>({
          says: (f) =>
            `${at({ sheet: f.sheet ?? '' })}${f.count === 1 ? 'One cell gives' : `${f.count} cells give`} no number: ${f.cells}.`,
          mend: () => 'Nothing has to be done. Say below the chart what the signs mean.',
          example: { cells: '“[c]” (C7)', count: 1 },
        }),
      },
    }),
    'sheet-is-all-seen': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'What somebody hid may be needed, or may be meant for nobody.',
      problems: {
        'hidden-rows': problem<{ sheet: string; rows: string }>({
          says: (f) => `${at(f)}Hidden rows are left out: ${f.rows}.`,
          mend: () => 'Show them, or take them out of the file: it may be published.',
          example: { sheet: '2012', rows: '4, 5' },
        }),
        'hidden-columns': problem<{ sheet: string; columns: string }>({
          says: (f) => `${at(f)}Hidden columns are left out: ${f.columns}.`,
          mend: () => 'Show them, or take them out of the file: it may be published.',
          example: { sheet: '2012', columns: 'D' },
        }),
        'hidden-sheets': problem<{ sheets: string }>({
          says: (f) => `Hidden sheets are left out: ${f.sheets}.`,
          mend: () => 'Show them, or take them out of the file: it may be published.',
          example: { sheets: '“Workings”' },
        }),
      },
    }),
    'sheet-has-names': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Names tell readers, and sentences that ask for a number, which one it is.',
      problems: {
        twice: problem<Cell & { name: string }>({
          says: (f) => `${at(f)}Two columns are called “${f.name}”.`,
          mend: () => 'Give one of them another name.',
          example: { name: '2012' },
        }),
        'no-name': problem<Cell & { column: string; words: string }>({
          says: (f) =>
            `${at(f)}The column ${f.column} has no name in the first row, so it is left out: ${f.words}.`,
          mend: () => 'Give it a name; or put a text that holds the separator between quotation marks.',
          example: { column: 'C', words: '“5”' },
        }),
        'no-label': problem<Cell & { words: string }>({
          says: (f) => `${at(f)}This row has no name in the first column, so it is left out: ${f.words}.`,
          mend: () => 'Give it a name.',
          example: { words: '“5”' },
        }),
        'first-row-is-numbers': problem<Cell & { words: string }>({
          says: (f) =>
            `${at(f)}The first row is taken for the names of the columns, and looks like numbers: ${f.words}.`,
          mend: () => 'Put a row of names above it.',
          example: { words: '“15”' },
        }),
        'separator-is-a-guess': problem<{ sign: string; other: string }>({
          says: (f) => `Cells are parted at each ${f.sign}; it could be the ${f.other} as well.`,
          mend: () =>
            'Say which, in a first line: `sep=;`. Or put texts that hold the sign between quotation marks.',
          example: { sign: 'semicolon', other: 'comma' },
        }),
      },
    }),
    'sheet-is-all-used': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'Whoever wrote it may wait for it in the paper.',
      problems: {
        'words-are-left': problem<{ sheet?: string; words: string }>({
          says: (f) =>
            `${at({ sheet: f.sheet ?? '' })}This stands beside the table, and is not printed: ${f.words}.`,
          mend: () =>
            'Where readers need it, write it into the text, or as `source:`, `title:`, `unit:`, `of:` or `question:` into a line of its own.',
          example: { words: '“Figures are rounded.”' },
        }),
        'column-is-left': problem<{ sheet?: string; column: string; words: string }>({
          says: (f) =>
            `${at({ sheet: f.sheet ?? '' })}The column “${f.column}” holds no numbers, and is not printed: ${f.words}.`,
          mend: () => 'One column of words may be called `note`. Else nothing has to be done.',
          example: { column: 'Code', words: '“E08000025”' },
        }),
        'name-is-left': problem<{ sheet?: string; column: string }>({
          says: (f) =>
            `${at({ sheet: f.sheet ?? '' })}The name “${f.column}” is not printed: the words of this column stand in brackets behind the names of the rows.`,
          mend: () => 'Nothing has to be done. Where a row says more, call the column `note`.',
          example: { column: 'Remark' },
        }),
        'cells-are-merged': problem<{ sheet: string; cells: string }>({
          says: (f) => `${at(f)}Merged cells count as one, the first of them: ${f.cells}.`,
          mend: () => 'Part them, and write into each cell what it stands for.',
          example: { sheet: '2012', cells: 'B4:B6' },
        }),
        'sheet-is-no-table': problem<{ sheet: string; words: string }>({
          says: (f) => `${at(f)}It holds no table of numbers, and is not printed: ${f.words}.`,
          mend: () => 'Nothing has to be done.',
          example: { sheet: 'Contents', words: '“Table 1”' },
        }),
      },
    }),
    'sheet-is-harmless': ruleOfProblems({
      kind: 'safety',
      severity: 'warning',
      why: 'Nothing of it happens here; it may where somebody opens the file.',
      problems: {
        macros: problem({
          says: () => 'This workbook holds macros. They were not run, and its numbers were read.',
          mend: () => 'Save it as .xlsx, which can hold none.',
        }),
        connections: problem({
          says: () =>
            'This workbook asks a server or a database for numbers. Nothing was fetched; what it holds was read.',
          mend: () => 'Copy the numbers into a file of their own, as values.',
        }),
        'other-files': problem({
          says: () =>
            'This workbook takes numbers out of other files. These were not opened; what it holds was read.',
          mend: () => 'Copy the numbers into a file of their own, as values.',
        }),
        'asks-a-program': problem<{ cells: string }>({
          says: (f) => `A formula asks another program: ${f.cells}. It was not asked.`,
          mend: () => 'Take the formula out, and find out who put it there.',
          example: { cells: '2012!C7' },
        }),
        'formula-in-csv': problem<{ written: string; count: number }>({
          says: (f) =>
            `“${f.written}” would be run as a formula by a spreadsheet program${f.count > 1 ? `, and ${f.count - 1} more ${f.count > 2 ? 'cells' : 'cell'}` : ''}. Here it is a text.`,
          mend: () => 'Take the sign at its beginning out, before anybody opens the file.',
          example: { written: '=1+1', count: 1 },
        }),
      },
    }),
  },
})
