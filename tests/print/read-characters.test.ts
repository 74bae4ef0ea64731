import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCharacters } from '../../scripts/ground/fonts/read-characters.ts'
import { withinRange } from '../../scripts/ground/fonts/within-range.ts'
import { standInFont } from '../../scripts/print/stand-in-font.ts'

const FILES = 'node_modules/@fontsource'
const read = async (file: string): Promise<ReadonlySet<number>> =>
  readCharacters(await readFile(resolve(FILES, file)))

describe('the characters of a font file', () => {
  it('are the same in WOFF and WOFF2', async () => {
    const name = 'source-sans-3/files/source-sans-3-latin-400-normal'
    const woff2 = await read(`${name}.woff2`)
    expect([...woff2].sort()).toEqual([...(await read(`${name}.woff`))].sort())
    expect(woff2.has(0x41)).toBe(true)
    expect(woff2.has(0x2019)).toBe(true)
    expect(woff2.has(0x6f22)).toBe(false)
  })

  it('are found beyond the first 65,536', async () => {
    expect((await read('noto-emoji/files/noto-emoji-emoji-400-normal.woff2')).has(0x1f600)).toBe(true)
  })

  it('are read from plain TrueType: the stand-in has the space and nothing else', async () => {
    expect([...readCharacters(await standInFont())]).toEqual([0x20])
  })

  it('are not guessed from a text file', () => {
    expect(() => readCharacters(Buffer.from('no font at all, only words'))).toThrow()
  })
})

describe('a unicode-range', () => {
  it.each([
    ['', 0x6f22, true],
    ['U+0-FF, U+131', 0x131, true],
    ['U+0-FF, U+131', 0x132, false],
    ['U+4??', 0x42f, true],
    ['u+4??', 0x500, false],
  ])('“%s” and %i: %s', (range, code, expected) => {
    expect(withinRange(range)(code)).toBe(expected)
  })
})
