import { describe, expect, it } from 'vitest'
import { inkStream } from '../../../scripts/pdf/press/ink-stream.ts'
import type { InkOf } from '../../../scripts/pdf/press/press-ink.ts'

/** Lines get black alone, areas four inks; yellow is left to the printer. */
const inkOf: InkOf = ([red, , blue], use) => {
  if (blue === 0 && red > 0) return { operands: `${red} 1 0`, space: 'screen', overprint: false }
  if (use === 'area') return { operands: '1 1 1 1', space: 'inks', overprint: false }
  return { operands: `0 0 0 ${Math.round((1 - red) * 10) / 10}`, space: 'inks', overprint: red === 0 }
}

const inked = (stream: string): string =>
  inkStream(Buffer.from(stream), inkOf).toString().replace(/\s+/g, ' ').trim()

describe('the colours of a stream', () => {
  it('are written before the object that shows whether it is a line or an area', () => {
    expect(inked('.5 .5 .5 rg 0 0 100 9 re f 0 0 100 100 re f')).toBe(
      '0 0 0 0.5 k 0 0 100 9 re f 1 1 1 1 k 0 0 100 100 re f',
    )
  })

  it('take the size on the page for the size: what is scaled up is an area', () => {
    expect(inked('.5 .5 .5 rg q 10 0 0 10 0 0 cm 0 0 9 9 re f Q 0 0 9 9 re f')).toBe(
      'q 10 0 0 10 0 0 cm 1 1 1 1 k 0 0 9 9 re f Q 0 0 0 0.5 k 0 0 9 9 re f',
    )
  })

  it('of many small marks in one path are those of lines', () => {
    const marks = Array.from({ length: 40 }, (_, index) => `${index * 20} 0 m ${index * 20} 20 l 5 20 l`)
    expect(inked(`.5 .5 .5 rg ${marks.join(' ')} f`)).toMatch(/^0 0 0 0\.5 k 0 0 m .* f$/)
    expect(inked('.5 .5 .5 rg 0 0 m 0 99 l 99 0 l 0 0 m 1 1 l f')).toMatch(/^1 1 1 1 k/)
  })

  it('are written once as long as they do not change', () => {
    expect(inked('.5 .5 .5 rg BT <01> Tj <02> Tj ET BT <03> Tj ET')).toBe(
      'BT 0 0 0 0.5 k <01> Tj <02> Tj ET BT <03> Tj ET',
    )
  })

  it('come back with the state that was saved', () => {
    expect(inked('.5 .5 .5 rg q .8 .8 .8 rg 0 0 1 1 re f Q 0 0 1 1 re f q 0 0 1 1 re f Q')).toBe(
      'q 0 0 0 0.2 k 0 0 1 1 re f Q 0 0 0 0.5 k 0 0 1 1 re f q 0 0 1 1 re f Q',
    )
  })

  it('that overprint do so for their object only', () => {
    expect(inked('0 0 0 rg BT <01> Tj ET .5 .5 .5 rg BT <02> Tj ET')).toBe(
      'BT /PressOver gs 0 0 0 1 k <01> Tj ET BT /PressKnock gs 0 0 0 0.5 k <02> Tj ET',
    )
  })

  it('stop overprinting before a form or a picture is drawn', () => {
    expect(inked('0 0 0 rg BT <01> Tj ET /Fm0 Do')).toBe(
      'BT /PressOver gs 0 0 0 1 k <01> Tj ET /PressKnock gs /Fm0 Do',
    )
  })

  it('of a page that sets none are black, as the standard has it', () => {
    expect(inked('0 0 5 5 re f')).toBe('/PressOver gs 0 0 0 1 k 0 0 5 5 re f')
  })

  it('of strokes have operators of their own', () => {
    expect(inked('.5 .5 .5 RG 0 0 m 300 300 l S')).toBe('0 0 0 0.5 K 0 0 m 300 300 l S')
    expect(inked('.8 .8 .8 rg .5 .5 .5 RG 0 0 5 5 re B')).toBe('0 0 0 0.2 k 0 0 0 0.5 K 0 0 5 5 re B')
  })

  it('that the printer is to convert stay as they are', () => {
    expect(inked('.9 1 0 rg 0 0 5 5 re f')).toBe('0.9 1 0 rg 0 0 5 5 re f')
  })

  it('of patterns are left, and forgotten behind them', () => {
    expect(
      inked('.5 .5 .5 rg 0 0 5 5 re f /Pattern cs /P1 scn 0 0 50 50 re f .5 .5 .5 rg 0 0 5 5 re f'),
    ).toBe('0 0 0 0.5 k 0 0 5 5 re f /Pattern cs /P1 scn 0 0 50 50 re f 0 0 0 0.5 k 0 0 5 5 re f')
  })

  it('are not written for what only clips', () => {
    expect(inked('.5 .5 .5 rg 0 0 500 500 re W n 0 0 5 5 re f')).toBe(
      '0 0 500 500 re W n 0 0 0 0.5 k 0 0 5 5 re f',
    )
  })
})
