// Paired runs: in each round one after the other, so that a slow moment of the machine falls on all of them alike.
import { type BarePrint, type Build, buildBook, printBaseline, type Surroundings } from './builds.ts'
import { forget } from './workplace.ts'

export interface Round {
  readonly baseline: BarePrint
  /** Nothing remembered, except that the browser is unpacked. */
  readonly cold: Build
  /** Straight afterwards, with what the cold build remembered. */
  readonly warm: Build
}

/** Baseline, cold and warm, so many times; fewer when the time runs out, and `skipped` says so. */
export async function runRounds(
  name: string,
  root: string,
  wanted: number,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<{ rounds: readonly Round[]; skipped: string }> {
  const rounds: Round[] = []
  let longest = 0
  while (rounds.length < wanted) {
    if (around.secondsLeft() < longest)
      return { rounds, skipped: `${wanted - rounds.length} of ${wanted} rounds of ${name}: no time left` }
    const begun = performance.now()
    const round = await runRound(root, around)
    rounds.push(round)
    longest = Math.max(longest, (performance.now() - begun) / 1000)
    const { baseline, cold, warm } = round
    tell(`${name}, round ${rounds.length}: bare ${short(baseline)}, cold ${short(cold)}, warm ${short(warm)}`)
  }
  return { rounds, skipped: '' }
}

async function runRound(root: string, around: Surroundings): Promise<Round> {
  const baseline = await printBaseline(root, around)
  await forget(around.workplace)
  const cold = await buildBook(root, around)
  const warm = await buildBook(root, around)
  return { baseline, cold, warm }
}

const short = ({ seconds }: { readonly seconds: number }): string => `${seconds.toFixed(2)} s`
