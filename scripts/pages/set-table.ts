// Cells of a table on paper: what is not to be broken while it can be helped, and numbers that stand under each other
// by their decimals.
import type { Element, Nodes } from 'hast'
import { hasClass, isElement, withProperties } from '../ground/html/change-tree.ts'

/** A name at the head of a row has as many letters at the most; a longer one is a sentence, and may break. */
const LONGEST_NAME = 28
const LONGEST_NUMBER = 24

/** `isHeld` tells of a text whether it has a date, a price or a number with its unit in it. */
export function setTable(table: Element, language: string, isHeld: (text: string) => boolean): Element {
  const less = lessOfDecimals(table, language)
  const setCell = (cell: Element, index: number): Element => {
    const text = plainText(cell).trim()
    const isWhole = index === 0 ? text.length <= LONGEST_NAME : text.length <= LONGEST_NUMBER && isHeld(text)
    const width = less.get(cell)
    const classes = [cell.properties.className ?? [], isWhole && text.includes(' ') ? 'whole' : []].flat()
    if (width === undefined && classes.length === [cell.properties.className ?? []].flat().length) return cell
    return withProperties(cell, {
      className: classes.length > 0 ? classes.map(String) : undefined,
      ...(width ? { style: `--less: ${width}` } : {}),
    })
  }
  return inRows(table, (row) => {
    let index = -1
    return {
      ...row,
      children: row.children.map((cell) => {
        if (!isElement(cell, 'td', 'th')) return cell
        index += 1
        return setCell(cell, index)
      }),
    }
  })
}

const inRows = (element: Element, change: (row: Element) => Element): Element => ({
  ...element,
  children: element.children.map((child) => {
    if (isElement(child, 'tr')) return change(child)
    return isElement(child, 'thead', 'tbody', 'tfoot') ? inRows(child, change) : child
  }),
})

/** Of a number, what stands before its decimals, these, and what is behind it; thousands have the other sign. */
function numberPattern(language: string): RegExp {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5)
  const point = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '\\.'
  return new RegExp(`^(\\D*\\d[\\d,.'’\\u00a0 ]*?)(?:${point}(\\d{1,4}))?(\\D*)$`)
}

/** In Source Sans a point is half as wide as a figure. */
const POINT = '.25em'

/** By cell: how much narrower it ends than the number with the most decimals in its column. */
function lessOfDecimals(table: Element, language: string): ReadonlyMap<Element, string> {
  const pattern = numberPattern(language)
  const rows = rowsOf(table)
  const less = new Map<Element, string>()
  const isEven = rows.every((row) =>
    row.every(({ properties }) => properties.colSpan === undefined && properties.rowSpan === undefined),
  )
  for (let column = 0; isEven && column < (rows[0]?.length ?? 0); column += 1) {
    const cells = rows.flatMap((row) => row[column] ?? []).filter(({ tagName }) => tagName === 'td')
    if (!cells.every((cell) => hasClass(cell, 'n'))) continue
    const numbers = cells.map((cell) => pattern.exec(plainText(cell).trim()))
    if (numbers.some((number) => number?.[3] !== numbers[0]?.[3])) continue
    const decimals = numbers.map((number) => number?.[2]?.length ?? 0)
    const most = Math.max(0, ...decimals)
    for (const [index, cell] of cells.entries()) {
      const missing = most - (decimals[index] ?? 0)
      if (missing > 0)
        less.set(cell, decimals[index] === 0 ? `calc(${missing}ch + ${POINT})` : `${missing}ch`)
    }
  }
  return less
}

const plainText = (node: Nodes): string =>
  node.type === 'text' ? node.value : isElement(node) ? node.children.map(plainText).join('') : ''

const rowsOf = (element: Element): Element[][] =>
  element.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child.children.filter((cell) => isElement(cell, 'td', 'th'))]
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : []
  })
