import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOnePage, changeOneWord } from '../../bench/edits.ts'
import { makeBook } from '../../bench/make-book.ts'
import { errorsIn } from './errors-in.ts'

const FROM = resolve(import.meta.dirname, '../..')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whitepaper-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function textsOf(root: string, files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))
}

/** A book before and after an edit. */
async function edited(name: string, edit: (root: string) => Promise<string>) {
  const { root, files } = await makeBook({ from: FROM, to: join(folder, name), pages: 100 })
  const before = await textsOf(root, files)
  const file = await edit(root)
  const after = await textsOf(root, files)
  const changed = files.filter((_, index) => before[index] !== after[index])
  const at = files.indexOf(file)
  return { root, files, file, changed, was: before[at]!.split(/\s+/), is: after[at]!.split(/\s+/) }
}

describe('an edit for the benchmark', () => {
  it('changes one word of one file in the middle, and the book is fit as before', async () => {
    const { root, files, file, changed, was, is } = await edited('word', changeOneWord)
    expect(changed).toEqual([file])
    expect(Math.abs(files.indexOf(file) - files.length / 2)).toBeLessThan(files.length / 4)
    expect(is).toHaveLength(was.length)
    expect(is.filter((word, index) => word !== was[index])).toEqual(['another'])
    expect(await errorsIn(root)).toEqual([])
  })

  it('adds a page of words to the first chapter of the parts, and the book is fit as before', async () => {
    const { root, file, changed, was, is } = await edited('page', addOnePage)
    expect(changed).toEqual([file])
    expect(file).toMatch(/why-a-white-paper/)
    expect(is.length - was.length).toBeGreaterThanOrEqual(330)
    expect(is.length - was.length).toBeLessThan(460)
    expect(await errorsIn(root)).toEqual([])
  })

  it('is undone when the book is made again', async () => {
    const { root, files, file } = await edited('again', changeOneWord)
    const once = await makeBook({ from: FROM, to: join(folder, 'untouched'), pages: 100 })
    await makeBook({ from: FROM, to: root, pages: 100 })
    expect(files).toContain(file)
    expect(await textsOf(root, files)).toEqual(await textsOf(once.root, files))
  })
})
