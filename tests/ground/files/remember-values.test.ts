import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  keepValues,
  type RememberedValues,
  rememberValues,
} from '../../../scripts/ground/files/remember-values.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'values-'))
  return () => rm(folder, { recursive: true, force: true })
})

/** Which of the keys had to be made. */
async function made(values: RememberedValues<string>, ...keys: string[]): Promise<string[]> {
  const list: string[] = []
  for (const key of keys) {
    const value = values.of(
      () => key,
      () => {
        list.push(key)
        return `of ${key}`
      },
      (one) => one !== 'of fault',
    )
    expect(value).toBe(`of ${key}`)
  }
  await values.done()
  return list
}

const open = (root = '/a', remembers = true, cache = folder) =>
  rememberValues<string>({ cache, remembers, root }, 'composed')

const theFile = async (): Promise<string> => {
  const names = await readdir(join(folder, 'composed'))
  return join(folder, 'composed', names.find((name) => name.endsWith('-values'))!)
}

describe('many values as one entry', () => {
  it('are made once', async () => {
    expect(await made(await open(), 'x', 'y', 'x')).toEqual(['x', 'y'])
    expect(await made(await open(), 'x', 'y', 'z')).toEqual(['z'])
    expect(await made(await open(), 'x', 'y', 'z')).toEqual([])
  })

  it('are forgotten when nobody asks for them', async () => {
    await made(await open(), 'x', 'y')
    await made(await open(), 'x')
    expect(await made(await open(), 'x', 'y')).toEqual(['y'])
  })

  it('are each publication’s own', async () => {
    await made(await open(), 'x')
    expect(await made(await open('/b'), 'x')).toEqual(['x'])
    expect(await made(await open(), 'x')).toEqual([])
  })

  it('are made again each time where they are not to be kept', async () => {
    await made(await open(), 'fault', 'x')
    expect(await made(await open(), 'fault', 'x')).toEqual(['fault'])
  })

  it('are neither found nor written where nothing shall be remembered', async () => {
    expect(await made(await open('/a', false), 'x')).toEqual(['x'])
    expect(await readdir(folder)).toEqual([])
  })

  it('are not believed when they are damaged, or others could have written them', async () => {
    await made(await open(), 'x')
    const written = await readFile(await theFile(), 'utf8')
    await writeFile(await theFile(), written.replace('of x', 'of y'))
    expect(await made(await open(), 'x')).toEqual(['x'])
    await chmod(join(folder, 'composed'), 0o777)
    expect(await made(await open(), 'x')).toEqual(['x'])
  })

  it('are made where nothing can be kept', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await made(await open('/a', true, join(folder, 'file')), 'x')).toEqual(['x'])
  })

  it('live as long as the process in memory', async () => {
    const values = keepValues<string>()
    expect(await made(values, 'x', 'fault')).toEqual(['x', 'fault'])
    expect(await made(values, 'x', 'fault')).toEqual(['fault'])
  })
})
