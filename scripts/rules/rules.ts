// Every rule, group by group: a closed list, in the order in which it is shown.

import { ADOPTED_RULES } from './adopted.ts'
import { ADOPTED_PAGES_RULES } from './adopted-pages.ts'
import { BOOKLET_RULES } from './booklet.ts'
import { CASE_STUDY_FORM_RULES } from './case-study-form.ts'
import { CITATION_RULES } from './citations.ts'
import { COLOUR_RULES } from './colours.ts'
import { FILE_RULES } from './files.ts'
import { FRONT_MATTER_RULES } from './front-matter.ts'
import { IMPORTED_RULES } from './imported.ts'
import { LAUNCH_RULES } from './launch.ts'
import { LINK_RULES } from './links.ts'
import { MACHINE_RULES } from './machine.ts'
import { MARKDOWN_RULES } from './markdown.ts'
import { MARKUP_RULES } from './markup.ts'
import { PAGE_RULES } from './pages.ts'
import { PDF_RULES } from './pdf.ts'
import { PICTURE_RULES } from './pictures.ts'
import { PRESS_MADE_RULES } from './press-made.ts'
import { PRESS_READ_RULES } from './press-read.ts'
import { REVIEW_RULES } from './review.ts'
import type { Group, Rule } from './rule.ts'
import { SHAPE_RULES } from './shape.ts'
import { SHEET_RULES } from './sheets.ts'
import { SITE_RULES } from './site.ts'
import { TAG_RULES } from './tags.ts'
import { WORD_EDITION_RULES } from './word-edition.ts'
import { WORD_FILE_RULES } from './word-files.ts'
import { WRITING_RULES } from './writing.ts'

const GROUPS = [
  FRONT_MATTER_RULES,
  SHEET_RULES,
  FILE_RULES,
  MARKDOWN_RULES,
  LINK_RULES,
  CITATION_RULES,
  PICTURE_RULES,
  MARKUP_RULES,
  SHAPE_RULES,
  COLOUR_RULES,
  WRITING_RULES,
  PAGE_RULES,
  PDF_RULES,
  TAG_RULES,
  PRESS_MADE_RULES,
  PRESS_READ_RULES,
  BOOKLET_RULES,
  LAUNCH_RULES,
  IMPORTED_RULES,
  ADOPTED_RULES,
  WORD_FILE_RULES,
  ADOPTED_PAGES_RULES,
  CASE_STUDY_FORM_RULES,
  SITE_RULES,
  REVIEW_RULES,
  WORD_EDITION_RULES,
  MACHINE_RULES,
] as const

type Every<Parts> = (Parts extends unknown ? (one: Parts) => void : never) extends (one: infer All) => void
  ? All
  : never
type Rules = Every<(typeof GROUPS)[number]['rules']>

export type RuleId = keyof Rules

type Known<Id extends RuleId> = Rules[Id] extends Rule<infer Facts> ? Facts : never
/** A fact that need not be known may be handed on as undefined. */
type Given<Facts> = {
  readonly [Name in keyof Facts]: Record<never, never> extends Pick<Facts, Name>
    ? Facts[Name] | undefined
    : Facts[Name]
}

/** What a finding of this rule has to know; of one of several rules, what all of them need. */
export type FactsOf<Id extends RuleId> = (
  Id extends RuleId
    ? (facts: Given<Known<Id>>) => void
    : never
) extends (facts: infer All) => void
  ? All
  : never

type Without<Facts, Name extends string> = Facts extends unknown ? Omit<Facts, Name> : never
/** The facts of a rule but for one that is known elsewhere. */
export type FactsWithout<Id extends RuleId, Name extends string> = Without<FactsOf<Id>, Name>

/** The facts of a rule as arguments, and what may follow: they can be left out where nothing has to be known. */
export type WithFacts<Id extends RuleId, Rest extends unknown[] = []> =
  Record<never, never> extends FactsOf<Id>
    ? [facts?: FactsOf<Id>, ...rest: Rest]
    : [facts: FactsOf<Id>, ...rest: Rest]

/** A rule that is broken, before it is known where. */
export type Breach<Ids extends RuleId = RuleId> = {
  [Id in Ids]: { readonly rule: Id; readonly facts: FactsOf<Id> }
}[Ids]

const RULES = Object.assign({}, ...GROUPS.map(({ rules }) => rules)) as Readonly<Record<RuleId, Rule>>

const GROUP_OF: ReadonlyMap<string, Group> = new Map(
  GROUPS.flatMap((group: Group) => Object.keys(group.rules).map((id) => [id, group] as const)),
)

export const ruleIds = Object.keys(RULES) as readonly RuleId[]

export const ruleOf = (id: RuleId): Rule => RULES[id]

/** The heading under which a rule is listed. */
export const headingOf = (id: RuleId): string => GROUP_OF.get(id)?.heading ?? ''

/** Whether a rule is about how a text is written. */
export const isOfWriting = (id: RuleId): boolean => GROUP_OF.get(id)?.isOfWriting ?? false
