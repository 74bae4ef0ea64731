// `npm run fuzz`: a build may be killed at any moment. A hundred of them, or as many as the time allows: no browser is
// left, no file is a half one, and what was remembered makes the bytes that a build without memory makes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it, vi } from 'vitest'
import { browsersOf, isRunning } from '../print/browser-of-the-tests.ts'
import { sequence } from '../print/build-document.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
const MOMENTS = 100
const EACH = 10

const textOf = (edit: number): string =>
  `# First\n\nEdit ${edit} of a text.[^n]\n\n- one\n- two\n\n[^n]: A note.\n`

const startBuild = (root: string, out: string, cache: string, ...more: readonly string[]) =>
  spawn(
    process.execPath,
    [resolve('bin/whitepaper.mjs'), 'build', '--root', root, '--out', out, '--quiet', ...more],
    { stdio: 'ignore', env: { ...process.env, WHITEPAPER_CACHE: cache } },
  )

async function build(...words: Parameters<typeof startBuild>): Promise<Buffer> {
  const [status] = await once(startBuild(...words), 'exit')
  expect(status).toBe(0)
  return readFile(join(words[1], 'a-paper.pdf'))
}

async function wholeFilesIn(out: string): Promise<void> {
  const names = (await readdir(out)).filter((name) => !name.startsWith('.whitepaper-'))
  expect(names).toEqual(['a-paper.pdf', 'accessibility.json', 'accessibility.md', 'report.json'])
  expect((await readFile(join(out, 'a-paper.pdf'), 'latin1')).trimEnd()).toMatch(/%%EOF$/)
  for (const name of names.filter((one) => one.endsWith('.json')))
    expect(JSON.parse(await readFile(join(out, name), 'utf8')), name).toHaveProperty('version')
}

it.skipIf(!SECONDS)(
  `a build that is killed at any moment (seed ${SEED})`,
  async () => {
    const next = sequence(SEED)
    const folder = await publicationFolder({
      'paper/publication.yaml': 'title: A paper\nlanguage: en-GB\n',
      'paper/chapters/01-first.md': textOf(0),
    })
    const [root, out, cache] = ['paper', 'dist', 'cache'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await build(root, out, cache)
    const begun = performance.now()
    await build(root, out, cache, '--no-cache')
    const wholeMs = performance.now() - begun
    const until = begun + (SECONDS * 1000) / 4
    for (let edit = 1; edit <= MOMENTS && performance.now() < until; edit++) {
      await writeFile(join(root, 'chapters/01-first.md'), textOf(edit))
      const killed = startBuild(root, out, cache)
      const ended = once(killed, 'exit')
      await new Promise((wake) => setTimeout(wake, next() * wholeMs))
      const browsers = browsersOf(killed.pid!)
      killed.kill('SIGKILL')
      await ended
      await vi.waitFor(() => expect(browsers.filter(isRunning)).toEqual([]), { timeout: 60_000 })
      await wholeFilesIn(out)
      if (edit % EACH === 0)
        expect(await build(root, out, cache), `after ${edit} of them`).toEqual(
          await build(root, join(folder, 'cold'), cache, '--no-cache'),
        )
    }
  },
  SECONDS * 1000 + 120_000,
)
