import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish, given } from '../verify/small-book.ts'
import { A_QUARTER, differenceOf, whyNoPictures, wordsOf } from './looks-the-same.ts'
import { openPress, type Press } from './press.ts'

/** Bodies in which the bytes of a page are changed in every way that there is. */
const ODD: readonly [string, string, string][] = [
  [
    'borders, backgrounds and ornaments',
    'p { border: 2px solid red; background: #eee } p::before { content: "* " }',
    '<p>Text</p>',
  ],
  [
    'soft hyphens',
    'p { width: 30mm }',
    '<p>ex&shy;tra&shy;or&shy;di&shy;nary dis&shy;es&shy;tab&shy;lish&shy;men&shy;tar&shy;i&shy;an&shy;ism</p>',
  ],
  [
    'transparent groups',
    '',
    '<div style="opacity:.4"><p>Half <span style="opacity:.5">quarter</span></p></div><p style="mix-blend-mode:multiply">Mixed</p>',
  ],
  [
    'shadows, gradients and rounded corners',
    'div { box-shadow: 0 0 9px #000; background: linear-gradient(red, #fff0); border-radius: 9px }',
    '<div><p>Text</p></div>',
  ],
  [
    'turned and cut text',
    'p { transform: rotate(7deg); overflow: hidden; height: 4mm }',
    '<p>Text that is turned<br>and cut</p>',
  ],
  ['masks', '', '<p style="mask: linear-gradient(#000, #0000)">Masked</p>'],
  [
    'drawings',
    '',
    '<svg width="80" height="40"><path d="M0 0h9v9z"/><text x="9" y="20">in it</text><circle cx="40" cy="20" r="9" fill="none" stroke="red"/></svg>',
  ],
  [
    'lists, tables and links',
    'td { border: 1px dotted }',
    '<ul><li>a</li></ul><table><tr><th>b</th></tr><tr><td><a href="https://example.org">c</a></td></tr></table>',
  ],
]

/** A twentieth of a pixel. */
const A_HAIR_PT = 0.0375

/** Without hyphens: what the soft ones say is mended on purpose. */
const letters = ({ text }: { text: string }): string => text.replace(/[\u00AD-]/g, '')

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

describe(`a finished page looks as the browser printed it${whyNoPictures}`, () => {
  it.skipIf(whyNoPictures)('in a whole book', async () => {
    const { bytes } = await finish(given)
    const { pages, most } = await differenceOf(given.printed.pieces[0]!.bytes, bytes)
    expect(pages).toBe(given.printed.pageMap.total)
    expect(most).toBeLessThanOrEqual(A_QUARTER)
  })

  it.skipIf(whyNoPictures)('with every word where it was, to a twentieth of a pixel', async () => {
    const { bytes } = await finish(given)
    const [before, after] = [await wordsOf(given.printed.pieces[0]!.bytes), await wordsOf(bytes)]
    expect(before.length).toBeGreaterThan(200)
    expect(after.map(letters)).toEqual(before.map(letters))
    const moves = before.flatMap(({ sides }, word) =>
      sides.map((side, at) => Math.abs(side - after[word]!.sides[at]!)),
    )
    expect(Math.max(...moves)).toBeLessThan(A_HAIR_PT)
  })

  it.skipIf(whyNoPictures).each(ODD)('with %s', async (_, style, body) => {
    const { raw, finished } = await press.press(`<h1>Odd</h1>${body}`, { style })
    expect((await differenceOf(raw, finished)).most).toBeLessThanOrEqual(8)
  })
})
