import type { ReviewMark } from '../ground/review-marks.ts'
import type { ShownPicture } from './read-pictures.ts'
import type { WordParagraph } from './word-file.ts'

/** What stands between two marks, while it is read. */
export interface Piece {
  name?: string
  mark?: ReviewMark
  now: string
  before: string
  isTracked: boolean
  /** Of each thing in `now`: the id of the note that it calls, '' for what is no note. */
  readonly calls: string[]
  /** Of `now`. */
  readonly pictures: ShownPicture[]
  paragraph: WordParagraph
  /** Its paragraph goes on in the next one, when all changes are accepted. */
  joins: boolean
}
