// A token before and after: the same parts of the same pages, as built in on the left and changed on the right.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type OverlayOptions, type Region } from 'sharp'
import { stringify } from 'yaml'
import { drawPages } from '../../scripts/compare/draw-pages.ts'
import { onGround, type Printed, printed } from './printed-pages.ts'
import type { Cut, TokenPicture } from './token-pictures.ts'

export const SPECIMEN = 'docs/specimen'
const HALF_PX = 480
const GAP_PX = 12
const PAGE_WIDTH_MM = 210

let builtIn: Printed | undefined

/** Throws where a part looks the same on both sides: it would show nothing. */
export async function beforeAndAfter(picture: TokenPicture, work: string): Promise<Buffer> {
  const { token, value, cuts } = picture
  builtIn ??= printed(SPECIMEN, work)
  const changed = printed(specimenWith(token, value, work), work)
  const [befores, afters] = await Promise.all([partsOf(builtIn, cuts), partsOf(changed, cuts)])
  const placed: OverlayOptions[] = []
  const places = placesBefore(picture)
  for (const [index, cut] of cuts.entries()) {
    const [before, after] = [befores[index]!, afters[index]!]
    if (before.equals(after)) throw new Error(`${token}: nothing is moved in ${cut.join(' ')}.`)
    const { left, top } = places[index]!
    placed.push({ input: before, left, top }, { input: after, left: left + HALF_PX + GAP_PX, top })
  }
  const last = places.at(-1)!
  return onGround(3 * GAP_PX + 2 * HALF_PX, last.top + last.height + GAP_PX, placed, 32)
}

function specimenWith(token: string, value: string, work: string): string {
  const root = mkdtempSync(join(work, 'specimen-'))
  cpSync(SPECIMEN, root, { recursive: true })
  mkdirSync(join(root, 'templates'), { recursive: true })
  writeFileSync(join(root, 'templates/theme.yaml'), stringify({ tokens: { [token]: value } }))
  return root
}

/** Where the left side of a picture has its cuts. */
export function placesBefore({ cuts }: TokenPicture): Region[] {
  let top = GAP_PX
  return cuts.map((cut) => {
    const place = { left: GAP_PX, top, width: HALF_PX, height: heightOf(cut) }
    top += place.height + GAP_PX
    return place
  })
}

const heightOf = ([, , , widthMm, heightMm]: Cut): number => Math.round((HALF_PX * heightMm) / widthMm)

const widthOf = ([, , , widthMm]: Cut): number => Math.round((PAGE_WIDTH_MM * HALF_PX) / widthMm)

/** Cut by cut; pages of one size are drawn at once, for each drawing loads what draws. */
export async function partsOf({ bytes }: Printed, cuts: readonly Cut[]): Promise<Buffer[]> {
  const drawn = new Map<string, { readonly bytes: Uint8Array; readonly widthPx: number }>()
  for (const widthPx of new Set(cuts.map(widthOf))) {
    const own = cuts.filter((cut) => widthOf(cut) === widthPx)
    const pages = [...new Set(own.map(([page]) => page))]
    const wholes = await drawPages({ bytes, pages, widthPx, form: 'png' })
    for (const [index, whole] of wholes.entries()) drawn.set(`${pages[index]} ${widthPx}`, whole)
  }
  return Promise.all(
    cuts.map((cut) => {
      const whole = drawn.get(`${cut[0]} ${widthOf(cut)}`)
      if (!whole) throw new Error(`There is no page ${cut[0]}.`)
      return partOf(whole, cut)
    }),
  )
}

function partOf(whole: { readonly bytes: Uint8Array; readonly widthPx: number }, cut: Cut): Promise<Buffer> {
  const [, leftMm, topMm, widthMm] = cut
  const pxPerMm = HALF_PX / widthMm
  const [left, top] = [Math.round(leftMm * pxPerMm), Math.round(topMm * pxPerMm)]
  return sharp(Buffer.from(whole.bytes))
    .extract({ left, top, width: Math.min(HALF_PX, whole.widthPx - left), height: heightOf(cut) })
    .png()
    .toBuffer()
}
