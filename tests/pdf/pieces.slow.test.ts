import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintedPiece } from '../../scripts/model/printed-piece.ts'
import { setDestinations } from '../../scripts/pdf/destinations.ts'
import { expansions } from '../../scripts/pdf/expansions.ts'
import { linkOutline } from '../../scripts/pdf/link-outline.ts'
import { setOutline } from '../../scripts/pdf/outline.ts'
import { finishPiece } from '../../scripts/pdf/pieces/finish-piece.ts'
import { joinPieces } from '../../scripts/pdf/pieces/join-pieces.ts'
import type { PieceOfBook } from '../../scripts/pdf/pieces/joining.ts'
import { openJoined } from '../../scripts/pdf/pieces/open-joined.ts'
import { writePdf } from '../../scripts/pdf/write-pdf.ts'
import { type ReadPdf, readBack } from '../../scripts/verify/read-back.ts'
import type { StructureElement } from '../../scripts/verify/structure-tree.ts'
import { A_QUARTER, differenceOf, whyNoPictures } from './looks-the-same.ts'
import { openPress, type Press } from './press.ts'

/** A bold that no file has would be drawn, in a font for each piece. */
const STYLE =
  'h1, h2, th { font-weight: 400 } section > div { break-before: page } section:first-child > div:first-child { break-before: auto }'
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGP8z8DAwMDAxAADABYAAgFrn2FEAAAAAElFTkSuQmCC'
const table = (row: string, cell: string): string =>
  `<table><tr><th id="${row}">${row}</th></tr><tr><td headers="${row}">${cell}</td></tr></table>`

/** Runs of pages, each with the section in which it stands. */
const RUNS: readonly { readonly section: string; readonly html: string }[] = [
  {
    section: 'section',
    html: `<h1 id="a">Alpha</h1><p>See <a href="#c">the third</a> about the <abbr title="World Health Organisation">WHO</abbr>.</p>${table('r1', 'one')}`,
  },
  {
    section: 'section-1',
    html: `<h1 id="b">Beta</h1><p>fgh <img src="${DOT}" alt="A dot" width="9" height="9"></p><ol><li data-means="note">First note</li></ol>`,
  },
  {
    section: 'section-1',
    html: `<h2 id="c">Gamma</h2><p>jklm back to <a href="#a">the first</a>, <abbr title="Who else">WHO</abbr></p>${table('r2', 'two')}`,
  },
  {
    section: 'section-2',
    html: `<h1 id="d">Delta</h1><p>xyz § ×</p><img src="${DOT}" alt="A dot" width="9" height="9"><ol><li data-means="note">Second note</li></ol>`,
  },
]
/** The third run goes on where the second ends. */
const CUTS: readonly (readonly number[])[] = [[4], [2, 2], [1, 1, 1, 1]]
const HEADINGS = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((text, index) => ({
  level: text === 'Gamma' ? 2 : 1,
  text,
  id: 'abcd'[index]!,
  line: 1,
}))
const ABBREVIATIONS = [
  { shown: 'WHO', title: 'World Health Organisation' },
  { shown: 'WHO', title: 'Who else' },
]

const isOneWith = (index: number): boolean => index === 2

function bodyOf(from: number, count: number): string {
  const runs = RUNS.slice(from, from + count)
  const sections = runs.map(({ section, html }, index) => {
    const opens = index === 0 || !isOneWith(from + index) ? `<section lang="en-GB-x-${section}">` : ''
    const closes = index === runs.length - 1 || !isOneWith(from + index + 1) ? '</section>' : ''
    return `${opens}<div><div>${html}</div></div>${closes}`
  })
  const own = runs.map(({ html }) => html).join('')
  const elsewhere = ['a', 'c'].filter((id) => !own.includes(`id="${id}"`))
  const wanted = ['a', 'c'].filter((id) => !elsewhere.includes(id))
  // Links lead to anchors of other pieces, and a destination is printed where a link of the same piece leads to it.
  const links = wanted.map((id) => `<a href="#${id}"></a>`).join('')
  const anchors = elsewhere.map((id) => `<i id="${id}"></i>`).join('')
  return `${sections.join('')}<div hidden>${links}</div><div style="display:none">${anchors}</div>`
}

let press: Press
let whole: Book
let cuts: readonly Book[]
beforeAll(async () => {
  press = await openPress()
  cuts = []
  for (const cut of CUTS) cuts = [...cuts, await bookOf(cut)]
  whole = cuts[0]!
})
afterAll(() => press.close())

interface Book {
  readonly pieces: readonly PieceOfBook[]
  readonly bytes: Uint8Array
  readonly read: ReadPdf
}

async function bookOf(cut: readonly number[]): Promise<Book> {
  const pieces: PieceOfBook[] = []
  let from = 0
  for (const count of cut) {
    const bytes = await press.print(bodyOf(from, count), { style: STYLE })
    const words = { note: 'Note', backToText: 'Back' }
    const piece = await finishPiece({ bytes, tags: { hasHeads: [], words } })
    pieces.push({ ...piece, continues: isOneWith(from) })
    from += count
  }
  const bytes = await join(pieces)
  return { pieces, bytes, read: await readBack(bytes) }
}

async function join(pieces: readonly PieceOfBook[]): Promise<Uint8Array> {
  const joined = await joinPieces(pieces, expansions(ABBREVIATIONS))
  setOutline(joined.pdf, HEADINGS, joined, { total: RUNS.length, anchors: {}, runs: [] })
  linkOutline(joined.pdf, joined.headings ?? [])
  setDestinations(joined.pdf, joined.destinations)
  return writePdf(joined.pdf.context)
}

/** One element a line, with all that can be said of it but its number. */
function lines(element: StructureElement | undefined, depth = 0): string[] {
  if (!element) return []
  const { type, alt, language, id, look } = element
  const said = [type, alt, language, id, ...look.headers].filter(Boolean).join(' ')
  const kids = element.kids.flatMap((kid) =>
    kid.kind === 'element' ? lines(kid.element, depth + 1) : [`${' '.repeat(depth + 1)}${kid.kind}`],
  )
  return [`${' '.repeat(depth)}${said}`, ...kids]
}

const namedObjects = async (bytes: Uint8Array, key: string, value: string): Promise<number> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  return context.enumerateIndirectObjects().filter(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object
    return dictionary instanceof PDFDict && dictionary.get(PDFName.of(key)) === PDFName.of(value)
  }).length
}

describe.each([1, 2])('a book in pieces says what it says in one piece (cut %i)', (index) => {
  it('in its text', () => {
    const textOf = ({ read }: Book) => read.text.map(({ text, page }) => [text, page])
    expect(textOf(cuts[index]!)).toEqual(textOf(whole))
  })

  it('in its structure, with sections that go on, parts, ids and what cells are told by', () => {
    const tree = lines(cuts[index]!.read.tree)
    expect(tree).toEqual(lines(whole.read.tree))
    const said = (type: RegExp) => tree.filter((line) => type.test(line)).map((line) => line.trim())
    expect(said(/Part|Sect/)).toEqual(['Sect', 'Part', 'Sect', 'Part', 'Sect'])
    expect(said(/Note|TH|TD/)).toEqual([
      'TH cell-000001',
      'TD cell-000001',
      'Note note-000001',
      'TH cell-000002',
      'TD cell-000002',
      'Note note-000002',
    ])
  })

  it('in its bookmarks, links and destinations', () => {
    const { seen, links, annotations } = cuts[index]!.read
    expect(seen.outline).toEqual(whole.read.seen.outline)
    expect(seen.destinations).toEqual(whole.read.seen.destinations)
    const said = (book: Pick<ReadPdf, 'links' | 'annotations'>) => [
      book.links.map(({ text, page }) => [text, page]),
      book.annotations.map(({ page, destination, contents }) => [page, destination, contents]),
    ]
    expect(said({ links, annotations })).toEqual(said(whole.read))
    expect(annotations.map(({ destination }) => destination)).toEqual(['c', 'a'])
  })

  it('in what abbreviations stand for, told in the order of the text', async () => {
    const said = async ({ bytes }: Book) => {
      const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
      return context
        .enumerateIndirectObjects()
        .flatMap(([, object]) => (object instanceof PDFDict ? (object.get(PDFName.of('E')) ?? []) : []))
        .map(String)
    }
    expect(await said(cuts[index]!)).toHaveLength(2)
    expect(await said(cuts[index]!)).toEqual(await said(whole))
  })

  it('with one font for a face and one picture for each that is the same', async () => {
    const { bytes, pieces, read } = cuts[index]!
    expect(pieces.every(({ faces }) => faces.length > 0)).toBe(true)
    expect(await namedObjects(bytes, 'Subtype', 'Type0')).toBe(1)
    expect(await namedObjects(bytes, 'Subtype', 'Image')).toBe(1)
    const texts = (book: ReadPdf) => [...book.fonts[0]!.unicode].sort(([one], [other]) => one - other)
    expect(texts(read)).toEqual(texts(whole.read))
  })

  it.skipIf(whyNoPictures)(`and looks the same${whyNoPictures}`, async () => {
    expect(await differenceOf(whole.bytes, cuts[index]!.bytes)).toEqual({ pages: RUNS.length, most: 0 })
  })
})

describe('fonts of pieces', () => {
  it('stay apart where a glyph of one is another one in the other', async () => {
    const [first, second] = cuts[1]!.pieces as [PieceOfBook, PieceOfBook]
    const [face] = second.faces
    const [glyph] = [...first.faces[0]!.unicode.keys()].filter((one) => face!.unicode.has(one))
    const unicode = new Map(face!.unicode).set(glyph!, '\u2603')
    const other = { ...second, faces: [{ ...face!, unicode }] }
    expect(await namedObjects(await join([first, other]), 'Subtype', 'Type0')).toBe(2)
  })
})

describe('pieces', () => {
  it('give the same bytes each time, whoever finished them', async () => {
    const { structuredClone } = globalThis
    const again = structuredClone(cuts[2]!.pieces)
    expect(Buffer.compare(await join(again), cuts[2]!.bytes)).toBe(0)
  })

  it('without tags are joined all the same', async () => {
    const printed: PrintedPiece[] = []
    for (const from of [0, 2]) {
      const bytes = await press.print(bodyOf(from, 2), { style: STYLE, tagged: false })
      printed.push({ bytes, first: from + 1, pages: 2, continues: false, remembered: false, seconds: 0 })
    }
    const pdf = await openJoined(printed)
    expect(pdf.getPages().every(({ node }) => node.Contents() instanceof PDFRawStream)).toBe(true)
    expect(pdf.getPageCount()).toBe(RUNS.length)
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
    const bytes = writePdf(pdf.context, 6)
    expect(await namedObjects(bytes, 'Subtype', 'Type0')).toBe(1)
    expect(await namedObjects(bytes, 'Subtype', 'Image')).toBe(1)
    // What is not finished has its letters where the browser set them.
    if (!whyNoPictures) expect((await differenceOf(whole.bytes, bytes)).most).toBeLessThanOrEqual(A_QUARTER)
  })
})
