import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBook } from '../../bench/make-book.ts'
import { errorsIn } from './errors-in.ts'

const FROM = resolve(import.meta.dirname, '../..')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a book made for the benchmark', () => {
  it('has every chapter and case study of the publication under numbers of their own when it is long', async () => {
    const { root, files } = await makeBook({ from: FROM, to: join(folder, 'long'), pages: 300 })
    const numbers = files.map((file) => file.replace(/(\d+)-.*/, '$1'))
    expect(new Set(numbers).size).toBe(files.length)
    const names = new Set(files.map((file) => file.replace(/^(.*)\/\d+-/, '$1/')))
    for (const name of await originalNames()) expect(names).toContain(name)
    expect(await markdownIn(root)).toEqual([...files].sort())
  })

  it('has nothing to complain of, so that a benchmark measures whole builds', async () => {
    const { root } = await makeBook({ from: FROM, to: join(folder, 'checked'), pages: 160 })
    expect(await errorsIn(root)).toEqual([])
  })

  it('is a fit publication when it is short too, although most files that it links to were left out', async () => {
    const { root } = await makeBook({ from: FROM, to: join(folder, 'short'), pages: 40 })
    expect(await errorsIn(root)).toEqual([])
  })

  it('numbers the titles of repeated files', async () => {
    const { root, files } = await makeBook({ from: FROM, to: join(folder, 'titles'), pages: 300 })
    const titles = await Promise.all(
      files.map(async (file) => titleOf(await readFile(join(root, file), 'utf8'))),
    )
    expect(titles).toContain('Barrier vaulting')
    expect(titles).toContain('Barrier vaulting 2')
    expect(new Set(titles).size).toBe(files.length)
  })

  it('shares photographs out among its files, each once', async () => {
    const photographs = ['photographs/1.jpg', 'photographs/2.jpg', 'photographs/3.jpg']
    const { root, files } = await makeBook({
      from: FROM,
      to: join(folder, 'pictures'),
      pages: 6,
      photographs,
    })
    const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))
    const placed = texts.flatMap((text) =>
      [...text.matchAll(/\]\(\.\.\/(photographs\/\d\.jpg)/g)].map(([, name]) => name),
    )
    expect(placed.sort()).toEqual(photographs)
  })

  it('is the same byte for byte when it is made again', async () => {
    const [first, second] = await Promise.all(
      ['once', 'again'].map((name) => makeBook({ from: FROM, to: join(folder, name), pages: 150 })),
    )
    expect(await contentOf(first!.root)).toEqual(await contentOf(second!.root))
  })
})

const titleOf = (text: string): string =>
  /^title: *(.*)$/m.exec(text)?.[1]?.replace(/^(['"])(.*)\1$/, '$2') ?? ''

async function originalNames(): Promise<string[]> {
  const files = await markdownIn(FROM)
  return files.map((file) => file.replace(/\/\d+-/, '/'))
}

async function markdownIn(root: string): Promise<string[]> {
  const folders = ['chapters', 'case-studies']
  const names = await Promise.all(folders.map((one) => readdir(join(root, one))))
  return folders
    .flatMap((one, index) =>
      names[index]!.filter((name) => name.endsWith('.md')).map((name) => `${one}/${name}`),
    )
    .sort()
}

async function contentOf(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(root.length), await readFile(path, 'utf8')] as const),
  )
  return Object.fromEntries(texts)
}
