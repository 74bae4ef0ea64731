// Paired runs: in each round one after the other, so that a slow moment of the machine falls on all of them alike.
import {
  type BarePrint,
  type Build,
  buildBook,
  bytesOfBrowser,
  printBaseline,
  type Surroundings,
} from './builds.ts'
import { addOnePage, changeOneWord } from './edits.ts'
import { forget } from './workplace.ts'

export interface Round {
  readonly baseline: BarePrint
  /** Nothing remembered, except that the browser is unpacked and the program compiled. */
  readonly cold: Build
  /** The tagged files of the browser, together, as the cold build got them. */
  readonly bytesOfBrowser: number | undefined
  /** Straight afterwards, with what the cold build remembered. */
  readonly unchanged: Build
  /** Then with another word in the middle of the book. */
  readonly oneWord: Build
  /** Then with more pages in the first chapter; undefined for a book that has no room for them. */
  readonly pageMore: Build | undefined
}

export interface Rounds {
  readonly name: string
  /** Writes the book as it was, in whatever state it is, and gives its folder. */
  readonly make: () => Promise<string>
  /** What is printed bare; the book itself if it is not named. */
  readonly bare?: string
  readonly wanted: number
  readonly withPageMore: boolean
}

/** So many rounds; fewer when the time runs out, and `skipped` says so. */
export async function runRounds(
  { name, make, bare, wanted, withPageMore }: Rounds,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<{ rounds: readonly Round[]; skipped: string }> {
  const rounds: Round[] = []
  let longest = 0
  while (rounds.length < wanted) {
    if (around.secondsLeft() < longest)
      return { rounds, skipped: `${wanted - rounds.length} of ${wanted} rounds of ${name}: no time left` }
    const begun = performance.now()
    const root = await make()
    const round = await runRound(root, bare ?? root, withPageMore, around)
    rounds.push(round)
    longest = Math.max(longest, (performance.now() - begun) / 1000)
    tell(`${name}, round ${rounds.length}: ${inShort(round)}`)
  }
  return { rounds, skipped: '' }
}

async function runRound(
  root: string,
  bare: string,
  withPageMore: boolean,
  around: Surroundings,
): Promise<Round> {
  const baseline = await printBaseline(bare, around)
  await forget(around.workplace)
  const cold = await buildBook(root, around)
  const raw = await bytesOfBrowser(around.workplace, cold)
  const unchanged = await buildBook(root, around)
  await changeOneWord(root)
  const oneWord = await buildBook(root, around)
  const pageMore = withPageMore ? await buildWithPageMore(root, oneWord.pages, around) : undefined
  return { baseline, cold, bytesOfBrowser: raw, unchanged, oneWord, pageMore }
}

const TRIES = 3

/** One page may fall into a blank before a right-hand start: then the folios behind it stay, and another is added. */
async function buildWithPageMore(root: string, pages: number, around: Surroundings): Promise<Build> {
  for (let tries = 1; tries <= TRIES; tries++) {
    await addOnePage(root)
    const build = await buildBook(root, around)
    if (build.pages > pages) return build
  }
  throw new Error(`${TRIES} pages more left the book at ${pages}.`)
}

function inShort({ baseline, cold, unchanged, oneWord, pageMore }: Round): string {
  const all = {
    bare: baseline,
    cold,
    unchanged,
    'one word': oneWord,
    ...(pageMore ? { 'page more': pageMore } : {}),
  }
  return Object.entries(all)
    .map(([name, { seconds }]) => `${name} ${seconds.toFixed(2)} s`)
    .join(', ')
}
