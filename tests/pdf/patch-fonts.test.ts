import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { readFont } from '../../scripts/ground/pdf/read-font.ts'
import { textOfCode, type UsedFont } from '../../scripts/pdf/tags/content/used-font.ts'
import { patchFonts } from '../../scripts/pdf/tags/patch-fonts.ts'

const fontWith = async (unicode: ReadonlyMap<number, string>): Promise<UsedFont> => {
  const { context } = await PDFDocument.create()
  const dictionary = context.obj({ Type: 'Font', Subtype: 'Type0' })
  return { dictionary, bytesPerCode: 2, unicode, advances: undefined, unmapped: new Map() }
}

it('gives every code that was shown a text: its own, what stood for it, or the sign for none', async () => {
  const font = await fontWith(
    new Map([
      [1, 'a'],
      [2, '\uFEFF'],
      [3, '\0'],
    ]),
  )
  const said = [textOfCode(font, 1, undefined), textOfCode(font, 2, undefined), textOfCode(font, 3, 'ffi')]
  expect(said).toEqual(['a', '\uFFFD', 'ffi'])
  patchFonts([font], font.dictionary.context)
  const { unicode } = readFont(font.dictionary, font.dictionary.context)
  expect([...unicode]).toEqual([
    [1, 'a'],
    [2, '\uFFFD'],
    [3, 'ffi'],
  ])
})

it('leaves a font alone that has a text for all', async () => {
  const font = await fontWith(new Map([[1, 'a']]))
  textOfCode(font, 1, undefined)
  patchFonts([font], font.dictionary.context)
  expect(font.dictionary.keys()).toHaveLength(2)
})

it('does not name the empty box, which stands for many signs', async () => {
  const font = await fontWith(new Map())
  expect(textOfCode(font, 0, undefined)).toBe('\uFFFD')
  expect(font.unmapped.size).toBe(0)
})
