import type { ParseContext } from '../parse-context.ts'
import { escaped, ownMatches } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Tell } from './tell.ts'

const ACRONYM = /(?<![\p{L}\p{N}@#_./&-])(\p{Lu}{2,7})s?(?![\p{L}\p{N}_/&]|-[\p{Lu}\p{N}]|\.\p{L})/gu

const TWO_CAPITALS = /\p{Lu}{2}/u

/**
 * Known better than what they stand for, so that GOV.UK's style guide lets them be; honours and charities with them.
 */
const KNOWN = new Set(
  (
    'AIDS AM API ASCII ATM BBC BSD BST CBE CCTV CD CLI CPU CSS CSV CV DIY DOM DJ DNA DNS DVD EU FAQ GB GCSE GIF GMT GNU GP GPL GPS HIV HMS HTML HTTP HTTPS ID IEEE IP IQ ISO ISBN IT ITV JPEG JSON KB MB MBE MIT MOT MP ' +
    'NATO NHS NSPCC OBE OK PC PDF PIN PM PNG QR RAF RAM RFC RSPB RSPCA RSVP SMS SOS SQL SVG TOML TV UFO UK UN UNESCO UNIX URL US USA USB UTC VAT VIP WWW XML YAML YMCA'
  ).split(' '),
)

const LOUD = /(?<!\p{Lu})\p{Lu}{2,}(?:[^\p{L}\n]+\p{Lu}{2,}(?!\p{L})){2,}/gu

const ROMAN = /^(?=[IVXLCDM])M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** Once a file, at the first use: readers come to a file from anywhere. */
export function acronymsAreExplained(
  blocks: readonly Block[],
  tell: Tell,
  { glossary, ownWords }: ParseContext,
): void {
  const seen = new Set(glossary.map(({ term }) => term))
  for (const name of ownWords) for (const word of name.match(/\p{Lu}{2,}/gu) ?? []) seen.add(word)
  let words: ReadonlySet<string> | undefined
  for (const block of blocks.filter(({ text }) => TWO_CAPITALS.test(text) && !isShouted(text))) {
    for (const match of ownMatches(block, ACRONYM)) {
      const [, acronym = ''] = match
      if (seen.has(acronym) || KNOWN.has(acronym) || ROMAN.test(acronym)) continue
      if (isLoud(block.text, match.index) || isPartOfName(block.text, match)) continue
      seen.add(acronym)
      const to = match.index + acronym.length
      if (isExplained(block.text, match.index, to)) continue
      words ??= smallWords(blocks)
      if (words.has(acronym.toLowerCase())) continue
      tell('acronyms-are-explained', { block, from: match.index, to }, { acronym })
    }
  }
}

/** `RFC 2045`, `TJ Holowaychuk`, `NOTE:` */
const isPartOfName = (text: string, { index, 0: found, 1: acronym = '' }: RegExpExecArray): boolean => {
  const behind = text.slice(index + found.length, index + found.length + NEARBY)
  return (
    /^\s\d/.test(behind) ||
    (acronym.length === 2 && /^\s\p{Lu}\p{Ll}/u.test(behind)) ||
    (/^(?:NOTE|TODO|TIP|WARNING|IMPORTANT|CAUTION|INFO|FIXME)$/.test(acronym) && /^\s*(?::|$)/.test(behind))
  )
}

/** A heading all in capitals has no acronyms. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text)

/** Three words in capitals, one behind the other, are not acronyms either. */
function isLoud(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - NEARBY), index + NEARBY)
  const at = Math.min(index, NEARBY)
  return [...around.matchAll(LOUD)].some(
    ({ index: from, 0: words }) => from <= at && at < from + words.length,
  )
}

/** `NOT` where the text also says “not” is a word that is shouted. */
const smallWords = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}{2,7}(?!\p{L})/gu) ?? []))

// Room for the words of an acronym, and no more: texts can be long.
const NEARBY = 200

/**
 * “Improvement and Efficiency West Midlands (IEWM)”, “IEWM (Improvement …)”, “‘System Under Test’ (SUT)”, “SUT:
 * system under test”.
 */
function isExplained(text: string, from: number, to: number): boolean {
  const acronym = text.slice(from, to)
  const before = text.slice(Math.max(0, from - NEARBY), from)
  const opened =
    /(?:[”’"']?\s*[([][“‘"']?|, (?:or|known as|called) |\bor |\b(?:abbreviated|shortened)(?: as| to)? )[“‘"']?$/.exec(
      before,
    )
  if (opened && spells(before.slice(0, opened.index), acronym)) return true
  const behind = /^s?[”’"']?(?: \(([^)]*)\)|(?::| [–—-]| stands for| is short for| means)\s+([^.;]*))/.exec(
    text.slice(to, to + NEARBY),
  )
  const said = behind?.[1] ?? behind?.[2]
  return (
    said !== undefined &&
    spells(
      said
        .split(/\s+/)
        .slice(0, 2 * acronym.length)
        .join(' '),
      acronym,
    )
  )
}

/**
 * Whether the last words spell these letters in their order: the first letter of a word, or a later one of it
 * (“database management system” is DBMS). Words may be left out: “of”, “and”.
 */
function spells(said: string, acronym: string): boolean {
  const words = said.match(/(?<!\p{L}[’']|\p{L})\p{L}[\p{L}’']*/gu)?.slice(-2 * acronym.length - 2) ?? []
  let left = acronym.toLowerCase()
  for (const word of words.reverse()) {
    const taken = headOf(word.toLowerCase(), left)
    left = left.slice(0, left.length - taken)
    if (left === '') return true
  }
  return false
}

/** How many of the last letters a word can stand for: those that begin with its own first letter. */
function headOf(word: string, letters: string): number {
  for (let count = Math.min(letters.length, MOST_OF_A_WORD); count > 0; count -= 1) {
    const part = letters.slice(-count)
    if (part[0] !== word[0]) continue
    if (new RegExp([...part].map(escaped).join('.*'), 'u').test(word)) return count
  }
  return 0
}

const MOST_OF_A_WORD = 3
