// What has to be said of the HTML of one file: once a kind, at its first place, with how many more there are.

import type { FactsOf } from '../../../rules/rules.ts'
import { type Draft, lineOf, type Placed, report } from '../../markdown/draft.ts'
import { andMore } from '../hover-titles.ts'

export interface Heard {
  /** A program, a style, an address that would run something. */
  readonly takenOut: (what: string, place: Placed) => void
  /** What paper cannot show, and what is printed for it. */
  readonly notShown: (name: string, instead: Instead, place: Placed) => void
  /** A name between angle brackets that is none of HTML's. */
  readonly unknown: (what: string, place: Placed) => void
  /** What is done as well as it can be. */
  readonly done: (kind: Done, words: string, place: Placed) => void
  readonly tell: () => void
}

export type Instead = FactsOf<'html-can-be-printed'>['instead']

/** Told by these words. */
const DONE = {
  hover: {
    other: 'is shown only where a mouse rests, or read out, and is not printed',
    mend: 'Write beside it what a reader needs of this.',
    rule: 'markup-is-exact',
  },
  heading: {
    other: 'is no heading in print: one stands above text, not within a table or a caption',
    mend: 'Make it bold, or put what stands in the table under headings.',
    rule: 'markup-is-exact',
  },
  stray: {
    other: 'closes nothing, and is left out',
    mend: 'Take it out. If it is meant to be read, put it between backticks.',
    rule: 'markup-is-exact',
  },
  unclosed: {
    other: 'is not closed, and ends with the text around it',
    mend: 'Write its closing tag behind the last word that it is for.',
    rule: 'markup-is-understood',
  },
  signs: {
    other: 'stands between tags of HTML, where no Markdown is read, and is printed as it stands',
    mend: 'Leave a blank line between the tag and the words, or write tags for this too.',
    rule: 'markup-is-understood',
  },
} as const
type Done = keyof typeof DONE

const isDone = (key: string): key is Done => Object.hasOwn(DONE, key)

const doneFacts = (kind: Done, count: number) => ({
  other: `${DONE[kind].other}${andMore(count - 1)}`,
  mend: DONE[kind].mend,
})

interface Told {
  place: Placed
  first: string
  readonly instead: Instead | undefined
  count: number
}

export function hear(draft: Draft): Heard {
  const told = new Map<string, Told>()
  const note = (key: string, first: string, place: Placed, instead?: Instead): void => {
    const before = told.get(key)
    if (before && lineOf(place) < lineOf(before.place)) Object.assign(before, { place, first })
    if (before) before.count += 1
    else told.set(key, { place, first, instead, count: 1 })
  }
  return {
    takenOut: (what, place) => note(`out ${what}`, what, place),
    notShown: (name, instead, place) => note(`media ${name} ${instead}`, `<${name}>`, place, instead),
    unknown: (what, place) => {
      if (!what.startsWith('</')) note('unknown', what.replace(/\s+/g, ' ').slice(0, 40), place)
    },
    done: (kind, words, place) => note(kind, words, place),
    tell: () => {
      for (const [key, { place, first, instead, count }] of told) {
        const facts = { tag: first, count }
        if (key.startsWith('out ')) report(draft, 'html-is-allowed', place, facts)
        else if (instead) report(draft, 'html-can-be-printed', place, { ...facts, instead })
        else if (isDone(key))
          report(draft, DONE[key].rule, place, { actual: first, ...doneFacts(key, count) })
        else report(draft, 'tag-is-html', place, facts)
      }
    },
  }
}
