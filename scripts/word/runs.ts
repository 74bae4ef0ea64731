import { isRightToLeft } from '../ground/language/right-to-left.ts'
import type { Format } from './place.ts'
import { val, type Xml, xml } from './xml.ts'

/** The words as runs: tabs and line ends in them stay what they are. */
export function textRuns(text: string, format: Format, isLinked = false): Xml[] {
  if (text === '') return []
  const parts = text.split(/(\t|\r\n?|\n)/).filter((part) => part !== '')
  const content = parts.map((part) => {
    if (part === '\t') return xml('w:tab')
    return /^[\r\n]/.test(part) ? xml('w:br') : xml('w:t', { 'xml:space': 'preserve' }, [part])
  })
  return [xml('w:r', {}, [runProperties(format, isLinked), ...content])]
}

export const breakRun = (): Xml => xml('w:r', {}, [xml('w:br')])

const EAST_ASIAN = /^(?:ja|zh|ko)\b/i

/** In the order of ISO/IEC 29500-1, 17.3.2.28. */
export function runProperties(format: Format, isLinked = false): Xml | undefined {
  const { bold, italic, strike, underline, highlight, code, raised, isCall, language } = format
  const isBackwards = isRightToLeft(language)
  const style = isCall ? 'FootnoteReference' : isLinked ? 'Hyperlink' : code ? 'InlineCode' : undefined
  const made = [
    style && val('w:rStyle', style),
    isLinked && code
      ? xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' })
      : undefined,
    ...(bold ? [xml('w:b'), xml('w:bCs')] : []),
    ...(italic ? [xml('w:i'), xml('w:iCs')] : []),
    strike && xml('w:strike'),
    code && xml('w:noProof'),
    highlight && val('w:highlight', 'yellow'),
    underline && val('w:u', 'single'),
    raised && val('w:vertAlign', raised),
    isBackwards && xml('w:rtl'),
    language && languageOf(language),
  ].filter((one): one is Xml => typeof one === 'object')
  return made.length > 0 ? xml('w:rPr', {}, made) : undefined
}

const languageOf = (language: string): Xml =>
  xml('w:lang', {
    [isRightToLeft(language) ? 'w:bidi' : EAST_ASIAN.test(language) ? 'w:eastAsia' : 'w:val']: language,
  })
