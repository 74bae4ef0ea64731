// The photographs of tests/publications/launch, which nobody took: drawings out of focus, through fine grain, of a
// library that is nowhere. `npx tsx tests/publications/draw-library.ts` writes them anew, always the same.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { SCENES } from './library-scenes.ts'
import { chance, type Size } from './library-shapes.ts'

const FOLDER = 'tests/publications/launch/launch/moments/images'
/** Brightness that differs softly from place to place. */
async function grain(name: string, [width, height]: Size): Promise<Buffer> {
  const across = Math.round(width / 5)
  const down = Math.round(height / 5)
  const cells = createHash('shake256', { outputLength: across * down })
    .update(name)
    .digest()
  return sharp(cells, { raw: { width: across, height: down, channels: 1 } })
    .linear(0.12, 112)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer()
}

for (const [name, [size, scene]] of Object.entries(SCENES)) {
  const [width, height] = size
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${scene(chance(name), size)}</svg>`
  const blurred = await sharp(Buffer.from(svg)).blur(1.1).png().toBuffer()
  await sharp(blurred)
    .composite([{ input: await grain(name, size), blend: 'soft-light' }])
    .removeAlpha()
    .jpeg({ quality: 66, mozjpeg: true })
    .toFile(`${FOLDER}/${name}.jpg`)
}
