import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PressAgainst } from '../../../scripts/verify/press/press-proof.ts'
import { against, soundPress } from './press-file.ts'
import { factsOfDamaged, paint, resources } from './tamper-press.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = await soundPress()
})

const name = PDFName.of

const factsAfter = (change: (pdf: PDFDocument) => void, wanted?: PressAgainst) =>
  factsOfDamaged(sound, change, wanted)

describe('leaves alone', () => {
  const QUIET: readonly (readonly [what: string, change: (pdf: PDFDocument) => void])[] = [
    [
      'a panel over a ground of its own colour',
      (pdf) => paint(pdf, 1, '.9 .6 .2 .5 k 100 100 183.465 50 re f'),
    ],
    [
      'a panel that another ground hides',
      (pdf) => paint(pdf, 3, '.2 0 .5 0 k 200 100 83.465 50 re f .1 .1 0 0 k -8.504 90 300.473 70 re f'),
    ],
    ['a circle that comes near the edge', (pdf) => paint(pdf, 3, `0 .2 .2 0 k ${circle(243.3, 200, 40)} f`)],
    [
      'pale words of 24 points',
      (pdf) => paint(pdf, 3, '0 0 0 .72 k BT /F1 24 Tf 1 0 0 1 40 60 Tm (Large) Tj ET'),
    ],
    [
      'words in the middle of a ring, which is no ground',
      (pdf) =>
        paint(
          pdf,
          3,
          `0 0 0 1 k ${circle(100, 100, 50)} ${circle(100, 100, 40)} f* BT /F1 9 Tf 1 0 0 1 98 100 Tm (In) Tj ET`,
        ),
    ],
    [
      'words on a picture, whose colours are not known',
      (pdf) => paint(pdf, 2, '0 0 0 .1 k BT /F1 9 Tf 1 0 0 1 240 120 Tm (On) Tj ET'),
    ],
  ]

  it.each(QUIET)('%s', async (_, change) => expect((await factsAfter(change)).findings).toEqual([]))

  it('RGB that is calibrated, where the printer is to convert it', async () => {
    const calibrated = (pdf: PDFDocument): void => {
      const profile = pdf.context.register(pdf.context.flateStream('profile', { N: 3 }))
      resources(pdf, 'ColorSpace').set(name('DefaultRGB'), pdf.context.obj(['ICCBased', profile]))
      paint(pdf, 3, '.9 .2 .2 rg 40 40 9 9 re f')
    }
    const rgb = { ...against, press: { ...against.press, colour: 'rgb' as const } }
    expect((await factsAfter(calibrated, rgb)).findings).toEqual([])
    expect((await factsAfter(calibrated)).findings).toMatchObject([{ rule: 'press-inks-are-right' }])
  })
})

/** Four curves (control points at 0.5523 of the radius). */
function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523
  const arc = (...points: readonly number[]): string => `${points.join(' ')} c`
  return [
    `${x + r} ${y} m`,
    arc(x + r, y + k, x + k, y + r, x, y + r),
    arc(x - k, y + r, x - r, y + k, x - r, y),
    arc(x - r, y - k, x - k, y - r, x, y - r),
    arc(x + k, y - r, x + r, y - k, x + r, y),
  ].join(' ')
}
