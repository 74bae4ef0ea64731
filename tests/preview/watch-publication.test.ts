import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Watch, watchPublication } from '../../scripts/preview/watch-publication.ts'

let folder: string
let root: string
let watch: Watch
let told: string[]
/** What the author does as soon as they are told, while the system still reports the save before. */
let answer: (() => Promise<void>) | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-watch-'))
  root = join(folder, 'paper')
  await mkdir(join(root, 'chapters'), { recursive: true })
  await writeFile(chapter(), '# One\n')
  told = []
  answer = undefined
  watch = await watchPublication(root, [join(root, 'dist')], (file) => {
    told.push(file)
    const now = answer
    answer = undefined
    void now?.()
  })
})
afterEach(async () => {
  await watch.close()
  await rm(folder, { recursive: true, force: true })
})

const chapter = () => join(root, 'chapters', '01-one.md')

const untilTold = (times: number) => vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(times), 5000)

describe('what is saved', () => {
  it('is told a second time when the file was written in two goes', async () => {
    answer = () => writeFile(chapter(), '# One\n\nThe whole of it.\n')
    await writeFile(chapter(), '')
    await untilTold(2)
    expect(new Set(told)).toEqual(new Set(['chapters/01-one.md']))
  })

  it.each([
    ['empties', () => writeFile(chapter(), '')],
    ['takes away', () => rm(chapter())],
  ])('is told when it is whole by an editor that %s a file before it writes it', async (_, hollow) => {
    const seen: string[] = []
    await watch.close()
    watch = await watchPublication(root, [], () =>
      seen.push(existsSync(chapter()) ? readFileSync(chapter(), 'utf8') : ''),
    )
    await hollow()
    await setTimeout(60)
    await writeFile(chapter(), '# Whole\n')
    await vi.waitFor(() => expect(seen).not.toEqual([]), 5000)
    expect(new Set(seen)).toEqual(new Set(['# Whole\n']))
  })

  it('is told when it stays empty, or away', async () => {
    await writeFile(chapter(), '')
    await untilTold(1)
    await rm(chapter())
    await untilTold(2)
  })

  it('is told when it is taken away right behind a save', async () => {
    answer = () => rm(chapter())
    await writeFile(chapter(), '# Another\n')
    await untilTold(2)
  })

  it('is none of the publication in what a build writes, or in hidden files', async () => {
    await mkdir(join(root, 'dist'))
    await writeFile(join(root, 'dist', 'paper.pdf'), '')
    await writeFile(join(root, '.draft.md'), '')
    await writeFile(chapter(), '# Another\n')
    await untilTold(1)
    expect(new Set(told)).toEqual(new Set(['chapters/01-one.md']))
  })
})

describe('a publication behind a link', () => {
  it('is watched where it is', async () => {
    await symlink(root, `${root}-link`)
    const files: string[] = []
    const linked = await watchPublication(`${root}-link`, [join(`${root}-link`, 'dist')], (file) =>
      files.push(file),
    )
    await mkdir(join(root, 'dist'))
    await writeFile(chapter(), '# Another\n')
    await vi.waitFor(() => expect(files).not.toEqual([]), 5000)
    await linked.close()
    expect(new Set(files)).toEqual(new Set(['chapters/01-one.md']))
  })
})

describe('a publication that is moved away', () => {
  it('is watched again when it comes back', async () => {
    await rename(root, `${root}-elsewhere`)
    await untilTold(1)
    told.length = 0
    await rename(`${root}-elsewhere`, root)
    await vi.waitFor(() => expect(told).toContain('publication.yaml'), 5000)
    told.length = 0
    await writeFile(chapter(), '# Another\n')
    await vi.waitFor(() => expect(told).toContain('chapters/01-one.md'), 5000)
  })
})
