import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { meaningfulKids, type Placed } from '../flat-tree.ts'
import type { ReadPdf } from '../read-back.ts'

const GROUPS = new Set(['THead', 'TBody', 'TFoot'])

/**
 * Rows are equally long, spans counted, and each cell has a header that it can be read with (PDF/UA-1, 7.2 and 7.5).
 */
export function taggedTablesAreRegular({ elements }: ReadPdf): readonly Finding[] {
  return elements.flatMap((table) => {
    if (table.type !== 'Table') return []
    const facts = strayKid(table) ?? irregular(rowsOf(table)) ?? headless(rowsOf(table))
    const place = table.page ? { page: table.page } : {}
    return facts ? [finding('tagged-tables-are-regular', place, facts)] : []
  })
}

type Fault = FactsOf<'tagged-tables-are-regular'>

function strayKid(table: Placed): Fault | undefined {
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
  return stray && { problem: 'stray', tag: stray.element.type }
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
function irregular(rows: readonly Placed[]): Fault | undefined {
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
    if (column !== width) return { problem: 'uneven', cells: column, row: index + 1, first: width }
    for (let at = 0; at < reserved.length; at++) reserved[at] = Math.max(0, (reserved[at] ?? 0) - 1)
  }
  return reserved.some((rest) => rest > 0) ? { problem: 'cell-goes-on' } : undefined
}

function headless(rows: readonly Placed[]): Fault | undefined {
  const cells = rows.flatMap(meaningfulKids)
  const headers = cells.filter(({ type }) => type === 'TH')
  if (cells.length > 0 && headers.length === 0) return { problem: 'no-headers' }
  const unclear = headers.find(({ element }) => !/^(?:Row|Column|Both)$/.test(element.look.scope))
  if (unclear) return { problem: 'unclear-header' }
  const ids = new Set(headers.map(({ element }) => element.id))
  const lost = cells.flatMap(({ element }) => element.look.headers).find((id) => !ids.has(id))
  return lost === undefined ? undefined : { problem: 'lost-header', id: lost }
}
