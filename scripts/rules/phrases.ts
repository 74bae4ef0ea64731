// Phrases that several rules say.
import type { Facts } from './rule.ts'

export const meant = (facts: Facts): string =>
  facts.suggestion ? ` Did you mean \`${facts.suggestion}\`?` : ''

/** What can be done about a fault that is not the author's: nobody is asked for more. */
export const ourFault = (): string =>
  'This is a fault of the program and not of the text. Build again; if it stays, write what is unusual near this place (a table in a ' +
  'list, HTML, rare signs) in plainer Markdown: that gets round it.'

/** What stands on the page where a picture does not. */
const PRINTED_FOR: Readonly<Record<string, string>> = {
  both: 'Its text alternative and its address are printed.',
  words: 'Its text alternative is printed.',
  address: 'Its address is printed: it has no text alternative.',
  nothing: 'It is left out: it has no text alternative.',
  decoration: 'It is marked as decoration, and left out.',
}
export const printedFor = ({ key }: Facts): string =>
  PRINTED_FOR[String(key)] ?? 'Its text alternative is printed.'

export const again = ({ count }: Facts): string =>
  Number(count ?? 1) > 1 ? ` (${count} times in this file)` : ''

export const times = (count: string | number | undefined = 1): string =>
  count === 1 ? 'once' : `${count} times`
