// Phrases that several rules say.

export const meant = (facts: { readonly suggestion?: string }): string =>
  facts.suggestion ? ` Did you mean \`${facts.suggestion}\`?` : ''

/** What can be done about a fault that is not the author's: nobody is asked for more. */
export const ourFault = (): string =>
  'This is a fault of the program and not of the text. Build again; if it stays, write what is unusual near this place (a table in a ' +
  'list, HTML, rare signs) in plainer Markdown: that gets round it.'

/** What stands on the page where a picture does not. */
const PRINTED_FOR = {
  both: 'Its text alternative and its address are printed.',
  words: 'Its text alternative is printed.',
  address: 'Its address is printed: it has no text alternative.',
  nothing: 'It is left out: it has no text alternative.',
  decoration: 'It is marked as decoration, and left out.',
}
export type Instead = keyof typeof PRINTED_FOR
export const printedFor = (instead: Instead = 'words'): string => PRINTED_FOR[instead]

/** Of what is told once a file: where the others stand, `12, 30 and 44`. */
type Lines = { readonly lines?: string }

export const again = ({ count = 1, ...where }: Lines & { readonly count?: number }): string =>
  count > 1 ? ` (${count} times in this file${inLines(where)})` : ''

export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** What was typed, between backticks where it has none itself. */
export const asTyped = (typed: string | undefined): string =>
  typed?.includes('`') ? `“${typed}”` : `\`${typed}\``

/** What is told once a file speaks for all of its kind. */
export type Others = Lines & { readonly more?: number }
export const andMore = ({ more = 0, ...where }: Others): string =>
  more === 0 ? '' : `; so ${more === 1 ? 'is one' : `are ${more}`} more in this file${inLines(where)}`

export const inLines = ({ lines }: Lines, lead = ''): string =>
  lines ? `, ${lead}${/\D/.test(lines) ? 'lines' : 'line'} ${lines}` : ''

export const NO_PROFILE = 'is no colour profile (ICC)'
export const DAMAGED_PROFILE = 'is a damaged colour profile'

/** Of a file that ends too early. */
export type CutOff = { readonly bytes: number; readonly of: number }
export const cutOff = ({ bytes, of }: CutOff): string =>
  `is cut off: it should have ${of} bytes and has ${bytes}`

/** By which way each kind of file comes in, with the first file of it. */
export type WaysIn = {
  readonly adopt?: string
  readonly word?: string
  readonly data?: string
}

const asWord = (file: string): string => (/^[\p{L}\p{N}_./-]+$/u.test(file) ? file : `"${file}"`)

/** What to do with files that are no texts of ours; '' where none of them has a way in. */
export const waysInWords = ({ adopt, word, data }: WaysIn = {}): string =>
  [
    adopt === undefined
      ? ''
      : `\`npx whitepaper adopt ${asWord(adopt)}\` makes Markdown of it, with its pictures and notes, and leaves the file as it is.`,
    word === undefined
      ? ''
      : `Save \`${word}\` as a Word file (.docx) first: \`npx whitepaper adopt\` makes Markdown of that.`,
    data === undefined
      ? ''
      : `Put \`${data.split('/').at(-1)}\` into data/, where charts and tables find its numbers.`,
  ]
    .filter((words) => words !== '')
    .join(' ')
