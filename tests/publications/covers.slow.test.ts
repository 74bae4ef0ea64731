// Covers as they are seen: drawn from the finished file.
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '../../scripts/compare/draw-pages.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(async () => browser?.close())

/** Red on the left, blue on the right. */
async function twoColours(): Promise<Buffer> {
  const blue = { create: { width: 700, height: 900, channels: 3, background: '#0000ff' } } as const
  return sharp({ create: { width: 1400, height: 900, channels: 3, background: '#ff0000' } })
    .composite([{ input: await sharp(blue).png().toBuffer(), left: 700, top: 0 }])
    .png()
    .toBuffer()
}

/** The cover, 1240 pixels wide. */
async function coverOf(cover: string, more = '') {
  const root = await publicationFolder({
    'publication.yaml': `title: A paper\nlanguage: en\ncover: ${cover}\n${more}`,
    'chapters/01-a.md': '---\ntitle: One\n---\n\nText.\n',
    'two.png': await twoColours(),
  })
  const { finished, findings, printed } = await buildPublication(root, browser)
  const [page] = await drawPages({ bytes: finished.bytes, pages: [1], widthPx: 1240, form: 'png' })
  const { data, info } = await sharp(page?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): number[] => {
    const from = ((info.height + y) % info.height) * info.width + ((info.width + x) % info.width)
    return [...data.subarray(from * 3, from * 3 + 3)]
  }
  return { at, findings, pages: printed.pageMap.total }
}

describe('a photograph on the cover', () => {
  it.each(['standard', 'report'])('goes past the edge of the page, and begins no other: %s', async (look) => {
    const { at, pages } = await coverOf('{ picture: two.png }', `look: ${look}\n`)
    // The last row of pixels is one of the page in part.
    expect(at(-2, -2)).toEqual([0, 0, 255])
    expect(at(1, -2)).toEqual([255, 0, 0])
    expect(pages).toBe(4)
  })

  it.each([
    ['left', [255, 0, 0]],
    ['right', [0, 0, 255]],
    ['100% 20%', [0, 0, 255]],
  ])('is cut to what its focus says: %s', async (focus, middle) => {
    const { at } = await coverOf(`{ picture: two.png, focus: ${focus} }`)
    expect(at(focus === 'left' ? 640 : 600, -100)).toEqual(middle)
  })
})
