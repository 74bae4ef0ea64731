const OPENING = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
])

/** Tells of each place in a text whether it stands outside of quotation marks: what is within is somebody's words, or a title. */
export function ownWords(text: string): (index: number) => boolean {
  if (!/[“"‘]/.test(text)) return () => true
  const quoted = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const close = OPENING.get(text[index]!)
    if (!close || isInWord(text, index)) continue
    const end = endOf(text, index + 1, close)
    quoted.fill(1, index, end + 1)
    index = end
  }
  return (index) => quoted[index] !== 1
}

/** `5"` and `‘tis` open nothing that closes. */
const isInWord = (text: string, index: number): boolean => /[\p{L}\p{N}]/u.test(text[index - 1] ?? '')

/** A single closing mark is also an apostrophe. Without an end, the quotation goes on in the next paragraph. */
function endOf(text: string, from: number, close: string): number {
  for (let index = text.indexOf(close, from); index >= 0; index = text.indexOf(close, index + 1))
    if (close !== '’' || !/^[\p{L}\p{N}]/u.test(text.slice(index + 1, index + 2))) return index
  return close === '”' ? text.length : from - 1
}
