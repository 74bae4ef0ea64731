// Editions that have the same text are made of one print; where blocks are for some of them, there are several.
import type { Made } from '../editions/edition.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { groupsOf } from './edition-texts.ts'
import {
  bookForEdition,
  type EarlierScreen,
  type Outcome,
  printPublication,
  type ReadPublication,
} from './pipeline.ts'
import type { Stages } from './stages.ts'

export interface PrintedEditions extends Outcome {
  /** What the website shows, where that is another text. */
  readonly siteBook?: Book
}

/** As `printPublication`, for all editions of the settings. The book is that of the first. */
export async function printEditions(
  settings: Settings,
  stages: Stages,
  findings: Finding[],
  earlierScreen: EarlierScreen,
): Promise<PrintedEditions> {
  const first = await printPublication(settings, stages, findings, earlierScreen)
  const { read } = first
  if (!read || !first.made) return first
  let { made } = first
  const printed = settings.editions.filter((edition) => edition !== 'site')
  for (const editions of groupsOf(read.book, printed)) {
    const [edition = read.edition] = editions
    if (editions.includes(read.edition)) continue
    const given = { ...read, edition, book: await bookForEdition(read, edition, settings) }
    const next = await printGroup({ ...settings, editions }, stages, findings, given)
    if (!next) return { book: read.book, findings }
    made = { ...made, ...next }
  }
  const site = settings.editions.includes('site') ? await bookForEdition(read, 'site', settings) : undefined
  return { ...first, made, ...(site ? { siteBook: site } : {}) }
}

/** What came of them, without what they were printed from. */
async function printGroup(
  settings: Settings,
  stages: Stages,
  findings: Finding[],
  given: ReadPublication,
): Promise<Partial<Made> | undefined> {
  const found: Finding[] = []
  const { made } = await printPublication(settings, stages, found, undefined, given)
  findings.push(...found.filter((one) => !findings.some((other) => isSame(one, other))))
  if (!made) return undefined
  const { document: _, printed: __, screen, ...rest } = made
  // A booklet is made of a screen edition of its own, which is not the one that is written.
  return screen && settings.editions.includes('screen') ? { ...rest, screen } : rest
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule &&
  one.message === other.message &&
  JSON.stringify(one.place) === JSON.stringify(other.place)
