import type { Finding } from '../model/finding.ts'
import type { RuleId } from '../rules/rules.ts'
import { charactersCanBeReadOut } from './accessibility/characters-can-be-read-out.ts'
import { claimsAgree } from './accessibility/claims-agree.ts'
import { contentIsTagged } from './accessibility/content-is-tagged.ts'
import { languageIsTold } from './accessibility/language-is-told.ts'
import { taggedHeadingsInOrder } from './accessibility/tagged-headings-in-order.ts'
import { taggedLinksAreDescribed } from './accessibility/tagged-links-are-described.ts'
import { taggedListsAreSound } from './accessibility/tagged-lists-are-sound.ts'
import { taggedNotesHaveIds } from './accessibility/tagged-notes-have-ids.ts'
import { taggedPicturesHaveAlternatives } from './accessibility/tagged-pictures-have-alternatives.ts'
import { taggedTablesAreRegular } from './accessibility/tagged-tables-are-regular.ts'
import { tagsAreStandard } from './accessibility/tags-are-standard.ts'
import { tagsLeadToContent } from './accessibility/tags-lead-to-content.ts'
import { firstFindings } from './first-findings.ts'
import type { ReadPdf } from './read-back.ts'

/** What can be said of the bytes of any tagged PDF, without knowing the text that it was made from. */
const CHECKS: readonly (readonly [RuleId, (read: ReadPdf) => readonly Finding[]])[] = [
  ['content-is-tagged', contentIsTagged],
  ['tags-lead-to-content', tagsLeadToContent],
  ['tags-are-standard', tagsAreStandard],
  ['tagged-headings-in-order', taggedHeadingsInOrder],
  ['tagged-pictures-have-alternatives', taggedPicturesHaveAlternatives],
  ['tagged-tables-are-regular', taggedTablesAreRegular],
  ['tagged-lists-are-sound', taggedListsAreSound],
  ['tagged-links-are-described', taggedLinksAreDescribed],
  ['tagged-notes-have-ids', taggedNotesHaveIds],
  ['language-is-told', languageIsTold],
  ['characters-can-be-read-out', charactersCanBeReadOut],
  ['claims-agree', claimsAgree],
]

/** What was found, and the rules that the file was held against. */
export function checkAccessibility(read: ReadPdf): {
  readonly checked: readonly RuleId[]
  readonly findings: readonly Finding[]
} {
  const findings = CHECKS.flatMap(([, check]) => firstFindings(check(read)))
  return { checked: CHECKS.map(([rule]) => rule), findings }
}
