// A build that finds all of its pieces starts no browser: it has been told what its browser is.
import { watch } from 'node:fs'
import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { type FoundBrowser, findBrowser } from '../../scripts/print/find-browser.ts'
import { keepBrowser, knownBrowser } from '../../scripts/print/known-browser.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { browsersOf, SETTINGS } from './browser-of-the-tests.ts'

let cache: string
let found: Extract<FoundBrowser, { kind: 'program' }>
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'known-browser-'))
  await linkFolder(dirname((await pinned(SETTINGS.cache)).path), cache)
  found = await pinned(cache)
})
afterAll(() => rm(cache, { recursive: true, force: true }))

async function pinned(cache: string) {
  const one = await findBrowser({ cache })
  if (one.kind !== 'program') throw new Error('a browser of this machine is needed')
  return one
}

/** The same files under another name: the browser is not unpacked once more. */
async function linkFolder(from: string, into: string): Promise<void> {
  const to = join(into, basename(from))
  await mkdir(to, { mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isDirectory()) await linkFolder(join(from, entry.name), to)
    else await link(join(from, entry.name), join(to, entry.name))
  }
}

/** Starts renderers, tells how many browsers run then, and ends them. */
async function started(
  settings: Parameters<typeof startRenderers>[0],
  use: (renderers: Renderers) => unknown = () => {},
) {
  const before = browsersOf(process.pid).length
  const renderers = await startRenderers(settings)
  const running = browsersOf(process.pid).length - before
  await use(renderers)
  await renderers.close()
  return { running, version: renderers.version, isSandboxed: renderers.isSandboxed }
}

const entries = async (): Promise<string[]> =>
  (await readdir(join(cache, 'browsers')).catch(() => [])).map((name) => join(cache, 'browsers', name))

describe('what a browser is', () => {
  it('is told by the first that is started, and from then on without any', async () => {
    const settings = { cache, remembers: true }
    const first = await started(settings)
    expect(first.running).toBe(1)
    const names: string[] = []
    const second = await started(settings, async ({ get }) => {
      names.push((await get(0)).version)
    })
    expect(second).toEqual({ ...first, running: 0 })
    expect(names, 'it is started where somebody asks for it').toEqual([first.version])
  })

  it('is asked where nothing is to be remembered, or the word is damaged', async () => {
    expect((await started({ cache, remembers: false })).running).toBe(1)
    for (const path of await entries()) await writeFile(path, (await readFile(path)).subarray(0, 60))
    expect((await started({ cache, remembers: true })).running).toBe(1)
    expect((await started({ cache, remembers: true })).running).toBe(0)
  })

  it('is not taken for that of another program in its place', async () => {
    const says = { version: 'Old/1', isSandboxed: true }
    const program = join(await publicationFolder({ program: 'one' }), 'program')
    const other = { kind: 'program', path: program, libraries: '', isPinned: true } as const
    const [before] = [await entries()]
    await keepBrowser({ cache, remembers: true }, other, says)
    const kept = await entries()
    expect(kept.length).toBe(before.length + 1)
    const { mtimeMs } = await stat(program)
    await writeFile(program, 'another one')
    await keepBrowser({ cache, remembers: true }, other, says)
    expect((await entries()).length, `made at ${mtimeMs}`).toBe(kept.length + 1)
  })

  it('is never remembered of one that may be another tomorrow', async () => {
    const before = await entries()
    const says = { version: 'Old/1', isSandboxed: true }
    await keepBrowser({ cache, remembers: true }, { ...found, isPinned: false }, says)
    await keepBrowser({ cache, remembers: true }, { kind: 'endpoint', url: 'ws://127.0.0.1:9/' }, says)
    expect(await entries()).toEqual(before)
    expect(await knownBrowser({ cache, remembers: true, browser: process.execPath })).toBeUndefined()
  })
})

it('a build starts none where all is remembered, and one where a word changed', async () => {
  const root = await publicationFolder({
    'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
    'chapters/01-first.md': '# First\n\nThe council asked what people wrote.\n',
  })
  const build = async () => {
    const { settings } = await resolveSettings({ root }, { WHITEPAPER_CACHE: cache })
    const stages = timeStages(showProgress(new PassThrough() as never, true), () => true)
    const profiles = new Set<string>()
    const watcher = watch(cache, (_, name) => {
      if (name?.startsWith('profile')) profiles.add(name)
    })
    const { made, findings } = await printPublication(settings!, stages)
    watcher.close()
    expect(findings).toEqual([])
    return { profiles: profiles.size, made: made!, bytes: Buffer.from(made!.screen!.finished.bytes) }
  }
  const first = await build()
  expect(first.profiles).toBe(1)
  const again = await build()
  expect(again.profiles).toBe(0)
  expect(again.made.printed.browser).toBe(first.made.printed.browser)
  expect(again.made.printed.isSandboxed).toBe(first.made.printed.isSandboxed)
  expect(again.bytes.equals(first.bytes)).toBe(true)
  await writeFile(join(root, 'chapters/01-first.md'), '# First\n\nThe council asked what they wrote.\n')
  expect((await build()).profiles).toBe(1)
})
