import type { ParseContext } from '../parse-context.ts'
import { escaped, ownMatches, stretchOf } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Note, Tell } from './tell.ts'

/** What `names:` says is not how the publication spells it. Capitals count. */
export function namesAreSpeltAlike(blocks: readonly Block[], tell: Tell, { names }: ParseContext): void {
  const wrong = new Map(names.flatMap(({ name, not }) => not.map((one) => [one, name] as const)))
  if (wrong.size === 0) return
  const choices = [...wrong.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}#@])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  for (const block of blocks)
    for (const match of ownMatches(block, pattern)) {
      const name = wrong.get(match[0])
      // “Walsall Council” is no misspelt “Walsall”, and the right name may hold the wrong one.
      if (name === undefined || isWithin(name, match[0], block.text, match.index)) continue
      tell('names-are-spelt-alike', stretchOf(block, match), { written: match[0], usual: name }, name)
    }
}

function isWithin(name: string, found: string, text: string, index: number): boolean {
  const at = name.indexOf(found)
  return at >= 0 && text.startsWith(name, index - at)
}

/** The house form first: GOV.UK's style guide where it has one. */
const SPELLINGS: readonly (readonly [house: string, ...others: string[]])[] = [
  ['adviser', 'advisor'],
  ['ageing', 'aging'],
  ['byelaw', 'by-law', 'bylaw'],
  ['cooperate', 'co-operate'],
  ['cooperation', 'co-operation'],
  ['coordinate', 'co-ordinate'],
  ['coordination', 'co-ordination'],
  ['email', 'e-mail'],
  ['emails', 'e-mails'],
  ['focused', 'focussed'],
  ['hashtag', 'hash tag', 'hash-tag'],
  ['judgement', 'judgment'],
  ['online', 'on-line'],
  ['organise', 'organize'],
  ['organisation', 'organization'],
  ['organisations', 'organizations'],
  ['postcode', 'post code'],
  ['recognise', 'recognize'],
  ['recognised', 'recognized'],
  ['smartphone', 'smart phone', 'smart-phone'],
  ['website', 'web site', 'web-site'],
  ['websites', 'web sites', 'web-sites'],
  ['wellbeing', 'well-being'],
  ['wifi', 'wi-fi'],
]
/** Their makers spell them so, and capitals are all the difference. */
const BRANDS: readonly (readonly [house: string, ...others: string[]])[] = [
  ['Facebook', 'FaceBook'],
  ['GitHub', 'Github'],
  ['LinkedIn', 'Linkedin', 'Linked In'],
  ['PowerPoint', 'Powerpoint'],
  ['SurveyMonkey', 'Survey Monkey'],
  ['WhatsApp', 'Whatsapp'],
  ['WordPress', 'Wordpress'],
  ['YouTube', 'Youtube', 'You Tube'],
]

const houses = new Map(
  [...SPELLINGS, ...BRANDS].flatMap(([house, ...others]) =>
    [house, ...others].map((one) => [one, house] as const),
  ),
)
const forms = (list: typeof SPELLINGS): string =>
  list
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')
const SMALL = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms(SPELLINGS)})(?![\\p{L}\\p{N}-])`, 'giu')
const LARGE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms(BRANDS)})(?![\\p{L}\\p{N}])`, 'gu')

const SMALL_MAY_BE = new RegExp(forms(SPELLINGS))
const LARGE_MAY_BE = new RegExp(forms(BRANDS))

/** Words that are often spelt in two ways, as this text spells them. */
export function spellingsIn(block: Block, note: Note): void {
  for (const pattern of [SMALL, LARGE]) {
    if (!(pattern === SMALL ? SMALL_MAY_BE.test(block.small) : LARGE_MAY_BE.test(block.text))) continue
    for (const match of ownMatches(block, pattern)) {
      const written = match[0]
      const form = pattern === SMALL ? written.toLowerCase() : written
      const house = houses.get(form)
      if (house === undefined) continue
      const isCapital = form !== written
      const becomes = isCapital ? house.charAt(0).toUpperCase() + house.slice(1) : house
      const mark = { rule: 'names-are-spelt-alike', thing: house, form, house } as const
      // A word all in capitals is left to the author.
      const isShouted = pattern === SMALL && /\p{Lu}/u.test(written.slice(1))
      note(mark, stretchOf(block, match), form === house || isShouted ? undefined : becomes)
    }
  }
}
