// The letters of a file. UTF-8 is what is asked for; what can be read with certainty in another coding is read all
// the same.

export interface DecodedText {
  readonly text: string
  /** What the file is in, when it is not UTF-8: told, for somebody may know better. */
  readonly coding?: string
  /** A word in which the coding shows, and its line. */
  readonly sample?: { readonly word: string; readonly line: number }
}

/** Why a file is no text. */
type NoText =
  | { readonly problem: 'broken-utf16' | 'binary-data' }
  | { readonly problem: 'broken-line'; readonly line: number }

/** Line ends stay as they are. A byte order mark goes. */
export function decodeText(bytes: Uint8Array): DecodedText | NoText {
  const wide = utf16Of(bytes)
  if (wide) return decoded(bytes, wide) ?? { problem: 'broken-utf16' }
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return { problem: 'binary-data' }
  const text = decoded(bytes, 'utf-8')
  if (text) return { text: text.text }
  const line = lineOfBrokenByte(bytes)
  return windowsText(bytes) ?? { problem: 'broken-line', line }
}

const LOOKED_AT = 8000

function decoded(bytes: Uint8Array, coding: string): DecodedText | undefined {
  try {
    return { text: new TextDecoder(coding, { fatal: true }).decode(bytes), coding: NAMES[coding] ?? coding }
  } catch {
    return undefined
  }
}

const NAMES: Readonly<Record<string, string>> = { 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' }

/** By its mark, or because every other byte of an ordinary text is nothing. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, LOOKED_AT)
  if (!head.includes(0)) return undefined
  const nothing = [0, 1].map((side) => head.filter((byte, index) => index % 2 === side && byte === 0).length)
  const half = head.length / 2
  if (head.length < 8 || bytes.length % 2 === 1) return undefined
  if (nothing[1]! > 0.7 * half && nothing[0] === 0) return 'utf-16le'
  return nothing[0]! > 0.7 * half && nothing[1] === 0 ? 'utf-16be' : undefined
}

/**
 * What Windows-1252 has beside ASCII and in no broken UTF-8: letters within words, quotation marks, dashes, signs of
 * money.
 */
const PLAIN_TEXT =
  /^(?:[\t\n\r\x20-\x7e]|(?<=\p{L})[À-ÿŒœŠšŽžŸƒ]|[À-ÿŒœŠšŽžŸ](?=\p{L})|(?<![\p{L}])[àÀéÉèÈöÖ](?!\p{L})|[\u00a0£€§©®°±²³´µ¶·¹º»«¼½¾¿¡‘’“”‚„–—…•™†‡‰‹›×])+$/u
/** The first byte of two in UTF-8: `Ã©` for é, `Â£` for £. Files with such are broken, not in another coding. */
const TWICE_CODED = /[ÃÂ][\u0080-\u00bf]|â€|ï»¿/u

/** 0x80 to 0x9F; TextDecoder of Node 20 has Latin-1 under this name. What is empty stands for no letter. */
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']
const FIRST = 0x80

/** Of a text whose Windows-1252 was read as Latin-1: U+0093 is “. */
export const withWindowsLetters = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - FIRST] ?? letter)

function windowsText(bytes: Uint8Array): DecodedText | undefined {
  const text = Array.from(bytes, (byte) => WINDOWS[byte - FIRST] ?? String.fromCharCode(byte)).join('')
  if (TWICE_CODED.test(text) || !text.split(/\r\n?|\n/).every((line) => line === '' || PLAIN_TEXT.test(line)))
    return undefined
  return { text, coding: 'Windows-1252', sample: sampleOf(text) }
}

/** The first word with a letter that is coded otherwise in UTF-8, and its line. */
function sampleOf(text: string): NonNullable<DecodedText['sample']> {
  const at = text.search(/[\u0080-\uFFFF]/)
  const [before = ''] = /\S{0,20}$/.exec(text.slice(Math.max(0, at - MOST), at)) ?? []
  const [behind = ''] = /^\S{0,20}/.exec(text.slice(at, at + MOST)) ?? []
  return { word: before + behind, line: text.slice(0, at).split(/\r\n?|\n/).length }
}

const MOST = 20

function lineOfBrokenByte(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
  return lines.findIndex((line) => line.includes('\uFFFD')) + 1
}
