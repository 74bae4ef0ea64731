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
  const around: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  /** Whether the first of several ways to say the same was read, from the outermost to the innermost. */
  const chosen: boolean[] = []
  let skipping = 0
  let textFrom: number | undefined
  let readingFrom = 0
  let above = ''
  for (const { 0: tag, 1: closing, 2: name = '', 4: empty, index } of xml.matchAll(TAG)) {
    const isEmpty = empty === '/'
    if (name === 'AlternateContent' && !isEmpty) closing ? chosen.pop() : chosen.push(false)
    if (name === 'Choice' && !isEmpty) {
      if (chosen.at(-1) === true) skipping += closing ? -1 : 1
      else if (closing) chosen[chosen.length - 1] = true
    }
    if (SKIPPED.test(name) && !isEmpty) skipping += closing ? -1 : 1
    if (textFrom !== undefined) {
      if (skipping <= 0) line += decodeXML(xml.slice(textFrom, index))
      textFrom = undefined
    }
    if (name === 't' && !closing && !isEmpty) textFrom = index + tag.length
    else if (name === 'rt' && !isEmpty) {
      if (closing) [line, above] = [line.slice(0, readingFrom), line.slice(readingFrom)]
      else readingFrom = line.length
    } else if (name === 'rubyBase' && closing) [line, above] = [line + above, '']
    else if (BREAKS.test(name) && skipping <= 0) line += ' '
    else if (name === 'p' && closing) {
      end()
      line = around.pop() ?? ''
    } else if (name === 'p' && !isEmpty) {
      // A text box stands within a paragraph, and holds some.
      if (around.length === 0) end()
      around.push(line)
      line = ''
    }
  }
  end()
  return lines
}
