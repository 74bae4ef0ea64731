// Pages of two PDFs as pictures, compared pixel by pixel.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** '' where pages can be compared, else why not. CI installs what is needed, and must not pass without. */
export const whyNoPictures =
  spawnSync('pdftoppm', ['-v']).status === 0 || process.env.WHITEPAPER_REQUIRE_RENDERERS === '1'
    ? ''
    : ' (skipped: pdftoppm is not on this machine)'

/** A letter that moves by less than can be seen may come into the renderer's next quarter of a pixel. */
export const A_QUARTER = 64

/**
 * How far any pixel of one lies at most outside of what the other has there and around it, in any channel, and the
 * number of pages. Letters may move by a twentieth of a pixel, and the renderer sets them in steps of a quarter: an
 * edge is then a little lighter or darker, and lies between its neighbours still. What is gone, or new, does not.
 */
export async function differenceOf(
  one: Uint8Array,
  other: Uint8Array,
): Promise<{ pages: number; most: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'looks-the-same-'))
  try {
    const [before, after] = [await pictures(folder, 'before', one), await pictures(folder, 'after', other)]
    if (before.length !== after.length) throw new Error(`${before.length} pages became ${after.length}`)
    let most = 0
    before.forEach((whole, page) => {
      const twin = after[page]!
      // A page ends where the browser ends drawing (pieces/narrow-pages.ts), which can be half a pixel before.
      const picture = whole.width === twin.width + 1 ? cropped(whole, twin.width) : whole
      if (picture.width !== twin.width || picture.height !== twin.height)
        throw new Error(`page ${page + 1} has another size`)
      most = Math.max(most, outside(picture, twin), outside(twin, picture))
    })
    return { pages: before.length, most }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function pictures(folder: string, name: string, pdf: Uint8Array): Promise<Picture[]> {
  await writeFile(join(folder, `${name}.pdf`), pdf)
  execFileSync('pdftoppm', ['-r', '60', join(folder, `${name}.pdf`), join(folder, name)])
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`)).sort()
  return Promise.all(files.map(async (file) => pictureOf(await readFile(join(folder, file)))))
}

/** A portable pixmap: `P6`, width and height, `255`, each on a line of its own. */
function pictureOf(file: Buffer): Picture {
  const [, width, height] = /^P6\s(\d+) (\d+)\s255\s/.exec(file.toString('latin1', 0, 40)) ?? []
  if (!width || !height) throw new Error('this is no picture of pdftoppm')
  return {
    width: Number(width),
    height: Number(height),
    data: file.subarray(-3 * Number(width) * Number(height)),
  }
}

interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly data: Buffer
}

function cropped({ width, height, data }: Picture, narrower: number): Picture {
  const rows = Array.from({ length: height }, (_, row) =>
    data.subarray(3 * row * width, 3 * (row * width + narrower)),
  )
  return { width: narrower, height, data: Buffer.concat(rows) }
}

/** Of one, beyond the range that the other has within a pixel. */
function outside(one: Picture, { width, height, data }: Picture): number {
  let most = 0
  one.data.forEach((value, index) => {
    if (value === data[index]) return
    const channel = index % 3
    const x = ((index - channel) / 3) % width
    const y = Math.floor(index / 3 / width)
    let [least, greatest] = [255, 0]
    for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
      for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
        const near = data[(row * width + column) * 3 + channel]!
        least = Math.min(least, near)
        greatest = Math.max(greatest, near)
      }
    }
    most = Math.max(most, least - value, value - greatest)
  })
  return most
}

interface Word {
  readonly text: string
  /** Left, top, right and bottom, in points. */
  readonly sides: readonly number[]
}

const WORD = /<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)<\/word>/g

/** Words as another reader sees them, and where. */
export async function wordsOf(pdf: Uint8Array): Promise<Word[]> {
  const folder = await mkdtemp(join(tmpdir(), 'looks-the-same-'))
  try {
    await writeFile(join(folder, 'words.pdf'), pdf)
    const found = execFileSync('pdftotext', ['-bbox', join(folder, 'words.pdf'), '-'], { encoding: 'utf8' })
    return [...found.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
      text: text!,
      sides: [left, top, right, bottom].map(Number),
    }))
  } finally {
    await rm(folder, { recursive: true })
  }
}
