// A chart is a table of what it shows: its words can be read, heard and corrected.
import type { Element, ElementContent } from 'hast'
import { valuesOf } from '../ground/drawing/chart-values.ts'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import type { ChartRow, ChartSpec } from '../model/data.ts'
import { pointAt } from './anchors.ts'
import { setParagraph } from './paragraph.ts'
import type { Place } from './place.ts'
import { cellOf, rowProperties, tableOf } from './tables.ts'
import type { SetBlocks, Writing } from './writing.ts'
import { type Xml, xml } from './xml.ts'

/** Its title stands over the table as that of any other; below it what its author says of it. */
export function setChart(figure: Element, place: Place, setBlocks: SetBlocks, writing: Writing): Xml[] {
  const id = textProperty(figure, 'id') ?? ''
  const chart = writing.book.chapters.flatMap(({ exhibits }) => exhibits).find((one) => one.id === id)?.chart
  writing.waiting.push(...pointAt(id, writing))
  const children = figure.children.filter((child) => isElement(child))
  const [head, body, ...rest] = children
  if (!chart || !head || !body) return setBlocks(children, place, writing)
  const source = textProperty(body, 'dataSrc') ?? place.source
  const own: Place = { ...place, ...(source === undefined ? {} : { source }) }
  const captions = captionsOf(head, own, writing)
  // A table of the author's own says all that it shows.
  const table = rest.some(holdsTable) ? [] : [chartTable(chart, own, writing)]
  return [...captions, ...table, ...setBlocks(rest, own, writing)]
}

const holdsTable = (element: Element): boolean =>
  element.tagName === 'table' || element.children.some((child) => isElement(child) && holdsTable(child))

/** The number and the title, then the question that was asked. */
function captionsOf(head: Element, place: Place, writing: Writing): Xml[] {
  const [title = [], question = []] = [paragraphsIn(head, false), paragraphsIn(head, true)]
  const caption: Place = { ...place, style: 'Caption', keepNext: true }
  const { source: _, ...made } = caption
  const told = (element: Element): Place => {
    const source = textProperty(element, 'dataSrc')
    return source === undefined ? made : { ...made, source }
  }
  const words = title.flatMap(({ children }, index): ElementContent[] =>
    index > 0 ? [{ type: 'text', value: ' ' }, ...children] : children,
  )
  return [
    ...setParagraph(words, caption, writing),
    ...question.flatMap((element) => setParagraph(element.children, told(element), writing)),
  ]
}

const paragraphsIn = (element: Element, isQuestion: boolean): Element[] =>
  element.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName !== 'p') return paragraphsIn(child, isQuestion)
    return [child].filter(() => isQuestion === (textProperty(child, 'className') === 'question'))
  })

function chartTable(chart: ChartSpec, place: Place, writing: Writing): Xml {
  const { words } = writing.settings.theme
  const { rows, series = [], unit, of } = chart
  const hasNotes = rows.some(({ note }) => note !== '')
  const hasPercent = rows.some(({ percent }) => percent !== '')
  const numbers = series.length > 1 ? series : [unit ? capital(unit.many) : words.count]
  const heads = [
    words.answer,
    ...(hasNotes ? [words.note] : []),
    ...numbers,
    ...(hasPercent ? [words.share] : []),
  ]
  const firstNumber = hasNotes ? 2 : 1
  const said = (value: string): string => (of ? `${value} ${words.outOf.toLowerCase()} ${of}` : value)
  const cellsOf = (row: ChartRow): string[] => [
    row.label,
    ...(hasNotes ? [row.note] : []),
    ...valuesOf(row).map(({ typed }) => said(typed)),
    ...(hasPercent ? [row.percent] : []),
  ]
  const rowOf = (cells: readonly string[], isHead: boolean): Xml =>
    xml('w:tr', {}, [
      rowProperties(isHead),
      ...cells.map((text, index) =>
        textCell(text, isHead || index === 0, index >= firstNumber, place, writing),
      ),
    ])
  return tableOf(
    {
      rows: [rowOf(heads, true), ...rows.map((row) => rowOf(cellsOf(row), false))],
      widths: heads.map((_, index) => (index === 0 ? 3 : index === 1 && hasNotes ? 3 : 2)),
      name: chart.title,
    },
    writing,
  )
}

function textCell(text: string, isHead: boolean, isNumber: boolean, place: Place, writing: Writing): Xml {
  const { source: _, ...made } = place
  const own: Place = {
    ...made,
    style: 'TableText',
    format: { ...place.format, ...(isHead ? { bold: true } : {}) },
    ...(isNumber ? { alignment: 'right' as const } : {}),
  }
  return cellOf(setParagraph([{ type: 'text', value: text }], own, writing), {}, made, writing)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
