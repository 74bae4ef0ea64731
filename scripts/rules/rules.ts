// Every rule, group by group: a closed list.

import { BOOKLET_RULES } from './booklet.ts'
import { COLOUR_RULES } from './colours.ts'
import { FILE_RULES } from './files.ts'
import { FRONT_MATTER_RULES } from './front-matter.ts'
import { LAUNCH_RULES } from './launch.ts'
import { MACHINE_RULES } from './machine.ts'
import { MARKDOWN_RULES } from './markdown.ts'
import { PAGE_RULES } from './pages.ts'
import { PDF_RULES } from './pdf.ts'
import { PRESS_MADE_RULES } from './press-made.ts'
import { PRESS_READ_RULES } from './press-read.ts'
import type { Rule } from './rule.ts'
import { SHAPE_RULES } from './shape.ts'
import { SITE_RULES } from './site.ts'
import { TAG_RULES } from './tags.ts'
import { WRITING_RULES } from './writing.ts'

const RULES = {
  ...FRONT_MATTER_RULES,
  ...FILE_RULES,
  ...MARKDOWN_RULES,
  ...SHAPE_RULES,
  ...COLOUR_RULES,
  ...WRITING_RULES,
  ...PAGE_RULES,
  ...PDF_RULES,
  ...TAG_RULES,
  ...PRESS_MADE_RULES,
  ...PRESS_READ_RULES,
  ...BOOKLET_RULES,
  ...LAUNCH_RULES,
  ...SITE_RULES,
  ...MACHINE_RULES,
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

export const ruleIds = Object.keys(RULES) as readonly RuleId[]

export const rule = (id: RuleId): Rule => RULES[id]

/** The headings under which rules are listed. */
const GROUPS: readonly (readonly [heading: string, rules: object])[] = [
  ['Publication.yaml, data and front matter', FRONT_MATTER_RULES],
  ['Files', FILE_RULES],
  ['Markdown', MARKDOWN_RULES],
  ['How a text is built', SHAPE_RULES],
  ['Colours of the theme', COLOUR_RULES],
  ['Writing, in words', WRITING_RULES],
  ['Pages, in the browser', PAGE_RULES],
  ['The PDF, read back', PDF_RULES],
  ['The accessible PDF', TAG_RULES],
  ['The press edition, made', PRESS_MADE_RULES],
  ['The press edition, read back', PRESS_READ_RULES],
  ['The booklet', BOOKLET_RULES],
  ['Launch day', LAUNCH_RULES],
  ['The website', SITE_RULES],
  ['The machine', MACHINE_RULES],
]

/** The heading under which a rule is listed. */
export const groupOf = (id: RuleId): string => GROUPS.find(([, rules]) => Object.hasOwn(rules, id))?.[0] ?? ''

/** Whether a rule is about how a text is written; all that such rules find is found before any page is made. */
export const isWritingRule = (id: RuleId): boolean =>
  Object.hasOwn(WRITING_RULES, id) || Object.hasOwn(SHAPE_RULES, id)
