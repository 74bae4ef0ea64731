// In which language a text is, told by the small words that none of its sentences can do without, or by its letters.

const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that with for are this it be which or by from as was not have',
  cy: "y yr a yn i o ar ac mae'r mae sydd eu ei fel gyda wedi gan nad neu am bod",
  fr: 'le la les des et un une du que qui est dans pour sur au aux par ou ce avec',
  de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine oder werden',
  es: 'el la los las de y que en un una por con para se del es al su lo como',
  ca: 'el la els les de i que en un una per amb del és als dels seva aquest o les',
  it: 'il lo la gli di e che in un una per con del della dei sono è nel alla non',
  pt: 'o a os as de e que em um uma por com para do da dos das não ao na',
  nl: 'de het een en van in is dat die op te met voor zijn aan niet door of worden bij',
  pl: 'i w na z do się że nie jest o dla oraz przez od po są lub co jak tym',
  cs: 'a v na se je že s z do o pro nebo jsou jako které který podle při není byl',
  sv: 'och att det som en på är av för med till den har inte om ett eller vi kan från',
  da: 'og at det som en på er af for med til den har ikke om et eller vi kan fra',
  ro: 'și în de la cu un o pe care din pentru că este sunt nu sau mai prin fi al',
}

/** Letters that one language has to itself. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[їєґ]/giu],
]
const KNOWN = new Set([...Object.keys(SMALL_WORDS), ...LETTERS.map(([code]) => code)])
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}]/u

const BY_WORD = new Map<string, string[]>()
for (const [code, words] of Object.entries(SMALL_WORDS))
  for (const word of words.split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), code])

/** Fewer different ones prove nothing: names and initials have them too. */
const DIFFERENT = 5
const LEAD = 1.6
/** Of all words: in running text every fourth is a small one, though many languages may have it. */
const SHARE = 0.05

/** Its code, such as `fr`; undefined where the words do not settle it. */
export function languageOfWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []
  const found = new Map<string, { weight: number; readonly different: Set<string> }>()
  for (const word of words.map((one) => one.replace('’', "'"))) {
    const codes = BY_WORD.get(word) ?? []
    for (const code of codes) {
      const of = found.get(code) ?? { weight: 0, different: new Set() }
      // What many languages have tells little of each.
      of.weight += 1 / codes.length
      found.set(code, of)
      of.different.add(word)
    }
  }
  const [first, second] = [...found].sort(([, one], [, other]) => other.weight - one.weight)
  const isRunning = first && first[1].different.size >= DIFFERENT && first[1].weight >= words.length * SHARE
  if (!isRunning) return languageOfLetters(text)
  return first[1].weight >= LEAD * (second?.[1].weight ?? 0) ? first[0] : undefined
}

function languageOfLetters(text: string): string | undefined {
  const foreign = [...text].filter((letter) => OTHER_LETTERS.test(letter)).length
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (foreign < 40 || foreign < latin) return undefined
  // Japanese has as many letters of Chinese, Ukrainian more that others have too.
  return LETTERS.find(([, letters]) => (text.match(letters)?.length ?? 0) * 50 > foreign)?.[0]
}

/** Of a text that is in another language than its publication, as far as both are known here. */
export function otherLanguageOf(text: string, publication: string): string | undefined {
  const [own = ''] = publication.toLowerCase().split('-')
  const found = languageOfWords(text)
  return found === own || !KNOWN.has(own) ? undefined : found
}

/** `fr` is “French”. */
export const nameOfLanguage = (code: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
