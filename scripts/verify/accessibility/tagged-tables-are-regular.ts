import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { meaningfulKids, type Placed } from '../flat-tree.ts'
import type { ReadPdf } from '../read-back.ts'

const GROUPS = new Set(['THead', 'TBody', 'TFoot'])

/**
 * Rows are equally long, spans counted, and each cell has a header that it can be read with (PDF/UA-1, 7.2 and 7.5).
 */
export function taggedTablesAreRegular({ elements }: ReadPdf): readonly Finding[] {
  return elements.flatMap((table) => {
    if (table.type !== 'Table') return []
    const fault = strayKid(table) ?? irregular(rowsOf(table)) ?? headless(rowsOf(table))
    const place = table.page ? { page: table.page } : {}
    return fault ? [finding('tagged-tables-are-regular', place, { fault })] : []
  })
}

function strayKid(table: Placed): string | undefined {
  const groups = meaningfulKids(table)
  const stray =
    groups.find(({ type }) => type !== 'TR' && type !== 'Caption' && !GROUPS.has(type)) ??
    groups
      .filter(({ type }) => GROUPS.has(type))
      .flatMap(meaningfulKids)
      .find(({ type }) => type !== 'TR') ??
    rowsOf(table)
      .flatMap(meaningfulKids)
      .find(({ type }) => type !== 'TH' && type !== 'TD')
  return stray && `holds a ${stray.element.type} where a row or a cell belongs`
}

const rowsOf = (table: Placed): readonly Placed[] =>
  meaningfulKids(table).flatMap((kid) =>
    kid.type === 'TR'
      ? [kid]
      : GROUPS.has(kid.type)
        ? meaningfulKids(kid).filter(({ type }) => type === 'TR')
        : [],
  )

/** Lays the cells out as a browser does: one that spans rows keeps its place in those below. */
function irregular(rows: readonly Placed[]): string | undefined {
  const reserved: number[] = []
  let width = 0
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const { element } of meaningfulKids(row)) {
      while ((reserved[column] ?? 0) > 0) column++
      for (let step = 0; step < element.look.columnSpan; step++) reserved[column++] = element.look.rowSpan
    }
    if (index === 0) width = Math.max(column, reserved.length)
    while ((reserved[column] ?? 0) > 0) column++
    if (column !== width) return `has ${column} cells in row ${index + 1} and ${width} in the first`
    for (let at = 0; at < reserved.length; at++) reserved[at] = Math.max(0, (reserved[at] ?? 0) - 1)
  }
  return reserved.some((rest) => rest > 0) ? 'has a cell that goes on below the last row' : undefined
}

function headless(rows: readonly Placed[]): string | undefined {
  const cells = rows.flatMap(meaningfulKids)
  const headers = cells.filter(({ type }) => type === 'TH')
  if (cells.length > 0 && headers.length === 0) return 'has no headers'
  const unclear = headers.find(({ element }) => !/^(?:Row|Column|Both)$/.test(element.look.scope))
  if (unclear) return 'has a header that does not say whether it is that of a row or a column'
  const ids = new Set(headers.map(({ element }) => element.id))
  const lost = cells.flatMap(({ element }) => element.look.headers).find((id) => !ids.has(id))
  return lost === undefined ? undefined : `has a cell that names a header which is not there (${lost})`
}
