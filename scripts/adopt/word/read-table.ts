// A table of Word: cells that span columns say how many; cells that span rows begin one and go on below.
import {
  allWithin,
  childOf,
  childrenOf,
  type Element,
  holdsWords,
  switchOf,
  textWithin,
  valOf,
} from './element.ts'
import type { Block, Cell } from './pieces.ts'
import { plainText } from './plain-text.ts'
import { addChange, authorOf } from './read-run.ts'
import type { Reading } from './reading.ts'
import { quoted } from './telling.ts'

interface Started {
  readonly blocks: readonly Block[]
  /** The column of the grid in which it begins, and how many of the grid it takes. */
  readonly from: number
  columns: number
  rows: number
  readonly isBold: boolean
}

/** The blocks of the one cell, where a table is only a frame around them. */
export function readTable(element: Element, reading: Reading): Block[] {
  const rows = rowsOf(element, reading)
  const grid = gridOf(rows, reading)
  const cells = grid.flat()
  if (cells.length === 0) return []
  if (cells.length === 1) return [...(cells[0]?.blocks ?? [])]
  const headerRows = withSpanned(headerRowsOf(rows, grid, element, reading), grid)
  const look = childOf(element, 'w:tblPr', 'w:tblLook')?.attributes
  const first = grid.slice(headerRows).map(([cell]) => cell)
  const hasRowHeaders =
    first.length > 1 &&
    (first.every((cell) => cell?.isBold === true) ||
      (isOn(look, 'w:firstColumn', 0x80) &&
        reading.styles.isSetOff(valOf(element, 'w:tblPr', 'w:tblStyle'), 'firstCol')))
  const description = valOf(element, 'w:tblPr', 'w:tblDescription')
  return [{ kind: 'table', rows: grid, headerRows, hasRowHeaders, ...(description ? { description } : {}) }]
}

/** A header that goes on into the row below makes that a row of headers; a table is not all of it header. */
function withSpanned(headerRows: number, grid: readonly (readonly Cell[])[]): number {
  let end = headerRows
  for (let row = 0; row < end; row += 1)
    end = Math.max(end, ...(grid[row] ?? []).map((cell) => row + cell.rows))
  return end < grid.length ? end : headerRows === grid.length ? headerRows : 0
}

/** Rows that were struck out are gone, with their words told. */
function rowsOf(table: Element, reading: Reading): Element[] {
  return childrenOf(table).flatMap((child): Element[] => {
    if (child.name === 'w:sdt') return rowsOf(childOf(child, 'w:sdtContent') ?? child, reading)
    if (child.name === 'w:ins' || child.name === 'w:customXml') return rowsOf(child, reading)
    if (child.name !== 'w:tr') return holdsWords(child) ? [around('w:tr', child)] : []
    const struck = childOf(child, 'w:trPr', 'w:del')
    if (!struck) return [child]
    const words = allWithin(child, 'w:r')
      .map((run) => textWithin(run))
      .join(' ')
    reading.gathered.paragraph += 1
    addChange('deleted', authorOf(struck), words, reading)
    return []
  })
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).flatMap((child) =>
    child.name === 'w:tc'
      ? [child]
      : child.name === 'w:sdt'
        ? cellsOf(childOf(child, 'w:sdtContent') ?? child)
        : child.name === 'w:customXml'
          ? cellsOf(child)
          : holdsWords(child)
            ? [around('w:tc', child)]
            : [],
  )
}

const around = (name: string, child: Element): Element => ({ name, attributes: {}, children: [child] })

/** Written upwards or downwards (ISO/IEC 29500-1, 17.18.93, and its names in newer files). */
const TURNED = /^(?:btLr|tbRlV?|tbLrV|lr|rlV?|lrV)$/

/** As many as Word makes. */
const MOST_COLUMNS = 63

function gridOf(rows: readonly Element[], reading: Reading): Cell[][] {
  const open = new Map<number, Started>()
  const grid = rows.map((row) => {
    const indented = Math.min(Number(valOf(row, 'w:trPr', 'w:gridBefore') ?? 0) || 0, MOST_COLUMNS)
    let column = indented
    const begun: Started[] =
      indented > 0 ? [{ blocks: [], from: 0, columns: indented, rows: 1, isBold: false }] : []
    let merged: Started | undefined
    for (const cell of cellsOf(row)) {
      const properties = childOf(cell, 'w:tcPr')
      const columns = Math.min(Math.max(1, Number(valOf(properties, 'w:gridSpan') ?? 1) || 1), MOST_COLUMNS)
      const merge = childOf(properties, 'w:vMerge')
      const isGoingOn = merge !== undefined && merge.attributes['w:val'] !== 'restart'
      const above = isGoingOn ? open.get(column) : undefined
      const sideways = childOf(properties, 'w:hMerge')
      if (sideways && sideways.attributes['w:val'] !== 'restart' && merged) {
        merged.columns += columns
        leaveOut(cell, reading)
      } else if (above) {
        above.rows += 1
        leaveOut(cell, reading)
      } else {
        const blocks = reading.blocksOf(cell, reading)
        if (TURNED.test(valOf(properties, 'w:textDirection') ?? ''))
          reading.gathered.turned.push(plainText(blocks))
        const started: Started = { blocks, from: column, columns, rows: 1, isBold: isBold(blocks) }
        begun.push(started)
        merged = started
        for (let at = column; at < column + columns; at++) open.delete(at)
        if (merge) open.set(column, started)
      }
      column += columns
    }
    return begun
  })
  return filled(inColumnsThatBegin(grid))
}

/** Of the grid, columns in which no cell begins are none: a table may be drawn on one that is much finer than it. */
function inColumnsThatBegin(grid: readonly (readonly Started[])[]): Cell[][] {
  const begins = new Set(grid.flatMap((row) => row.map(({ from }) => from)))
  return grid.map((row) =>
    row.map(({ from, ...cell }) => {
      let columns = 1
      for (let at = from + 1; at < from + cell.columns; at++) columns += begins.has(at) ? 1 : 0
      return { ...cell, columns }
    }),
  )
}
/** Rows that end early end in an empty cell. */
function filled(grid: readonly (readonly Cell[])[]): Cell[][] {
  let open: { readonly columns: number; readonly rows: number }[] = []
  const widths = grid.map((row) => {
    const all = [...open, ...row]
    open = all.map(({ columns, rows }) => ({ columns, rows: rows - 1 })).filter(({ rows }) => rows > 0)
    return all.reduce((sum, { columns }) => sum + columns, 0)
  })
  const most = Math.max(0, ...widths)
  return grid.map((row, index) => {
    const columns = most - (widths[index] ?? most)
    return columns > 0 && row.length > 0
      ? [...row, { blocks: [], columns, rows: 1, isBold: false }]
      : [...row]
  })
}

/** Of cells that are one, Word shows the first. */
function leaveOut(cell: Element, reading: Reading): void {
  const words = plainText(reading.blocksOf(cell, reading)).trim()
  reading.gathered.paragraph += 1
  if (words !== '') addChange('hidden', '', words, reading)
}

function isBold(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.inlines.filter((one) => one.kind === 'text' && one.text.trim() !== '')
      : [],
  )
  return texts.length > 0 && texts.every((one) => one.kind === 'text' && one.marks.bold === true)
}

const isOn = (look: Readonly<Record<string, string>> | undefined, name: string, bit: number): boolean =>
  look?.[name] !== undefined
    ? /^(?:1|true|on)$/.test(look[name] ?? '')
    : (Number.parseInt(look?.['w:val'] ?? '0', 16) & bit) !== 0

/** Rows that say they are; else the first one, where it looks like one or nothing speaks against it. */
function headerRowsOf(
  rows: readonly Element[],
  grid: readonly (readonly Cell[])[],
  table: Element,
  reading: Reading,
): number {
  const said = rows.findIndex((row) => switchOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== true)
  if (said > 0) return said
  if (rows.length < 2) return said < 0 ? 0 : rows.length === 1 ? 0 : 1
  const properties = childOf(table, 'w:tblPr')
  const isStyled =
    isOn(childOf(properties, 'w:tblLook')?.attributes, 'w:firstRow', 0x20) &&
    reading.styles.isSetOff(valOf(properties, 'w:tblStyle'), 'firstRow')
  const filled = (grid[0] ?? []).filter(({ blocks }) => plainText(blocks).trim() !== '')
  const isShaded = rows[0] !== undefined && shades(rows[0]) && rows[1] !== undefined && !shades(rows[1])
  if (!isStyled && !isShaded && !(filled.length > 0 && filled.every((cell) => cell.isBold)))
    reading.telling.tell('word-shape-is-carried', {
      problem: 'header-row',
      words: quoted((grid[0] ?? []).map(({ blocks }) => plainText(blocks)).join(' | ')),
    })
  return 1
}

const shades = (row: Element): boolean => {
  const cells = cellsOf(row)
  return (
    cells.length > 0 &&
    cells.every((cell) => {
      const fill = childOf(cell, 'w:tcPr', 'w:shd')?.attributes['w:fill']
      return fill !== undefined && !/^(?:auto|ffffff)$/i.test(fill)
    })
  )
}
