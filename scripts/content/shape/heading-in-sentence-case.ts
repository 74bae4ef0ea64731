import type { Heading, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Fix } from '../../model/finding.ts'
import { isEnglish } from '../is-english.ts'
import { type Draft, report } from '../markdown/draft.ts'
import { mendOf, offsetOf } from '../markdown/mend.ts'
import { ownWords } from '../writing/own-words.ts'
import { bareWord, before, WORD, type WordsOfFile } from './words-of-file.ts'

/** No names, and common enough to be known without having been seen in small letters. */
const COMMON = new Set(
  `a an and are as at be been but by can could did do does for from had has have how if in into is it its just more most
  new no not of off on one or other our out over should so some than that the their them then there these they this those
  through to too under up us was we were what when where which while who why will with without would you your about after
  against all also around any because before being between better both during each every first get getting go going good
  great help here keep key know last like look made make making many much my need next now only own part people plan
  report same say see show still take tell think time try use used using want way well work working world year years`
    .split(/\s+/)
    .filter(Boolean),
)
/** What stands in headings and in hardly a name, so that the text below may not have it in small letters. */
const OF_HEADINGS = new Set(
  `aims background benefits challenges conclusion conclusions costs findings introduction learned learnt lessons objectives
  outcomes overview recommendations results steps summary`.split(/\s+/),
)
/** Words that are names of months, people and places as well. */
const NAMES_TOO = new Set(
  `april august march may bill frank grace hope mark olive rob rose sky will ash bath barking battle bury deal diss eye ford
  hull nelson reading rugby rye sale sandwich settle street ware wash wells`
    .split(/\s+/)
    .filter(Boolean),
)
/** What stays small where every other word gets a capital. */
const MINOR = new Set(
  'a an and as at but by for from if in into is it nor of off on or over so than the to up via vs with'.split(
    ' ',
  ),
)
/** With a capital, these stand in hardly a name of more than three words. */
const JOINING = new Set('and at by for from in into of on or the through to with'.split(' '))
const LONGER_THAN_NAMES = 4
/** Shorter words in capitals are abbreviations as often as not. */
const SHORTEST_SHOUT = 4
const SHORTEST_SHOUTED_HEADING = 10
/** No abbreviation has so many letters. */
const SURELY_A_WORD = 8

interface HeadingWord {
  readonly word: string
  /** Whether a sentence, or a title within quotation marks, begins with it. */
  readonly first: boolean
  /** Whether it is part of what the publication or its publisher is called, or stands in quotation marks. */
  readonly titled: boolean
  /** Undefined where the file spells the heading otherwise. */
  readonly offset: number | undefined
}

/** A heading has its capitals where a sentence has them. In English alone: other languages have other rules. */
export function headingInSentenceCase(heading: Heading, words: WordsOfFile, draft: Draft): void {
  if (!isEnglish(draft.language) || isCall(plainText(heading))) return
  const all = wordsOf(heading, draft)
  const shortest = isAllShouted(all) ? 1 : SHORTEST_SHOUT
  const odd = all.filter((one) => isOdd(one, words, shortest))
  const common = odd.filter(({ word }) => isCommon(word, words))
  const isPlain = shortest === 1 ? odd.some(isLong) : isInTitleCase(all, odd)
  // One word that is written small elsewhere may still be part of a name: most of them must be.
  if (!isPlain && (common.every(isLetter) || common.length * 2 < odd.length)) return
  const isCertain = common.length === odd.length && isTitleCase(all) && !all.some((one) => isBoth(one, words))
  const shown = common.length > 0 ? common : odd
  const actual = shown.map(({ word }) => `\`${word}\``).join(', ')
  report(
    draft,
    'heading-in-sentence-case',
    heading,
    { words: actual },
    isCertain ? fixOf(common, draft) : undefined,
  )
}

function wordsOf(heading: Heading, draft: Draft): HeadingWord[] {
  const found: HeadingWord[] = []
  const titles = titlesIn(plainText(heading), draft.context.titles)
  let read = ''
  const isOwn = ownWords(plainText(heading))
  const take = (node: Nodes, isPlain: boolean): void => {
    if (node.type === 'text') {
      // In bold or in a link a word may stand for what it is.
      const start = isPlain ? offsetOf(node, draft) : undefined
      const soFar = read + node.value
      for (const { 0: word, index } of node.value.matchAll(WORD)) {
        const first = before(soFar, read.length + index) !== 'words'
        const at = read.length + index
        const titled = titles.some(([from, to]) => from <= at && at < to) || !isOwn(at)
        found.push({ word, first, titled, offset: start === undefined ? undefined : start + index })
      }
    }
    // Behind code a capital is no fault: it may begin a sentence of its own.
    if ('value' in node) read += node.type === 'text' ? node.value : '\uFFFC'.repeat(node.value.length)
    if ('children' in node) for (const child of node.children) take(child, node === heading)
  }
  take(heading, true)
  return found
}

/** `.addKeyword(String keyword, …)`: the capitals are those of a program. */
const isCall = (words: string): boolean =>
  /(?:^|\s)[\w.$]*[\w$]\([^)]*\)?/.test(words) && /^[.$\w]+\(/.test(words.trim())

/** Where each begins and ends. */
const titlesIn = (text: string, titles: readonly string[]): (readonly [from: number, to: number])[] =>
  titles.flatMap((title) => {
    const from = text.indexOf(title)
    return from < 0 ? [] : [[from, from + title.length] as const]
  })

/** A capital that no name, no abbreviation and no beginning explains. */
function isOdd({ word, first, titled }: HeadingWord, { names }: WordsOfFile, shortest: number): boolean {
  const bare = bareWord(word)
  if (titled || names.has(bare)) return false
  if (bare.length >= shortest && isShouted(bare)) return true
  return !first && /^\p{Lu}[\p{Ll}’'-]*$/u.test(bare) && bare !== 'I'
}

const isShouted = (word: string): boolean => /^\p{Lu}+$/u.test(word)

/** Of a heading in capitals throughout, the short words too. Two abbreviations are none yet. */
function isAllShouted(words: readonly HeadingWord[]): boolean {
  const spelt = words.map(({ word }) => bareWord(word)).filter((word) => /\p{L}/u.test(word))
  return spelt.every(isShouted) && spelt.join('').length >= SHORTEST_SHOUTED_HEADING
}

function isCommon(word: string, { small }: WordsOfFile): boolean {
  const bare = bareWord(word).toLowerCase()
  if (NAMES_TOO.has(bare)) return false
  return [bare, `${bare}s`, bare.replace(/s$/, '')].some(
    (form) => small.has(form) || COMMON.has(form) || OF_HEADINGS.has(form),
  )
}

const isLong = ({ word }: HeadingWord): boolean => bareWord(word).length >= SURELY_A_WORD

/** “Access Through Digital Change And Channel Shift”: nobody has to know which words are names. */
const isInTitleCase = (all: readonly HeadingWord[], odd: readonly HeadingWord[]): boolean =>
  odd.length >= LONGER_THAN_NAMES &&
  isTitleCase(all) &&
  odd.some(({ word }) => JOINING.has(word.toLowerCase()))

/** Where only some words have a capital, whoever wrote it may have meant a name. */
const isTitleCase = (words: readonly HeadingWord[]): boolean =>
  words.every(({ word }) => !/^\p{Ll}/u.test(word) || MINOR.has(word))

/** `White` in “White Paper” and in “a white page”: nobody but the author knows which is meant. */
const isBoth = ({ word, first, titled }: HeadingWord, { names, small }: WordsOfFile): boolean =>
  !first && !titled && names.has(bareWord(word)) && small.has(bareWord(word).toLowerCase())

/** `Plan A`. */
const isLetter = ({ word }: HeadingWord): boolean => word.length === 1

/** From the first word that changes to the last, the rest between them as it is. */
function fixOf(words: readonly HeadingWord[], draft: Draft): Fix | undefined {
  const [start, last] = [words[0]?.offset, words.at(-1)]
  if (start === undefined || last?.offset === undefined) return undefined
  const end = last.offset + last.word.length
  const text = draft.source.text
  let becomes = ''
  let done = start
  for (const { word, first, offset } of words) {
    if (offset === undefined || offset < done) return undefined
    const small = word.toLowerCase()
    becomes += text.slice(done, offset) + (first ? small.charAt(0).toUpperCase() + small.slice(1) : small)
    done = offset + word.length
  }
  return mendOf(draft, start, end, becomes)
}
