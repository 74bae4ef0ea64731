import type { DraftText } from '../draft.ts'

/** By its folder, or by what it says itself. */
export const kindOfText = ({ from, matter }: Pick<DraftText, 'from' | 'matter'>): DraftText['kind'] =>
  from
    .split('/')
    .slice(0, -1)
    .some((folder) => /^(?:case[-_ ]?stud(?:y|ies)|studies)$/i.test(folder.replace(/^\d+[-_. ]+/, ''))) ||
  /^case[-_ ]?study$/i.test(String(matter.type ?? ''))
    ? 'case-study'
    : 'chapter'
