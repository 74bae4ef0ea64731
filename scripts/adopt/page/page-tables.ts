// Tables of a page: as rows of bars where they are that simple, as HTML where cells span or hold more than a line.
import type { Element, ElementContent } from 'hast'
import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import { isElement, textProperty } from '../../ground/html/change-tree.ts'
import { writeHtml } from '../../ground/html/html-text.ts'
import { withoutWholeMarks } from './blocks.ts'
import { NOTE } from './notes.ts'
import { find } from './page-parts.ts'
import type { Handle, State } from './state.ts'
import { wordsOf } from './telling.ts'

const table: Handle = (state, element) => {
  const rows = rowsOf(element)
  if (rows.length === 0 || isLayout(element, rows) || state.inTable)
    return state.toFlow(rows.flatMap(({ cells }) => cells.flatMap((cell) => state.all(cell))))
  const caption = element.children.find((child) => isElement(child, 'caption'))
  const isPlain = rows.every((row) => row.cells.every(isSimple)) && isEven(rows)
  const made = isPlain ? plainTable(rows, state) : { type: 'html' as const, value: htmlTable(rows) }
  const words = caption ? wordsOf(caption) : ''
  const hasNames = rows.some(({ isHead, cells }) => !isHead && cells[0]?.tagName === 'th')
  if (words === '' && !(isPlain && hasNames)) return made
  const attributes = { ...(words ? { caption: words } : {}), ...(hasNames ? { rows: '' } : {}) }
  return { type: 'containerDirective', name: 'table', attributes, children: [made] } as RootContent
}

export const tableHandlers: Readonly<Record<string, Handle>> = { table }

interface Row {
  readonly isHead: boolean
  readonly cells: readonly Element[]
}

function rowsOf(element: Element): Row[] {
  const rows = element.children.flatMap((child): Row[] => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [rowOf(child, false)]
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) return []
    return child.children.flatMap((row) =>
      isElement(row, 'tr') ? [rowOf(row, child.tagName === 'thead')] : [],
    )
  })
  const filled = rows.filter(({ cells }) => cells.length > 0)
  return filled.some(({ isHead }) => isHead) ? filled : withHead(filled)
}

const rowOf = (row: Element, isHead: boolean): Row => {
  const cells = row.children.filter((child): child is Element => isElement(child, 'td', 'th'))
  return { isHead, cells }
}

/** Word processors say nothing of headers: a first row that is set off is one. */
function withHead(rows: readonly Row[]): Row[] {
  const [first, ...rest] = rows
  if (!first || rest.length === 0) return [...rows]
  const isHead =
    first.cells.every((cell) => cell.tagName === 'th') ||
    (first.cells.length > 1 &&
      first.cells.every((cell) => wordsOf(cell) !== '' && isBold(cell)) &&
      !rest.every(({ cells }) => cells.every(isBold)))
  return isHead ? [{ ...first, isHead: true }, ...rest] : [...rows]
}

const isBold = (cell: Element): boolean => {
  const inner = cell.children.filter((child) => wordsOf(child) !== '')
  return inner.every(
    (child) => isElement(child) && (/^(?:b|strong)$/.test(child.tagName) || (isWrap(child) && isBold(child))),
  )
}

const isWrap = ({ tagName }: Element): boolean => /^(?:p|div|span|font)$/.test(tagName)

/** Nothing is told by its rows and columns. */
function isLayout(element: Element, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(textProperty(element, 'role') ?? '')) return true
  const cells = rows.flatMap((row) => row.cells)
  if (cells.some(({ tagName }) => tagName === 'th') || rows.some(({ isHead }) => isHead)) return false
  return (
    cells.length === 1 ||
    rows.every((row) => row.cells.length === 1) ||
    cells.every((cell) => wordsOf(cell) === '')
  )
}

const numberAt = (cell: Element, name: string): number =>
  Number.parseInt(textProperty(cell, name) ?? '1', 10) || 1

const BLOCKS = /^(?:ul|ol|dl|pre|blockquote|table|h[1-6]|figure|hr|details)$/

function isSimple(cell: Element): boolean {
  if (numberAt(cell, 'colSpan') > 1 || numberAt(cell, 'rowSpan') > 1) return false
  if (find(cell, (one) => BLOCKS.test(one.tagName))) return false
  return cell.children.filter((child) => isElement(child, 'p', 'div') && wordsOf(child) !== '').length < 2
}

/** One row of headers, and names of rows in the first column or nowhere. */
function isEven(rows: readonly Row[]): boolean {
  const width = rows[0]?.cells.length ?? 0
  const body = rows.filter(({ isHead }) => !isHead)
  const names = body.filter(({ cells }) => cells[0]?.tagName === 'th').length
  return (
    rows.filter(({ isHead }) => isHead).length === 1 &&
    rows[0]?.isHead === true &&
    rows.every(({ cells }) => cells.length === width) &&
    (names === 0 || names === body.length) &&
    body.every(({ cells }) => cells.slice(1).every(({ tagName }) => tagName === 'td'))
  )
}

function plainTable(rows: readonly Row[], state: State): Table {
  state.inTable = true
  const children = rows.map(
    ({ cells, isHead }): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => {
        const inner = isHead || cell.tagName === 'th' ? withoutWholeMarks(flat(cell)) : flat(cell)
        return { type: 'tableCell', children: state.all({ ...cell, children: inner }) as PhrasingContent[] }
      }),
    }),
  )
  state.inTable = false
  const align = (rows[1]?.cells ?? []).map((_, index) => alignOf(rows, index))
  return { type: 'table', align, children }
}

/** A paragraph around the words of a cell says nothing. */
const flat = (cell: Element): ElementContent[] =>
  cell.children.flatMap((child) =>
    isElement(child, 'p', 'div') ? (child.children as ElementContent[]) : [child],
  )

function alignOf(rows: readonly Row[], index: number): 'right' | 'center' | null {
  const cells = rows.filter(({ isHead }) => !isHead).map(({ cells }) => cells[index])
  const said = cells.map((cell) => (cell ? alignmentOf(cell) : ''))
  const [first = ''] = said
  return (first === 'right' || first === 'center') && said.every((one) => one === first) ? first : null
}

function alignmentOf(cell: Element): string {
  const inner = cell.children.find((child) => isElement(child, 'p'))
  const all = [cell, ...(isElement(inner) ? [inner] : [])]
  return (
    all
      .map((one) =>
        (
          textProperty(one, 'align') ??
          /text-align:\s*(\w+)/.exec(textProperty(one, 'style') ?? '')?.[1] ??
          ''
        ).toLowerCase(),
      )
      .find((one) => one !== '') ?? ''
  )
}

/** A line a row, so that whoever edits it finds his way; no empty line, which would end it. */
function htmlTable(rows: readonly Row[]): string {
  const head = rows.findIndex(({ isHead }) => !isHead)
  const parts: (readonly [string, readonly Row[]])[] =
    head > 0
      ? [
          ['thead', rows.slice(0, head)],
          ['tbody', rows.slice(head)],
        ]
      : [['tbody', rows]]
  const lines = parts.flatMap(([name, group]) => [
    `<${name}>`,
    ...group.map(({ cells, isHead }) => `<tr>${cells.map((cell) => cellHtml(cell, isHead)).join('')}</tr>`),
    `</${name}>`,
  ])
  return ['<table>', ...lines, '</table>'].join('\n')
}

const cellHtml = (cell: Element, isHead: boolean): string =>
  writeHtml([cleaned({ ...cell, tagName: isHead ? 'th' : cell.tagName })]).replace(
    /(?<!\s)\s*\n\s*/g,
    (blank, at: number, whole: string) =>
      whole.lastIndexOf('<pre', at) > whole.lastIndexOf('</pre', at)
        ? '&#10;'.repeat(blank.split('\n').length - 1)
        : ' ',
  )

const KEPT = [
  'colSpan',
  'rowSpan',
  'scope',
  'href',
  'src',
  'alt',
  'id',
  'lang',
  'start',
  'type',
  'align',
  'title',
] as const

function cleaned(element: Element): Element {
  const properties = Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = element.properties[name]
      const isUsual = (name === 'colSpan' || name === 'rowSpan') && Number(value) === 1
      if (name === 'type' && element.tagName !== 'ol') return []
      return value === undefined || isUsual ? [] : [[name, value]]
    }),
  )
  return { ...element, properties, children: element.children.flatMap(cleanedChild) }
}

function cleanedChild(child: ElementContent): ElementContent[] {
  if (child.type === 'text') return [{ type: 'text', value: child.value }]
  if (child.type !== 'element') return []
  const note = textProperty(child, NOTE)
  if (note !== undefined) return [{ type: 'text', value: `[^${note}]` }]
  const made = cleaned(child)
  const isBare =
    /^(?:span|font|div)$/.test(child.tagName) &&
    made.properties.lang === undefined &&
    made.properties.id === undefined
  return isBare && child.tagName !== 'div' ? made.children : [made]
}
