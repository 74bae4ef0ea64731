// `&nsbp;` and `&copy 2020`: references to letters that name none, or lack their semicolon. Browsers forgive the
// second; Markdown prints both as they stand.
import { decodeHTML, decodeHTMLStrict } from 'entities'
import { distance } from 'fastest-levenshtein'
import type { Prose } from './prose.ts'
import type { Seen } from './unknown-kinds.ts'

const REFERENCE =
  /(?<!\S)([^\s?=/&]*)(&(?:([a-z]{3,12});|([a-z]{3,12})(?![=;\w])|#\d{2,6}(?![=;\w])|#x[\da-f]{2,5}(?![=;\w])))/giu
/** What people mean by a reference to a letter, as they spell it. */
const COMMON =
  'nbsp amp quot apos copy reg trade euro pound yen sect para deg middot bull hellip ndash mdash lsquo rsquo ldquo rdquo laquo raquo szlig eacute egrave ecirc aacute agrave acirc iacute icirc oacute ograve ocirc uacute ugrave ucirc ccedil ntilde auml ouml uuml euml iuml times frac12 plusmn thinsp ensp emsp shy'.split(
    ' ',
  )

export function brokenReferences({ shown, start }: Prose, text: string): Seen[] {
  if (!shown.includes('&')) return []
  return [...shown.matchAll(REFERENCE)].flatMap((match): Seen[] => {
    const { 1: before = '', 2: typed = '', 3: ended, 4: open, index } = match
    const at = start + index + before.length
    const isMeant = ended ? isSlip(ended) : !open || isName(open, text.charAt(at - 1))
    return isMeant ? [{ at, problem: 'signs-are-printed', typed, sign: 'reference' }] : []
  })
}

/** One letter is wrong, too many or missing, or letters have changed places. */
function isSlip(name: string): boolean {
  const isKnown = decodeHTMLStrict(`&${name};`) !== `&${name};`
  if (isKnown || !/^[A-Z]?[a-z]+$/.test(name)) return false
  const word = name.toLowerCase()
  const sorted = [...word].sort().join('')
  return COMMON.some((one) => distance(word, one) === 1 || [...one].sort().join('') === sorted)
}

/** HTML knows it without its semicolon. Within a word such as `fish&chips` only a long name can be meant. */
const isName = (name: string, before: string): boolean =>
  decodeHTML(`&${name}`).length === 1 && (name.length > 4 || !/[\p{L}\p{N}]/u.test(before))
