// A workbook of Excel, LibreOffice or any other program: its sheets, as they are shown. Formulas are not worked out,
// macros not run, other files and servers not asked.
import { readFormats } from './cell-formats.ts'
import { MOST_ROWS, type Sheet } from './sheet.ts'
import { plain, readSheetCells } from './sheet-cells.ts'
import {
  openWorkbook,
  type Relation,
  readOrThrow,
  relationsOf,
  WorkbookError,
  type WorkbookFault,
  type WorkbookParts,
} from './workbook-parts.ts'

export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly (Sheet | UnreadSheet)[]
  readonly hiddenSheets: readonly string[]
  /** How many more sheets there are than are read. */
  readonly more: number
  /** What it has that is left alone; of formulas that ask another program, their cells. */
  readonly leftAlone: readonly ('macros' | 'connections' | 'other-files')[]
  readonly asking: readonly string[]
}

export interface UnreadSheet {
  readonly name: string
  readonly fault: WorkbookFault
}

const MOST_SHEETS = 40

/** `language`: of the numbers. Throws WorkbookError. */
export async function readWorkbook(bytes: Buffer, language: string, mostRows = MOST_ROWS): Promise<Workbook> {
  const parts = await openWorkbook(bytes)
  try {
    return await readParts(parts, language, mostRows)
  } finally {
    parts.close()
  }
}

async function readParts(parts: WorkbookParts, language: string, mostRows: number): Promise<Workbook> {
  const start = (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument')
  const main = start?.target ?? 'xl/workbook.xml'
  const xml = await parts.read(main)
  if (xml === '') throw new WorkbookError({ problem: 'no-workbook' })
  const { tabs, isFrom1904 } = tabsOf(xml)
  const relations = await relationsOf(parts, main)
  const partOf = (kind: string): Promise<string> =>
    parts.read(relations.find((one) => one.kind === kind && !one.isOutside)?.target ?? '')
  const strings = stringsOf(await partOf('sharedStrings'))
  const formats = readFormats(await partOf('styles'), language)
  const shown = tabs
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ name, id }) => {
      const relation = relations.find((one) => one.id === id && one.kind === 'worksheet' && !one.isOutside)
      return relation ? [{ name, part: relation.target }] : []
    })
  const sheets: (Sheet | UnreadSheet)[] = []
  const asking: string[] = []
  for (const { name, part } of shown.slice(0, MOST_SHEETS)) {
    try {
      const context = { name, strings, formats, language, isFrom1904, mostRows }
      const read = readSheetCells(await parts.read(part), context)
      sheets.push(read.sheet)
      asking.push(...read.asking.map((cell) => `${name}!${cell}`))
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error
      sheets.push({ name, fault: error.fault })
    }
  }
  return {
    sheets,
    hiddenSheets: tabs.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    more: Math.max(0, shown.length - MOST_SHEETS),
    leftAlone: leftAlone(parts.names, relations),
    asking,
  }
}

interface Tab {
  readonly name: string
  readonly id: string
  readonly isHidden: boolean
}

function tabsOf(xml: string): { tabs: readonly Tab[]; isFrom1904: boolean } {
  const tabs: Tab[] = []
  let isFrom1904 = false
  readOrThrow(xml, {
    opens: (name, attribute) => {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const isHidden = /hidden/i.test(attribute('state') ?? '')
      tabs.push({ name: plain(attribute('name') ?? ''), id: attribute('id') ?? '', isHidden })
    },
  })
  return { tabs, isFrom1904 }
}

/** Strings that cells share, without how they are to be spoken. */
function stringsOf(xml: string): string[] {
  const strings: string[] = []
  let inside = ''
  let isSpoken = false
  readOrThrow(xml, {
    opens: (name) => {
      inside = name
      if (name === 'si') strings.push('')
      if (name === 'rPh') isSpoken = true
    },
    says: (text) => {
      if (inside === 't' && !isSpoken) strings[strings.length - 1] += text
    },
    closes: (name) => {
      inside = ''
      if (name === 'rPh') isSpoken = false
    },
  })
  return strings
}

function leftAlone(names: readonly string[], relations: readonly Relation[]): Workbook['leftAlone'] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  const kinds = [
    ['macros', has(/vbaProject|macrosheets\//i)],
    ['connections', has(/(?:^|\/)(?:connections|queryTables\/.*)\.xml$/i)],
    ['other-files', has(/\/externalLinks\//i) || relations.some(({ isOutside }) => isOutside)],
  ] as const
  return kinds.filter(([, isThere]) => isThere).map(([kind]) => kind)
}
