// Tables: rows of headings are told and repeated, no cell is joined that is not joined in the text.
import type { Element, ElementContent } from 'hast'
import { hasClass, isElement, textProperty } from '../ground/html/change-tree.ts'
import { readMeaning } from '../ground/html/meaning.ts'
import { finding } from '../rules/finding.ts'
import { pointAt } from './anchors.ts'
import { placeFindings } from './origin.ts'
import { paragraphOf, setParagraph } from './paragraph.ts'
import { type Place, TOP } from './place.ts'
import { type GridRow, gridOf, partsOf, rowsOf } from './table-grid.ts'
import type { SetBlocks, Writing } from './writing.ts'
import { twips, val, type Xml, xml } from './xml.ts'

export function setTable(table: Element, place: Place, setBlocks: SetBlocks, writing: Writing): Xml[] {
  writing.waiting.push(...pointAt(textProperty(table, 'id'), writing))
  const caption = table.children.find((child) => isElement(child, 'caption'))
  const captions = isElement(caption) ? setCaption(caption, place, writing) : []
  const rows = rowsOf(table)
  if (rows.length === 0) return captions
  const grid = gridOf(rows)
  const name = isElement(caption) ? wordsIn(caption) : ''
  const widths = widthsOf(grid)
  const parts = partsOf(grid)
  tellTable(grid, parts.length, name, writing)
  return [
    ...captions,
    ...parts.flatMap(({ rows: own, first, last }, index) => {
      const made = own.map((row) => rowOf(row, place, setBlocks, writing))
      const table = tableOf({ rows: made, widths: widths.slice(first - 1, last), name }, writing)
      return index === 0 ? [table] : [paragraphOf([], TOP, writing), table]
    }),
  ]
}

function tellTable(
  { rows, columns }: { readonly rows: readonly GridRow[]; readonly columns: number },
  parts: number,
  name: string,
  writing: Writing,
): void {
  const { findings } = writing
  const told = findings.length
  const tell = (facts: Parameters<typeof finding<'word-file-shows-it-otherwise'>>[2]): void => {
    findings.push(finding('word-file-shows-it-otherwise', {}, facts))
  }
  const cells = rows.flatMap((row) => row.cells)
  const joined = cells.find(({ across, down }) => across > 1 || down > 1)
  if (parts > 1) tell({ problem: 'table', columns, parts })
  if (joined) tell({ problem: 'joined-cells', words: (name || wordsIn(joined.element)).trim() })
  const first = joined ?? cells[0]
  placeFindings(told, first && textProperty(first.element, 'dataSrc'), writing)
}

const setCaption = (caption: Element, place: Place, writing: Writing): Xml[] => {
  const source = textProperty(caption, 'dataSrc') ?? place.source
  const own: Place = {
    ...place,
    style: 'Caption',
    keepNext: true,
    ...(source === undefined ? {} : { source }),
  }
  return setParagraph(caption.children, own, writing)
}

/** The panel of a case study, with its title over the answers, so that it can be read by itself. */
export function setPanel(panel: Element, place: Place, setBlocks: SetBlocks, writing: Writing): Xml[] {
  const label = panel.children.find((child) => isElement(child, 'p'))
  const list = panel.children.find((child) => isElement(child, 'dl'))
  if (!isElement(label) || !isElement(list)) return setBlocks(panel.children, place, writing)
  const cell = (nodes: readonly ElementContent[]): Xml =>
    cellOf(
      nodes.flatMap((node) => setBlocks([node], { ...place, style: 'TableText' }, writing)),
      {},
      place,
      writing,
    )
  const title: ElementContent = { type: 'text', value: writing.title }
  const rows = groupsOf(list).map(({ terms, meanings }) =>
    xml('w:tr', {}, [
      rowProperties(false),
      cell(terms.flatMap(({ children }) => children)),
      cell(meanings.map(asParagraph)),
    ]),
  )
  const head = xml('w:tr', {}, [rowProperties(true), cell([asParagraph(label)]), cell([title])])
  return [tableOf({ rows: [head, ...rows], widths: [1, 2], name: wordsIn(label) }, writing)]
}

const asParagraph = ({ properties: { className: _, ...properties }, children }: Element): Element => ({
  type: 'element',
  tagName: 'p',
  properties,
  children,
})

function groupsOf(list: Element): { terms: Element[]; meanings: Element[] }[] {
  const groups: { terms: Element[]; meanings: Element[] }[] = []
  for (const child of list.children) {
    if (!isElement(child)) continue
    const last = groups.at(-1)
    if (child.tagName === 'dt' && (!last || last.meanings.length > 0))
      groups.push({ terms: [child], meanings: [] })
    else (child.tagName === 'dt' ? last?.terms : last?.meanings)?.push(child)
  }
  return groups
}

function rowOf({ isHead, cells }: GridRow, place: Place, setBlocks: SetBlocks, writing: Writing): Xml {
  return xml('w:tr', {}, [
    rowProperties(isHead),
    ...cells.map(({ element, column, across, down, goesOn, isRest = false }) => {
      const own = placeOf(element, column, place)
      const blocks = goesOn || isRest ? [] : setBlocks(element.children, own, writing)
      const joins = goesOn ? 'continue' : down > 1 ? 'restart' : undefined
      return cellOf(blocks, { across, joins }, { ...place, style: 'TableText' }, writing)
    }),
  ])
}

function placeOf(cell: Element, column: number, place: Place): Place {
  const source = textProperty(cell, 'dataSrc')
  const { language } = readMeaning(textProperty(cell, 'lang') ?? '')
  const isHead = cell.tagName === 'th'
  const format = {
    ...place.format,
    ...(language === '' ? {} : { language }),
    ...(isHead ? { bold: true } : {}),
  }
  const { item: _, ...outside } = place
  return {
    ...outside,
    format,
    style: 'TableText',
    depth: 0,
    column,
    ...(source === undefined ? {} : { source }),
    ...(hasClass(cell, 'n') ? { alignment: 'right' as const } : {}),
  }
}

export const rowProperties = (isHead: boolean): Xml =>
  xml('w:trPr', {}, [xml('w:cantSplit'), isHead ? xml('w:tblHeader') : undefined])

/** A cell ends with a paragraph, also where it holds a table or nothing. */
export function cellOf(
  blocks: readonly Xml[],
  { across = 1, joins }: { readonly across?: number; readonly joins?: 'restart' | 'continue' | undefined },
  place: Place,
  writing: Writing,
): Xml {
  const { source: _, item: __, ...plain } = place
  const end =
    blocks.at(-1)?.name === 'w:p'
      ? []
      : [paragraphOf([], { ...plain, style: 'TableText', depth: 0 }, writing)]
  return xml('w:tc', {}, [
    xml('w:tcPr', {}, [
      xml('w:tcW', { 'w:w': 0, 'w:type': 'auto' }),
      across > 1 ? val('w:gridSpan', across) : undefined,
      joins && val('w:vMerge', joins),
    ]),
    ...blocks,
    ...end,
  ])
}

/** Wider where more is said, but none many times as wide as another, and no word is broken. */
function widthsOf({ rows, columns }: { rows: readonly GridRow[]; columns: number }): number[] {
  const widths = Array.from({ length: columns }, () => 6)
  for (const { cells } of rows)
    for (const { element, column, across } of cells) {
      if (across > 1) continue
      const words = wordsIn(element)
      const longest = Math.max(...words.split(/\s/).map(({ length }) => length))
      widths[column - 1] = Math.max(
        widths[column - 1] ?? 6,
        Math.min(36, words.length),
        Math.min(24, longest + 3),
      )
    }
  return widths
}

interface TableGiven {
  readonly rows: readonly Xml[]
  readonly widths: readonly number[]
  readonly name: string
}

export function tableOf({ rows, widths, name }: TableGiven, writing: Writing): Xml {
  const room = twips(writing.textMm)
  const whole = widths.reduce((sum, one) => sum + one, 0)
  writing.isBehindFrame = true
  return xml('w:tbl', {}, [
    xml('w:tblPr', {}, [
      val('w:tblStyle', 'PublicationTable'),
      xml('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      xml('w:tblLook', {
        'w:val': '0420',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 0,
        'w:lastColumn': 0,
        'w:noHBand': 0,
        'w:noVBand': 1,
      }),
      name === '' ? undefined : val('w:tblCaption', name),
    ]),
    xml(
      'w:tblGrid',
      {},
      widths.map((one) => xml('w:gridCol', { 'w:w': Math.floor((room * one) / whole) })),
    ),
    ...rows,
  ])
}

const wordsIn = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value.replace(/\s+/g, ' ')
    : isElement(node) && !hasClass(node, 'call')
      ? node.children.map(wordsIn).join('')
      : ''
