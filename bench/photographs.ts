// The same book with its photographs resampled and as they are. The command has no option for the second, so the
// pictures that a build remembers are exchanged for the originals: the next build prints those, and resamples
// nothing.
import { copyFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BarePrint, type Build, buildBook, printBaseline, type Surroundings } from './builds.ts'
import { makeBook } from './make-book.ts'
import { makePhotographs } from './make-photographs.ts'
import { forget, type Workplace } from './workplace.ts'

export interface PhotographRound {
  readonly photographs: number
  /** Of all photographs together. */
  readonly originalBytes: number
  /** Bare print of the photographs as they are. */
  readonly baseline: BarePrint
  /** Nothing remembered: every photograph is resampled in this build. */
  readonly resampled: Build
  readonly asTheyAre: Build
}

const PHOTOGRAPHS = 120
const PAGES_OF_TEXT = 6

/** Makes the book of photographs in the workplace and builds it both ways. */
export async function runPhotographs(
  from: string,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<PhotographRound> {
  const root = join(around.workplace.folder, 'book-of-photographs')
  const folder = join(root, 'photographs')
  tell(`Making ${PHOTOGRAPHS} photographs …`)
  const names = await makePhotographs(folder, PHOTOGRAPHS)
  const photographs = names.map((name) => `photographs/${name}`)
  await makeBook({ from, to: root, pages: PAGES_OF_TEXT, photographs })
  const originals = names.map((name) => join(folder, name))
  const baseline = await printBaseline(root, around)
  await forget(around.workplace)
  const resampled = await buildBook(root, around)
  await exchangePictures(around.workplace, originals)
  const asTheyAre = await buildBook(root, around)
  const sizes = await Promise.all(originals.map(async (path) => (await stat(path)).size))
  const originalBytes = sizes.reduce((sum, size) => sum + size, 0)
  return { photographs: PHOTOGRAPHS, originalBytes, baseline, resampled, asTheyAre }
}

/** All photographs have one size in pixels, so that it does not matter which takes whose place. */
async function exchangePictures({ cache }: Workplace, originals: readonly string[]): Promise<void> {
  const folder = join(cache, 'pictures')
  const remembered = (await readdir(folder)).filter((name) => name.endsWith('.jpeg')).sort()
  if (remembered.length !== originals.length)
    throw new Error(`${remembered.length} pictures were remembered, and not ${originals.length}.`)
  await Promise.all(remembered.map((name, index) => copyFile(originals[index]!, join(folder, name))))
}
