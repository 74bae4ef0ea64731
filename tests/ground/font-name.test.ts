import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontName } from '../../scripts/ground/fonts/font-name.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'font-name-'))
})
afterAll(() => rm(folder, { recursive: true }))

const FILES = 'node_modules/@fontsource'

it.each([
  ['source-sans-3/files/source-sans-3-latin-700-normal.woff2', 'SourceSans3ExtraLight-Bold'],
  ['source-sans-3/files/source-sans-3-latin-400-normal.woff', 'SourceSans3-Regular'],
  ['libre-baskerville/files/libre-baskerville-latin-400-italic.woff2', 'LibreBaskerville-Italic'],
])('reads the name of %s', async (file, name) => {
  expect(await fontName(join(FILES, file))).toBe(name)
})

it('says nothing of files that are no fonts', async () => {
  await writeFile(join(folder, 'no.woff2'), 'wOF2 but nothing more')
  await writeFile(join(folder, 'no.ttf'), 'text')
  expect(await fontName(join(folder, 'no.woff2'))).toBe('')
  expect(await fontName(join(folder, 'no.ttf'))).toBe('')
  expect(await fontName(join(folder, 'missing.ttf'))).toBe('')
})
