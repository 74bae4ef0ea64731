// What reviewers asked beside the text.

import { fileKey } from '../ground/review-marks.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding, findingAs } from '../rules/finding.ts'
import type { Paired } from './pair-stretches.ts'
import type { WordComment, WordFile } from './word-file.ts'

/** At the line of the paragraph, or of the last one before it that has a line. */
export function tellComments(
  { comments, stretches }: WordFile,
  sent: WordFile,
  { sentOf }: Paired,
  files: readonly string[],
): Finding[] {
  const keys = new Map(files.map((file) => [fileKey(file), file]))
  return comments.map((comment) => {
    const { words, isResolved, answers } = comment
    const facts = {
      author: nameOf(comment),
      words: short(words),
      text: [comment.text, ...answers.map(({ author, text }) => `${author}: ${text}`)].map(short).join(' — '),
      state: isResolved ? 'settled' : undefined,
    }
    const place = placeOf(comment.at)
    return isResolved
      ? findingAs('info', 'review-comment-is-answered', place, facts)
      : finding('review-comment-is-answered', place, facts)
  })

  function placeOf(at: number | undefined): Place {
    for (let place = at ?? -1; place >= 0; place -= 1) {
      const other = sentOf.get(place)
      const mark = (other === undefined ? undefined : sent.stretches[other]?.mark) ?? stretches[place]?.mark
      const file = mark && keys.get(mark.file)
      if (mark && file) return { file, line: mark.line }
    }
    return {}
  }
}

const nameOf = ({ author, initials }: WordComment): string =>
  initials === '' || initials === author ? author : `${author} (${initials})`

const short = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}…` : text)
