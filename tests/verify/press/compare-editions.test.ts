import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../../scripts/model/finding.ts'
import { compareEditions } from '../../../scripts/verify/press/compare-editions.ts'
import { tamper } from '../tamper.ts'
import { fileOf, sheets, soundPress } from './press-file.ts'
import { replace } from './tamper-press.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = await soundPress()
})

const _name = PDFName.of

describe('editions-are-one-paper', () => {
  const compare = async (change: (pdf: PDFDocument) => void): Promise<readonly Finding[]> =>
    compareEditions(await screen(), [{ ...fileOf(await tamper(sound, change)), sheets: asScreen }])
  /** Without marks and slug: a page is what is left after the cut. */
  const screen = () =>
    tamper(sound, (pdf) => {
      for (const page of pdf.getPages()) page.setMediaBox(0, 0, 283.465, 396.85)
    })
  const asScreen = sheets.map((sheet, index) => ({ ...sheet, shows: [index + 1] }))

  it('finds nothing where both say the same, whatever the slugs say', async () => {
    expect(await compare((pdf) => replace(pdf, 2, 'page 2', 'Slug'))).toEqual([])
  })

  it.each([
    [
      'a word that changed',
      (pdf: PDFDocument) => replace(pdf, 3, 'More', 'Less'),
      'page 3 goes from “Less words',
    ],
    [
      'words that are gone',
      (pdf: PDFDocument) => replace(pdf, 1, '(Front cover)', '()'),
      'page 1 goes from “nothing”',
    ],
    ['a page that is missing', (pdf: PDFDocument) => pdf.removePage(2), 'page 3 goes from “nothing”'],
  ])('finds %s', async (_, change, words) => {
    const [one] = await compare(change)
    expect(one).toMatchObject({ rule: 'editions-are-one-paper' })
    expect(one!.message).toContain(words)
  })

  it('finds words on a page that was added', async () => {
    const added = asScreen.map((sheet, index) => (index === 2 ? { ...sheet, shows: [0] } : sheet))
    const [one] = await compareEditions(await screen(), [{ ...fileOf(sound), sheets: added }])
    expect(one!.message).toContain('a page that was added says “More words')
  })
})
