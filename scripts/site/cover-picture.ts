// The cover as pictures: for whoever shares an address, its rings for the heads of pages, and what is left of the
// idea for an icon.
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { upright } from '../ground/drawing/marks.ts'
import { drawRings, type Ring } from '../ground/drawing/rings.ts'
import { insidePath } from '../ground/files/paths.ts'
import { ringFigures } from '../ground/templating/book-values.ts'
import { initialOf } from '../ground/templating/initial.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile } from '../model/site.ts'
import { initialPicture } from './initial-picture.ts'

/** What Open Graph asks for: 1200 × 630. */
export const COVER = { path: 'cover.png', width: 1200, height: 630 } as const

/** A quarter circle whose centre is the bottom right corner; `lit` is the one ring that is, or all of them. */
export const artPath = (lit: 'all' | number): string => `art/rings-${lit === 'all' ? 'all' : lit + 1}.svg`

export async function coverPictures(book: Book, settings: Settings): Promise<SiteFile[]> {
  const colours = coloursOf(settings)
  const rings = ringsOf(settings)
  return [
    { path: COVER.path, content: await cardOf(settings, rings, colours) },
    { path: 'icon.svg', content: svg(16, 16, icon(colours)) },
    ...[...litRings(book, settings)].map((lit) => ({
      path: artPath(lit),
      content: svg(SIDE_MM, SIDE_MM, quarter(rings, lit, colours.ink), PIXELS_PER_MM),
    })),
  ]
}

/**
 * What is shown of the cover, as the cover itself decides: its picture, its rings, the initial of the title, or its
 * ground alone.
 */
type Design = 'Picture' | 'Rings' | 'Initial' | 'Ground'

const designOf = (settings: Settings): Design => {
  const { cover, title } = settings.publication
  if (cover.picture !== '') return 'Picture'
  if (ringsOf(settings).length > 0) return 'Rings'
  return initialOf(title) === '' ? 'Ground' : 'Initial'
}

/** What that picture shows, in the words of the theme. */
export function cardWords(settings: Settings): string {
  const { theme, publication } = settings
  return (theme.words[`card${designOf(settings)}`] ?? '{title}')
    .replaceAll('{initial}', initialOf(publication.title))
    .replaceAll('{title}', publication.title)
}

async function cardOf(
  settings: Settings,
  rings: readonly Ring[],
  { grit, ink }: Colours,
): Promise<Uint8Array> {
  const { width, height } = COVER
  const design = designOf(settings)
  const png = (bytes: Uint8Array | string) =>
    sharp(Buffer.from(bytes))
      .resize(width, height, { fit: 'cover' })
      .png({ palette: true, compressionLevel: 9 })
      .toBuffer()
  if (design === 'Picture') {
    const inside = await insidePath(settings.root, settings.publication.cover.picture)
    if ('path' in inside) return png(await readFile(inside.path))
  }
  if (design === 'Initial') {
    const letter = initialOf(settings.publication.title)
    const drawn = await initialPicture({ letter, width, height, ink, ground: grit }, settings)
    if (drawn) return png(drawn)
  }
  const sheet = { width: width / PIXELS_PER_MM, height: height / PIXELS_PER_MM }
  const ground = `<path fill="${grit}" d="${upright(0, 0, sheet.width, sheet.height)}"/>`
  const art = design === 'Rings' ? ringsArt(rings, sheet, ink) : ''
  return png(svg(sheet.width, sheet.height, ground + art, PIXELS_PER_MM))
}

/** Millimetres, in which the rings are drawn. */
const SIDE_MM = 150
const PIXELS_PER_MM = 4

const svg = (width: number, height: number, body: string, scale = 1): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${body}</svg>\n`

interface Colours {
  readonly grit: string
  readonly ink: string
}

/** Colours as they may stand in an attribute; any other token is not used. */
export function coloursOf({ theme: { tokens } }: Settings): Colours {
  const colour = (token = '', otherwise: string) =>
    /^#[\da-f]{3,8}$|^[a-z]+$/i.test(token) ? token : otherwise
  return { grit: colour(tokens.grit, 'white'), ink: colour(tokens.ink, 'black') }
}

const ringsOf = (settings: Settings): Ring[] =>
  ringFigures(settings).flatMap(({ count, of }) =>
    count === undefined || of === undefined ? [] : [{ count, of }],
  )

/** The home page shows all rings, an opener one. */
function litRings(book: Book, settings: Settings): Set<'all' | number> {
  const ids = ringFigures(settings).map(({ id }) => id)
  const openers = book.chapters.flatMap(({ matter: { opener } }) =>
    opener ? [ids.indexOf(opener.ring)] : [],
  )
  return new Set(ids.length > 0 ? ['all' as const, ...openers.filter((lit) => lit >= 0)] : [])
}

function quarter(rings: readonly Ring[], lit: 'all' | number, ink: string): string {
  const shape = { rings, widthMm: SIDE_MM, heightMm: SIDE_MM, corner: 'right', lit } as const
  const drawn = drawRings({
    ...shape,
    fill: lit === 'all' ? 0.8 : 1.62,
    innerMm: 14,
    outerMm: lit === 'all' ? 149 : 146,
  })
  return coloured(drawn, ink)
}

function ringsArt(
  rings: readonly Ring[],
  { width, height }: { width: number; height: number },
  ink: string,
): string {
  const shape = { rings, widthMm: width, heightMm: height, corner: 'left', lit: 'all', fill: 0.8 } as const
  return coloured(drawRings({ ...shape, innerMm: 22, outerMm: 260 }), ink)
}

/** On a page classes have their colour from the style sheet; a picture has none. Hundredths are fine enough here. */
const coloured = (drawn: string, ink: string): string =>
  drawn
    .replaceAll('class="lit"', `fill="${ink}"`)
    .replaceAll('class="unlit"', `fill="none" stroke="${ink}" stroke-linecap="round"`)
    .replace(/\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(2))))

/** Four marks, the second one tall: what is left of the idea at 16 pixels. */
const icon = ({ grit, ink }: Colours): string =>
  `<path fill="${grit}" d="M0 0h16v16H0z"/><path fill="${ink}" d="M2 9h2v4H2zM5.3 3h2v10h-2zM8.7 9h2v4h-2zM12 9h2v4h-2z"/>`
