// `npm run docs:pictures`: the pictures of the README and of the handbook, from pages that are printed for them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawBytes } from '../../scripts/compare/draw-bytes.ts'

const ACROSS = 4
const PAGE_PX = 380
const GAP_PX = 8
const GROUND = '#d9dcde'

const work = mkdtempSync(join(tmpdir(), 'whitepaper-pictures-'))
const house = join(work, 'house')
cpSync('docs/house-style', house, { recursive: true })
rmSync(join(house, 'templates'), { recursive: true })

await picture('docs/images/pages.png', printed('.'), [
  ...[1, 2, 'The figures at a glance', 'Evaluation and return on investment'],
  ...['Training', 'What stands in the way', 'Council meetings, shown live and kept for later', 'Index'],
])
// What is shown of both: the same texts, in the built-in look and in that of a house.
const SHOWN = [1, 3, 'What a house decides', 'A table and a quotation']
await picture('docs/images/built-in-style.png', printed(house), SHOWN)
await picture('docs/images/house-style.png', printed('docs/house-style'), SHOWN)
rmSync(work, { recursive: true })

interface Printed {
  readonly bytes: Uint8Array
  readonly pageMap: readonly { readonly title: string; readonly page: number | null }[]
}

/** The PDF of a publication, built for this alone. */
function printed(root: string): Printed {
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

/** Pages side by side: each by its number from 1, or by a heading on it. */
async function picture(
  file: string,
  { bytes, pageMap }: Printed,
  shown: readonly (number | string)[],
): Promise<void> {
  const pages = shown.map((one) => {
    const page = typeof one === 'number' ? one : pageMap.find(({ title }) => title === one)?.page
    if (!page) throw new Error(`No page has the heading “${one}”.`)
    return page
  })
  const answer = await drawBytes({ bytes, pages, widthPx: PAGE_PX, form: 'webp' })
  if ('problem' in answer) throw new Error(answer.problem)
  const heightPx = Math.max(...answer.drawn.map((one) => one.heightPx))
  const placed = answer.drawn.map((one, index) => ({
    input: Buffer.from(one.bytes),
    left: GAP_PX + (index % ACROSS) * (PAGE_PX + GAP_PX),
    top: GAP_PX + Math.floor(index / ACROSS) * (heightPx + GAP_PX),
  }))
  const [rows, width] = [Math.ceil(pages.length / ACROSS), GAP_PX + ACROSS * (PAGE_PX + GAP_PX)]
  const height = GAP_PX + rows * (heightPx + GAP_PX)
  await sharp({ create: { width, height, channels: 3, background: GROUND } })
    .composite(placed)
    .png({ palette: true, colours: 96, compressionLevel: 9 })
    .toFile(file)
}
