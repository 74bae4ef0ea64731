// The photographs of tests/publications/rich, which nobody took: drawings out of focus, through fine grain.
// `npx tsx tests/publications/draw-sea-walls.ts` writes them anew.
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'

const FOLDER = 'tests/publications/rich/chapters/images'

interface Scene {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Shapes on a field 1000 wide, and as high as the picture is for that. */
  readonly shapes: (height: number) => string
  readonly form?: 'avif' | 'gif' | 'tiff' | 'webp'
}

const sky = (height: number, top: string, foot: string): string =>
  `<linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${foot}"/></linearGradient>
  <rect width="1000" height="${height}" fill="url(#s)"/>`
const waves = (from: number, to: number, colour: string, step = 34): string => {
  const rows = Array.from({ length: Math.ceil((to - from) / step) }, (_, row) => from + row * step)
  return rows
    .map((y, row) => {
      const crests = Array.from({ length: 12 }, (_, at) => `q45 ${-6 - ((row + at) % 3) * 5} 90 0`).join('')
      return `<path d="M${-(row % 4) * 30} ${y}${crests}" fill="none" stroke="${colour}" stroke-width="${3 + (row % 3) * 2}" opacity=".5"/>`
    })
    .join('')
}
const posts = (from: number, step: number, count: number, y: number, height: number): string =>
  Array.from({ length: count }, (_, at) => `<path d="M${from + at * step} ${y + at * 3}v${height}"/>`).join(
    '',
  )
const reeds = (y: number): string =>
  Array.from({ length: 90 }, (_, at) => {
    const x = (at * 97) % 1000
    const tall = 60 + ((at * 53) % 90)
    const colour = at % 3 ? '#6d7d3a' : '#9a8f4c'
    const stem = `q${((at * 7) % 19) - 9} ${-tall / 2} ${((at * 13) % 31) - 15} ${-tall}`
    return `<path d="M${x} ${y + ((at * 31) % 160)}${stem}" stroke="${colour}" stroke-width="5" fill="none"/>`
  }).join('')

const SCENES: readonly Scene[] = [
  {
    name: 'sea-wall',
    width: 2100,
    height: 1400,
    shapes: (h) =>
      `${sky(h, '#8fa9bd', '#e9e2d2')}<path fill="#5d7f8c" d="M0 300H1000V${h}H0Z"/>${waves(320, h, '#c9d9da')}
      <path fill="#8b8f8c" d="M1000 250L420 ${h}H1000Z"/><path fill="#a9aca6" d="M1000 250L560 ${h}H700L1000 330Z"/>
      <g stroke="#6f736f" stroke-width="4" opacity=".6">${[0, 1, 2, 3, 4].map((n) => `<path d="M${940 - n * 90} ${300 + n * 110}l120 30"/>`).join('')}</g>
      <g fill="#f3efe4" opacity=".85"><ellipse cx="640" cy="430" rx="90" ry="26"/><ellipse cx="540" cy="520" rx="70" ry="20"/></g>`,
  },
  {
    name: 'groynes',
    width: 1500,
    height: 1000,
    shapes: (h) =>
      `${sky(h, '#b7c4cc', '#efe9dc')}<path fill="#6c8790" d="M0 260H1000V420H0Z"/>${waves(275, 420, '#dfe8e6', 26)}
      <path fill="#c8b48b" d="M0 400Q500 360 1000 430V${h}H0Z"/><g stroke="#4d3f31" stroke-width="16">${posts(90, 62, 8, 330, 210)}</g>
      <g stroke="#5e4d3c" stroke-width="13">${posts(590, 58, 7, 320, 170)}</g><path stroke="#4d3f31" stroke-width="12" d="M80 380L560 430M570 370L960 410"/>`,
  },
  {
    name: 'marsh',
    width: 1500,
    height: 1000,
    shapes: (h) =>
      `${sky(h, '#a9bccb', '#f2e4c4')}<path fill="#9aa386" d="M0 300Q300 260 640 290T1000 270V${h}H0Z"/>
      <path fill="#8fb0bd" d="M0 420Q250 380 420 430T760 400L1000 440V500Q700 470 520 520T0 500Z"/>${reeds(470)}`,
    form: 'webp',
  },
  {
    name: 'sluice',
    width: 1000,
    height: 1500,
    shapes: (h) =>
      `${sky(h, '#98aab5', '#dfd9cb')}<path fill="#7d8079" d="M0 520H320V${h}H0ZM680 520H1000V${h}H680Z"/><path fill="#94968e" d="M260 380H740V520H260Z"/>
      <path fill="#4a5a61" d="M320 520H680V980H320Z"/><g stroke="#39464b" stroke-width="10">${posts(350, 60, 6, 520, 440)}</g>
      <path fill="#5f7f88" d="M320 980H680V${h}H320Z"/>${waves(1010, h, '#c6d6d6', 40)}`,
    form: 'tiff',
  },
  {
    name: 'gauge',
    width: 900,
    height: 900,
    shapes: (h) =>
      `<rect width="1000" height="${h}" fill="#6f7d7c"/><path fill="#5b6968" d="M0 0H120V${h}H0ZM880 0H1000V${h}H880Z"/><rect x="400" y="60" width="200" height="760" fill="#f4f1e6"/>
      ${Array.from({ length: 19 }, (_, at) => `<rect x="400" y="${80 + at * 39}" width="${at % 5 ? 70 : 130}" height="12" fill="#20262a"/>`).join('')}
      <path fill="#4d6f7a" d="M0 700H1000V${h}H0Z" opacity=".85"/>${waves(720, h, '#d5e2e0', 36)}`,
    form: 'avif',
  },
  {
    name: 'storm',
    width: 1500,
    height: 1000,
    shapes: (h) =>
      `${sky(h, '#56636c', '#aeb4b0')}<path fill="#44565d" d="M0 380H1000V${h}H0Z"/>${waves(390, h, '#dbe3e2', 30)}
      <path fill="#7b807d" d="M0 470L620 ${h}H0Z"/>
      <g fill="#e8ece9">${Array.from({ length: 46 }, (_, at) => {
        const [x, y] = [150 + ((at * 61) % 420), 150 + ((at * 83) % 330)]
        return `<ellipse cx="${x}" cy="${y + Math.abs(x - 330) / 2}" rx="${16 + ((at * 11) % 34)}" ry="${12 + ((at * 7) % 26)}" opacity=".${3 + (at % 5)}"/>`
      }).join('')}</g>`,
  },
  {
    name: 'estuary',
    width: 1620,
    height: 2290,
    shapes: (h) =>
      `${sky(h, '#7f9fb6', '#f4dfb6')}<path fill="#c9b98d" d="M0 560Q400 500 1000 540V${h}H0Z"/>
      <path fill="#86aebd" d="M430 560Q520 700 380 860T560 1180Q760 1300 640 ${h}H1000V900Q820 760 700 560Z"/>
      <path fill="#dfe9e8" d="M460 560Q560 720 430 880T600 1180" opacity=".5"/>${reeds(900)}
      <path fill="#8b7f5b" d="M0 1150Q260 1090 420 ${h}H0Z"/>`,
  },
]

await mkdir(FOLDER, { recursive: true })
for (const { name, width, height, shapes, form } of SCENES) {
  const high = Math.round((1000 * height) / width)
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1000 ${high}">${shapes(high)}</svg>`
  const blurred = await sharp(Buffer.from(drawn)).blur(1.6).png().toBuffer()
  const image = sharp(
    await sharp(blurred)
      .composite([{ input: await grain(name, width, height), blend: 'soft-light' }])
      .removeAlpha()
      .png()
      .toBuffer(),
  )
  const file = `${FOLDER}/${name}`
  if (form === 'webp') await image.webp({ quality: 62 }).toFile(`${file}.webp`)
  else if (form === 'avif') await image.avif({ quality: 50 }).toFile(`${file}.avif`)
  else if (form === 'tiff') await image.tiff({ compression: 'jpeg', quality: 72 }).toFile(`${file}.tif`)
  else await image.jpeg({ quality: 60 }).toFile(`${file}.jpg`)
}

/** Brightness that differs softly from place to place, the same on every run. */
async function grain(name: string, width: number, height: number): Promise<Buffer> {
  const [across, down] = [Math.round(width / 5), Math.round(height / 5)]
  const cells = createHash('shake256', { outputLength: across * down })
    .update(name)
    .digest()
  return sharp(cells, { raw: { width: across, height: down, channels: 1 } })
    .linear(0.12, 112)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer()
}
