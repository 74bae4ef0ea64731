// Workbooks as spreadsheet programs write them, part by part.
import { zipOf } from '../import/make-archives.ts'

/** A text, a number in a format, or a cell as it stands in the part. */
export type MadeCell =
  | string
  | number
  | { readonly n: number; readonly format: string }
  | { readonly xml: string }
  | undefined

export interface MadeSheet {
  readonly name: string
  readonly rows: readonly (readonly MadeCell[])[]
  readonly merged?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly isHidden?: boolean
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `more`: further parts, or other bytes for one of these. */
export function workbookOf(
  sheets: readonly MadeSheet[],
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const formats: string[] = []
  const strings: string[] = []
  const parts = Object.fromEntries(
    sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet, formats, strings)]),
  )
  const tabs = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const relations = [
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', '/xl/sharedStrings.xml'] as const,
  ]
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationsPart([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsPart(relations),
    'xl/styles.xml': stylesPart(formats),
    ...parts,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  })
}

export const relationsPart = (relations: readonly (readonly [kind: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}">${relations
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const lettersOf = (column: number): string => String.fromCharCode(65 + column)

function sheetPart(sheet: MadeSheet, formats: string[], strings: string[]): string {
  const { rows, merged = [], hiddenRows = [], hiddenColumns = [] } = sheet
  const lines = rows.map((cells, row) => {
    const made = cells.map((cell, column) => cellOf(cell, `${lettersOf(column)}${row + 1}`, formats, strings))
    return `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ''}>${made.join('')}</row>`
  })
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`)
  const all = merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''
  return `${XML}<worksheet xmlns="${MAIN}">${cols}<sheetData>${lines.join('')}</sheetData>${all}</worksheet>`
}

function cellOf(cell: MadeCell, at: string, formats: string[], strings: string[]): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${at}"`)
  const style = formats.includes(cell.format) ? formats.indexOf(cell.format) + 1 : formats.push(cell.format)
  return `<c r="${at}" s="${style}"><v>${cell.n}</v></c>`
}

function stylesPart(formats: readonly string[]): string {
  const own = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`,
  )
  const cells = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`)
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}
