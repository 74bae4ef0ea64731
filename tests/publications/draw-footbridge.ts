// The photograph of tests/publications/neutral, which nobody took: a drawing out of focus, through fine grain.
// `npx tsx tests/publications/draw-footbridge.ts` writes it anew.
import { createHash } from 'node:crypto'
import sharp from 'sharp'

const FILE = 'tests/publications/neutral/chapters/images/footbridge.jpg'
/** Sharp enough for the width of the text in A4, at 150 to the inch. */
const WIDTH = 1080
const HEIGHT = 720
const POSTS = Array.from({ length: 13 }, (_, index) => 130 + index * 68)

const blurred = await sharp(Buffer.from(bridge())).blur(1.2).png().toBuffer()
await sharp(blurred)
  .composite([{ input: await grain(), blend: 'soft-light' }])
  .jpeg({ quality: 68 })
  .toFile(FILE)

/** Brightness that differs softly from place to place, the same on every run. */
async function grain(): Promise<Buffer> {
  const cells = createHash('shake256', { outputLength: 270 * 180 })
    .update('footbridge')
    .digest()
  return sharp(cells, { raw: { width: 270, height: 180, channels: 1 } })
    .linear(0.15, 110)
    .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer()
}

function bridge(): string {
  const deck = (x: number): number => 405 + ((x - 540) / 500) ** 2 * 55
  const posts = POSTS.map((x) => `M${x} ${deck(x)}v-88`).join('')
  const trees = [60, 150, 210, 330, 420, 640, 720, 860, 930, 1010]
    .map(
      (x, index) =>
        `<ellipse cx="${x}" cy="${268 - (index % 3) * 14}" rx="58" ry="${62 + (index % 4) * 9}"/>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#8fb4d6"/><stop offset="1" stop-color="#f3e6cf"/></linearGradient>
    <linearGradient id="river" x2="0" y2="1"><stop stop-color="#b9c6bd"/><stop offset="1" stop-color="#3f5f6b"/></linearGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>
    <path fill="#8ea3a8" d="M0 250C200 170 380 190 560 230S900 160 1080 220V400H0Z"/>
    <g fill="#4e6b45">${trees}</g>
    <path fill="#6f8f4e" d="M0 300C300 280 700 320 1080 290V720H0Z"/>
    <path fill="url(#river)" d="M180 720C300 560 380 470 470 380L640 380C720 480 800 580 930 720Z"/>
    <path fill="#5d7d42" d="M0 470C120 450 240 480 330 560L200 720H0ZM1080 460C960 450 860 500 790 580L910 720H1080Z"/>
    <g fill="none" stroke="#2f3f3a" opacity=".35"><path stroke-width="26" d="M330 560Q560 500 800 570"/></g>
    <g fill="none" stroke="#5a4029"><path stroke-width="22" d="M40 460Q540 350 1040 460"/><path stroke-width="9" d="M90 362Q540 272 990 362${posts}"/>
    <path stroke-width="20" d="M360 420V560M720 420V570"/></g></svg>`
}
