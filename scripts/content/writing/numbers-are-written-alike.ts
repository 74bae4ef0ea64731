import { ownMatches, stretchOf } from './own-matches.ts'
import type { Block } from './prose.ts'
import type { Note } from './tell.ts'

const PERCENT = /(?<![\p{L}\p{N}])(\d+(?:[.,]\d+)*)(?:(%)|(\s%)|\s+(?:per\s+cent|percent)(?!\p{L}))/giu
const RANGE =
  /(?<![\p{L}\p{N}.,:/–-])([£€$]?)(\d[\d,]*(?:\.\d+)?)(%?)(?:(\s?[-–]\s?)|(\s+to\s+))([£€$]?)(\d[\d,]*(?:\.\d+)?)(%?)(?![\p{L}\p{N}]|[-–/:]|[.,]\d)/gu
const GROUPED = /(?<![\p{L}\p{N}.,:/-])\d{1,3}(?:,\d{3})+(?!\d|,\d)/gu
const UNGROUPED = /(?<![\p{L}\p{N}.,:/#&?=+-])(\d{4,})(?![\p{L}\p{N}]|[:/-]|[.,]\d|\s\d{3})/gu
/** What stands before the number of a thing, which is no count. */
const NUMBERED_THING =
  /(?:\b(?:entry|entries|number|no\.?|id|ref\.?|reference|case|page|pages|isbn|issn|room|post|tel\.?|telephone|phone|fax|call|model|version|text|year|since|until|by|in|from|the|summer|winter|spring|autumn)|\d|\p{Sc}0)\s+$/iu
const NEARBY = 20
const FIRST_YEAR = 1000
const LAST_YEAR = 2199

/** Percentages, ranges and large numbers, each with the form that it is written in. */
export function numbersIn(block: Block, note: Note): void {
  const { text } = block
  if (!/\d/.test(text)) return
  percentagesIn(block, note)
  rangesIn(block, note)
  const mark = { rule: 'numbers-are-written-alike', thing: 'large number', house: '10,000' } as const
  for (const match of ownMatches(block, GROUPED)) note({ ...mark, form: '10,000' }, stretchOf(block, match))
  for (const match of /\d{4}/.test(text) ? ownMatches(block, UNGROUPED) : []) {
    const value = Number(match[1])
    const isYear = match[0].length === 4 && value >= FIRST_YEAR && value <= LAST_YEAR
    if (isYear || match[0].startsWith('0') || isNumberOfAThing(text, match.index, match[0].length)) continue
    note({ ...mark, form: '10000' }, stretchOf(block, match), value.toLocaleString('en-GB'))
  }
}

/** “entry 7262387”; but “the 25000 people” is a count, for a word follows. */
function isNumberOfAThing(text: string, index: number, length: number): boolean {
  const before = text.slice(Math.max(0, index - NEARBY), index)
  const [word = ''] = /\p{L}+\.?\s+$/u.exec(before) ?? []
  if (!NUMBERED_THING.test(before)) return false
  const isWeak = /^(?:by|in|from|the|since|until)\s/i.test(word)
  return !isWeak || !/^\s+\p{Ll}/u.test(text.slice(index + length, index + length + NEARBY))
}

function percentagesIn(block: Block, note: Note): void {
  for (const match of ownMatches(block, PERCENT)) {
    const [, number = '', tight, spaced] = match
    const form = tight ? '50%' : spaced ? '50 %' : '50 per cent'
    const mark = { rule: 'numbers-are-written-alike', thing: 'percentage', form, house: '50%' } as const
    note(mark, stretchOf(block, match), tight ? undefined : `${number}%`)
  }
}

function rangesIn(block: Block, note: Note): void {
  for (const match of ownMatches(block, RANGE)) {
    const [, sign = '', first = '', percent = '', dash, , sign2 = '', second = '', percent2 = ''] = match
    const before = block.text.slice(Math.max(0, match.index - NEARBY), match.index)
    const low = amountOf(first)
    const high = isShortYear(first, second) ? low + 1 : amountOf(second)
    // 50-50 is no range, nor is a result of 3-1; “rose from 2% to 11%” is a way, not a span.
    if (high <= low || (!dash && /\bfrom\s+$/i.test(before)) || /\d\s$/.test(before)) continue
    const form = dash ? '10-20' : '10 to 20'
    const mark = { rule: 'numbers-are-written-alike', thing: 'range', form, house: '10 to 20' } as const
    const until = isShortYear(first, second) ? first.slice(0, 2) + second : second
    const joint = /\bbetween\s+$/i.test(before) ? 'and' : 'to'
    const becomes = `${sign}${first}${percent} ${joint} ${sign2}${until}${percent2}`
    note(mark, stretchOf(block, match), dash ? becomes : undefined)
  }
}

const amountOf = (number: string): number => Number(number.replaceAll(',', ''))

/** `2012-13`. */
const isShortYear = (first: string, second: string): boolean =>
  /^(?:19|20)\d\d$/.test(first) && /^\d\d$/.test(second) && Number(second) > Number(first.slice(2))
