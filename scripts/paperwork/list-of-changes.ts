// What was done to a paper, in the order of its pages: a text of Markdown, which goes through the pipeline like any
// other.
import type { Redline, RedlineChange, RedlineNumber, RedlinePiece } from '../model/redline.ts'
import type { Settings } from '../model/settings.ts'
import type { WordKey } from '../model/words.ts'

/**
 * Where entries lead until the list and the pages are one file. `.example` is nobody's (RFC 2606); the number is that
 * of the change, or of the page number.
 */
export const REDLINE_ORIGIN = 'https://redline.example/'

export function listOfChanges(redline: Redline, settings: Settings): string {
  const say = sayingOf(settings)
  const { changes, numbers, title } = redline
  const named = title || redline.new.file
  return `---
title: ${JSON.stringify(settings.theme.words.redline)}
numbered: false
---

${say.words('redlineFor', { title: named })}

${say.words('redlineFiles', filesOf(redline))}

${say.words('redlineCounts', countsOf(changes))}

${say.words('redlineHow')}

${entries(changes, (change) => changeEntry(change, say), say)}
${numbers.length > 0 ? `\n## ${say.words('redlineNumbers')}\n\n${numberEntries(numbers, say)}` : ''}`
}

interface Saying {
  readonly words: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string
  /** What a paper says, never read as markup. */
  readonly quoted: (text: string) => string
}

const sayingOf = ({ theme }: Settings): Saying => ({
  quoted: plain,
  words: (key, values = {}) =>
    plain(theme.words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))),
})

const filesOf = ({ old, new: now }: Redline) => ({
  old: old.file,
  oldPages: old.pages,
  new: now.file,
  newPages: now.pages,
})

function countsOf(changes: readonly RedlineChange[]) {
  const count = (wanted: RedlinePiece['state']): number =>
    changes
      .flatMap(({ pieces }) => pieces)
      .filter(({ state }) => state === wanted)
      .reduce((sum, { text }) => sum + text.split(' ').length, 0)
  return { changes: changes.length, putIn: count('added'), takenOut: count('removed') }
}

/** A heading for each page. */
function entries(
  changes: readonly RedlineChange[],
  entry: (change: RedlineChange) => string,
  { words }: Saying,
): string {
  let page = 0
  return changes
    .map((change) => {
      const isFirst = change.place.page !== page
      page = change.place.page
      const head = isFirst ? `\n## ${words('redlinePage', { page: change.label })}\n\n` : ''
      return `${head}${change.number}. ${entry(change)}\n`
    })
    .join('')
}

/** Both versions whole: who hears the list hears no stroke. */
function changeEntry(change: RedlineChange, say: Saying): string {
  const { kind, pieces, otherLabel: page, number, label } = change
  const link = `[${say.words('redlinePage', { page: label })}](${REDLINE_ORIGIN}${number})`
  if (kind !== 'text') {
    const [text] = pieces
    const quotation = text ? ` “${say.quoted(text.text)}”` : ''
    return `${link}. **${say.words(SAYS[kind], { page })}${text ? ':' : '.'}**${quotation}`
  }
  const has = (state: RedlinePiece['state']): boolean => pieces.some((piece) => piece.state === state)
  const [was, now] =
    has('removed') && has('added')
      ? (['redlineWas', 'redlineNow'] as const)
      : (['redlineTakenOut', 'redlinePutIn'] as const)
  return [
    `${link}.`,
    ...(has('removed') ? [`**${say.words(was)}:** ${version(pieces, 'removed', say)}`] : []),
    ...(has('added') ? [`**${say.words(now)}:** ${version(pieces, 'added', say)}`] : []),
  ].join(' ')
}

const SAYS: Readonly<Record<Exclude<RedlineChange['kind'], 'text'>, WordKey>> = {
  'moved-here': 'redlineMovedHere',
  'moved-away': 'redlineMovedAway',
  look: 'redlineLooks',
  'page-added': 'redlinePageAdded',
  'page-removed': 'redlinePageRemoved',
}

/** The words of one side, what is its own marked, with those around it. */
function version(pieces: readonly RedlinePiece[], own: 'removed' | 'added', { quoted }: Saying): string {
  const mark = own === 'removed' ? '~~' : '**'
  const texts = pieces.flatMap(({ text, state }) =>
    state === 'same' ? [quoted(text)] : state === own ? [`${mark}${quoted(text)}${mark}`] : [],
  )
  const said = `… ${texts.join(' ')} …`
  return FROM_RIGHT.test(said) ? `\u2068${said}\u2069` : said
}

/** Hebrew, Arabic and their like stand apart, or the words around them would change places (UAX 9). */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** All of a page are one entry: a book that was moved by a page has a thousand of them. */
function numberEntries(numbers: readonly RedlineNumber[], say: Saying): string {
  const pages = new Map<number, RedlineNumber[]>()
  for (const one of numbers) pages.set(one.place.page, [...(pages.get(one.place.page) ?? []), one])
  return [...pages.values()].map((ofPage) => `- ${numbersOfPage(ofPage, say)}\n`).join('')
}

function numbersOfPage(numbers: readonly RedlineNumber[], say: Saying): string {
  const { number, label } = numbers[0]!
  const link = `[${say.words('redlinePage', { page: label })}](${REDLINE_ORIGIN}n${number})`
  const none = say.words('redlineNone')
  const said = numbers.map(({ says, was, now }) =>
    say.words('redlineNumberIs', { says, was: was || none, now: now || none }),
  )
  return `${link}. ${said.join('; ')}`
}

/** Every sign that Markdown could read is written so that it stays what it is (CommonMark 0.31, 2.4). */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
