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

/** The greatest difference in any channel of any pixel, and the number of pages. */
export async function differenceOf(
  one: Uint8Array,
  other: Uint8Array,
): Promise<{ pages: number; most: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'looks-the-same-'))
  try {
    const [before, after] = [await pictures(folder, 'before', one), await pictures(folder, 'after', other)]
    if (before.length !== after.length) throw new Error(`${before.length} pages became ${after.length}`)
    let most = 0
    before.forEach((picture, page) => {
      const twin = after[page]!
      if (picture.length !== twin.length) throw new Error(`page ${page + 1} has another size`)
      for (let index = 0; index < picture.length; index++) {
        most = Math.max(most, Math.abs(picture[index]! - twin[index]!))
      }
    })
    return { pages: before.length, most }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function pictures(folder: string, name: string, pdf: Uint8Array): Promise<Buffer[]> {
  await writeFile(join(folder, `${name}.pdf`), pdf)
  execFileSync('pdftoppm', ['-r', '60', join(folder, `${name}.pdf`), join(folder, name)])
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`)).sort()
  return Promise.all(files.map((file) => readFile(join(folder, file))))
}
