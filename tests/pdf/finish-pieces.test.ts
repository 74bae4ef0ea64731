import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadPdf } from '../../scripts/ground/pdf/load-pdf.ts'
import { openFinishing } from '../../scripts/pdf/finish-pdf.ts'
import { finishPiece } from '../../scripts/pdf/pieces/finish-piece.ts'
import { openPieces, type PiecesAtWork } from '../../scripts/pdf/pieces/finish-pieces.ts'
import { narrowPages } from '../../scripts/pdf/pieces/narrow-pages.ts'
import { finish, given } from '../verify/small-book.ts'

const { printed, book, document, settings } = given
const [piece] = printed.pieces
const task = {
  bytes: piece!.bytes,
  tags: { hasHeads: [false, true], words: { note: 'Note', backToText: 'Back' } },
}
const broken = { bytes: Buffer.from('%PDF-1.4 and nothing else') }

let atWork: PiecesAtWork
afterEach(() => atWork.close())

describe('a piece', () => {
  it('is the same, whether a thread finishes it or nobody else', async () => {
    atWork = openPieces(1)
    const [inThread, again] = await Promise.all([atWork.begin(task), atWork.begin(task)])
    const here = await finishPiece(task)
    expect(structuredClone(here)).toEqual(inThread)
    expect(again).toEqual(inThread)
  })

  it('has pages no wider than what was drawn on them', async () => {
    const widths = async (widthMm: number, heightMm: number): Promise<Set<number>> => {
      const pdf = await loadPdf(task.bytes)
      narrowPages(pdf, { widthMm, heightMm })
      return new Set(pdf.getPages().map((page) => Math.round(page.getMediaBox().width * 100) / 100))
    }
    expect(await widths(106, 149)).toEqual(new Set([298.08, 420]))
    // 105 mm are 396.85 pixels, and 148 mm 559.37.
    expect(await widths(105, 148)).toEqual(new Set([297, 419.25]))
  })

  it('is done here where no thread is worth it, without being asked for', async () => {
    atWork = openPieces(0)
    expect((await atWork.begin(task)).pages).toHaveLength(piece!.pages)
  })

  it.each([0, 1])('that cannot be read is told to whoever waits for it (threads: %i)', async (threads) => {
    atWork = openPieces(threads)
    await expect(atWork.all([atWork.begin(broken), atWork.begin(broken)])).rejects.toThrow()
  })

  it('is finished by nobody once the book is given up', async () => {
    atWork = openPieces(1)
    const [inThread] = [atWork.begin(task), atWork.begin(task)]
    const told = expect(inThread).rejects.toThrow()
    await atWork.close()
    await told
  })
})

describe('a book', () => {
  describe('that is remembered', () => {
    let cache: string
    let cold: Uint8Array
    let remembering: typeof given
    beforeAll(async () => {
      cache = await mkdtemp(join(tmpdir(), 'finished-'))
      remembering = { ...given, settings: { ...settings, cache, remembers: true } }
      cold = (await finish(remembering)).bytes
    })
    afterAll(() => rm(cache, { recursive: true, force: true }))

    const damage = async (end: string): Promise<void> => {
      const folder = join(cache, 'finished')
      const files = (await readdir(folder)).filter((name) => name.endsWith(end))
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) await writeFile(join(folder, file), 'damaged')
    }

    it('has the same bytes, also where pieces or the whole are damaged', async () => {
      const again = async () => Buffer.compare((await finish(remembering)).bytes, cold)
      expect(await again()).toBe(0)
      await damage('-whole')
      expect(await again()).toBe(0)
      await damage('-whole')
      await damage('-piece')
      expect(await again()).toBe(0)
    })

    it.each([
      ['another title', { publication: { ...settings.publication, title: 'Another one' } }],
      ['no claims', { draft: true }],
      [
        'its accessibility reported only',
        { publication: { ...settings.publication, accessibility: 'reported' } },
      ],
    ] as const)('with %s is made anew', async (_, other) => {
      const edited = { ...given, settings: { ...settings, ...other } }
      const { bytes } = await finish({ ...edited, settings: { ...edited.settings, cache, remembers: true } })
      expect(Buffer.compare(bytes, (await finish(edited)).bytes)).toBe(0)
      expect(Buffer.compare(bytes, cold)).not.toBe(0)
    })

    it('with a heading that says something else is made anew', async () => {
      const headings = book.headings.map((one) => ({ ...one, text: `${one.text}, again` }))
      const edited = { ...given, book: { ...book, headings } }
      const { bytes } = await finish({ ...remembering, book: edited.book })
      expect(Buffer.compare(bytes, (await finish(edited)).bytes)).toBe(0)
      expect(Buffer.compare(bytes, cold)).not.toBe(0)
    })
  })

  it('has the same bytes when it was begun before, also with another map of its pages', async () => {
    const finishing = openFinishing(document, settings)
    finishing.begin(piece!, { ...printed.pageMap, runs: [] })
    finishing.begin(piece!, printed.pageMap)
    const begun = await finishing.finish(printed, book)
    expect(Buffer.compare(begun.bytes, (await finish(given)).bytes)).toBe(0)
  })
})
