// Whether the tokens of a publication's own theme are what those of the built-in one are: colours, lengths, families
// of type.

import { nearest } from '../ground/language/nearest.ts'
import { holdsTemplates } from '../ground/templating/holds-templates.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding } from '../rules/finding.ts'
import { COLOUR_NAMES } from './colour-names.ts'

type Tokens = Readonly<Record<string, string>>

interface Kind {
  readonly fits: (value: string) => boolean
  readonly name: string
  readonly like: string
}

const LENGTH: Kind = {
  fits: (value) =>
    /^(?:\d+(?:\.\d+)?|\.\d+)(?:mm|cm|in|pt|pc|px|em|rem|q)$|^(?:calc|min|max|clamp)\(.+\)$/i.test(value),
  name: 'length',
  like: '`4.25mm` or `12pt`',
}
const COLOUR: Kind = {
  fits: (value) =>
    COLOUR_NAMES.has(value.toLowerCase()) ||
    /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$|^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(.+\)$/i.test(
      value,
    ),
  name: 'colour',
  like: '`"#14202b"`, in quotation marks',
}
const FAMILY: Kind = {
  fits: (value) =>
    value.split(',').every((part) => /^(?:"[^"]+"|'[^']+'|[\p{L}_-][\p{L}\p{N} _-]*)$/u.test(part.trim())),
  name: 'family of type',
  like: '`"Source Sans 3", sans-serif`',
}

/**
 * `folder`: of the publication's own templates, whose style sheets may ask for tokens by names of their own. `placeOf`
 * tells the line of a token.
 */
export function tokenFaults(
  own: Tokens,
  builtIn: Tokens,
  folder: string,
  placeOf: (token: string) => Place,
): Finding[] {
  return Object.entries(own).flatMap(([token, value]) => {
    if (!Object.hasOwn(builtIn, token)) {
      const suggestion = nearest(token, Object.keys(builtIn)) ?? oftenMeant(token, folder)
      const facts = { key: token, suggestion }
      return suggestion ? [finding('front-matter-key-is-known', placeOf(token), facts)] : []
    }
    const kind = kindOf(builtIn[token] ?? '')
    if (kind.fits(value.trim())) return []
    const facts = { token, value, kind: kind.name, like: kind.like }
    return [
      finding('publication-is-complete', placeOf(token), { problem: 'token-is-of-another-kind', ...facts }),
    ]
  })
}

const kindOf = (value: string): Kind => [LENGTH, COLOUR].find(({ fits }) => fits(value)) ?? FAMILY

const oftenMeant = (token: string, folder: string): string | undefined =>
  Object.hasOwn(OFTEN_MEANT, token) && !holdsTemplates(folder) ? OFTEN_MEANT[token] : undefined

/** Names of other themes for what has one in ours. */
const OFTEN_MEANT: Readonly<Record<string, string>> = {
  accent: 'grit',
  primary: 'grit',
  brand: 'grit',
  highlight: 'grit',
  secondary: 'canal',
  link: 'canal',
  links: 'canal',
  text: 'ink',
  foreground: 'ink',
  background: 'paper',
  bg: 'paper',
}
