// What the drawn photographs of tests/publications/launch are made of: shapes as SVG, in pixels.
import { createHash } from 'node:crypto'

export const WALLS = [
  '#8c3f2d',
  '#7b4a3a',
  '#5b6f73',
  '#2f4a52',
  '#c59b4b',
  '#6d7f56',
  '#a8572f',
  '#3d5a80',
  '#d9b46a',
]
export const PAPER = '#f4ead6'

export type Size = readonly [width: number, height: number]
export const ACROSS: Size = [900, 600]
export const UPRIGHT: Size = [600, 860]
export const SQUARE: Size = [680, 680]
export const LONG: Size = [1040, 500]

/** Numbers from 0 to 1, always the same for one name. */
export function chance(name: string): () => number {
  const bytes = createHash('shake256', { outputLength: 4000 }).update(name).digest()
  let at = 0
  return () => bytes[at++ % bytes.length]! / 256
}
export type Chance = ReturnType<typeof chance>

export const pick = (random: Chance): string => WALLS[Math.floor(random() * WALLS.length)]!
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')
export const box = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`
export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`

/** From top to bottom. */
export const fade = ([width, height]: Size, from: string, to: string): string =>
  `<defs><linearGradient id="f" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>${box(0, 0, width, height, 'url(#f)')}`

export function shelf(random: Chance, x: number, y: number, width: number, height: number): string {
  let books = ''
  for (let at = x + 4; at < x + width - 16; ) {
    const thick = 10 + random() * 18
    const tall = height * (0.62 + random() * 0.3)
    books += box(at, y + height - tall, Math.min(thick, x + width - 4 - at), tall, pick(random))
    at += thick + 1.5
  }
  return box(x, y, width, height, '#3a2a20') + books + box(x, y + height - 3, width, 9, '#b98a56')
}

export const shelves = (random: Chance, [width, height]: Size, rows: number): string =>
  times(rows, (row) =>
    times(2, (column) =>
      shelf(random, (column * width) / 2 + 8, (row * height) / rows + 8, width / 2 - 16, height / rows - 16),
    ),
  )

/** People as seen from the back and from afar: shapes, and no faces. */
export const crowd = (random: Chance, [width, height]: Size, count: number, at = 0.62): string =>
  times(count, (index) => {
    const x = ((index + 0.5) * width) / count + (random() - 0.5) * 30
    const y = height * at + (index % 3) * 36
    const coat = pick(random)
    return (
      disc(x, y, 24, '#4a3428') +
      shape(`M${x - 52} ${height}Q${x - 50} ${y + 22} ${x} ${y + 22}T${x + 52} ${height}Z`, coat)
    )
  })

export const umbrella = (x: number, y: number, r: number, fill: string): string =>
  line(`M${x} ${y}V${y + r * 1.5}`, '#333', 5) +
  shape(
    `M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}Q${x + r * 0.66} ${y - 18} ${x + r * 0.33} ${y}Q${x} ${y - 18} ${x - r * 0.33} ${y}Q${x - r * 0.66} ${y - 18} ${x - r} ${y}Z`,
    fill,
  )

export const tree = (x: number, y: number, r: number, fill: string): string =>
  line(`M${x} ${y}V${y + r * 2}`, '#5b4632', r / 5) +
  disc(x, y, r, fill) +
  disc(x - r * 0.6, y + r * 0.4, r * 0.7, fill) +
  disc(x + r * 0.6, y + r * 0.35, r * 0.75, fill)

export function house([width, height]: Size, wall: string, glass: string): string {
  const top = height * 0.34
  const windows = times(6, (index) => {
    const x = width * (0.15 + index * 0.125)
    return shape(`M${x} ${height * 0.76}V${height * 0.5}a24 24 0 0 1 48 0V${height * 0.76}Z`, glass)
  })
  return (
    shape(`M${width * 0.08} ${top}L${width * 0.5} ${height * 0.14}L${width * 0.92} ${top}Z`, '#3c3431') +
    box(width * 0.1, top, width * 0.8, height * 0.5, wall) +
    windows +
    disc(width * 0.5, top - height * 0.07, 22, PAPER) +
    box(width * 0.46, height * 0.6, width * 0.08, height * 0.24, '#2b201b') +
    box(0, height * 0.84, width, height * 0.16, '#8b857b')
  )
}

export const cup = (x: number, y: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y + 66}" rx="92" ry="22" fill="#e9e1d2"/>` +
  shape(`M${x - 54} ${y}H${x + 54}Q${x + 48} ${y + 66} ${x} ${y + 68}T${x - 54} ${y}Z`, fill) +
  `<ellipse cx="${x}" cy="${y}" rx="54" ry="13" fill="#6b4226"/>` +
  line(`M${x + 54} ${y + 10}q34 4 -8 38`, fill, 9)
