import { isInName, likeCapital, ownMatches, stretchOf } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Tell } from './tell.ts'

interface Entry {
  readonly pattern: string
  readonly english: string
  /** Whether the English can be put in its place as it stands. */
  readonly exact?: true
}

/** GOV.UK's style guide: “eg, etc and ie”, and the Latin that its plain words take the place of. */
const ENTRIES: readonly Entry[] = [
  { pattern: 'e\\.\\s?g\\.|eg\\.?', english: 'for example', exact: true },
  { pattern: 'i\\.\\s?e\\.|ie\\.?', english: 'that is', exact: true },
  { pattern: '(?:,? and )?etc\\.?|et cetera', english: 'and so on' },
  { pattern: 'via', english: 'through' },
  { pattern: 'viz\\.?', english: 'namely', exact: true },
  { pattern: 'per annum|p\\.a\\.', english: 'a year', exact: true },
  { pattern: 'per capita', english: 'a person' },
  { pattern: 'per diem', english: 'a day' },
  { pattern: 'inter alia', english: 'among other things', exact: true },
  { pattern: 'ad hoc', english: 'as needed' },
  { pattern: 'et al\\.?', english: 'and others' },
  { pattern: 'pro rata', english: 'in proportion' },
  { pattern: 'prima facie', english: 'at first sight' },
  { pattern: 'de facto', english: 'in fact' },
  { pattern: 'vis-à-vis|vis-a-vis', english: 'compared with' },
  { pattern: 'ibid\\.?|op\\. cit\\.?', english: 'the name of the work again' },
]
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.@/_-])(?:${ENTRIES.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}_-]|\\.\\p{L})`,
  'giu',
)
const MAY_BE =
  /\b(?:e\.|eg\b|i\.|ie\b|etc|et |via\b|vi[sz]|per\s|p\.a|inter\s|ad\s|pro\s|prima|de\s|ibid|op\.)/
/** `IE` and `EG` are other things. */
const IS_CAPITAL = /^(?:IE|EG|VIA)\.?$/

export function latinIsPutInEnglish(blocks: readonly Block[], tell: Tell): void {
  for (const block of blocks.filter(({ small }) => MAY_BE.test(small)))
    for (const match of ownMatches(block, PATTERN)) {
      const entry = ENTRIES[match.slice(1).findIndex((group) => group !== undefined)]
      const latin = match[0].replace(/^,? and /, '')
      if (!entry || IS_CAPITAL.test(latin) || isInName(block, match)) continue
      const becomes = entry.exact ? likeCapital(entry.english, latin) : undefined
      tell('latin-is-put-in-english', stretchOf(block, match), { latin, english: entry.english }, becomes)
    }
}
