import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { BUILT_IN, facesOf } from '../../scripts/ground/drawing/face-widths.ts'
import { breakLines, textWidth } from '../../scripts/ground/drawing/text-width.ts'
import type { FontFace } from '../../scripts/model/theme.ts'

const face = (family: string, name: string, more: Partial<FontFace> = {}): FontFace => ({
  family,
  file: resolve(`node_modules/@fontsource/${name}`),
  weight: 400,
  style: 'normal',
  range: '',
  ...more,
})

const CODE = 'source-code-pro/files/source-code-pro-latin-400-normal.woff2'
const SERIF = 'libre-baskerville/files/libre-baskerville-latin'

it('are those of the face that the token names first, of its nearest weight and its Latin part', () => {
  const tokens = { sans: '"Code", "Other"', serif: "'Title', serif" }
  const fonts = [
    face('Other', `${SERIF}-400-normal.woff2`),
    face('Code', CODE),
    face('Title', `${SERIF}-700-normal.woff2`, { weight: 700 }),
    face('Title', `${SERIF}-400-normal.woff2`),
    face('Title', `${SERIF}-400-italic.woff2`, { style: 'italic' }),
    face('Title', CODE, { range: 'U+0400-04FF' }),
  ]
  const { sans, serif } = facesOf({ tokens, fonts })
  expect([textWidth('il', sans), textWidth('mw', sans), textWidth('a ', sans)]).toEqual([1.2, 1.2, 1.2])
  expect(serif).toEqual(BUILT_IN.serif())
})

it('are those of WOFF as of WOFF2', () => {
  const [woff, woff2] = ['woff', 'woff2'].map(
    (kind) => facesOf({ tokens: { serif: 'T' }, fonts: [face('T', `${SERIF}-400-normal.${kind}`)] }).serif,
  )
  expect(woff).toEqual(woff2)
})

it('break lines where that face needs it', () => {
  const wide = facesOf({ tokens: { sans: '"Code"' }, fonts: [face('Code', CODE)] }).sans
  expect(breakLines('Illicit filling', 7, 'sans')).toEqual(['Illicit filling'])
  expect(breakLines('Illicit filling', 7, wide)).toEqual(['Illicit', 'filling'])
})

it('are the built-in ones where nothing else can be read', () => {
  const lost = { tokens: { sans: 'A', serif: 'B' }, fonts: [face('A', 'no-such-file.woff2')] }
  expect(facesOf(lost)).toEqual({ serif: BUILT_IN.serif(), sans: BUILT_IN.sans() })
})
