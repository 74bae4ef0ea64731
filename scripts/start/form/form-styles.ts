// How the form looks: real styles, so that headings are headings to a screen reader, and to whoever reads it back.
import type { Element } from 'xast'
import { element, valued } from './word-xml.ts'

/** `language`: of what will be written; the words of the form itself are English. */
export const formStyles = (language: string): Element =>
  element('w:styles', NAMESPACE, [
    element('w:docDefaults', {}, [
      element('w:rPrDefault', {}, [
        element('w:rPr', {}, [
          element('w:rFonts', { 'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:cs': 'Arial' }),
          valued('w:sz', 22),
          element('w:lang', { 'w:val': language }),
        ]),
      ]),
      element('w:pPrDefault', {}, [
        element('w:pPr', {}, [element('w:spacing', { 'w:after': 120, 'w:line': 264, 'w:lineRule': 'auto' })]),
      ]),
    ]),
    style('paragraph', 'Normal', 'Normal', [], { 'w:default': 1 }),
    style('character', 'DefaultParagraphFont', 'Default Paragraph Font', [], { 'w:default': 1 }),
    heading('Title', 'Title', 44),
    heading('Heading1', 'heading 1', 32, 0),
    heading('Heading2', 'heading 2', 26, 1),
    heading('Heading3', 'heading 3', 24, 2),
    paragraphStyle('FormText', 'Form text', [], [ENGLISH]),
    paragraphStyle('FormLabel', 'Form label', [], [element('w:b'), ENGLISH]),
    paragraphStyle(
      'FormHint',
      'Form hint',
      [element('w:keepNext')],
      [valued('w:color', '505050'), valued('w:sz', 20), ENGLISH],
    ),
    listStyle('ListBullet', 'List Bullet', 1),
    listStyle('ListNumber', 'List Number', 2),
    paragraphStyle('Quote', 'Quote', [element('w:ind', { 'w:left': 567 })], []),
    paragraphStyle('Caption', 'caption', [], [valued('w:sz', 20)]),
    style('character', 'PlaceholderText', 'Placeholder Text', [
      element('w:rPr', {}, [valued('w:color', '595959')]),
    ]),
    style('table', 'TableGrid', 'Table Grid', [element('w:tblPr', {}, [borders(), margins])]),
  ])

export const NAMESPACE = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
} as const

const ENGLISH = element('w:lang', { 'w:val': 'en-GB' })

const style = (
  type: string,
  id: string,
  name: string,
  children: readonly Element[],
  more: Readonly<Record<string, string | number>> = {},
): Element =>
  element('w:style', { 'w:type': type, ...more, 'w:styleId': id }, [valued('w:name', name), ...children])

const paragraphStyle = (
  id: string,
  name: string,
  ofParagraph: readonly Element[],
  ofRuns: readonly Element[],
): Element =>
  style('paragraph', id, name, [
    valued('w:basedOn', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, ofParagraph),
    element('w:rPr', {}, ofRuns),
  ])

/** `level` from 0; the title has none. */
const heading = (id: string, name: string, size: number, level?: number): Element =>
  style('paragraph', id, name, [
    valued('w:basedOn', 'Normal'),
    valued('w:next', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, [
      element('w:keepNext'),
      element('w:spacing', { 'w:before': 240, 'w:after': 120 }),
      ...(level === undefined ? [] : [valued('w:outlineLvl', level)]),
    ]),
    element('w:rPr', {}, [element('w:b'), valued('w:sz', size)]),
  ])

const listStyle = (id: string, name: string, list: number): Element =>
  paragraphStyle(id, name, [element('w:numPr', {}, [valued('w:numId', list)])], [])

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

const borders = (): Element =>
  element(
    'w:tblBorders',
    {},
    SIDES.map((side) =>
      element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '767676' }),
    ),
  )

const margins = element('w:tblCellMar', {}, [
  element('w:top', { 'w:w': 60, 'w:type': 'dxa' }),
  element('w:left', { 'w:w': 108, 'w:type': 'dxa' }),
  element('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
])

/** List 1 has bullets, list 2 numbers. */
export const formNumbering = (): Element =>
  element('w:numbering', NAMESPACE, [
    ...[bullets(), numbers()].map((level, index) =>
      element('w:abstractNum', { 'w:abstractNumId': index }, [
        valued('w:multiLevelType', 'singleLevel'),
        level,
      ]),
    ),
    ...[1, 2].map((list) => element('w:num', { 'w:numId': list }, [valued('w:abstractNumId', list - 1)])),
  ])

const bullets = (): Element => level('bullet', '•', 'ListBullet')
const numbers = (): Element => level('decimal', '%1.', 'ListNumber')

const level = (format: string, text: string, ofStyle: string): Element =>
  element('w:lvl', { 'w:ilvl': 0 }, [
    valued('w:start', 1),
    valued('w:numFmt', format),
    valued('w:pStyle', ofStyle),
    valued('w:lvlText', text),
    valued('w:lvlJc', 'left'),
    element('w:pPr', {}, [element('w:ind', { 'w:left': 567, 'w:hanging': 397 })]),
  ])
