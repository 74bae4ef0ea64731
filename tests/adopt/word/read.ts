import { wordsNotCarried } from '../../../scripts/account/words-carried.ts'
import { readWord } from '../../../scripts/adopt/word/read-word.ts'
import { DIALECT } from '../../../scripts/content/dialect.ts'
import { type Docx, docxOf } from './docx-of.ts'

export interface Read {
  readonly markdown: string
  readonly publication: Readonly<Record<string, unknown>>
  readonly told: readonly string[]
  readonly made: ReadonlyMap<string, Uint8Array>
  /** Words of the file that are neither in the text nor told. */
  readonly lost: readonly string[]
}

export const read = (docx: Docx): Promise<Read> => readBytes(docxOf(docx))

export async function readBytes(bytes: Buffer, name = 'draft.docx'): Promise<Read> {
  const { publication, text, made, findings } = await readWord(bytes, name)
  const words = text.words.map((one) => one.text).join('\n')
  const matter = Object.values(publication).flat().join('\n')
  const lost = wordsNotCarried(
    { text: words, isMarkdown: false },
    [`${matter}\n`, text.markdown],
    text.told ?? [],
    DIALECT,
  )
  return {
    markdown: text.markdown,
    publication,
    told: findings.map(({ rule, message }) => `${rule}: ${message}`),
    made,
    lost: lost.map((one) => one.words),
  }
}
