// What is remembered changes nothing: after each edit a build that remembers leaves the bytes of one that does not.
// `npm run fuzz` goes on with new edits for minutes, one after the other.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Renderers, startRenderers } from '../../../scripts/print/renderers.ts'
import { SETTINGS } from '../../print/browser-of-the-tests.ts'
import { sequence } from '../../print/build-document.ts'
import { siteBrowser } from '../../site/site-browser.ts'
import { type MadeEditions, makeEditionsOf } from '../../support/make-editions-of.ts'
import { EDITS_OF_BOOKS, EDITS_OF_TEXTS, FOLIOS_MOVE, randomEdits } from './edits.ts'
import { type Files, manyChapters } from './many-chapters.ts'

/** 0: the short run, twenty edits in few builds. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
/** How many edits of which kind come before a build: those of texts alone leave most of the book as it was. */
const BEFORE_BUILDS = [
  [1, FOLIOS_MOVE],
  [4, EDITS_OF_TEXTS],
  [8, EDITS_OF_BOOKS],
  [7, EDITS_OF_TEXTS],
] as const
const ONE_BEFORE_EACH = [
  [1, FOLIOS_MOVE],
  [1, EDITS_OF_TEXTS],
  [1, EDITS_OF_TEXTS],
  [1, EDITS_OF_BOOKS],
] as const
/** Enough for three pieces. */
const CHAPTERS = 20

let renderers: Renderers
let folder: string
/** A browser that somebody else keeps. */
let kept: Awaited<ReturnType<typeof siteBrowser>>
let remote: Renderers
beforeAll(async () => {
  renderers = await startRenderers(SETTINGS)
  kept = await siteBrowser('port')
  remote = await startRenderers({ ...SETTINGS, browser: kept.browser.wsEndpoint() })
  folder = await mkdtemp(join(tmpdir(), 'remembered-'))
})
afterAll(async () => {
  await Promise.all([renderers.close(), remote.close()])
  await kept.close()
  await rm(folder, { recursive: true, force: true })
})

const root = (): string => join(folder, 'book')

async function write(files: Files): Promise<void> {
  await rm(root(), { recursive: true, force: true })
  for (const [name, content] of files) {
    await mkdir(dirname(join(root(), name)), { recursive: true })
    await writeFile(join(root(), name), content)
  }
}

const warm = (edition: string): Promise<MadeEditions> =>
  makeEditionsOf(root(), edition, renderers, join(folder, 'cache'))

/** By one browser alone that is not ours: the bytes do not depend on how many there are, nor on whose they are. */
const cold = (edition: string): Promise<MadeEditions> => makeEditionsOf(root(), edition, remote)

const filesOf = ({ made }: MadeEditions): Uint8Array[] => [
  ...(made?.screen ? [made.screen.finished.bytes] : []),
  ...(made?.press?.files.map(({ bytes }) => bytes) ?? []),
]

const said = ({ made, findings }: MadeEditions) => ({
  findings,
  facts: made?.screen?.facts,
  press: made?.press?.files.map(({ facts }) => facts),
  pageMap: made?.printed.pageMap,
})

describe('an edit', { timeout: SECONDS * 1000 + 240_000 }, () => {
  it(`leaves what a build without memory leaves, by a browser that somebody else keeps (seed ${SEED})`, async () => {
    const next = sequence(SEED)
    const until = performance.now() + (SECONDS * 1000) / 4
    const first = await manyChapters(CHAPTERS, next)
    await write(first)
    const unchanged = await warm('screen')
    expect(unchanged.made?.printed.pieces.length).toBeGreaterThanOrEqual(3)
    const edit = randomEdits(next)
    const rounds = SECONDS ? ONE_BEFORE_EACH : BEFORE_BUILDS
    const names: string[] = []
    let files = first
    let [builds, fit] = [0, 0]
    while (SECONDS ? performance.now() < until : builds < rounds.length) {
      const [count, kind] = rounds[builds++ % rounds.length]!
      for (let done = 0; done < count; done++) {
        const edited = await edit(files, kind)
        files = edited.files
        names.push(edited.name)
      }
      await write(files)
      const edition = SECONDS && builds % 4 === 0 ? 'screen,press' : 'screen'
      const [remembering, anew] = [await warm(edition), await cold(edition)]
      const after = `after ${names.length} edits from seed ${SEED}, the last: ${names.slice(-count).join(', ')}`
      expect(said(remembering), after).toEqual(said(anew))
      const pairs = filesOf(anew).map((bytes, index) => Buffer.compare(bytes, filesOf(remembering)[index]!))
      expect(pairs, after).toEqual(pairs.map(() => 0))
      if (remembering.made) fit += 1
    }
    expect(fit, 'books that are fit to be published').toBeGreaterThan(builds / 2)
  })
})
