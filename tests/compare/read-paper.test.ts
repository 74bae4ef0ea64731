import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { compareLooks } from '../../scripts/compare/compare-looks.ts'
import { comparePapers } from '../../scripts/compare/compare-papers.ts'
import { drawPages } from '../../scripts/compare/draw-pages.ts'
import { readPaper } from '../../scripts/compare/read-paper.ts'
import { type MadePage, makePdf } from './make-pdf.ts'
import { draw, read } from './without-threads.ts'

const BOOK: readonly MadePage[] = [
  { lines: ['Contents', 'Barriers 2'], head: 'The paper i', links: { 1: 3 } },
  { lines: ['Words on the second page,', 'and more of them'], head: 'The paper 1' },
  { lines: ['Barriers', 'What stands in the way'], head: 'The paper 2', box: 0.5 },
  { lines: ['The last page'], head: 'The paper 3' },
]

async function file(pages: readonly MadePage[]) {
  const bytes = await makePdf(pages, { title: 'A paper', labels: true })
  return { bytes, paper: await read(bytes) }
}

describe('anybody’s PDF', () => {
  it('is read: words with their places and links, labels, fonts, heads apart', async () => {
    const { paper } = await file(BOOK)
    expect(paper).toMatchObject({ title: 'A paper', fonts: ['Helvetica'] })
    expect(paper.pages.map(({ label }) => label)).toEqual(['i', '1', '2', '3'])
    expect(paper.pages[0]?.words.map(({ text, leadsTo }) => `${text}→${leadsTo}`)).toEqual([
      'Contents→0',
      'Barriers→3',
      '2→3',
    ])
    expect(paper.pages[2]?.heads.map(({ text }) => text)).toEqual(['The', 'paper', '2'])
    const [word] = paper.pages[1]?.words ?? []
    expect(word?.box.left).toBeCloseTo(40)
    expect(word?.box.bottom).toBeGreaterThan(60)
    expect(word?.box.top).toBeLessThan(60)
  })

  it('can be compared, and drawn to see what words do not tell', async () => {
    const [old, same, darker] = await Promise.all([
      file(BOOK),
      file(BOOK.map((page, index) => (index === 3 ? { ...page, head: 'The paper 33' } : page))),
      file(BOOK.map((page) => (page.box === undefined ? page : { ...page, box: 0.45 }))),
    ])
    const looked = async (now: typeof old) =>
      (await compareLooks(old, now, comparePapers(old.paper, now.paper).comparison.pages, draw)).pages.map(
        ({ state }) => state,
      )
    expect(await looked(same)).toEqual(['same', 'same', 'same', 'same']) // A folio is no look.
    expect(await looked(darker)).toEqual(['same', 'same', 'look', 'same'])
  })

  it('is drawn at the width that was asked for, the same each time', async () => {
    const { bytes } = await file(BOOK)
    const work = { bytes, pages: [3, 1], widthPx: 150, form: 'webp' } as const
    const [one, other] = [await draw(work), await drawPages(work)]
    expect(one.map(({ page, widthPx, heightPx }) => [page, widthPx, heightPx])).toEqual([
      [3, 150, 200],
      [1, 150, 200],
    ])
    expect(Buffer.from(one[0]!.bytes).subarray(8, 12).toString()).toBe('WEBP')
    expect(one.map(({ bytes: drawn }) => Buffer.from(drawn))).toEqual(
      other.map(({ bytes: drawn }) => Buffer.from(drawn)),
    )
  })
})

describe('a file that cannot be read', () => {
  it('is told in half a sentence', async () => {
    await expect(read(Buffer.from('no PDF at all'))).rejects.toThrow(/PDF/)
  })

  it('is told when it has a password', async () => {
    const pdf = await PDFDocument.load(await makePdf(BOOK))
    pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
    await expect(readPaper(await pdf.save())).rejects.toThrow('it is encrypted')
  })

  it('is given up when it takes too long', async () => {
    await expect(readPaper(await makePdf(BOOK), 1)).rejects.toThrow('reading it takes longer than 0 seconds')
  })
})
