// The numbers of a chart as a table below it, where the author asks for one with `table`.
import type { Element } from 'hast'
import type { Table } from 'mdast'
import { valuesOf } from '../../ground/drawing/chart-values.ts'
import type { ChartSpec } from '../../model/data.ts'
import { classed, draftOf, h, MADE, type State } from '../markdown/hast.ts'
import { tableElement } from '../markdown/table.ts'

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The author's own table when there is one; else one made from the data. */
export function chartTable(state: State, spec: ChartSpec, written: Table | undefined): Element {
  if (written) return tableElement(state, written, { rows: true, classes: ['chart-table'] })
  const { words } = draftOf(state).context
  const shares = spec.rows.some((row) => row.percent !== '')
  const column = (text: string): Element => h('th', { scope: 'col', ...classed('n') }, text)
  const { series = [], unit, heads } = spec
  const numbers = series.length > 0 ? series : [unit ? capitalised(unit.many) : words.count]
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, heads?.label || words.answer),
    ...numbers.map(column),
    shares && column(heads?.share || words.share),
  )
  const rows = spec.rows.map((row) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, row.note ? `${row.label} (${row.note})` : row.label),
      ...valuesOf(row).map(({ typed }) => h('td', classed('n'), typed || '\u00a0')),
      shares && h('td', classed('n'), row.percent || '\u00a0'),
    ),
  )
  return h('table', { ...classed('chart-table'), ...MADE }, h('thead', {}, head), h('tbody', {}, ...rows))
}
