import { expect, it } from 'vitest'
import { readUnicodeMap } from '../../scripts/ground/pdf/unicode-map.ts'

it('reads single codes, ranges, lists, ligatures and letters beyond the first plane', () => {
  const map = readUnicodeMap(`2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
    3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <D83DDE00>] <0030> <0031> <00660066> endbfrange`)
  expect(Object.fromEntries(map)).toEqual({
    1: 'A',
    2: 'fi',
    16: 'a',
    17: 'b',
    18: 'c',
    32: 'x',
    33: '😀',
    48: 'ff',
    49: 'fg',
  })
})

it('does not fill memory for a range that no font can have', () => {
  expect(readUnicodeMap('beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange').size).toBeLessThan(70_000)
})
