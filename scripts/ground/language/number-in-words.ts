// A whole number as a sentence says it: `24` → `twenty-four`.

const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const MOST = 999_999

/**
 * `first`: the words of the language for one, two, three and so on, with blanks between. English goes on from twenty
 * by itself; undefined for a number that the language has no word for here.
 */
export function numberInWords(number: number, first: string, language: string): string | undefined {
  const words = first.split(' ').filter((word) => word !== '')
  if (!Number.isInteger(number) || number < 1) return undefined
  const own = words[number - 1]
  if (own !== undefined) return own
  const isEnglish = /^en\b/i.test(language) && words.length >= 19 && number <= MOST
  return isEnglish ? inEnglish(number, words) : undefined
}

function inEnglish(number: number, words: readonly string[]): string {
  if (number < 20) return words[number - 1] ?? ''
  if (number < 100) {
    const rest = number % 10
    return `${TENS[Math.floor(number / 10) - 2]}${rest > 0 ? `-${words[rest - 1]}` : ''}`
  }
  const [size, name] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const rest = number % size
  const joins = rest === 0 ? '' : rest < 100 ? ' and ' : ' '
  return `${inEnglish(Math.floor(number / size), words)} ${name}${rest > 0 ? joins + inEnglish(rest, words) : ''}`
}
