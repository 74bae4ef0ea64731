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

/** `canDraw`: whether a face of the theme has the character; others are shown as ones that are missing. */
export function listOfChanges(
  redline: Redline,
  settings: Settings,
  canDraw: (character: string) => boolean,
): string {
  const say = sayingOf(settings, canDraw)
  const { changes, numbers, title } = redline
  const named = title || redline.new.file
  return `---
title: ${JSON.stringify(settings.theme.words.redline)}
standfirst: ${JSON.stringify(settings.theme.words.redlineFor.replace('{title}', () => named))}
numbered: false
---

${say.words('redlineFiles', filesOf(redline))}

${say.words('redlineCounts', countsOf(changes))}

${say.words('redlineHow')}

${entries(changes, (change) => changeEntry(change, say), say)}
${numbers.length > 0 ? `\n## ${say.words('redlineNumbers')}\n\n${numbers.map((one) => `- ${numberEntry(one, say)}`).join('\n')}\n` : ''}`
}

interface Saying {
  readonly words: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string
  /** What a paper says, never read as markup. */
  readonly quoted: (text: string) => string
}

function sayingOf({ theme }: Settings, canDraw: (character: string) => boolean): Saying {
  const quoted = (text: string): string => plain(drawn(text, canDraw))
  return {
    quoted,
    words: (key, values = {}) =>
      quoted(theme.words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))),
  }
}

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

function numberEntry({ number, label, says, was, now }: RedlineNumber, say: Saying): string {
  const link = `[${say.words('redlinePage', { page: label })}](${REDLINE_ORIGIN}n${number})`
  const none = say.words('redlineNone')
  return `${link}. ${say.words('redlineNumberIs', { says, was: was || none, now: now || none })}`
}

const drawn = (text: string, canDraw: (character: string) => boolean): string =>
  Array.from(text, (character) => (/\s/.test(character) || canDraw(character) ? character : '\uFFFD')).join(
    '',
  )

/** Every sign that Markdown could read is written so that it stays what it is (CommonMark 0.31, 2.4). */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
