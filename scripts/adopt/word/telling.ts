// What is told of a Word file: it has no lines, so each finding quotes the words it is about.
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { RuleId, WithFacts } from '../../rules/rules.ts'

export interface Telling {
  readonly tell: <Id extends RuleId>(id: Id, ...facts: WithFacts<Id>) => void
  /** These words of the original are not in the text, and something says so; or the program says them anew. */
  readonly leave: (words: string) => void
  readonly findings: () => readonly Finding[]
  readonly left: () => readonly string[]
}

/** The same thing is told once. */
export function telling(file: string): Telling {
  const told = new Map<string, Finding>()
  const left = new Set<string>()
  return {
    tell: (id, ...facts) => {
      const one = finding(id, { file }, ...(facts as WithFacts<typeof id, [cause?: unknown]>))
      told.set(`${id} ${one.message}`, one)
    },
    leave: (words) => {
      if (words.trim() !== '') left.add(words.trim())
    },
    findings: () => [...told.values()],
    left: () => [...left],
  }
}

const USUAL = 160
/** Of words that are in no file any more, all that anybody would read. */
export const ALL_WORDS = 2000

/** Words as a finding quotes them. */
export function quoted(words: string, most = USUAL): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}
