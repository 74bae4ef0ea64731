// What to ask the printer for, in plain words: a page of Markdown, which goes through the pipeline like any other.
import type { InkName, PressFacts, PressFile, PressPlan } from '../model/press.ts'
import type { Settings } from '../model/settings.ts'
import type { WordKey } from '../model/words.ts'

/** A file for the printer, with what was read back from it. */
export interface ProvenFile {
  readonly file: Pick<PressFile, 'kind' | 'fileName' | 'sheets'> & {
    readonly size: number
    readonly sha256: string
  }
  readonly facts: PressFacts
}

export interface JobSheetFacts {
  readonly files: readonly ProvenFile[]
  /** Whether its pages were compared with those of the screen edition. */
  readonly compared: boolean
}

/** Every word is a line `job…` of the theme; what the publication says is never read as markup. */
export function jobSheet({ files, compared }: JobSheetFacts, settings: Settings): string {
  const words = (key: WordKey, values: Readonly<Record<string, string | number>> = {}): string =>
    plain(settings.theme.words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')))
  const rows = rowsOf({ files, compared }, settings, words)
  return `---
title: ${JSON.stringify(settings.theme.words.jobSheet)}
standfirst: ${JSON.stringify(settings.theme.words.jobSheetFor.replace('{title}', settings.publication.title))}
numbered: false
---

${words('jobAsk')}

:::terms
${rows.map(([term, meaning]) => `- **${term}**: ${meaning}`).join('\n')}
:::
`
}

type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

function rowsOf(
  { files, compared }: JobSheetFacts,
  { press, publication }: Settings,
  words: Words,
): [string, string][] {
  const [body] = files
  if (!body) return []
  const cover = files.find(({ file }) => file.kind === 'press-cover')
  const { facts } = body
  const [width, height] = facts.trimMm
  const inks = inksOf(files)
  const hasCovers = publication.options.covers
  return [
    ...files.map(({ file, facts: { pages } }): [string, string] => [
      nameOf(file, words),
      words('jobFileIs', { file: file.fileName, pages, megabytes: megabytes(file.size) }),
    ]),
    [words('jobTrim'), words('jobTrimIs', { width, height, bleed: facts.bleedMm })],
    [words('jobPages'), pagesIn(body, cover, hasCovers, words)],
    [words('jobBinding'), bindingOf(body, cover, words)],
    [words('jobPaper'), paperOf(press, words)],
    [words('jobInks'), words('jobInksAre', { inks: inks.map((ink) => words(`ink${ink}`)).join(', ') })],
    [words('jobColourPages'), colourPages(body, words)],
    [words('jobBlack'), words(press.inks.length > 0 ? 'jobBlackIs' : 'jobBlackNeutral')],
    [words('jobProfile'), profileOf(press, facts, words)],
    [words('jobInkLimit'), inkLimitOf(press, files, words)],
    [words('jobFonts'), words('jobFontsAre', { fonts: fontsOf(files).join(', ') })],
    [words('jobStandard'), words('jobStandardIs', { claims: facts.claims.join(', ') })],
    [words('jobChecks'), checksOf(files, compared, words)],
    ...files.map(({ file }): [string, string] => [
      words('jobHash', { file: nameOf(file, words) }),
      grouped(file.sha256),
    ]),
  ]
}

const nameOf = ({ kind }: ProvenFile['file'], words: Words): string =>
  words(kind === 'press' ? 'jobFile' : 'jobCoverFile')

const inkLimitOf = (
  { colour, inkLimit }: Settings['press'],
  files: readonly ProvenFile[],
  words: Words,
): string =>
  words(colour === 'rgb' ? 'jobInkLimitUnknown' : 'jobInkLimitIs', { limit: inkLimit, most: mostInk(files) })

const fontsOf = (files: readonly ProvenFile[]): string[] => [
  ...new Set(files.flatMap(({ facts }) => facts.fonts)),
]

const ALL: readonly InkName[] = ['C', 'M', 'Y', 'K']

const inksOf = (files: readonly ProvenFile[]): InkName[] =>
  ALL.filter((ink) => files.some(({ facts }) => facts.inks.some((page) => page.includes(ink))))

const mostInk = (files: readonly ProvenFile[]): number => Math.max(...files.map(({ facts }) => facts.mostInk))

function pagesIn(
  { facts, file }: ProvenFile,
  cover: ProvenFile | undefined,
  hasCovers: boolean,
  words: Words,
): string {
  const blanks = file.sheets.filter(({ shows }) => shows.every((page) => page === 0)).length
  return [
    words(cover ? 'jobPagesAndCover' : hasCovers ? 'jobPagesWithCovers' : 'jobPagesAre', {
      pages: facts.pages,
    }),
    ...(blanks > 0 ? [words('jobBlanks', { blanks })] : []),
  ].join(' ')
}

function bindingOf({ facts }: ProvenFile, cover: ProvenFile | undefined, words: Words): string {
  const spine = cover?.file.sheets[0]?.spineMm
  if (spine !== undefined) return words('jobPerfectBound', { spine: spine.toFixed(1) })
  return words('jobStapled', { sheets: Math.ceil(facts.pages / 4) })
}

const paperOf = ({ paper }: PressPlan, words: Words): string =>
  [
    ...(paper.name ? [`${plain(paper.name)}.`] : []),
    words('jobPaperIs', {
      gsm: paper.gsm,
      leaf: ((paper.gsm * paper.bulk) / 1000).toFixed(3),
      bulk: paper.bulk,
    }),
  ].join(' ')

const profileOf = ({ colour, profile }: PressPlan, { condition }: PressFacts, words: Words): string =>
  words(colour === 'cmyk' ? 'jobProfileIs' : 'jobProfileForRgb', { condition, profile: profile.description })

/** `1–4, 9`: sheets of the file that need more than black, as a printer counts them. */
function colourPages({ facts: { inks, pages } }: ProvenFile, words: Words): string {
  const numbers = inks.flatMap((page, index) => (page.some((ink) => ink !== 'K') ? [index + 1] : []))
  if (numbers.length === 0) return words('jobNoColour')
  const values = { count: numbers.length, pages, list: ranges(numbers), black: pages - numbers.length }
  return words('jobColourPagesAre', values)
}

export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

function checksOf(files: readonly ProvenFile[], compared: boolean, words: Words): string {
  const rules = [...new Set(files.flatMap(({ facts }) => facts.checked))]
  return [
    words('jobChecksAre', { count: rules.length, rules: rules.join(', ') }),
    words(compared ? 'jobCompared' : 'jobNotCompared'),
  ].join(' ')
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2)
const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ')

/** Every sign that Markdown could read is written so that it stays what it is (CommonMark 0.31, 2.4). */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
