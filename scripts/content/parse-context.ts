// What parsing one file must know of the rest of the publication: serialisable, the same for all files, part of the
// cache key.

import { posix } from 'node:path'
import { decoded } from '../ground/decoded.ts'
import { asciiSlug } from '../ground/language/ascii-slug.ts'
import { markedWords } from '../ground/language/foreign-words.ts'
import { type PageMeasures, pageMeasures } from '../ground/page-measures.ts'
import { dayInWords } from '../ground/time/day-in-words.ts'
import { isTold } from '../ground/time/timeline.ts'
import type { Source } from '../model/chapter.ts'
import type { Citations } from '../model/citations.ts'
import type { DataBook, GlossaryEntry } from '../model/data.ts'
import type { Launch, StoryItem } from '../model/launch.ts'
import type { OwnName, Publication } from '../model/publication.ts'
import type { Settings } from '../model/settings.ts'
import type { Words } from '../model/words.ts'
import { countMoments, type MomentCounts } from './launch/count-moments.ts'
import { addressesOfTexts } from './links/addresses-of-texts.ts'

export interface CitationContext {
  readonly keys: readonly string[]
  readonly locators: Citations['locators']
  /** Whether citations become notes. */
  readonly isNote: boolean
  /** Whether they stand right behind the words, and behind the stop that follows. */
  readonly isRaised: boolean
}

export interface ParseContext {
  /** As publication.yaml has it: `en-GB`. */
  readonly language: string
  /** What the publication and its publisher are called, without a year behind. */
  readonly titles: readonly string[]
  /** Anchor prefix of every file that is printed, by path. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Texts that lie in the folder and are not printed: a draft, one without text, one that no part lists. */
  readonly leftOut: readonly string[]
  /** Other files of the publication, where a text asks for more than texts. */
  readonly files: readonly string[]
  /** Addresses that front matter gave a text on another website, by path. */
  readonly addresses: Readonly<Record<string, readonly string[]>>
  readonly glossary: readonly GlossaryEntry[]
  /** Whether the first use of a term in a text says what it means, for all to read. */
  readonly explainsTerms?: boolean
  readonly data: DataBook
  /** What `:value[publication.date]` and its like print, by key; '' where there is nothing. */
  readonly publicationValues: Readonly<Record<string, string>>
  /** Whether charts are drawn of marks, one for each that is counted. */
  readonly marks?: boolean
  readonly councils: readonly string[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  /** Words that are printed by us; those that are foreign to the book stand between marks. */
  readonly words: Words
  /** Spellings of the publication's own, those of its councils among them. */
  readonly names: readonly OwnName[]
  /** Whatever the publication calls by a name: titles, people, lists. */
  readonly ownWords: readonly string[]
  /** With the moments that are printed, and those that a text names, and no others. */
  readonly launch?: Launch
  /** All of them, counted for charts. */
  readonly momentCounts?: MomentCounts
  /** Whether some may not be shown, and are not counted. */
  readonly momentsAreFewer?: boolean
  /** Where the publication has a bibliography. */
  readonly citations?: CitationContext
  /** How wide things are printed; left out for the built-in page. */
  readonly measures?: PageMeasures
  /** Whether notes stand at the foot of the page in print, and are read behind the block that calls them. */
  readonly footNotes?: boolean
}

/** What else there is of a publication beside its texts and settings. */
export interface Around {
  readonly launch?: Launch | undefined
  readonly leftOut?: readonly string[]
  readonly files?: readonly string[]
}

export function parseContext(
  sources: readonly Source[],
  settings: Settings,
  around: Around = {},
): ParseContext {
  const { launch } = around
  const { language, title, short, publisher, councils, channels, themes } = settings.publication
  return {
    language,
    titles: [title, short, publisher].map((one) => one.replace(/(?<!\s)\s+\d{4}$/, '')).filter(Boolean),
    // A link spells its file as its author's keyboard does, whatever the system that named it.
    prefixes: Object.fromEntries(
      sources.flatMap(({ file, prefix }) => [
        [file, prefix],
        [file.normalize('NFC'), prefix],
      ]),
    ),
    leftOut: around.leftOut ?? [],
    files: around.files ?? [],
    addresses: addressesOfTexts(sources),
    glossary: settings.glossary,
    explainsTerms: settings.publication.explainTerms,
    data: settings.data,
    publicationValues: publicationValues(settings.publication),
    marks: settings.publication.charts === 'marks',
    councils,
    channels,
    themes,
    words: markedWords(settings.theme),
    ...(settings.citations ? { citations: citationContext(settings.citations) } : {}),
    measures: pageMeasures(settings.theme.page),
    footNotes: settings.publication.notes === 'foot',
    names: namesOf(settings.publication),
    ownWords: ownWordsOf(settings.publication),
    ...(launch ? launchContext(launch, sources, settings) : {}),
  }
}

/** A moment that no text shows is no part of it: whatever becomes of it, no text has to be parsed anew. */
function launchContext(
  launch: Launch,
  sources: readonly Source[],
  { theme, publication }: Settings,
): Pick<ParseContext, 'launch' | 'momentCounts' | 'momentsAreFewer'> {
  const story = isTold(launch.story) ? launch.story : []
  const isShown = sources.some(({ text }) => /^[ \t]*:{3,}[ \t]*moments[ \t]*\{[^}\n]*\bstory\b/m.test(text))
  const named = new Set([
    ...sources.flatMap(({ text }) => namesOfMoments(text)),
    ...(isShown ? story.flatMap(({ items }) => items.flatMap(nameOf)) : []),
  ])
  const moments = launch.moments.filter(({ chosen, name }) => chosen || named.has(name))
  const pictured = new Set(sources.flatMap(({ text }) => namesOfPictures(text)))
  const withheld = launch.withheld.filter(
    ({ chosen, name, isTold, pictures }) =>
      chosen ||
      named.has(name) ||
      (isShown && isTold) ||
      pictures.some((file) => pictured.has(posix.basename(file).normalize('NFC'))),
  )
  return {
    // Who is asked is for nothing that is made or remembered.
    launch: { ...launch, moments, people: [], withheld, story: isShown ? story : [] },
    momentCounts: countMoments(launch, markedWords(theme), publication.language),
    momentsAreFewer: launch.withheld.some(({ what }) => what === 'moment'),
  }
}

const nameOf = (item: StoryItem): string[] => (item.kind === 'moment' ? [item.moment] : [])

/** Of `moment=` and `names=` behind the name of a block, of links, and perhaps of other words that look like it. */
const namesOfMoments = (text: string): string[] => [
  ...[...text.matchAll(/\b(?:moment|names)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/g)].flatMap(
    ([, ...values]) => values.find(Boolean)?.split(/[\s,]+|\.md\b/) ?? [],
  ),
  ...[...text.matchAll(/\blaunch\/moments\/([^\s/?#)>"']+)/g)].map(([, name = '']) =>
    asciiSlug(name.replace(/\.md$/i, '')),
  ),
]

/** Of whatever may be the address of a picture. */
const namesOfPictures = (text: string): string[] =>
  [
    ...text.matchAll(/(?<![^/\\()<>"'\n])[^/\\()<>"'\n]*\.(?:jpe?g|png|webp|gif|svg|avif|heic|tiff?)\b/gi),
  ].map(([name]) => decoded(name.replace(/^.*:\s/, '').trim()).normalize('NFC'))

function publicationValues(publication: Publication): Readonly<Record<string, string>> {
  const { title, subtitle, short, date, publisher, contact, web, hashtag, licence, language } = publication
  const said = { title, subtitle, short, publisher, contact, web, hashtag, licence }
  return { ...said, date: date && dayInWords(date, language), year: date.slice(0, 4) }
}

const citationContext = ({ works, locators, style }: Citations): CitationContext => ({
  keys: works.map(({ key }) => key),
  locators,
  isNote: style.form === 'note',
  isRaised: style.form === 'note' || style.isRaised,
})

/** A name with an ampersand is not to be spelt with “and”, nor one with “and” with an ampersand. */
function namesOf({ names, councils }: Publication): OwnName[] {
  const twins = councils.flatMap((name) => {
    const other = name.includes(' & ') ? name.replaceAll(' & ', ' and ') : name.replaceAll(' and ', ' & ')
    return other === name ? [] : [{ name, not: [other] }]
  })
  return [...names, ...twins]
}

function ownWordsOf(publication: Publication): string[] {
  const { title, subtitle, short, publisher, councils, channels, themes, names, makers } = publication
  const people = makers.flatMap(({ name, role }) => [name, role])
  return [
    title,
    subtitle,
    short,
    publisher,
    ...councils,
    ...channels,
    ...themes,
    ...people,
    ...names.map(({ name }) => name),
  ]
}
