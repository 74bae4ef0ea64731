import { expect, it } from 'vitest'
import { readAnySpelling } from '../../../scripts/content/syntax/read-any-spelling.ts'
import { alignedOffsets } from '../../../scripts/content/writing/aligned-offsets.ts'

const apart = (text: string): string => text.normalize('NFD')

it('letters and their marks are one, and every place is that of the file', () => {
  const text = apart('Åsa kůň **ä** `é` [x](ř.md "ě")')
  const { tree, told } = readAnySpelling(text)
  expect(told).toEqual([])
  const [paragraph] = tree.children as unknown as {
    children: { type: string; value?: string; url?: string }[]
  }[]
  expect(paragraph!.children.map(({ value, url }) => value ?? url)).toEqual([
    'Åsa kůň ',
    undefined,
    ' ',
    'é',
    ' ',
    'ř.md',
  ])
  const strong = paragraph!.children[1] as unknown as {
    position: { start: { column: number; offset: number } }
  }
  expect(strong.position.start.offset).toBe(text.indexOf('**'))
  expect(strong.position.start.column).toBe(text.indexOf('**') + 1)
})

it('signs that would become others stay, and marks that no letter takes', () => {
  for (const text of ['\u2329x\u232a', '\u212b\u2126', 'q\u030c', '☎\ufe0f 1\ufe0f\u20e3'])
    expect(JSON.stringify(readAnySpelling(text).tree)).toContain(text)
})

it('a mend finds its place behind letters that were apart', () => {
  const written = apart('Åsa kůň help')
  expect(alignedOffsets('Åsa kůň help', written, 10)['Åsa kůň '.length]).toBe(10 + written.indexOf('help'))
})
