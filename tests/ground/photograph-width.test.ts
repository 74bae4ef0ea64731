// Landscape photographs are printed over the whole page, where they are sharp enough for it.
import { expect, it } from 'vitest'
import { photographWidthMm } from '../../scripts/ground/photograph-width.ts'

it.each([
  ['a landscape photograph has the whole width', 'a.jpg', 1600, 1000, 170],
  ['whatever its kind of file', 'a.WEBP', 1600, 1000, 170],
  ['one that is too coarse has not', 'a.jpg', 1000, 600, 127.5],
  ['nor one that is hardly wider than high', 'a.jpg', 1600, 1400, 127.5],
  ['nor a drawing or a picture of a screen', 'a.png', 1600, 1000, 127.5],
])('%s', (_, file, widthPx, heightPx, expected) => {
  const wanted = { file, widthMm: 127.5, landscapeMm: 170 }
  expect(photographWidthMm(wanted, { widthPx, heightPx })).toBe(expected)
})

it('one whose width was asked for, or that stands in a narrower place, keeps it', () => {
  const sharp = { widthPx: 4000, heightPx: 2000 }
  expect(photographWidthMm({ file: 'a.jpg', widthMm: 127.5 }, sharp)).toBe(127.5)
})
