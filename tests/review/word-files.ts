// Word files for review, and what reviewers do to them, made by hand: small, and the same every time.
import { crc32, deflateRawSync } from 'node:zlib'
import { readMarkdown } from '../../scripts/content/markdown/processor.ts'
import { SENT_MARKS_PART, type SentMark, sentMarksXml, wordsKey } from '../../scripts/ground/sent-marks.ts'
import { sentOfBlocks } from '../../scripts/review/sent-of-blocks.ts'
import { sourceBlocks } from '../../scripts/review/source-blocks.ts'
import type { Stretch } from '../../scripts/review/word-file.ts'

/** A paragraph of a Word file. In its text `{-words-}` are deleted and `{+words+}` inserted. */
export interface Paragraph {
  readonly name?: string
  readonly text: string
  readonly style?: string
  readonly isItem?: boolean
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  readonly note?: string
  /** In one run, not in many. */
  readonly isWhole?: boolean
  /** Of its end. */
  readonly end?: 'inserted' | 'deleted'
}

export type Texts = Readonly<Record<string, string>>

/** What goes out for these texts. */
export function paragraphsOf(texts: Texts): Paragraph[] {
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }))
  const sent = sentOfBlocks(sources, (source) => sourceBlocks(source, readMarkdown))
  return sent.stretches.map(paragraphOf)
}

/** What the file knows of what went out. */
export const marksOf = (paragraphs: readonly Paragraph[]): SentMark[] =>
  paragraphs.flatMap(({ name, text }) => (name ? [{ name, words: wordsKey(text) }] : []))

const paragraphOf = ({ name, text, paragraph }: Stretch): Paragraph => ({
  ...(name === undefined ? {} : { name }),
  text,
  style: paragraph.heading > 0 ? `Heading${paragraph.heading}` : paragraph.style,
  isItem: paragraph.isItem,
  ...(paragraph.cell ? { cell: paragraph.cell } : {}),
  note: paragraph.note,
})

/** All changes accepted, as somebody writes who does not track them. */
export const untracked = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.map((one) => {
    const { end: _, ...rest } = one
    return { ...rest, text: one.text.replace(/\{-.*?-\}/gs, '').replace(/\{\+(.*?)\+\}/gs, '$1') }
  })

export interface Extras {
  readonly comments?: string
  readonly commentsExtended?: string
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
  /** Names of the marks that went out, where the file shall know them. */
  readonly wentOut?: readonly SentMark[]
  /** Around the text of the document. */
  readonly document?: (body: string) => string
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

export function wordFile(paragraphs: readonly Paragraph[], extras: Extras = {}): Buffer {
  let id = 0
  const mark = (): number => {
    id += 1
    return id
  }
  const body = storyOf(
    paragraphs.filter(({ note }) => !note),
    mark,
  )
  const notes = [...new Set(paragraphs.flatMap(({ note }) => (note ? [note] : [])))]
  const footnotes = notes.map((note) => {
    const own = paragraphs.filter((one) => one.note === note)
    return `<w:footnote w:id="${note}">${storyOf(own, mark)}</w:footnote>`
  })
  const document = `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': (extras.document ?? ((text) => text))(document),
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${footnotes.join('')}</w:footnotes>`,
    ...(extras.comments
      ? { 'word/comments.xml': `<w:comments ${NAMESPACES}>${extras.comments}</w:comments>` }
      : {}),
    ...(extras.commentsExtended
      ? {
          'word/commentsExtended.xml': `<w15:commentsEx ${NAMESPACES}>${extras.commentsExtended}</w15:commentsEx>`,
        }
      : {}),
    ...(extras.wentOut ? { [SENT_MARKS_PART]: sentMarksXml(extras.wentOut) } : {}),
    ...extras.parts,
  })
}

function storyOf(paragraphs: readonly Paragraph[], mark: () => number): string {
  const parts: string[] = []
  for (let index = 0; index < paragraphs.length; ) {
    const { cell } = paragraphs[index]!
    if (!cell) {
      parts.push(paragraphXml(paragraphs[index]!, mark))
      index += 1
      continue
    }
    const table = paragraphs.slice(index).filter((one) => one.cell?.table === cell.table)
    parts.push(tableXml(table, mark))
    index += table.length
  }
  return parts.join('')
}

function tableXml(cells: readonly Paragraph[], mark: () => number): string {
  const rows = [...new Set(cells.map(({ cell }) => cell?.row))]
  const rowXml = (row: number | undefined): string => {
    const own = cells.filter(({ cell }) => cell?.row === row)
    const columns = [...new Set(own.map(({ cell }) => cell?.column))]
    const cellXml = (column: number | undefined): string =>
      `<w:tc>${own
        .filter(({ cell }) => cell?.column === column)
        .map((one) => paragraphXml(one, mark))
        .join('')}</w:tc>`
    return `<w:tr>${columns.map(cellXml).join('')}</w:tr>`
  }
  return `<w:tbl>${rows.map(rowXml).join('')}</w:tbl>`
}

function paragraphXml(
  { name, text, style = '', isItem, isWhole, end }: Paragraph,
  mark: () => number,
): string {
  const state = end ? `<w:rPr><w:${end === 'inserted' ? 'ins' : 'del'} w:id="9" w:author="A"/></w:rPr>` : ''
  const list = isItem ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''
  const properties = `<w:pPr><w:pStyle w:val="${style}"/>${list}${state}</w:pPr>`
  const id = mark()
  const content = isWhole ? `<w:r><w:t>${escaped(text)}</w:t></w:r>` : runsOf(text)
  const marked = name
    ? `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`
    : content
  return `<w:p>${properties}${marked}</w:p>`
}

const PIECE = /\{-(.*?)-\}|\{\+(.*?)\+\}|((?:(?!\{[-+]).)+)/gs

export function runsOf(text: string): string {
  return [...text.matchAll(PIECE)]
    .map(([, gone, fresh, plain]) => {
      if (gone !== undefined)
        return `<w:del w:id="7" w:author="A. Reviewer">${runs(gone, 'w:delText')}</w:del>`
      if (fresh !== undefined) return `<w:ins w:id="8" w:author="A. Reviewer">${runs(fresh, 'w:t')}</w:ins>`
      return runs(plain ?? '', 'w:t')
    })
    .join('')
}

/** Cut as Word cuts what was written on several days. */
const runs = (text: string, name: string): string =>
  (text.match(/\uFFFC|\n|[^\uFFFC\n]{1,9}/gu) ?? [])
    .map((piece, index) => {
      const rsid = `w:rsidR="00${(10 + (index % 80)).toString()}AB12"`
      if (piece === '\uFFFC') return `<w:r ${rsid}><w:footnoteReference w:id="2"/></w:r>`
      if (piece === '\n') return `<w:r ${rsid}><w:br/></w:r>`
      return `<w:r ${rsid}><w:rPr>${index % 3 === 0 ? '<w:b/>' : ''}</w:rPr><${name} xml:space="preserve">${escaped(piece)}</${name}></w:r>`
    })
    .join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A zip without clock: names, sizes and bytes alone. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const own = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(own.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, own, packed)
    entries.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, place, own)
    offset += 4 + 26 + own.length + packed.length
  }
  const list = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}
