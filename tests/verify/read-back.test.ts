import { PDFArray, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReadPdf, readBack } from '../../scripts/verify/read-back.ts'
import { squash } from '../../scripts/verify/squash.ts'
import { seenByPdfjs } from '../support/seen-by-pdfjs.ts'
import { finish, given } from './small-book.ts'
import { elements, tamper } from './tamper.ts'

let bytes: Uint8Array
let read: ReadPdf
beforeAll(async () => {
  bytes = (await finish(given)).bytes
  read = await readBack(bytes)
})

const textOnPage = (page: number): string =>
  read.text
    .filter((piece) => piece.page === page)
    .map((piece) => piece.text)
    .join(' ')

describe('readBack', () => {
  it('gives text in the order of the source, not of painting', () => {
    const text = squash(read.text.map((piece) => piece.text).join(''))
    const order = [
      'Calledbyanote',
      'Thisnotehangs',
      'Seewhatitcost',
      'Firstpoint',
      'Nestedpoint',
      'Name',
      'Council1',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('reads what stands for glyphs: small capitals as they were written, ligatures and broken words whole', () => {
    expect(textOnPage(3)).toContain('Small Capitals')
    expect(squash(textOnPage(3))).toContain('Brokeninternationally,publicationsandunbelievablylong')
  })

  it('reads text in a transparent group in its place', () => {
    expect(textOnPage(3)).toMatch(/A faded word\s+half seen\s+among others/)
  })

  it('reads the header row of a long table once, and each row once', () => {
    const all = read.text.map((piece) => piece.text)
    expect(all.filter((text) => text === 'What')).toHaveLength(1)
    expect(all.filter((text) => /^Council \d+$/.test(text.trim()))).toHaveLength(26)
  })

  it('leaves out the markers of lists and the text of drawings', () => {
    const text = read.text.map((piece) => piece.text).join('|')
    expect(text).not.toContain('not text')
    expect(text).not.toMatch(/\|1\.\s*\|/)
  })

  it('joins a link to its annotations', () => {
    const link = read.links.find((one) => one.text === 'what it cost')
    const targets = read.annotations.filter((one) => link?.annotations.includes(one.object))
    expect(targets.map((one) => one.destination)).toEqual(targets.map(() => 'two--cost'))
    expect(targets.length).toBeGreaterThan(0)
  })

  it('sees the same letters on each page as pdf.js, which shares no code with it', async () => {
    const { texts } = await seenByPdfjs(bytes)
    expect(texts.map(letters)).toEqual(
      read.pages.map(({ content: { marks, loose } }) =>
        letters([...marks.values(), ...loose.map(({ text }) => text)].join('')),
      ),
    )
  })

  it('comes to an end in a structure tree that bites its tail', async () => {
    const bitten = await tamper(bytes, (pdf) => {
      const [first] = elements(pdf, 'P')
      first!.lookup(PDFName.of('K'), PDFArray).push(first!.get(PDFName.of('P'))!)
    })
    expect((await readBack(bitten)).text.length).toBe(read.text.length)
  })

  it('reads a file without tags as one without text', async () => {
    const plain = await PDFDocument.create()
    plain.addPage([200, 200]).drawText('No tags here')
    const { text, tree, pages } = await readBack(await plain.save())
    expect({ text, tree }).toEqual({ text: [], tree: undefined })
    expect(pages[0]!.content.loose).toHaveLength(1)
  })
})

/**
 * Letters in capitals, sorted: pdf.js gives the order of painting, small capitals as capitals, and hyphens of broken
 * words.
 */
const letters = (text: string): string => [...squash(text).replaceAll('-', '').toUpperCase()].sort().join('')
