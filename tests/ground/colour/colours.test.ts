import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Inks, Rgb } from '../../../scripts/ground/colour/colour-values.ts'
import { openColours } from '../../../scripts/ground/colour/colours.ts'
import { compensated } from '../../support/compensated.ts'
import { deltaE } from '../../support/delta-e.ts'

const FOGRA39 = readFileSync('scripts/ground/colour/profiles/fogra39.icc')
const colours = await openColours(FOGRA39)
afterAll(() => colours.close())

describe('colours of the screen as inks', () => {
  it.each<[string, Rgb]>([
    ['a brown', [0.6, 0.45, 0.35]],
    ['a green', [0.45, 0.6, 0.45]],
    ['a light blue', [0.7, 0.8, 0.85]],
    ['a rose', [0.85, 0.65, 0.65]],
  ])('%s prints as it looks, as far as the black of the press allows', (_, rgb) => {
    const printed = colours.labOfInks(colours.inksOf(rgb))
    expect(deltaE(printed, compensated(colours.labOfRgb(rgb), colours))).toBeLessThan(1)
  })

  it('are measured right themselves: sRGB red, adapted to D50', () => {
    expect(deltaE(colours.labOfRgb([1, 0, 0]), [54.29, 80.8, 69.89])).toBeLessThan(0.1)
  })

  it('black is black ink alone, white is none', () => {
    expect(colours.inksOf([0, 0, 0])).toEqual([0, 0, 0, 1])
    expect(colours.inksOf([1, 1, 1])).toEqual([0, 0, 0, 0])
    expect([...colours.convertPixels(Uint8Array.of(255, 255, 255))]).toEqual([0, 0, 0, 0])
  })

  it('a grey is black ink alone, as light as the four inks together would have been', () => {
    for (const grey of [0.25, 0.4, 0.5, 0.75, 0.9]) {
      const alone = colours.inksOf([grey, grey + 0.002, grey])
      expect(alone.slice(0, 3)).toEqual([0, 0, 0])
      const byte = Math.round(grey * 255)
      const four = [...colours.convertPixels(Uint8Array.of(byte, byte, byte))].map((ink) => ink / 255)
      expect(four[0]).toBeGreaterThan(0.03)
      const lightness = (inks: readonly number[]) => colours.labOfInks(inks as unknown as Inks)[0]
      expect(Math.abs(lightness(alone) - lightness(four))).toBeLessThan(1)
    }
  })

  it('darker greys have more black, never less', () => {
    const blacks = Array.from(
      { length: 256 },
      (_, byte) => colours.inksOf([byte, byte, byte].map((v) => v / 255) as unknown as Rgb)[3],
    )
    expect(blacks.every((black, byte) => byte === 0 || black <= blacks[byte - 1]!)).toBe(true)
    expect(new Set(blacks).size).toBeGreaterThan(200)
  })

  it('no colour of the screen needs more ink than the profile is made for', () => {
    const rgb = Array.from({ length: 9 ** 3 }, (_, i) => [i % 9, Math.floor(i / 9) % 9, Math.floor(i / 81)])
    const inks = colours.convertPixels(Uint8Array.from(rgb.flat().map((step) => (step * 255) / 8)))
    const sums = Array.from({ length: 9 ** 3 }, (_, i) =>
      inks.subarray(i * 4, i * 4 + 4).reduce((a, b) => a + b),
    )
    expect((Math.max(...sums) / 255) * 100).toBeLessThanOrEqual(300)
  })

  it('many pixels come out as few do', () => {
    const many = new Uint8Array(70_000 * 3).fill(120)
    many.set([200, 80, 40], 69_999 * 3)
    expect([...colours.convertPixels(many).subarray(-4)]).toEqual([
      ...colours.convertPixels(Uint8Array.of(200, 80, 40)),
    ])
  })

  it('a profile that cannot be used leaves pixels to be sRGB', () => {
    const pixel = Uint8Array.of(200, 80, 40)
    const plain = [...colours.convertPixels(pixel)]
    for (const broken of [Buffer.from('no profile'), FOGRA39, FOGRA39.subarray(0, 9000)])
      expect([...colours.convertPixels(pixel, broken)]).toEqual(plain)
  })

  it('are not opened with what is no profile for print', async () => {
    await expect(openColours(Buffer.from('x'))).rejects.toThrow()
    await expect(openColours(readFileSync('scripts/ground/colour/profiles/srgb.icc'))).rejects.toThrow()
  })
})
