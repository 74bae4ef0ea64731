// The bytes of a Word file → what a reader of it meets. Shares nothing with what writes them.
import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { zipFilesIn } from '../ground/archives/zip-files.ts'
import { type ReviewMark, readMark } from '../ground/review-marks.ts'

export interface ReadParagraph {
  readonly style: string
  readonly text: string
  /** Of a heading, from 1. */
  readonly level: number | undefined
  readonly mark: ReviewMark | undefined
  /** Of a note, which stands behind all others. */
  readonly isNote: boolean
}

export interface ReadTable {
  readonly hasHeaderRow: boolean
  /** Of each row, what its cells say. */
  readonly rows: readonly (readonly string[])[]
}

export interface ReadWord {
  readonly title: string
  readonly language: string
  /** In reading order, those of notes behind all others. */
  readonly paragraphs: readonly ReadParagraph[]
  readonly tables: readonly ReadTable[]
  readonly pictures: readonly { readonly alt: string; readonly isDecorative: boolean }[]
  /** Links within the file, and their words. */
  readonly links: readonly { readonly to: string; readonly words: string; readonly lands: boolean }[]
}

const MOST_BYTES = 200 * 1024 * 1024

/** Throws where a part is missing, or is no XML. */
export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  const files = await zipFilesIn(Buffer.from(bytes))
  try {
    const read = async (name: string): Promise<Root> =>
      fromXml((await files.read(name, MOST_BYTES)).toString('utf8'))
    const [document, notes, relations, core, styles] = await Promise.all(
      [
        'word/document.xml',
        'word/footnotes.xml',
        'word/_rels/document.xml.rels',
        'docProps/core.xml',
        'word/styles.xml',
      ].map(read),
    )
    return understood({
      document: document!,
      notes: notes!,
      relations: relations!,
      core: core!,
      styles: styles!,
    })
  } finally {
    files.close()
  }
}

interface Parts {
  readonly document: Root
  readonly notes: Root
  readonly relations: Root
  readonly core: Root
  readonly styles: Root
}

function understood({ document, notes, relations, core, styles }: Parts): ReadWord {
  const texts = [document, notes]
  const all = (name: string): Element[] => texts.flatMap((tree) => allIn(tree, name))
  const places = new Set(all('w:bookmarkStart').map((one) => one.attributes['w:name'] ?? ''))
  const outside = new Set(allIn(relations, 'Relationship').map((one) => one.attributes.Id ?? ''))
  const lands = ({ attributes }: Element): boolean =>
    attributes['w:anchor'] ? places.has(attributes['w:anchor']) : outside.has(attributes['r:id'] ?? '')
  return {
    title: wordsIn(allIn(core, 'dc:title')[0]),
    language: allIn(styles, 'w:lang')[0]?.attributes['w:val'] ?? '',
    paragraphs: texts.flatMap((tree) => allIn(tree, 'w:p').map((one) => readParagraph(one, tree === notes))),
    tables: all('w:tbl').map((table) => ({
      hasHeaderRow: allIn(allIn(table, 'w:tr')[0], 'w:tblHeader').length > 0,
      rows: allIn(table, 'w:tr').map((row) => allIn(row, 'w:tc').map(wordsIn)),
    })),
    pictures: all('wp:docPr').map((one) => ({
      alt: one.attributes.descr ?? '',
      isDecorative: allIn(one, 'adec:decorative').length > 0,
    })),
    links: all('w:hyperlink').map((link) => ({
      to: link.attributes['w:anchor'] ?? '',
      words:
        allIn(link, 'w:t').map(wordsIn).join('') +
        allIn(link, 'wp:docPr')
          .map(({ attributes }) => attributes.descr ?? '')
          .join(''),
      lands: lands(link),
    })),
  }
}

function readParagraph(paragraph: Element, isNote: boolean): ReadParagraph {
  const style = allIn(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? ''
  const level = /^Heading([1-6])$/.exec(style)?.[1]
  const marks = allIn(paragraph, 'w:bookmarkStart').map(({ attributes }) =>
    readMark(attributes['w:name'] ?? ''),
  )
  return {
    style,
    text: wordsIn(paragraph),
    level: level ? Number(level) : undefined,
    mark: marks.find((one) => one !== undefined),
    isNote,
  }
}

/** Words as they are shown; those of a paragraph within another are its own. */
function wordsIn(node: Nodes | undefined): string {
  if (!node) return ''
  if (node.type === 'text') return node.value
  if (node.type !== 'element' && node.type !== 'root') return ''
  if (node.type === 'element') {
    if (node.name === 'w:tab' || node.name === 'w:br') return ' '
    if (UNSHOWN.has(node.name) || isCall(node)) return ''
  }
  return node.children.map(wordsIn).join('')
}

/** The number of a note is no word of the text that calls it. */
const isCall = (node: Element): boolean =>
  node.name === 'w:r' && allIn(node, 'w:rStyle')[0]?.attributes['w:val'] === 'FootnoteReference'

const UNSHOWN = new Set(['w:instrText', 'w:pPr', 'w:rPr', 'w:drawing', 'w:delText'])

function allIn(node: Nodes | undefined, name: string): Element[] {
  const found: Element[] = []
  const walk = (one: Nodes): void => {
    if (one.type === 'element' && one.name === name) found.push(one)
    if ('children' in one) for (const child of one.children) walk(child)
  }
  if (node) walk(node)
  return found
}
