// All words of a Word file, by a reader that knows nothing of how they are converted: what stands between <w:t> and
// </w:t>, paragraph by paragraph; the reading of a word behind it.
// What the adopted text is held against.
import { decodeXML } from 'entities'

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g
/** What is struck out, and the second of two ways to say the same. */
const SKIPPED = /^(?:del|moveFrom|Fallback)$/
const BREAKS = /^(?:tab|br|cr|ptab)$/

export function wordsOfPart(xml: string): string[] {
  const lines: string[] = []
  let line = ''
  let skipping = 0
  let textFrom: number | undefined
  let readingFrom = 0
  let above = ''
  for (const { 0: tag, 1: closing, 2: name = '', 4: empty, index } of xml.matchAll(TAG)) {
    const isEmpty = empty === '/'
    if (SKIPPED.test(name) && !isEmpty) skipping += closing ? -1 : 1
    else if (name === 't' && closing && textFrom !== undefined) {
      if (skipping <= 0) line += decodeXML(xml.slice(textFrom, index))
      textFrom = undefined
    } else if (name === 't' && !isEmpty) textFrom = index + tag.length
    else if (name === 'rt' && !isEmpty) {
      if (closing) [line, above] = [line.slice(0, readingFrom), line.slice(readingFrom)]
      else readingFrom = line.length
    } else if (name === 'rubyBase' && closing) [line, above] = [line + above, '']
    else if (BREAKS.test(name) && skipping <= 0) line += ' '
    else if (name === 'p' && (closing || isEmpty)) {
      if (line.trim() !== '') lines.push(line.trim())
      line = ''
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}
