// Texts, and what somebody did to the Word file made of them → what becomes of the texts.
import { readMarkdown } from '../../scripts/content/markdown/processor.ts'
import type { Reviewed } from '../../scripts/review/change.ts'
import { readWordFile } from '../../scripts/review/read-word-file.ts'
import { reviewTexts } from '../../scripts/review/review-texts.ts'
import { sentOfBlocks } from '../../scripts/review/sent-of-blocks.ts'
import { sourceBlocks } from '../../scripts/review/source-blocks.ts'
import { type Extras, marksOf, type Paragraph, paragraphsOf, type Texts, wordFile } from './word-files.ts'

export type Edit = (paragraphs: Paragraph[]) => Paragraph[]

export interface After {
  readonly texts: Texts
  readonly reviewed: Reviewed
  /** `rule at file:line: message`. */
  readonly told: readonly string[]
}

/** `now`: the texts when the file comes back, where they are not those that went out. */
export async function reviewThese(
  texts: Texts,
  edit: Edit,
  now = texts,
  extras: Extras = {},
): Promise<After> {
  const sentOut = paragraphsOf(texts)
  const wentOut = marksOf(sentOut)
  const back = await readWordFile(wordFile(edit(sentOut), { wentOut, ...extras }))
  const sources = Object.entries(now).map(([file, text]) => ({ file, text }))
  const sent = sentOfBlocks(sources, (source) => sourceBlocks(source, readMarkdown))
  const reviewed = reviewTexts({ back, sent, texts: sources, read: readMarkdown })
  return {
    texts: { ...now, ...Object.fromEntries(reviewed.texts.map(({ file, becomes }) => [file, becomes])) },
    reviewed,
    told: reviewed.findings.map(
      ({ rule, place, message }) => `${rule} at ${place.file ?? ''}:${place.line ?? ''}: ${message}`,
    ),
  }
}

/** In the first paragraph that holds these words. */
export const inWords =
  (was: string, becomes: string): Edit =>
  (paragraphs) => {
    const place = paragraphs.findIndex(({ text }) => text.includes(was))
    if (place < 0) throw new Error(`“${was}” is in no paragraph`)
    return paragraphs.map((one, index) =>
      index === place ? { ...one, text: one.text.replace(was, () => becomes) } : one,
    )
  }
