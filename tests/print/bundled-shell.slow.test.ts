import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundledShell } from '../../scripts/print/bundled-shell.ts'
import { NoBrowserError } from '../../scripts/print/no-browser-error.ts'
import { temporaryPrefix } from '../../scripts/print/private-folder.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shell-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

// Linux gives no process a number as high as this one.
const DEAD = 2 ** 30

it('unpacks once for two builds that start together, and clears away what a killed one left', async () => {
  const cache = join(folder, 'cache')
  const leftover = temporaryPrefix('browser').replace(`-${process.pid}-`, `-${DEAD}-`)
  const living = `${temporaryPrefix('profile')}abc`
  await mkdir(join(cache, `${leftover}xyz`, 'lib'), { recursive: true, mode: 0o700 })
  await writeFile(join(cache, `${leftover}xyz`, 'headless_shell'), 'the first half')
  await mkdir(join(cache, living))
  const [one, two] = await Promise.all([bundledShell(cache), bundledShell(cache)])
  expect(one).toEqual(two)
  const program = await stat(one.program)
  expect(program.size).toBeGreaterThan(100_000_000)
  expect(program.mode & 0o777).toBe(0o700)
  expect(await readdir(one.libraries)).toContain('libnss3.so')
  expect(await readdir(cache)).toEqual([expect.stringMatching(/^browser-[\d.]+$/), living])
  expect((await stat(cache)).mode & 0o777).toBe(0o700)
})

it.each([
  ['everyone', 0o777],
  ['the group', 0o770],
])('does not run a browser from a folder that %s can write to', async (_, mode) => {
  const cache = join(folder, 'cache')
  await mkdir(cache)
  await chmod(cache, mode)
  await expect(bundledShell(cache)).rejects.toThrow(
    `The cache folder ${cache} can be written to by other users.`,
  )
})

it('says so when the cache cannot be made', async () => {
  await writeFile(join(folder, 'file'), '')
  const error = await bundledShell(join(folder, 'file', 'cache')).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NoBrowserError)
  expect((error as Error).message).toContain('cannot be made')
})
