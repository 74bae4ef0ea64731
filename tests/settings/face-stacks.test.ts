import { describe, expect, it } from 'vitest'
import type { FallbackFace, FontFace, Theme } from '../../scripts/model/theme.ts'
import { withFaceStacks } from '../../scripts/settings/face-stacks.ts'

const face = (family: string): FontFace => ({ family, file: '/x', weight: 400, style: 'normal', range: '' })
const fallbacks: FallbackFace[] = [face('Signs'), face('Signs'), { ...face('Boxes'), first: 'code' }]
const theme = (tokens: Record<string, string>): Theme =>
  ({ tokens, fonts: [], fallbacks }) as unknown as Theme

describe('the stacks of faces', () => {
  it('put what the publication adds behind its tokens, and the fallbacks behind that, each family once', () => {
    const { tokens } = withFaceStacks(theme({ sans: '"Own"', ink: '#111' }), { fonts: [face('Hebrew')] })
    expect(tokens).toEqual({ sans: '"Own", "Hebrew", "Signs", "Boxes"', ink: '#111' })
  })

  it('put the face for code first in code', () => {
    expect(withFaceStacks(theme({ code: '"Mono"' }), { fonts: [] }).tokens.code).toBe(
      '"Mono", "Boxes", "Signs"',
    )
  })

  it('leave a family where a designer put it, and cannot be broken out of', () => {
    const { tokens } = withFaceStacks(theme({ serif: '"Signs", "Own"' }), { fonts: [face('a"; } b')] })
    expect(tokens.serif).toBe('"Signs", "Own", "a  b", "Boxes"')
  })
})
