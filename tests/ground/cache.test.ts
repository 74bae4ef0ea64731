import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openCache, prune } from '../../scripts/ground/files/cache.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const DAY_MS = 24 * 3_600_000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'))
  return () => rm(folder, { recursive: true, force: true })
})

describe('what is remembered', () => {
  it('is what was written, with its files', async () => {
    const cache = openCache(folder, 'pieces')
    const key = await cache.keyOf('a', bytes('b'))
    expect(await cache.read(key)).toBeUndefined()
    const written = await cache.write(key, { width: 3 }, { 'a.png': bytes('picture') })
    const read = await cache.read(key)
    expect(read).toEqual(written)
    expect(read?.facts).toEqual({ width: 3 })
    expect(await readFile(read!.files['a.png']!, 'utf8')).toBe('picture')
  })

  it('is another where any part is another', async () => {
    const { keyOf } = openCache(folder, 'pieces')
    expect(new Set([await keyOf('a', 'b'), await keyOf('ab'), await keyOf('a', 'c')]).size).toBe(3)
  })

  it('is not believed where a file is damaged, and is made again', async () => {
    const cache = openCache(folder, 'pieces')
    const { files } = await cache.write('k', {}, { p: bytes('picture') })
    await writeFile(files.p!, 'pic')
    expect(await cache.read('k')).toBeUndefined()
    await cache.write('k', {}, { p: bytes('picture') })
    expect(await readFile((await cache.read('k'))!.files.p!, 'utf8')).toBe('picture')
    await rm(files.p!)
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is not believed where others could have written it', async () => {
    const cache = openCache(folder, 'pieces')
    await cache.write('k', { true: true })
    const path = join(folder, 'pieces', 'k.json')
    await chmod(path, 0o666)
    expect(await cache.read('k')).toBeUndefined()
    await chmod(path, 0o600)
    expect((await cache.read('k'))?.facts).toEqual({ true: true })
    await chmod(join(folder, 'pieces'), 0o777)
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is not looked for where nothing shall be remembered', async () => {
    await openCache(folder, 'pieces').write('k', {})
    expect(await openCache(folder, 'pieces', false).read('k')).toBeUndefined()
  })

  it('is not needed: where nothing can be kept, files are elsewhere', async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    const cache = openCache(join(folder, 'in-the-way'), 'pieces')
    const { files } = await cache.write('k', {}, { p: bytes('picture') })
    expect(await readFile(files.p!, 'utf8')).toBe('picture')
    expect(await readFile(await cache.place('q', bytes('other')), 'utf8')).toBe('other')
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is not needed: what can be put nowhere is no fault, unless it is a file that is needed now', async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    vi.resetModules() // The folder that goes with the process is not there yet.
    const fresh = await import('../../scripts/ground/files/cache.ts')
    const cache = fresh.openCache(join(folder, 'in-the-way'), 'finished')
    vi.stubEnv('TMPDIR', join(folder, 'in-the-way'))
    try {
      await cache.keep('k', {}, { p: bytes('a piece') })
      expect(await cache.read('k')).toBeUndefined()
      await expect(cache.write('k', {}, { p: bytes('picture') })).rejects.toThrow(fresh.NoRoomError)
    } finally {
      vi.unstubAllEnvs()
    }
    const { files } = await cache.write('k', {}, { p: bytes('picture') })
    expect(await readFile(files.p!, 'utf8')).toBe('picture')
  })

  it('is the same file for the same bytes, whole again where it was half', async () => {
    const cache = openCache(folder, 'pieces')
    const path = await cache.place('p.png', bytes('picture'))
    await writeFile(path, 'pic')
    expect(await cache.place('p.png', bytes('picture'))).toBe(path)
    expect(await readFile(path, 'utf8')).toBe('picture')
    expect(await readdir(join(folder, 'pieces'))).toEqual(['p.png'])
  })
})

describe('room is made', () => {
  const aged = async (path: string, days: number, length = 10): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), 'x'.repeat(length))
    const then = new Date(Date.now() - days * DAY_MS)
    await utimes(join(folder, path), then, then)
  }
  const left = async (): Promise<string[]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .sort()
  }

  it('from what nobody has used for a month, and what a killed build left', async () => {
    await aged('pieces/old', 31)
    await aged('finished/used', 29)
    await aged('finished/half.tmp', 0.1)
    await aged('pieces/being-written.tmp', 0)
    await prune(folder)
    expect(await left()).toEqual(['finished/used', 'pieces/being-written.tmp'])
  })

  it('from the oldest where all drawers together hold too much, but never from what a build may be using', async () => {
    await aged('pieces/today', 0, 900)
    await aged('pieces/a-week', 7, 90)
    await aged('finished/two-weeks', 14, 90)
    await mkdir(join(folder, 'pieces', 'folder'))
    await prune(folder, Date.now(), 1000)
    expect(await left()).toEqual(['pieces/a-week', 'pieces/today'])
    await prune(folder, Date.now(), 100)
    expect(await left()).toEqual(['pieces/today'])
  })

  it('never where the browser lies, nor from anything else beside the drawers', async () => {
    await aged('browser-1.0/program', 400)
    await aged('verapdf/cli.jar', 400)
    await prune(folder, Date.now(), 0)
    expect(await left()).toEqual(['browser-1.0/program', 'verapdf/cli.jar'])
  })

  it('when something is first put into any of them', async () => {
    await aged('finished/old', 31)
    await openCache(folder, 'pieces').write('k', {})
    expect(await left()).toEqual(['pieces/k.json'])
  })
})
