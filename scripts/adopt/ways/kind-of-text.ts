import type { DraftText } from '../draft.ts'

/** By what was read, by its folder, or by what it says itself. */
export const kindOfText = ({ kind, from, matter }: DraftText): DraftText['kind'] =>
  kind === 'case-study' ||
  from
    .split('/')
    .slice(0, -1)
    .some((folder) => /^(?:case[-_ ]?stud(?:y|ies)|studies)$/i.test(folder.replace(/^\d+[-_. ]+/, ''))) ||
  /^case[-_ ]?study$/i.test(String(matter.type ?? ''))
    ? 'case-study'
    : 'chapter'
