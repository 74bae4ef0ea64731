// Pieces of WordprocessingML (ECMA-376, part 1, 17).
import type { Element, ElementContent } from 'xast'

export type Attributes = Readonly<Record<string, string | number>>

export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly ElementContent[] = [],
): Element => ({
  type: 'element',
  name,
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
  children: [...children],
})

/** An element of one value: `w:val`. */
export const valued = (name: string, value: string | number): Element => element(name, { 'w:val': value })

/** Words, of a style of characters where one is named. */
export const run = (words: string, style?: string): Element =>
  element('w:r', {}, [
    ...(style ? [element('w:rPr', {}, [valued('w:rStyle', style)])] : []),
    element('w:t', { 'xml:space': 'preserve' }, [{ type: 'text', value: words }]),
  ])

export const paragraph = (style: string, children: readonly ElementContent[]): Element =>
  element('w:p', {}, [
    ...(style === '' ? [] : [element('w:pPr', {}, [valued('w:pStyle', style)])]),
    ...children,
  ])

/** With a header row, which Word repeats and screen readers name. Widths in twentieths of a point. */
export const table = (
  about: string,
  widths: readonly number[],
  header: readonly string[],
  rows: readonly Element[],
): Element =>
  element('w:tbl', {}, [
    element('w:tblPr', {}, [
      valued('w:tblStyle', 'TableGrid'),
      element('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
      valued('w:tblCaption', about),
    ]),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    row(
      header.map((words, index) => cell(widths[index] ?? 0, [paragraph('FormLabel', [run(words)])])),
      [element('w:cantSplit'), element('w:tblHeader')],
    ),
    ...rows,
  ])

export const row = (
  cells: readonly Element[],
  properties: readonly Element[] = [element('w:cantSplit')],
): Element => element('w:tr', {}, [element('w:trPr', {}, properties), ...cells])

export const cell = (width: number, children: readonly Element[]): Element =>
  element('w:tc', {}, [
    element('w:tcPr', {}, [element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]),
    ...children,
  ])
