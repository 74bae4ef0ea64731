// Under which letter a reader of a language looks for a word. ICU sorts by what a letter is in that language: ł is an
// l in English and a letter of its own in Polish; so it tells the letter too.

const LATIN = [...'abcdefghijklmnopqrstuvwxyz']
/** Sorts behind everything that begins with the same letter (CLDR, UTS 35, part 5: U+FFFF has the highest weight). */
const LAST = '\uFFFF'

/** `key` is a term from its first letter on, in small letters. Without one it stands under the digits. */
export function indexLetterOf(language: string): (key: string) => string {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' })
  const latin = LATIN.toSorted(compare)
  const isWithin = (letter: string, one: string): boolean =>
    compare(one, letter) >= 0 && compare(one, letter + LAST) < 0
  const upper = (letter: string): string =>
    /\p{Script=Georgian}/u.test(letter) ? letter : letter.toLocaleUpperCase(language)
  return (key) => {
    const [first = '', second = ''] = key.normalize('NFC')
    if (!/\p{L}/u.test(first)) return '0–9'
    const home = latin.find((letter) => isWithin(letter, first)) ?? first
    // `ch` is a letter of its own in Czech, `lj` in Croatian.
    if (/\p{L}/u.test(second) && compare(first + second, home + LAST) > 0) return upper(first) + second
    if (home !== first) return upper(home)
    const bare = first.normalize('NFD').replace(/\p{M}/gu, '')
    return upper(isWithin(bare, first) ? bare : first)
  }
}
