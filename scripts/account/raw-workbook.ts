// The cells of a workbook: what its parts hold between `<v>` and `<t>`, sheet by sheet.
import { zipFilesIn } from '../ground/archives/zip-files.ts'
import { MEGABYTE } from '../ground/limits.ts'
import type { RawCell, RawSheet } from './raw-cells.ts'
import { type RawTag, rawTags } from './raw-tags.ts'

const MOST_BYTES = 16 * MEGABYTE

/** Sheets that are shown. None where it cannot be opened: others say so. */
export async function rawWorkbook(bytes: Buffer): Promise<RawSheet[]> {
  try {
    const files = await zipFilesIn(bytes)
    try {
      return await sheetsIn(files.names, async (name) =>
        files.names.includes(name) ? textOf(await files.read(name, MOST_BYTES)) : '',
      )
    } finally {
      files.close()
    }
  } catch {
    return []
  }
}

const textOf = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)

type Read = (name: string) => Promise<string>

async function sheetsIn(names: readonly string[], read: Read): Promise<RawSheet[]> {
  const main = names.find((name) => /(?:^|\/)workbook\d*\.xml$/.test(name)) ?? ''
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = new Map<string, string>()
  for (const tag of rawTags(await read(`${folder}_rels/${main.slice(folder.length)}.rels`)))
    if (tag.name === 'Relationship' && tag.attribute('TargetMode') !== 'External')
      targets.set(tag.attribute('Id') ?? '', partNamed(tag.attribute('Target') ?? '', folder))
  const strings = stringsIn(
    await read([...targets.values()].find((name) => /sharedStrings/i.test(name)) ?? ''),
  )
  const sheets: RawSheet[] = []
  let isFrom1904 = false
  for (const tag of rawTags(await read(main))) {
    if (tag.name === 'workbookPr') isFrom1904 = isOn(tag.attribute('date1904'))
    if (tag.name !== 'sheet' || /hidden/i.test(tag.attribute('state') ?? '')) continue
    const part = await read(targets.get(tag.attribute('id') ?? '') ?? '')
    sheets.push({ name: plain(tag.attribute('name') ?? ''), cells: cellsIn(part, strings, isFrom1904) })
  }
  return sheets
}

const partNamed = (target: string, folder: string): string =>
  target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** What XML cannot hold is written as `_x000D_`. */
const plain = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function stringsIn(xml: string): string[] {
  const strings: string[] = []
  const add = textsOf()
  for (const tag of rawTags(xml)) {
    if (tag.name === 'si' && tag.is !== 'closes') strings.push('')
    const text = add(tag)
    if (text && strings.length > 0) strings.push(`${strings.pop()}${text}`)
  }
  return strings
}

/** What stands in `<t>`; how it is spoken (`<rPh>`) is no word of it. */
function textsOf(): (tag: RawTag) => string {
  let isSpoken = false
  return ({ name, is, before }) => {
    if (name === 'rPh') isSpoken = is === 'opens'
    return name === 't' && is === 'closes' && !isSpoken ? before : ''
  }
}

interface Open {
  readonly line: number
  readonly column: number
  readonly kind: string
  value: string
}

function cellsIn(xml: string, strings: readonly string[], isFrom1904: boolean): RawCell[] {
  const cells: RawCell[] = []
  const hidden: (readonly [first: number, last: number])[] = []
  const row = { line: 0, isHidden: false, next: 0 }
  let open: Open | undefined
  const add = textsOf()
  for (const tag of rawTags(xml)) {
    if (tag.name === 'col' && isOn(tag.attribute('hidden')))
      hidden.push([Number(tag.attribute('min')) - 1, Number(tag.attribute('max')) - 1])
    if (tag.name === 'row' && tag.is !== 'closes')
      Object.assign(row, {
        line: Number(tag.attribute('r') ?? row.line + 1),
        isHidden: isOn(tag.attribute('hidden')),
        next: 0,
      })
    if (tag.name === 'c' && tag.is !== 'closes') {
      open = {
        line: row.line,
        column: columnOf(tag.attribute('r')) ?? row.next,
        kind: tag.attribute('t') ?? 'n',
        value: '',
      }
      row.next = open.column + 1
    }
    const text = add(tag)
    if (open) open.value += tag.name === 'v' && tag.is === 'closes' ? tag.before : text
    if (tag.name !== 'c' || tag.is !== 'closes' || !open) continue
    const { column } = open
    const isHidden = row.isHidden || hidden.some(([first, last]) => column >= first && column <= last)
    const made = cellOf(open, strings, isFrom1904)
    if (made.text.trim() !== '') cells.push({ ...made, ...(isHidden ? { isHidden } : {}) })
    open = undefined
  }
  return cells
}

function columnOf(reference = ''): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference)?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
}

const DAYS_FROM_1904 = 1462

function cellOf(
  { line, column, kind, value }: Open,
  strings: readonly string[],
  isFrom1904: boolean,
): RawCell {
  const at = { line, column }
  if (kind === 's') return { ...at, text: plain(strings[Number(value)] ?? value) }
  if (kind === 'b') return { ...at, text: value === '1' ? 'TRUE' : 'FALSE' }
  if (kind === 'd') return { ...at, text: value.slice(0, 10) }
  const number = Number(value)
  if (kind !== 'n' || value.trim() === '' || !Number.isFinite(number)) return { ...at, text: plain(value) }
  return { ...at, text: value, number, serial: number + (isFrom1904 ? DAYS_FROM_1904 : 0) }
}
