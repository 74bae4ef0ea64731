// A word can be used, or named: “use help instead of assist” is about the word. What is named stays as it is.
import type { Block, Sentence } from './prose.ts'

/** Said of a word or phrase, anywhere in its sentence. */
const CHOICE = /\b(?:instead of|in place of|rather than|in preference to)\b/i
const ADVICE =
  /\b(?:use|using|used|write|writing|say|saying|prefer|put|spell|spelt|spelled|spelling|choose|try|type|avoid|replace|hyphenat\w+|abbreviat\w+)\b/i
const ADVICE_AGAINST =
  /^\W*(?:avoid\b|(?:do not|don[’']t|never|not) (?:use|write|say|put|spell|abbreviate|shorten|hyphenate)\b)/i
/** Directly before it. */
const NAMED_BEFORE =
  /(?:\b(?:the|a|each) (?:words?|terms?|phrases?|prefix|suffix|spellings?|abbreviations?|names?|forms?|expressions?|verbs?|nouns?)|(?:[,;:(–—]|\b(?:and|but|or)) (?:not|never)|\b(?:called|spelt|spelled|written|abbreviated(?: as| to)?|shortened to|known as)|\bnot just|=)\s*[“‘"'(]?$/i
/** Directly behind it. */
const NAMED_BEHIND =
  /^[”’"')]?\s*(?:\((?:use|say|write|see|not|prefer|try|noun|verb|adjective|adj|n|v)\b|[=→⇒]|(?:means|meaning|stands for|is short for|is Latin|is an? (?:word|term|verb|noun|adjective|abbreviation|acronym|spelling))\b)/i
const NEARBY = 60
/** An entry of a list of words has no more of them, and ends without a stop. */
const LONGEST_ENTRY = 12
const MOST_SPACE = 10

/** Whether what stands there is spoken of and not used. */
export function isNamed(block: Block, from: number, to: number): boolean {
  if (block.isEmphasised(from)) return true
  const { text } = block
  if (isEntry(block, from, to)) return true
  if (NAMED_BEFORE.test(text.slice(Math.max(0, from - NEARBY), from))) return true
  if (NAMED_BEHIND.test(text.slice(to, to + NEARBY))) return true
  return adviceIn(block).some((sentence) => sentence.from <= from && from < sentence.to)
}

const known = new WeakMap<Block, readonly Sentence[]>()

/** The sentences that say how to write, found once a block. */
function adviceIn(block: Block): readonly Sentence[] {
  const found = known.get(block) ?? block.sentences.filter((sentence) => isAdvice(block, sentence))
  known.set(block, found)
  return found
}

function isAdvice({ text }: Block, { from, to }: Sentence): boolean {
  const said = text.slice(from, to)
  return ADVICE_AGAINST.test(said) || (CHOICE.test(said) && ADVICE.test(said))
}

/** `utilize (use use)`, `e-mail: see email`, or the word alone. */
function isEntry({ text, kind }: Block, from: number, to: number): boolean {
  if (from > MOST_SPACE || text.slice(0, from).trim() !== '') return false
  const rest = text.slice(to).trim()
  if (rest === '') return true
  if (kind === 'line' || /[.!?]["”’')\]]*$/.test(rest)) return false
  return /^(?:[(:=→⇒]|[–—-]\s)/.test(rest) && rest.split(/\s+/).length <= LONGEST_ENTRY
}
