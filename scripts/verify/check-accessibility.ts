import type { Finding } from '../model/finding.ts'
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
import type { ReadPdf } from './read-back.ts'

/** What can be said of the bytes of any tagged PDF, without knowing the text that it was made from. */
const CHECKS = [
  contentIsTagged,
  tagsLeadToContent,
  tagsAreStandard,
  taggedHeadingsInOrder,
  taggedPicturesHaveAlternatives,
  taggedTablesAreRegular,
  taggedListsAreSound,
  taggedLinksAreDescribed,
  taggedNotesHaveIds,
  languageIsTold,
  charactersCanBeReadOut,
  claimsAgree,
]

/** A fault of one kind is mostly the same fault many times over: the first few of each tell enough. */
const SHOWN = 5

export function checkAccessibility(read: ReadPdf): readonly Finding[] {
  return CHECKS.flatMap((check) => {
    const findings = check(read)
    const last = findings[SHOWN - 1]
    if (!last || findings.length <= SHOWN) return findings
    return [
      ...findings.slice(0, SHOWN - 1),
      { ...last, cause: `and ${findings.length - SHOWN} more of the kind` },
    ]
  })
}
