// What adoption needs of other rooms, handed in.
import type { FormQuestion } from '../model/case-study-form.ts'
import type { LostWords } from './chapter.ts'
import type { DraftText } from './draft.ts'

export interface AdoptTools {
  /** The keys of front matter that a text of a kind can have. */
  readonly fields: Readonly<Record<DraftText['kind'], readonly string[]>>
  /** What the form for a case study asks. */
  readonly questions: readonly FormQuestion[]
  /**
   * A text of another tool in the spelling of ours. `texts`, `files`: what else its addresses can mean; `cites`:
   * works come along.
   */
  readonly respell: (
    markdown: string,
    about: { file: string; texts: readonly string[]; files: readonly string[]; cites: boolean },
  ) => string
  /** Words of a text, front matter included, that are in nothing that was written of it. */
  readonly lostWords: (text: DraftText, written: readonly string[]) => readonly Omit<LostWords, 'from'>[]
}
