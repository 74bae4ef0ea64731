// Numbers as people of a language write them: which number that is, and how one is written for them.

/** A sign of money before it or behind, a sign for minus, digits with what stands between them, a sign of per cent. */
const TYPED = /^(?:(\p{Sc})\s?)?([-−–]?)\s?(?:(\p{Sc})\s?)?(\d[\d.,\s'’]*)(?:\s?(%|\p{Sc}))?$/u

export interface TypedNumber {
  readonly number: number
  /** `%`, `£`, or '' for a bare number: what may stand on one scale. */
  readonly sign: string
}

/** Undefined for what is no number, and for one that could be read in more than one way. */
export function typedNumber(text: string, language: string): TypedNumber | undefined {
  const [, before = '', minus, inner = '', digits = '', after = ''] = TYPED.exec(text.trim()) ?? []
  const plain = plainDigits(digits.trim().replace(/[\s'’]/g, ''), decimalSign(language))
  if (plain === undefined) return undefined
  const number = Number(plain)
  return { number: minus ? -number : number, sign: before || inner || after }
}

/**
 * With a full stop for the decimals. Where both signs stand, the last one parts them; one that stands more than once
 * parts thousands; and one before three digits does what it does in the language.
 */
function plainDigits(digits: string, decimal: string): string | undefined {
  const marks = [...digits.matchAll(/[.,]/g)].map(([mark]) => mark)
  const last = marks.at(-1)
  if (last === undefined) return digits === '' ? undefined : digits
  const isOneKind = marks.every((mark) => mark === last)
  const partsThousands = isOneKind && (marks.length > 1 || (last !== decimal && /[.,]\d{3}$/.test(digits)))
  const group = partsThousands ? last : last === '.' ? ',' : '.'
  const [whole = '', fraction, more] = partsThousands ? [digits] : digits.split(last)
  if (!isGrouped(whole, group) || fraction === '' || more !== undefined) return undefined
  return [whole.replaceAll(group, ''), fraction].filter((part) => part !== undefined).join('.')
}

/** `1,200` and, in India, `12,00,000`. */
const isGrouped = (whole: string, group: string): boolean => {
  const parts = whole.split(group)
  return parts.length === 1 ? /^\d+$/.test(whole) : parts.slice(1).every((part) => /^\d{2,3}$/.test(part))
}

/** What parts the decimals. */
export const decimalSign = (language: string): string =>
  formatOf(language)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value ?? '.'

/** `1,200` in English, `1.200` in German; with as many decimals as the number has, ten at most. */
export const inLocale = (number: number, language: string): string => formatOf(language).format(number)

function formatOf(language: string): Intl.NumberFormat {
  const options = { maximumFractionDigits: 10, numberingSystem: 'latn' } as const
  try {
    return new Intl.NumberFormat(language, options)
  } catch {
    return new Intl.NumberFormat('en', options)
  }
}
