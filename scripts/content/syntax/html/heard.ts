// What has to be said of the HTML of one file: once a kind, at its first place, with how many more there are.

import type { Others } from '../../../rules/phrases.ts'
import type { Breach, FactsOf } from '../../../rules/rules.ts'
import { type Draft, lineOf, type Placed, reportBreach } from '../../markdown/draft.ts'
import { othersBeside } from '../../other-lines.ts'

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

const EXACT = ['shown-where-a-mouse-rests', 'heading-in-a-table', 'closes-nothing'] as const
const UNDERSTOOD = ['tag-is-not-closed', 'signs-between-tags', 'hidden-words'] as const
type Done = (typeof EXACT | typeof UNDERSTOOD)[number]

interface Told {
  readonly place: Placed
  readonly words: string
  readonly instead: Instead | undefined
}

export function hear(draft: Draft): Heard {
  const told = new Map<string, Told[]>()
  const note = (key: string, words: string, place: Placed, instead?: Instead): void => {
    const before = told.get(key)
    if (before) before.push({ place, words, instead })
    else told.set(key, [{ place, words, instead }])
  }
  return {
    takenOut: (what, place) => note(`out ${what}`, what, place),
    notShown: (name, instead, place) => note(`media ${name} ${instead}`, `<${name}>`, place, instead),
    unknown: (what, place) => {
      if (!what.startsWith('</')) note('unknown', what.replace(/\s+/g, ' ').slice(0, 40), place)
    },
    done: (kind, words, place) => note(kind, words, place),
    tell: () => {
      for (const [key, all] of told) {
        const [first, ...others] = all.sort((a, b) => lineOf(a.place) - lineOf(b.place))
        if (!first) continue
        const lines = others.map(({ place }) => lineOf(place))
        reportBreach(draft, breachOf(key, first, othersBeside(lineOf(first.place), lines)), first.place)
      }
    },
  }
}

function breachOf(key: string, { words, instead }: Told, { more = 0, ...lines }: Others): Breach {
  const facts = { tag: words, count: more + 1, ...lines }
  if (key.startsWith('out ')) return { rule: 'html-is-allowed', facts }
  if (instead) return { rule: 'html-can-be-printed', facts: { ...facts, instead } }
  const done = { typed: words, more, ...lines }
  const exact = EXACT.find((one) => one === key)
  if (exact) return { rule: 'markup-is-exact', facts: { ...done, problem: exact } }
  const understood = UNDERSTOOD.find((one) => one === key)
  if (understood) return { rule: 'markup-is-understood', facts: { ...done, problem: understood } }
  return { rule: 'tag-is-html', facts }
}
