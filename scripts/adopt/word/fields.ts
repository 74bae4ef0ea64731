// Fields: what Word works out and shows. Their instructions are never followed; what they showed last is the text.

export interface OpenField {
  instruction: string
  isInResult: boolean
  hasResult: boolean
  meaning: FieldMeaning
}

export interface FieldMeaning {
  readonly kind: 'shown' | 'left-out' | 'link' | 'number' | 'index-entry' | 'elsewhere' | 'sign' | 'box'
  /**
   * Of a link: an address, or `#` and a bookmark. Of a number: what is counted. Of an entry: what the index calls it.
   * Of what comes from elsewhere: from where.
   */
  readonly value?: string
  /** Of a reference: to what a caption counts, or a number that only Word knows. */
  readonly says?: 'text' | 'page' | 'number'
}

const SHOWN: FieldMeaning = { kind: 'shown' }

export const openField = (): OpenField => ({
  instruction: '',
  isInResult: false,
  hasResult: false,
  meaning: SHOWN,
})

export function meaningOf(instruction: string): FieldMeaning {
  const [name = '', ...rest] = wordsOf(instruction)
  const switches = rest.filter((one) => /^\\/.test(one)).map((one) => one.toLowerCase())
  const value = rest.find((one) => !/^\\/.test(one)) ?? ''
  switch (name.toUpperCase()) {
    case 'TOC':
    case 'INDEX':
    case 'TOA':
      return { kind: 'left-out' }
    case 'HYPERLINK':
      return { kind: 'link', value: addressOf(rest), says: 'text' }
    case 'REF':
    case 'NOTEREF':
      return {
        kind: 'link',
        value: `#${value}`,
        says: switches.some((one) => /^\\[nrwp]$/.test(one)) ? 'number' : 'text',
      }
    case 'PAGEREF':
      return { kind: 'link', value: `#${value}`, says: 'page' }
    case 'SEQ':
      return { kind: 'number', value }
    case 'XE':
      return { kind: 'index-entry', value: termOf(value, rest) }
    case 'TC':
    case 'RD':
      return { kind: 'index-entry' }
    case 'DDE':
    case 'DDEAUTO':
    case 'LINK':
    case 'INCLUDETEXT':
    case 'INCLUDEPICTURE':
    case 'IMPORT':
    case 'DATABASE':
      return { kind: 'elsewhere', value: rest.filter((one) => !/^\\/.test(one)).join(' ') }
    case 'SYMBOL':
      return { kind: 'sign', value: instruction }
    case 'FORMCHECKBOX':
      return { kind: 'box' }
    default:
      // A reference may be the name of the bookmark alone.
      return /^_Ref\d+$/.test(name) ? { kind: 'link', value: `#${name}`, says: 'text' } : SHOWN
  }
}

/** `quay:stone` is a term below another; `\\t` says where else to look. */
function termOf(entry: string, words: readonly string[]): string {
  const term = entry.replaceAll(';', ',').replace(/(?<!\s)\s*:\s*/g, ' > ')
  const other = words[words.findIndex((one) => one.toLowerCase() === '\\t') + 1]
  const see = /^\s*(see(?: also)?)\s+(.+)$/i.exec(
    words.some((one) => one.toLowerCase() === '\\t') ? (other ?? '') : '',
  )
  return see ? `${term}; ${see[1]?.toLowerCase()} ${see[2]}` : term
}

/** `HYPERLINK "https://…" \l "place"`: with `\l` alone a place in this file. */
function addressOf(words: readonly string[]): string {
  const at = words.findIndex((one) => one.toLowerCase() === '\\l')
  const place = at < 0 ? undefined : words[at + 1]
  const address = words.find(
    (one, index) => !one.startsWith('\\') && !/^\\[lot]$/i.test(words[index - 1] ?? ''),
  )
  return `${address ?? ''}${place === undefined ? '' : `#${place}`}`
}

/** Quotation marks hold words together; a backslash before a sign means the sign. */
const wordsOf = (instruction: string): string[] =>
  [...instruction.slice(0, 4000).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, inQuotes, bare]) => inQuotes?.replace(/\\(.)/g, '$1') ?? bare ?? '',
  )
