// Text of a paragraph → the same text in Markdown: signs that would mean something there get a backslash, and no
// others.

/** What follows can only be seen where all of a paragraph's text is known: `**` and `]` far behind. */
export interface Position {
  /** Nothing but blanks stands before it in its line. */
  readonly isAtStart: boolean
  readonly isInTable: boolean
  /** Whether letters are raised or lowered in its paragraph, with signs that it may have, too: `5~6`. */
  readonly hasRaised: boolean
}

/** In the order in which they are made; each puts a backslash before a sign that has none. */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/\\/g, '\\\\'],
  [/`/g, '\\`'],
  [/(?<!\\)\*(?=\S)|(?<=\S)\*/g, '\\*'],
  [/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_'],
  [/\[(?=[\^@#[]|[^\][]*(?:\][({[:]|\]$|$))/g, '\\['],
  [/\](?=\()/g, '\\]'],
  [/<(?=[A-Za-z/!?])/g, '\\<'],
  [/&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};)/g, '\\&'],
  [/~(?=[^~]*~)|~(?<=~[^~]*~)/g, '\\~'],
  [/\^(?=\[|[^^]*\^)|\^(?<=\^[^^]*\^)/g, '\\^'],
  [/=(?==)/g, '\\='],
  [/\{/g, '\\{'],
  [/\$(?=\$|[^\s$][^$]*(?<=\S)\$(?!\d))/g, '\\$'],
  [/(?<!\\):(?=[A-Za-z][\w-]*[[{])/g, '\\:'],
  [/(?<![\p{L}\p{N}:]):(?=[a-z_+-][a-z\d_+-]{0,40}:|100:|1234:)/gu, '\\:'],
  [/(?<![\p{L}\p{N}.])@(?=(?:fig|tbl|sec|eq|lst)[-:])/gu, '\\@'],
]

export function escapeText(text: string, { isAtStart, isInTable, hasRaised }: Position): string {
  if (!/[\\`*_[\]<&~^={$:@|#>+\-\d!?%.]/.test(text)) return text
  let written = text
  for (const [pattern, becomes] of WITHIN) written = written.replace(pattern, () => becomes)
  if (hasRaised) written = written.replace(/\\.|[~^]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))
  written = written.replace(ADDRESS, unlinked)
  if (isInTable) written = written.replaceAll('|', '\\|')
  return isAtStart ? escapeStart(written) : written
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]*/gi

/** Of an address the dialect makes a link, in which a backslash is a backslash: one that needs any is no link. */
const unlinked = (address: string): string =>
  address.includes('\\') ? address.replace(/:|\./, '\\$&') : address

/** Signs that only mean something at the head of a line. */
function escapeStart(text: string): string {
  const counted = /^(\d{1,9})([.)])(?=\s|$)/.exec(text)
  if (counted) return `${counted[1]}\\${text.slice((counted[1] ?? '').length)}`
  if (/^(?:#|[-+](?=\s|$)|>|\||:(?=\s|::)|-{2,}\s*$|-{3,}|\+{3,}|=+\s*$|!!!|\?\?\?|%%)/.test(text))
    return `\\${text}`
  if (/^(?:\*(?=\s|$)|\[[ xX]\])/.test(text)) return `\\${text}`
  return text.replace(
    /^(import|export)(?= )/,
    (word) => `${word.charAt(0)}&#${word.charCodeAt(1)};${word.slice(2)}`,
  )
}
