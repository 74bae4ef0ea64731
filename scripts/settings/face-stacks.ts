// Which faces stand behind which: a text is set in the first of them that has its characters.
import type { Publication } from '../model/publication.ts'
import type { Theme } from '../model/theme.ts'

/** The tokens of `theme.yaml` that name a stack of faces. */
export const FACE_TOKENS = ['serif', 'sans', 'code'] as const

/**
 * Behind what the tokens name stand the fonts that a publication adds, and behind those the fallbacks: an author's
 * own face need have no signs, and whoever names one need not know which face has them.
 */
export function withFaceStacks(theme: Theme, { fonts }: Pick<Publication, 'fonts'>): Theme {
  const tokens = { ...theme.tokens }
  for (const token of FACE_TOKENS) {
    const value = tokens[token]
    if (value === undefined) continue
    const fallbacks = theme.fallbacks.toSorted(
      (a, b) => Number(b.first === token) - Number(a.first === token),
    )
    const behind = [...fonts, ...fallbacks].map(({ family }) => family)
    const added = [...new Set(behind)].filter((family) => !value.includes(quoted(family)))
    tokens[token] = [value, ...added.map(quoted)].join(', ')
  }
  return { ...theme, tokens }
}

/** As a CSS string; a family with signs of CSS in its name is written without them. */
const quoted = (family: string): string => `"${family.replace(/["\\;{}<>&@\n]/g, '')}"`
