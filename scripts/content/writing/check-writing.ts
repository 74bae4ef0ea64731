// Every rule of how a text is written, in words. Loaded only where something English has to be read anew.
import type { Root } from 'mdast'
import { languageOfWords } from '../../ground/language/language-of-words.ts'
import type { ChapterMatter, FormMark } from '../../model/chapter.ts'
import { breach, findingOf } from '../../rules/finding.ts'
import type { RuleId } from '../../rules/rules.ts'
import { lineInFile } from '../includes/place-lines.ts'
import { isEnglish } from '../is-english.ts'
import type { Draft } from '../markdown/draft.ts'
import { acronymsAreExplained } from './acronyms-are-explained.ts'
import { ampersandsAreInNames } from './ampersands-are-in-names.ts'
import { articleFitsItsWord } from './article-fits-its-word.ts'
import { datesIn } from './dates-are-written-alike.ts'
import { latinIsPutInEnglish } from './latin-is-put-in-english.ts'
import { namesAreSpeltAlike, spellingsIn } from './names-are-spelt-alike.ts'
import { numbersIn } from './numbers-are-written-alike.ts'
import { placesIn } from './places-in.ts'
import { type Block, readProse } from './prose.ts'
import { sentencesAreShort } from './sentences-are-short.ts'
import type { Note, Tell } from './tell.ts'
import { voiceIsActive } from './voice-is-active.ts'
import { wordsAreNotRepeated } from './words-are-not-repeated.ts'
import { wordsArePlain } from './words-are-plain.ts'

const RULES = [
  sentencesAreShort,
  wordsArePlain,
  voiceIsActive,
  acronymsAreExplained,
  ampersandsAreInNames,
  latinIsPutInEnglish,
  wordsAreNotRepeated,
  articleFitsItsWord,
  namesAreSpeltAlike,
]
/** Of one rule in one file: more help nobody. */
const ENOUGH = 200

const FORMS = [datesIn, numbersIn, spellingsIn]

export type CheckWriting = typeof checkWriting

/** Of a block that is too short to tell, as the whole file has it. */
const languageOf = ({ text }: Block, { language }: Draft): string => languageOfWords(text) ?? language

/** Reports into the draft what each rule finds, and returns the forms in which dates, numbers and words are written. */
export function checkWriting(tree: Root, matter: ChapterMatter, draft: Draft): readonly FormMark[] {
  const { text, file, parts } = draft.source
  const blocks = readProse(tree, matter, text).filter((block) => isEnglish(languageOf(block, draft)))
  const places = placesIn(text, parts ? (line) => lineInFile(parts, line) : undefined)
  const counts = new Map<RuleId, number>()
  const tell: Tell = (rule, where, facts, becomes) => {
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    if (count > ENOUGH) return
    const fix = becomes === undefined ? undefined : places.fix(where, becomes)
    const found = findingOf(breach(rule, facts), { file, ...places.of(where) })
    draft.findings.push(fix ? { ...found, fix } : found)
  }
  const forms: FormMark[] = []
  const note: Note = (mark, where, becomes) => {
    const fix = becomes === undefined ? undefined : places.fix(where, becomes)
    const was = where.block.text.slice(where.from, where.to)
    forms.push({ ...mark, was, ...places.of(where), ...(fix ? { fix } : {}) })
  }
  for (const rule of RULES) rule(blocks, tell, draft.context)
  for (const block of blocks) for (const form of FORMS) form(block, note)
  return forms
}
