// What is remembered changes nothing: after each edit a build that remembers leaves the bytes of one that does not.
// `npm run fuzz` goes on with new edits for minutes, one after the other.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Renderers, renderersFrom, startRenderers } from '../../../scripts/print/renderers.ts'
import { SETTINGS } from '../../print/browser-of-the-tests.ts'
import { sequence } from '../../print/build-document.ts'
import { type MadeEditions, makeEditionsOf } from '../../support/make-editions-of.ts'
import { randomEdits } from './edits.ts'
import { type Files, manyChapters } from './many-chapters.ts'

/** 0: the short run, of some edits at once. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
const EDITS_AT_ONCE = SECONDS ? 1 : 4
const BUILDS = SECONDS ? Number.POSITIVE_INFINITY : 5
const CHAPTERS = 30

let renderers: Renderers
let folder: string
beforeAll(async () => {
  renderers = await startRenderers(SETTINGS)
  folder = await mkdtemp(join(tmpdir(), 'remembered-'))
})
afterAll(async () => {
  await renderers.close()
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

/** By one browser alone: the bytes do not depend on how many there are either. */
async function cold(edition: string): Promise<MadeEditions> {
  const first = await renderers.get(0)
  return makeEditionsOf(
    root(),
    edition,
    renderersFrom(first, 1, () => Promise.reject(new Error('no other'))),
  )
}

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
  it(`leaves what a build without memory leaves (seed ${SEED})`, async () => {
    const next = sequence(SEED)
    const until = performance.now() + (SECONDS * 1000) / 4
    const first = await manyChapters(CHAPTERS, next)
    await write(first)
    expect((await warm('screen')).made?.printed.pieces.length).toBeGreaterThanOrEqual(3)
    const edits = randomEdits(first, next)
    const names: string[] = []
    let fit = 0
    for (let build = 1; build <= BUILDS && (!SECONDS || performance.now() < until); build++) {
      for (let edit = 0; edit < EDITS_AT_ONCE; edit++) {
        const { name, files } = (await edits.next()).value
        names.push(name)
        await write(files)
      }
      const edition = SECONDS && build % 3 === 0 ? 'screen,press' : 'screen'
      const [remembering, anew] = [await warm(edition), await cold(edition)]
      const after = `after ${names.length} edits from seed ${SEED}, the last: ${names.slice(-EDITS_AT_ONCE).join(', ')}`
      expect(said(remembering), after).toEqual(said(anew))
      const pairs = filesOf(anew).map((bytes, index) => Buffer.compare(bytes, filesOf(remembering)[index]!))
      expect(pairs, after).toEqual(pairs.map(() => 0))
      if (remembering.made) fit += 1
      else console.error(after, anew.findings.filter(({ severity }) => severity === 'error').slice(0, 3))
    }
    expect(fit, 'books that are fit to be published').toBeGreaterThan(names.length / EDITS_AT_ONCE / 2)
  })
})
