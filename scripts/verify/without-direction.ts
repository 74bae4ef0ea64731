const FROM_THE_RIGHT =
  '\\u0590-\\u08FF\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}\\uFB1D-\\uFDFF\\uFE70-\\uFEFC'
const RUN_FROM_THE_RIGHT = new RegExp(`(?:[${FROM_THE_RIGHT}][^\\p{L}]*)+`, 'gu')
const LETTER = /\p{L}/u
const READ_FROM_THE_RIGHT = new RegExp(`[${FROM_THE_RIGHT}]`, 'u')

/** Whether some of it is read from the right. */
export const isFromTheRight = (text: string): boolean => READ_FROM_THE_RIGHT.test(text)

/**
 * A PDF has the words of a right-to-left line as they stand on paper, not as they are read: within such a run,
 * numbers and signs beside it included, the order proves nothing, and every character still counts. The length stays.
 */
export function withoutDirection(text: string): string {
  if (!isFromTheRight(text)) return text
  let result = ''
  let done = 0
  for (const { 0: run, index } of text.matchAll(RUN_FROM_THE_RIGHT)) {
    let start = index
    // On paper a number behind the word stands before it.
    while (start > done && !LETTER.test(characterBefore(text, start)))
      start -= characterBefore(text, start).length
    const whole = text.slice(start, index + run.length)
    result += text.slice(done, start) + [...whole].sort().join('')
    done = index + run.length
  }
  return result + text.slice(done)
}

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1)
  return text.slice(index - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1), index)
}
