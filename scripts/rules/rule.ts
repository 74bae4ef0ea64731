// What a rule is. Its id names the healthy state; its words say what is wrong, in the author's terms, and how to mend
// it.
import type { Severity } from '../model/place.ts'

/** What a finding knows of its case, by name. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>

/** The facts of a rule whose words are the same whatever it finds. */
export type NoFacts = { readonly none?: never }

/**
 * What a rule is about. `style`: how a house writes, told where publication.yaml chooses that style. `slip`: wrong in
 * anybody's style.
 * `accessibility`: what WCAG and PDF/UA ask for. `truth`: what was written is what is read. `safety`: nothing is run,
 * fetched or shown that should not be. `print`: pages and paper. `making`: what keeps a paper from being made.
 */
export type RuleKind = 'truth' | 'accessibility' | 'safety' | 'print' | 'making' | 'slip' | 'style'

export interface Rule<Known extends Facts = Facts> {
  readonly kind: RuleKind
  readonly severity: Severity
  /** What is wrong. */
  says(facts: Known): string
  /** How to mend it. */
  mend(facts: Known): string
  /** The words of the text that a finding is about, by which `except:` in publication.yaml can name it. */
  about?(facts: Known): string | undefined
  /** Why it matters to a reader, in a sentence. */
  readonly why: string
  /** The page of the handbook on which what it asks for is told at length, by its file. */
  readonly page?: string
  /** Facts of a finding that shows what the rule is about; where there are none, its words need none. */
  readonly example?: Known
  /** The same of what else it can find. */
  readonly moreExamples?: readonly Known[]
}

/** A rule, and the facts that each of its findings has to know. */
export const rule = <Known extends Facts = NoFacts>(
  one: Rule<Known> & (Record<never, never> extends Known ? unknown : { readonly example: Known }),
): Rule<Known> => one

/** One of the several things that a rule can find, and its words. */
interface Problem<Known extends Facts> {
  says(facts: Known): string
  mend(facts: Known): string
  readonly example: Known
}

export const problem = <Known extends Facts = NoFacts>(
  one: Omit<Problem<Known>, 'example'> &
    (Record<never, never> extends Known ? { readonly example?: Known } : { readonly example: Known }),
): Problem<Known> => ({ example: {} as Known, ...one })

/**
 * Problems that are said within one sentence and mended in one way: `within((words) => `A list ${words}.`, ourFault)`.
 * `Lead`: what the sentence itself has to know.
 */
export const within =
  <Lead extends Facts = NoFacts>(sentence: (words: string, facts: Lead) => string, mend: () => string) =>
  <More extends Facts = NoFacts>(
    words: string | ((facts: More) => string),
    ...[example]: Record<never, never> extends Lead & More ? [example?: Lead & More] : [example: Lead & More]
  ): Problem<Lead & More> => ({
    says: (facts) => sentence(typeof words === 'string' ? words : words(facts), facts),
    mend,
    example: example ?? ({} as Lead & More),
  })

type FactsOfProblems<Problems> = {
  [Name in keyof Problems & string]: Problems[Name] extends Problem<infer Known>
    ? { readonly problem: Name } & Known
    : never
}[keyof Problems & string]

type RuleOf<Known> = [Known] extends [infer All extends Facts] ? Rule<All> : never

interface RuleOfProblems<Problems> extends Pick<Rule, 'kind' | 'severity' | 'why' | 'page'> {
  /** How to mend whatever it finds, where that is known before it is. */
  readonly mend?: string
  /** As that of a rule; what it says, where it is left out. */
  about?(facts: Facts): string
  readonly problems: Problems
}

/** A rule that finds several things: a fact says which, and each has words of its own. */
export function ruleOfProblems<Problems extends Readonly<Record<string, { readonly says: unknown }>>>({
  problems,
  mend = '',
  ...rest
}: RuleOfProblems<Problems>): RuleOf<FactsOfProblems<Problems>> {
  const named = problems as unknown as Readonly<Record<string, Problem<Facts>>>
  const examples = Object.entries(named).map(([problem, { example }]) => ({ ...example, problem }))
  const says = (facts: Facts): string => named[String(facts.problem)]?.says(facts) ?? ''
  return {
    about: says,
    ...rest,
    says,
    mend: (facts: Facts): string => named[String(facts.problem)]?.mend(facts) ?? mend,
    example: examples[0],
    moreExamples: examples.slice(1),
  } as unknown as RuleOf<FactsOfProblems<Problems>>
}

type Entries = Readonly<Record<string, Pick<Rule, 'kind' | 'severity' | 'why'>>>

export interface Group<Rules extends Entries = Entries> {
  /** The heading under which its rules are listed. */
  readonly heading: string
  /** About how a text is written: all that such rules find is found before any page is made. */
  readonly isOfWriting?: true
  readonly rules: Rules
}

export const group = <Rules extends Entries>(one: Group<Rules>): Group<Rules> => one

/** What a value must be stands once, at its key in the schema, and so do the words for it. */
export type WordsOfSchema = { schemaSays: string; schemaAsks?: string }
