// Pictures that weigh what photographs weigh: soft shapes, fine grain, no two alike, the same on every run.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

export const PHOTOGRAPH_WIDTH = 3000
export const PHOTOGRAPH_HEIGHT = 2000

const QUALITY = 85

/** Writes `count` JPEG files of 3000 × 2000 pixels and returns their names inside `folder`, in order. */
export async function makePhotographs(folder: string, count: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const grain = await makeGrain()
  const names = Array.from({ length: count }, (_, index) => `${String(index + 1).padStart(3, '0')}.jpg`)
  // Two at a time: as many as the cores that the benchmark is meant for.
  for (let index = 0; index < count; index += 2) {
    await Promise.all(
      names.slice(index, index + 2).map((name, beside) => develop(grain, index + beside, join(folder, name))),
    )
  }
  return names
}

const GRAIN_WIDTH = PHOTOGRAPH_WIDTH + 512
const GRAIN_HEIGHT = PHOTOGRAPH_HEIGHT + 512
/** Cell size in pixels and strength: much in the large, little in the small, as in pictures of the world. */
const OCTAVES = [
  [256, 0.5],
  [64, 0.28],
  [16, 0.16],
  [4, 0.12],
  [1, 0.05],
] as const

/** Grey noise of all sizes, made once; each photograph is another detail of it. */
async function makeGrain(): Promise<Buffer> {
  const random = randomFrom(20130726)
  const sum = new Float32Array(GRAIN_WIDTH * GRAIN_HEIGHT)
  for (const [cell, strength] of OCTAVES) {
    const layer = await noise(cell, random)
    for (let index = 0; index < sum.length; index++) sum[index]! += (layer[index]! - 128) * strength * 1.6
  }
  return Buffer.from(Uint8ClampedArray.from(sum, (value) => value + 128))
}

async function noise(cell: number, random: () => number): Promise<Buffer> {
  const width = Math.ceil(GRAIN_WIDTH / cell)
  const height = Math.ceil(GRAIN_HEIGHT / cell)
  const cells = Buffer.from(Uint8Array.from({ length: width * height }, () => random() * 256))
  return sharp(cells, { raw: { width, height, channels: 1 } })
    .resize(GRAIN_WIDTH, GRAIN_HEIGHT, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}

/** A sky over hills, lit from one side, through the grain. */
async function develop(grain: Buffer, index: number, path: string): Promise<void> {
  const random = randomFrom(index + 1)
  const left = Math.floor(random() * (GRAIN_WIDTH - PHOTOGRAPH_WIDTH))
  const top = Math.floor(random() * (GRAIN_HEIGHT - PHOTOGRAPH_HEIGHT))
  await sharp(grain, { raw: { width: GRAIN_WIDTH, height: GRAIN_HEIGHT, channels: 1 } })
    .extract({ left, top, width: PHOTOGRAPH_WIDTH, height: PHOTOGRAPH_HEIGHT })
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(landscape(random)), blend: 'soft-light' }])
    .jpeg({ quality: QUALITY })
    .toFile(path)
}

function landscape(random: () => number): string {
  const colour = (from: number, to: number): string =>
    `hsl(${Math.round(from + random() * (to - from))} ${Math.round(45 + random() * 40)}% ${Math.round(25 + random() * 50)}%)`
  const hills = [0.45, 0.6, 0.75].map((start) => {
    const [first, second] = [start - random() * 0.2, start + random() * 0.2].map((y) =>
      Math.round(y * PHOTOGRAPH_HEIGHT),
    )
    const y = Math.round(start * PHOTOGRAPH_HEIGHT)
    return `<path fill="${colour(80, 160)}" d="M0 ${y}C1000 ${first} 2000 ${second} 3000 ${y}V2000H0Z"/>`
  })
  const sky = `<linearGradient id="s" x2=".4" y2="1"><stop stop-color="${colour(190, 240)}"/><stop offset="1" stop-color="${colour(15, 50)}"/></linearGradient>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000"><defs>${sky}</defs><rect width="3000" height="2000" fill="url(#s)"/>${hills.join('')}</svg>`
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
