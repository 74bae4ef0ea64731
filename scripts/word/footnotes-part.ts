import type { Footnote } from './writing.ts'
import { NAMESPACES, val, type Xml, xml } from './xml.ts'

/** `word/footnotes.xml`, with the lines that stand over them. */
export const footnotesPart = (footnotes: readonly Footnote[]): Xml =>
  xml('w:footnotes', NAMESPACES, [
    line('separator', -1),
    line('continuationSeparator', 0),
    ...footnotes.map(({ id, blocks }) => xml('w:footnote', { 'w:id': id }, blocks)),
  ])

const line = (type: 'separator' | 'continuationSeparator', id: number): Xml =>
  xml('w:footnote', { 'w:type': type, 'w:id': id }, [
    xml('w:p', {}, [
      xml('w:pPr', {}, [xml('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })]),
      xml('w:r', {}, [xml(`w:${type}`)]),
    ]),
  ])

/** The number of a note before its words. */
export const noteNumber = (): readonly Xml[] => [
  xml('w:r', {}, [xml('w:rPr', {}, [val('w:rStyle', 'FootnoteReference')]), xml('w:footnoteRef')]),
  xml('w:r', {}, [xml('w:t', { 'xml:space': 'preserve' }, [' '])]),
]
