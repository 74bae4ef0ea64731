// A Word file for review, made of the same pages as the PDF, before they are laid out.
import type { Edition } from './edition.ts'
import { writeWord } from './write-word.ts'

export const word: Edition = {
  name: 'word',
  is: 'a Word file for review',
  needs: [],
  isWithoutPages: true,
  // Each paragraph of it says itself which text it was made of.
  fileNames: () => [],
  follow: writeWord,
}
