import type { Chapter } from '../model/chapter.ts'

/** How long texts are, in letters as their authors wrote them. */
export const lettersOf = (chapters: readonly Pick<Chapter, 'text'>[]): number =>
  chapters.reduce((sum, { text }) => text.reduce((all, one) => all + one.text.length, sum), 0)
