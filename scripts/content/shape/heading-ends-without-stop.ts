import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Draft, report } from '../markdown/draft.ts'
import { mendOf, offsetOf } from '../markdown/mend.ts'

/** `etc.`, `Inc.`, `p.m.`, `A.`: the stop belongs to the word. */
const ABBREVIATION = /(?:\.\p{L}+|(?<!\p{L})(?:etc|inc|ltd|no|vol|approx|dept|jr|sr|\p{L}))\.$/iu
/** Two sentences, of which one cannot lose its stop. */
const SENTENCES = /[.!?]["”’')\]]*\s+\p{L}/u

/** A heading is no sentence: it ends without a full stop. */
export function headingEndsWithoutStop(heading: Heading, draft: Draft): void {
  const words = plainText(heading).trim()
  if (!/[^.]\.$/.test(words) || ABBREVIATION.test(words) || SENTENCES.test(words)) return
  const last = heading.children.at(-1)
  const start = last?.type === 'text' ? offsetOf(last, draft) : undefined
  const stop =
    last?.type === 'text' && start !== undefined ? start + last.value.trimEnd().length - 1 : undefined
  const fix = stop === undefined ? undefined : mendOf(draft, stop, stop + 1, '')
  report(draft, 'heading-ends-without-stop', heading, { heading: words }, fix)
}
