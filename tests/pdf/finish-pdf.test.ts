import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Book } from '../../scripts/model/book.ts'
import type { FinishedPdf } from '../../scripts/model/finished.ts'
import { type SeenByPdfjs, type SeenEntry, seenByPdfjs } from '../support/seen-by-pdfjs.ts'
import { finish, given, pieceOf } from '../verify/small-book.ts'

let finished: FinishedPdf
let seen: SeenByPdfjs
beforeAll(async () => {
  finished = await finish(given)
  seen = await seenByPdfjs(finished.bytes)
})

const seenOf = async (book: Parameters<typeof finish>[0]): Promise<SeenByPdfjs> =>
  seenByPdfjs((await finish(book)).bytes)

describe('page labels', () => {
  it('are the folios, for whoever opens the file', () => {
    expect(seen.labels).toEqual(finished.labels)
    expect(finished.labels.slice(0, 4)).toEqual(['i', 'ii', '1', '2'])
  })
})

describe('metadata', () => {
  it('says in Info what the publication says of itself', () => {
    const { info } = seen
    expect(info).toMatchObject({
      Title: 'A small book <of> “tests” & more',
      Author: 'Ada Example; Béla Sample',
      Subject: 'Read back',
      Keywords: 'reading, proof',
      Creator: 'whitepaper 0.1.0',
      CreationDate: 'D:20130726000000Z',
      ModDate: 'D:20130726000000Z',
      Language: 'en-GB',
    })
    expect(info).toHaveProperty('Producer', expect.stringContaining('Chrom'))
  })

  it('says the same in XMP, and what the file claims to be', () => {
    expect(seen.xmp?.title).toBe('A small book <of> “tests” & more')
    expect(seen.xmp?.creator).toEqual(['Ada Example', 'Béla Sample'])
    const raw = seen.xmp?.raw
    expect(raw).toContain('<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>')
    expect(raw).toContain(
      '<dc:subject><rdf:Bag><rdf:li>reading</rdf:li><rdf:li>proof</rdf:li></rdf:Bag></dc:subject>',
    )
    expect(raw).toContain('<xmp:CreateDate>2013-07-26T00:00:00Z</xmp:CreateDate>')
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  })

  it('claims nothing for a draft', async () => {
    const { xmp } = await seenOf({ ...given, settings: { ...given.settings, draft: true } })
    expect(xmp?.raw).not.toMatch(/pdfaid|pdfuaid|pdfx/)
  })

  it('says which colours are meant', async () => {
    const again = await PDFDocument.load(finished.bytes, { updateMetadata: false })
    const intents = again.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
    const profile = intents.lookup(0, PDFDict).lookup(PDFName.of('DestOutputProfile')) as PDFRawStream
    expect(inflateSync(profile.contents).toString('latin1', 36, 40)).toBe('acsp')
  })

  it('names the publisher where no makers are known, and nobody where nobody is', async () => {
    const authorOf = async (publisher: string) => {
      const publication = { ...given.settings.publication, makers: [], publisher }
      return (await seenOf({ ...given, settings: { ...given.settings, publication } })).info
    }
    expect(await authorOf('A council')).toHaveProperty('Author', 'A council')
    expect(await authorOf('')).not.toHaveProperty('Author')
  })

  it('makes a viewer show the title and the bookmarks', () => {
    expect(seen.preferences).toMatchObject({ DisplayDocTitle: true })
    expect(seen.pageMode).toBe('UseOutlines')
  })
})

describe('bookmarks', () => {
  const titles = async (book: Book) => {
    const line = (items: readonly SeenEntry[], depth: number): string[] =>
      items.flatMap((item) => [`${'-'.repeat(depth)}${item.title}`, ...line(item.items, depth + 1)])
    return line((await seenOf({ ...given, book })).outline, 0)
  }

  it('are the headings of the book', async () => {
    const expected = [
      'A small book',
      'Contents',
      'One & two: “quoted”',
      '-A wide page',
      'Two',
      '-Cost',
      '-End',
      'Index',
    ]
    expect(await titles(given.book)).toEqual(expected)
  })

  it('are made anew where the browser nested or named them otherwise', async () => {
    const headings = given.book.headings.map((heading) =>
      heading.id === 'two' ? { ...heading, level: 2, text: 'Tw' } : heading,
    )
    expect(await titles({ ...given.book, headings })).toEqual([
      'A small book',
      'Contents',
      'One & two: “quoted”',
      '-A wide page',
      '-Tw',
      '-Cost',
      '-End',
      'Index',
    ])
  })

  it('lead to the place of their heading, also when made anew', async () => {
    const headings = given.book.headings.filter((heading) => heading.id !== 'two--cost')
    const { outline } = await seenOf({ ...given, book: { ...given.book, headings } })
    const two = outline[3]!
    const end = two.items[0]!
    expect([two.title, end.title]).toEqual(['Two', 'End'])
    expect(end.page).toBe(10)
  })

  it('know the heading in the structure that they lead to', async () => {
    const again = await PDFDocument.load(finished.bytes, { updateMetadata: false })
    let item = again.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict)
    const types: string[] = []
    for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      types.push(String(item.lookup(PDFName.of('SE'), PDFDict).get(PDFName.of('S'))))
    }
    expect(types).toEqual(['/H1', '/H1', '/H1', '/H1', '/H1'])
  })

  it('leave out a heading that is nowhere in the PDF, so that reading back can miss it', async () => {
    const lost = { level: 1, text: 'Lost', id: 'lost', line: 1 }
    expect(await titles({ ...given.book, headings: [...given.book.headings, lost] })).not.toContain('Lost')
  })
})

describe('the file', () => {
  it('is the same, byte for byte, whenever and wherever it is finished', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const again = await finish(given)
      expect(Buffer.compare(again.bytes, finished.bytes)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('is the same when the browser printed at another time', async () => {
    const later = Buffer.from(given.printed.pieces[0]!.bytes)
      .toString('latin1')
      .replace(/\(D:\d{14}/g, '(D:20300101000000')
    const again = await finish({
      ...given,
      printed: { ...given.printed, pieces: [pieceOf(Buffer.from(later, 'latin1'))] },
    })
    expect(Buffer.compare(again.bytes, finished.bytes)).toBe(0)
  })

  it('has another id when its content is another', async () => {
    const idOf = (bytes: Uint8Array) => /\/ID\[<(\w{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
    const other = await finish({ ...given, settings: { ...given.settings, epoch: 0 } })
    expect(idOf(finished.bytes)).toMatch(/^\w{32}$/)
    expect(idOf(other.bytes)).not.toBe(idOf(finished.bytes))
  })

  it('is smaller than what the browser wrote, and has the same pages', async () => {
    expect(finished.bytes.length).toBeLessThan(given.printed.pieces[0]!.bytes.length * 0.8)
    const again = await PDFDocument.load(finished.bytes, { updateMetadata: false })
    expect(again.getPageCount()).toBe(given.printed.pageMap.total)
  })

  it('keeps its places in a sorted tree of names', async () => {
    const { catalog } = await PDFDocument.load(finished.bytes, { updateMetadata: false })
    expect(catalog.has(PDFName.of('Dests'))).toBe(false)
    const tree = catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict)
    const leaves = tree.lookup(PDFName.of('Kids'), PDFArray)
    const names = leaves.asArray().flatMap((_, index) => {
      const leaf = leaves.lookup(index, PDFDict).lookup(PDFName.of('Names'), PDFArray)
      return leaf.asArray().flatMap((one) => (one instanceof PDFString ? [one.decodeText()] : []))
    })
    expect(names).toContain('two--cost')
    expect(names).toEqual([...names].sort())
  })

  it('holds nothing that its catalog does not lead to', async () => {
    const again = await PDFDocument.load(finished.bytes, { updateMetadata: false })
    const infos = again.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && object.has(PDFName.of('Producer')))
    expect(infos).toHaveLength(1)
  })

  const qpdf = spawnSync('qpdf', ['--version']).status === 0
  // CI installs it, and must not pass without.
  it.skipIf(!qpdf && process.env.WHITEPAPER_REQUIRE_RENDERERS !== '1')(
    `passes qpdf --check${qpdf ? '' : ' (skipped: qpdf is not on this machine)'}`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'finish-pdf-'))
      try {
        const file = join(folder, 'book.pdf')
        await writeFile(file, finished.bytes)
        expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
          'No syntax or stream encoding errors',
        )
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  )
})
