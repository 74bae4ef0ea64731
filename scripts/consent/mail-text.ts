// What a person is asked, as a plain text to be sent by whoever keeps the paper: nothing is sent from here.
import { dayInWords } from '../ground/time/day-in-words.ts'
import type { LaunchEvent, Moment } from '../model/launch.ts'
import type { Publication } from '../model/publication.ts'
import type { Words } from '../model/words.ts'
import type { PersonAsked, WaitingMoment } from './people-to-ask.ts'

interface Asking {
  readonly event: LaunchEvent
  readonly publication: Publication
  readonly words: Words
}

/** Lines of at most 72 signs, which every program for mails shows as they are (RFC 3676). */
const WIDTH = 72

/** `To:` and `Subject:`, a blank line, the text. */
export function mailText(person: PersonAsked, { event, publication, words }: Asking): string {
  const { title, publisher, contact, web } = publication
  const facts = {
    title,
    event: event.name,
    day: event.dateInWords,
    name: person.name,
    web,
    publisher: publisher || title,
    contact: contact || publisher || title,
  }
  const say = (text: string): string => filled(text, facts)
  const isPrinted = person.moments.some(({ moment }) => moment.chosen)
  const paragraphs = [
    say(words.askDear),
    say(words.askWhy),
    ...person.moments.map((one) => shownOf(one, words, publication.language)),
    say(isPrinted ? words.askInPrint : words.askOnSite),
    say(words.askYes),
    say(words.askNo),
    `${say(words.askThanks)}\n${facts.publisher}`,
  ]
  const head = [...(person.contact ? [`To: ${person.contact}`] : []), `Subject: ${say(words.askSubject)}`]
  return `${head.join('\n')}\n\n${paragraphs.map(wrapped).join('\n\n')}\n`
}

/** When, what was said, and each picture by its file. */
function shownOf({ moment, what, pictures }: WaitingMoment, words: Words, language: string): string {
  const { clock, day, text, url } = moment
  const time = [dayInWords(day, language), clock].filter(Boolean).join(', ')
  const said = what === 'moment' && text !== '' ? [`“${text}”`] : []
  const shown = pictures.map((file) => pictureOf(file, moment, words))
  return [`${words[KINDS[moment.kind]]}, ${time}`, ...said, ...shown, ...(url ? [url] : [])]
    .map((line, index) => (index === 0 ? `* ${line}` : `  ${line}`))
    .join('\n')
}

const KINDS = {
  post: 'momentPost',
  photograph: 'momentPhotograph',
  talk: 'momentTalk',
  video: 'momentVideo',
  note: 'momentNote',
} as const

function pictureOf(file: string, { pictures }: Moment, words: Words): string {
  const alt = pictures.find((one) => one.file === file)?.alt
  return `${words.picture}: ${file.replace(/^.*\//, '')}${alt ? ` (${alt})` : ''}`
}

const filled = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => facts[key] ?? whole)

/** An address longer than a line keeps it for itself. */
const wrapped = (paragraph: string): string =>
  paragraph
    .split('\n')
    .map((line) => wrap(line, /^(?:\* | {2})/.test(line) ? '  ' : ''))
    .join('\n')

function wrap(line: string, indent: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.trimEnd().split(/(?<=\S) /)) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = indent + word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}
