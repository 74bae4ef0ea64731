import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyBytes } from '../../../scripts/verify/verify-bytes.ts'
import { tamper } from '../tamper.ts'
import { soundPress } from './press-file.ts'
import { paint, resources, rewriteXmp } from './tamper-press.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = await soundPress()
})

const name = PDFName.of

describe('whitepaper verify', () => {
  const rulesOf = async (change: (pdf: PDFDocument) => void): Promise<string[]> =>
    (await verifyBytes(await tamper(sound, change))).findings.map((one) => one.rule)

  it('holds a file for the press against PDF/X-4, and does not ask it for tags', async () => {
    expect(await rulesOf(() => undefined)).toEqual([])
    expect(await rulesOf((pdf) => paint(pdf, 3, '1 0 0 rg'))).toEqual(['press-inks-are-right'])
    expect(await rulesOf((pdf) => pdf.catalog.delete(name('OutputIntents')))).toEqual([
      'output-intent-is-right',
    ])
  })

  it('comes to an end in a form and a pattern that draw themselves', async () => {
    const circle = (pdf: PDFDocument): void => {
      const form = pdf.context.stream('/Form Do /Pattern cs /Tile scn 0 0 9 9 re f', { Subtype: 'Form' })
      const tile = pdf.context.stream('/Pattern cs /Tile scn 0 0 9 9 re f', { PatternType: 1 })
      resources(pdf, 'XObject').set(name('Form'), pdf.context.register(form))
      pdf
        .getPage(0)
        .node.Resources()!
        .set(name('Pattern'), pdf.context.obj({ Tile: pdf.context.register(tile) }))
      paint(pdf, 3, '/Form Do')
    }
    expect(await rulesOf(circle)).toEqual([])
  })

  it('lets a booklet claim nothing, and asks all others for their claims', async () => {
    const claimless = (pdf: PDFDocument): void => rewriteXmp(pdf, 'PDF/X-4', '')
    expect(await rulesOf(claimless)).toContain('claims-are-made')
    const booklet = (pdf: PDFDocument): void => {
      claimless(pdf)
      rewriteXmp(pdf, '>default<', '>proof:imposed<')
    }
    expect(await rulesOf(booklet)).toEqual([])
  })
})
