// Every word of the publication's files is accounted for: it is printed, it is used, or a finding says that it is
// left out. What is read here is the files themselves, and nothing of what the rest of the program has made of them
// is believed.
import { digest } from '../ground/digest.ts'
import { type RememberedValues, rememberValues } from '../ground/files/remember-values.ts'
import type { Slot } from '../ground/html/slot.ts'
import { splitLine } from '../ground/included-lines.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Dialect } from '../model/dialect.ts'
import type { Finding } from '../model/finding.ts'
import type { Moment } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { accountForText, type Lost } from './account-for-text.ts'
import { accountForValues, type Carried } from './account-for-values.ts'
import { cellsOfTables } from './cells-of-tables.ts'
import { citedLabels } from './citations.ts'
import {
  carriedByData,
  carriedByEvent,
  carriedByGlossary,
  carriedByMatter,
  carriedByMoment,
  carriedByPublication,
  carriedByStory,
} from './fields.ts'
import { findingsByFile, type Told } from './findings-by-file.ts'
import { matterOf } from './matter-of.ts'
import { type Printed, readPrinted } from './printed.ts'
import { readRaw, yamlFilesOf } from './raw-files.ts'
import { unusedData } from './unused-data.ts'

/**
 * `dialect`: what blocks the texts may hold. `found`: all findings so far. What they quote as left out, or stop the
 * build for, is accounted for.
 */
export async function accountForWords(
  book: Book,
  settings: Settings,
  found: readonly Finding[],
  dialect: Dialect,
): Promise<Finding[]> {
  const kept = await rememberValues<readonly Finding[]>(settings, 'accounts')
  const told = findingsByFile(found)
  const chapters = await Promise.all(book.chapters.map((chapter) => withRawTexts(chapter, settings.root)))
  const account = remembering(kept, told)
  const findings: Finding[] = []
  for (const { chapter, text, included } of chapters) {
    await answerOthers()
    const { file, body, titleBody, standfirstBody, matter, exhibits } = chapter
    const others = included.map((one) => [one, told.summaryOf(one.file)])
    const made = [body, titleBody, standfirstBody, matter, exhibits, ...others]
    if (text !== undefined)
      findings.push(
        ...account({ file, text, made }, () => ofChapter(chapter, { text, included }, told, dialect)),
      )
  }
  const texts = chapters.flatMap(({ text = '', included }) => [
    text,
    ...included.map((one) => one.text ?? ''),
  ])
  const values = await ofYamlFiles(book, settings, told, account)
  const moments = await Promise.all(
    (book.launch?.moments ?? []).map(async (moment) => {
      const text = await readRaw(settings.root, moment.file)
      if (text === undefined) return []
      return account({ file: moment.file, text, made: moment }, () => ofMoment(moment, text, told, dialect))
    }),
  )
  await kept.done()
  const cells = await cellsOfTables(settings, found)
  return [...findings, ...values, ...moments.flat(), ...cells, ...unusedData(settings, texts)]
}

async function withRawTexts(chapter: Chapter, root: string) {
  const included = (chapter.included ?? []).map(async (file) => ({ file, text: await readRaw(root, file) }))
  return { chapter, text: await readRaw(root, chapter.file), included: await Promise.all(included) }
}

/** Browsers that print meanwhile do not wait. */
const answerOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The verdict on a file that was found of these very things before, or is found now. */
type Account = (
  of: {
    readonly file: string
    readonly text: string
    /** All that was made of it, and is held against it. */
    readonly made: unknown
  },
  find: () => readonly Finding[],
) => readonly Finding[]

/**
 * A file whose bytes are the same may be understood otherwise by now: what was made of it counts as much as the file
 * does.
 */
const remembering =
  (kept: RememberedValues<readonly Finding[]>, told: Told): Account =>
  ({ file, text, made }, find) =>
    kept.of(() => digest(file, text, JSON.stringify(made) ?? '', told.summaryOf(file)), find)

interface RawTexts {
  readonly text: string
  /** Files that it includes, by their numbers from 1. */
  readonly included: readonly { readonly file: string; readonly text: string | undefined }[]
}

function ofChapter(chapter: Chapter, { text, included }: RawTexts, told: Told, dialect: Dialect): Finding[] {
  const { file } = chapter
  const matter = matterOf(text, chapter.matter.lines)
  const values = matter
    ? lostValues(
        file,
        matter.lines,
        matter.firstLine,
        carriedByMatter(chapter, dialect),
        told,
        citedIn(chapter),
      )
    : []
  const printed = readPrinted(chapter.body, (slot) => wordsOfSlot(chapter, slot))
  const firstLine = matter ? matter.lastLine + 1 : 1
  const own = { file, text, firstLine, title: titleOf(chapter) }
  const others = included.flatMap((one, index) =>
    one.text === undefined
      ? []
      : ofText(
          { ...one, text: one.text, firstLine: behindMatter(one.text), title: '' },
          printedOf(printed, index + 1),
          told,
          dialect,
        ),
  )
  return [...values, ...ofText(own, printedOf(printed, 0), told, dialect), ...others]
}

interface RawText {
  readonly file: string
  readonly text: string
  readonly firstLine: number
  readonly title: string
}

function ofText(raw: RawText, printed: Printed, told: Told, dialect: Dialect): Finding[] {
  const { file, text } = raw
  const lost = accountForText(
    { ...raw, told: (first, last) => told.standsAt(file, first, last) },
    printed,
    dialect,
  )
  return atTheirLines(unexplained(lost, file, told, text)).map((one) => wordsLost(file, one))
}

/** What is printed of one of the files that a text is made of. */
function printedOf({ runs, displaced, cited }: Printed, number: number): Printed {
  const isOfIt = (at: { readonly line: number }): boolean => splitLine(at.line).number === number
  const inFile = <Run extends { readonly line: number }>(run: Run): Run => ({
    ...run,
    line: splitLine(run.line).line,
  })
  return { runs: runs.filter(isOfIt).map(inFile), displaced: displaced.filter(isOfIt).map(inFile), cited }
}

/** The line, from 1, behind the front matter of an included file, which is told of. */
const behindMatter = (text: string): number =>
  (/^---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '').split('\n').length

/** Of the works that its title and standfirst cite, perhaps in notes. */
const citedIn = ({ titleBody, standfirstBody, body }: Chapter): string[] =>
  [titleBody, standfirstBody, body].flatMap((tree) => (tree ? citedLabels(readPrinted(tree).cited) : []))

/** A formula in it is compared as it was typed. */
function titleOf({ titleBody, matter }: Chapter): string {
  const typed = titleBody
    ? readPrinted(titleBody)
        .runs.map(({ text }) => text)
        .join('')
    : ''
  return typed.includes('$') ? typed : matter.title
}

/** What was said on launch day is plain text: it is compared as one piece. */
function ofMoment(moment: Moment, text: string, told: Told, dialect: Dialect): Finding[] {
  const { file, lines } = moment
  const matter = matterOf(text, lines)
  const values = matter
    ? lostValues(file, matter.lines, matter.firstLine, carriedByMoment(moment, dialect), told)
    : []
  const firstLine = matter ? matter.lastLine + 1 : 1
  const lost = accountForText(
    { text, firstLine, title: '', told: (first, last) => told.standsAt(file, first, last) },
    {
      runs: [{ line: firstLine, text: moment.text, note: 0, isAside: false }],
      displaced: [],
      cited: new Set(),
    },
    dialect,
  )
  return [...values, ...atTheirLines(unexplained(lost, file, told, text)).map((one) => wordsLost(file, one))]
}

const MOST_WORDS = 100

function wordsLost(file: string, { line, words, elsewhere }: Lost): Finding {
  const actual = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words
  return finding(
    'words-are-printed',
    { file, line },
    { words: actual, ...(elsewhere ? { other: 'moved' } : {}) },
  )
}

/** A finding that quotes the beginning of what is left out stands for all of it. */
function unexplained(lost: readonly Lost[], file: string, told: Told, text: string): Lost[] {
  let isCut = false
  return lost.filter((one) => {
    if (isCut && one.follows) return false
    isCut = told.begins(file, one)
    return !isCut && !told.explains(file, one, text)
  })
}

/** One finding a line, and one for lines that are lost together. */
function atTheirLines(lost: readonly Lost[]): Lost[] {
  const together: Lost[] = []
  let line = 0
  for (const one of lost) {
    const last = together.at(-1)
    if (last && (one.line === last.line || (one.follows && one.line <= line + 2))) {
      const between = one.line === line ? ' … ' : ' '
      together[together.length - 1] = { ...last, words: `${last.words}${between}${one.words}` }
    } else together.push(one)
    line = one.line
  }
  return together
}

/** A chart is drawn later; these are its words. */
function wordsOfSlot({ exhibits }: Chapter, slot: Slot): string {
  const { rows = [], series = [] } = (slot.kind === 'chart' && exhibits[slot.index]?.chart) || {}
  const said = rows.flatMap((row) => {
    const { label, count, typed = '', percent, note, values = [] } = row
    return [label, count, typed, percent, note, ...values.map((one) => one.typed)]
  })
  return [...series, ...said].join('\n')
}

function lostValues(
  file: string,
  lines: readonly string[],
  firstLine: number,
  carried: Carried,
  told: Told,
  cited: readonly string[] = [],
): Finding[] {
  return accountForValues(lines, firstLine, carried, new Set(cited))
    .filter(
      ({ line, path, words }) =>
        !told.standsAt(file, line, line) &&
        !told.passesOver(file, path) &&
        !told.explains(file, { line, words, signs: '' }),
    )
    .map(({ line, key, words }) =>
      finding('words-are-printed', { file, line }, { words: words.slice(0, MOST_WORDS), field: key }),
    )
}

async function ofYamlFiles(
  book: Book,
  settings: Settings,
  told: Told,
  account: Account,
): Promise<readonly Finding[]> {
  const { publication, glossary, data } = settings
  const { launch } = book
  const of = (file: string): { made: unknown; carried: Carried | undefined } => {
    if (file === 'publication.yaml') return { made: publication, carried: carriedByPublication(settings) }
    if (file === 'glossary.yaml') return { made: glossary, carried: carriedByGlossary(settings) }
    if (file === 'launch/event.yaml') return { made: launch, carried: launch && carriedByEvent(launch) }
    if (file === 'launch/story.yaml') return { made: launch, carried: launch && carriedByStory(launch) }
    return { made: data, carried: carriedByData(settings) }
  }
  const files = await yamlFilesOf(settings.root)
  return files.flatMap(({ file, text }) => {
    const { made, carried } = of(file)
    if (!carried) return []
    return account({ file, text, made }, () => lostValues(file, text.split('\n'), 1, carried, told))
  })
}
