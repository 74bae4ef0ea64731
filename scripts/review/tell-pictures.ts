// Pictures that came back as others, or with other words for those who cannot see them. Programs put neither into a
// text.
import { fileKey } from '../ground/review-marks.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { alike } from './likeness.ts'
import type { Paired } from './pair-stretches.ts'
import { looksAlike, type ShownPicture } from './read-pictures.ts'
import { short } from './short-words.ts'
import type { WordFile } from './word-file.ts'

export function tellPictures(
  back: WordFile,
  sent: WordFile,
  { sentOf }: Paired,
  names: readonly string[],
): Finding[] {
  const files = new Map(names.map((file) => [fileKey(file), file]))
  return [...sentOf].flatMap(([own, place]) => {
    const [now, was] = [back.stretches[own]?.pictures ?? [], sent.stretches[place]?.pictures ?? []]
    // Where there are more or fewer, that is told.
    if (now.length !== was.length) return []
    const at = placeAt(place, sent, files)
    return now.flatMap((picture, index) => changesOf(was[index]!, picture, at))
  })
}

/** Most stand over the words that say what they show. */
function placeAt(
  place: number,
  { stretches }: WordFile,
  files: ReadonlyMap<string, string>,
): Finding['place'] {
  const mark = stretches.slice(place).find((one) => one.mark)?.mark
  const file = mark && files.get(mark.file)
  return !mark || file === undefined ? {} : { file, line: mark.line }
}

function changesOf(was: ShownPicture, now: ShownPicture, at: Finding['place']): Finding[] {
  const words = short(was.alternative)
  const becomes = short(now.alternative)
  return [
    ...(looksAlike(was.look, now.look)
      ? []
      : [finding('review-change-is-carried', at, { problem: 'picture', was: words })]),
    ...(alike(was.alternative) === alike(now.alternative)
      ? []
      : [finding('review-change-is-carried', at, { problem: 'alternative', was: words, becomes })]),
  ]
}
