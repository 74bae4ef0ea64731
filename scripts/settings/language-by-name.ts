// `language: English`, `en_GB.UTF-8` → the code of the language.

/** Undefined where the words name no language; a code is itself. */
export function languageByName(text: string): string | undefined {
  const written = text
    .trim()
    .replace(/\.utf-?8$/i, '')
    .replaceAll('_', '-')
  if (isCode(written)) return written
  const name = written.toLowerCase()
  const special = Object.hasOwn(DIALECTS, name) ? DIALECTS[name] : undefined
  return special ?? codes().find((code) => namesOf(code).includes(name))
}

/** As people write them, where a list of languages has another order of words. */
const DIALECTS: Readonly<Record<string, string>> = {
  'british english': 'en-GB',
  'uk english': 'en-GB',
  'english (uk)': 'en-GB',
  'english uk': 'en-GB',
  'american english': 'en-US',
  'us english': 'en-US',
  'english (us)': 'en-US',
  'english us': 'en-US',
  'brazilian portuguese': 'pt-BR',
  ngerman: 'de',
  mandarin: 'zh',
}

/** A language that has a name: `xx` has the form of a code, and is none. */
function isCode(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(text)) return false
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

const codes = (): string[] => LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

/** In English and in the language itself. */
const namesOf = (code: string): string[] =>
  ['en', code].flatMap((language) => {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
    return name ? [name.toLowerCase()] : []
  })
