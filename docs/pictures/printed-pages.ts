// Pages as pictures, from the PDF that a build makes of a publication.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { drawPages } from '../../scripts/compare/draw-pages.ts'

export interface Printed {
  readonly bytes: Uint8Array
  readonly pageMap: readonly { readonly title: string; readonly page: number | null }[]
}

/** The PDF of a publication, built for this alone, in a folder in `work`. */
export function printed(root: string, work: string): Printed {
  const out = mkdtempSync(join(work, 'dist-'))
  const { status, stderr } = spawnSync(
    process.execPath,
    ['bin/whitepaper.mjs', 'build', '--root', root, '--out', out, '--quiet'],
    { encoding: 'utf8' },
  )
  const name = readdirSync(out).find((file) => file.endsWith('.pdf'))
  if (status !== 0 || !name) throw new Error(`${root} could not be printed: ${stderr}`)
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Pick<Printed, 'pageMap'>
  return { bytes: readFileSync(join(out, name)), pageMap: report.pageMap }
}

const ACROSS = 4
const PAGE_PX = 380
const GAP_PX = 8
const GROUND = '#d9dcde'

/** Pages side by side: each by its number from 1, or by a heading on it. */
export async function rowsOfPages(
  { bytes, pageMap }: Printed,
  shown: readonly (number | string)[],
): Promise<Buffer> {
  const pages = shown.map((one) => {
    const page = typeof one === 'number' ? one : pageMap.find(({ title }) => title === one)?.page
    if (!page) throw new Error(`No page has the heading “${one}”.`)
    return page
  })
  const pictures = await drawPages({ bytes, pages, widthPx: PAGE_PX, form: 'png' })
  const heightPx = Math.max(...pictures.map((one) => one.heightPx))
  const placed = pictures.map((one, index) => ({
    input: Buffer.from(one.bytes),
    left: GAP_PX + (index % ACROSS) * (PAGE_PX + GAP_PX),
    top: GAP_PX + Math.floor(index / ACROSS) * (heightPx + GAP_PX),
  }))
  const rows = Math.ceil(pages.length / ACROSS)
  return onGround(GAP_PX + ACROSS * (PAGE_PX + GAP_PX), GAP_PX + rows * (heightPx + GAP_PX), placed, 64)
}

export const onGround = (
  width: number,
  height: number,
  placed: OverlayOptions[],
  colours: number,
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite(placed)
    .png({ palette: true, colours, effort: 10, compressionLevel: 9 })
    .toBuffer()
