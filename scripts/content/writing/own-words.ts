const OPENING = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
])

/**
 * Tells of each place in a text whether it stands outside of quotation marks: what is within is somebody's words, or
 * a title.
 */
export function ownWords(text: string): (index: number) => boolean {
  if (!/[“"‘']/.test(text)) return () => true
  const quoted = new Uint8Array(text.length)
  const nextEnds = new Map<string, number>()
  for (let index = 0; index < text.length; index += 1) {
    const close = OPENING.get(text[index]!)
    if (!close || isInWord(text, index)) continue
    const end = endOf(text, index + 1, close, nextEnds)
    quoted.fill(1, index, end + 1)
    index = end
  }
  return (index) => quoted[index] !== 1
}

/** `5"` and `‘tis` open nothing that closes. */
const isInWord = (text: string, index: number): boolean => /[\p{L}\p{N}]/u.test(text[index - 1] ?? '')

// `'tis the councils'`: what begins with an apostrophe ends nowhere near.
const LONGEST_STRAIGHT = 120

/** A single closing mark is also an apostrophe. Without an end, the quotation goes on in the next paragraph. */
function endOf(text: string, from: number, close: string, nextEnds: Map<string, number>): number {
  let end = nextEnds.get(close) ?? -1
  if (end < from) {
    end = nextEnd(text, from, close)
    nextEnds.set(close, end)
  }
  if (end === text.length) return close === '”' ? end : from - 1
  return close === "'" && end - from > LONGEST_STRAIGHT ? from - 1 : end
}

/** The end of the text where there is none. */
function nextEnd(text: string, from: number, close: string): number {
  const isApostrophe = (index: number): boolean =>
    (close === '’' || close === "'") && /^[\p{L}\p{N}]/u.test(text.slice(index + 1, index + 2))
  for (let index = text.indexOf(close, from); index >= 0; index = text.indexOf(close, index + 1))
    if (!isApostrophe(index)) return index
  return text.length
}
