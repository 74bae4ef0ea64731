import type { Mend } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { placeText } from './report-text.ts'

const LONGEST = 60

/**
 * What was changed in the files, a line each: `chapters/02-x.md:31:1  mended  “Photo of a crowd” → “A crowd”  rule`.
 */
export const reportMends = (mends: readonly Mend[]): string =>
  [...mends]
    .sort((one, other) => byPlace(one.place, other.place))
    .map(
      ({ rule, place, was, becomes }) =>
        `${placeText(place)}  mended  ${quoted(was)} → ${quoted(becomes)}  ${rule}`,
    )
    .join('\n')

/** Several rounds may have gone through one file. */
const byPlace = (one: Place, other: Place): number =>
  (one.file ?? '').localeCompare(other.file ?? '') || (one.line ?? 0) - (other.line ?? 0)

/** `5 places mended`, or `nothing mended`. */
export const countMends = ({ length }: readonly Mend[]): string =>
  length === 0 ? 'nothing mended' : `${length} ${length === 1 ? 'place' : 'places'} mended`

/** A text must not move the cursor of whoever reads of it, nor fill the screen. */
function quoted(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ')
  return line === '' ? 'nothing' : `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`
}
