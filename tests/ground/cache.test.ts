import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
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
    const cache = openCache(folder, 'drawer')
    const key = await cache.keyOf('a', bytes('b'))
    expect(await cache.read(key)).toBeUndefined()
    const written = await cache.write(key, { width: 3 }, { 'a.png': bytes('picture') })
    const read = await cache.read(key)
    expect(read).toEqual(written)
    expect(read?.facts).toEqual({ width: 3 })
    expect(await readFile(read!.files['a.png']!, 'utf8')).toBe('picture')
  })

  it('is another where any part is another', async () => {
    const { keyOf } = openCache(folder, 'drawer')
    expect(new Set([await keyOf('a', 'b'), await keyOf('ab'), await keyOf('a', 'c')]).size).toBe(3)
  })

  it('is not believed where a file is damaged, and is made again', async () => {
    const cache = openCache(folder, 'drawer')
    const { files } = await cache.write('k', {}, { p: bytes('picture') })
    await writeFile(files.p!, 'pic')
    expect(await cache.read('k')).toBeUndefined()
    await cache.write('k', {}, { p: bytes('picture') })
    expect(await readFile((await cache.read('k'))!.files.p!, 'utf8')).toBe('picture')
    await rm(files.p!)
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is not believed where others could have written it', async () => {
    const cache = openCache(folder, 'drawer')
    await cache.write('k', { true: true })
    const path = join(folder, 'drawer', 'k.json')
    await chmod(path, 0o666)
    expect(await cache.read('k')).toBeUndefined()
    await chmod(path, 0o600)
    expect((await cache.read('k'))?.facts).toEqual({ true: true })
    await chmod(join(folder, 'drawer'), 0o777)
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is not looked for where nothing shall be remembered', async () => {
    await openCache(folder, 'drawer').write('k', {})
    expect(await openCache(folder, 'drawer', false).read('k')).toBeUndefined()
  })

  it('is not needed: where nothing can be kept, files are elsewhere', async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    const cache = openCache(join(folder, 'in-the-way'), 'drawer')
    const { files } = await cache.write('k', {}, { p: bytes('picture') })
    expect(await readFile(files.p!, 'utf8')).toBe('picture')
    expect(await readFile(await cache.place('q', bytes('other')), 'utf8')).toBe('other')
    expect(await cache.read('k')).toBeUndefined()
  })

  it('is the same file for the same bytes, whole again where it was half', async () => {
    const cache = openCache(folder, 'drawer')
    const path = await cache.place('p.png', bytes('picture'))
    await writeFile(path, 'pic')
    expect(await cache.place('p.png', bytes('picture'))).toBe(path)
    expect(await readFile(path, 'utf8')).toBe('picture')
    expect(await readdir(join(folder, 'drawer'))).toEqual(['p.png'])
  })
})

describe('room is made', () => {
  const aged = async (name: string, days: number, length = 10): Promise<void> => {
    await writeFile(join(folder, name), 'x'.repeat(length))
    const then = new Date(Date.now() - days * DAY_MS)
    await utimes(join(folder, name), then, then)
  }

  it('from what nobody has used for a month, and what a killed build left', async () => {
    await aged('old', 31)
    await aged('used', 29)
    await aged('half.tmp', 0.1)
    await aged('being-written.tmp', 0)
    await prune(folder)
    expect((await readdir(folder)).sort()).toEqual(['being-written.tmp', 'used'])
  })

  it('from the oldest where all is too much, but never from what a build may be using', async () => {
    await aged('today', 0, 900)
    await aged('a-week', 7, 90)
    await aged('two-weeks', 14, 90)
    await mkdir(join(folder, 'folder'))
    await prune(folder, Date.now(), 1000)
    expect((await readdir(folder)).sort()).toEqual(['a-week', 'folder', 'today'])
    await prune(folder, Date.now(), 100)
    expect((await readdir(folder)).sort()).toEqual(['folder', 'today'])
  })
})
