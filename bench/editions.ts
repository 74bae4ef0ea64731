// What the other editions cost: the press alone, and each together with the screen edition, against a bare print.
import { type BarePrint, type Build, buildBook, printBaseline, type Surroundings } from './builds.ts'
import { median } from './summary.ts'

export interface EditionRound {
  readonly baseline: BarePrint
  readonly screen: Build
  readonly press: Build
  readonly both: Build
  readonly booklet: Build
}

/** Paired: in each round one after the other. Parsed files are remembered from the first build on. */
export async function runEditions(
  root: string,
  rounds: number,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<readonly EditionRound[]> {
  const done: EditionRound[] = []
  while (done.length < rounds) {
    await buildBook(root, around) // remembers the texts, and is not counted
    const baseline = await printBaseline(root, around)
    const screen = await buildBook(root, around)
    const press = await buildBook(root, around, 'press')
    const both = await buildBook(root, around, 'screen,press')
    const booklet = await buildBook(root, around, 'screen,booklet')
    done.push({ baseline, screen, press, both, booklet })
    const all = { bare: baseline, screen, press, both, booklet }
    const said = Object.entries(all).map(([name, { seconds }]) => `${name} ${seconds.toFixed(2)} s`)
    tell(`editions, round ${done.length}: ${said.join(', ')}`)
  }
  return done
}

export interface EditionSummary {
  readonly pages: number
  readonly rounds: number
  readonly baselineSeconds: number
  /** Times the bare print of the same round. */
  readonly press: number
  readonly pressMoreThanScreen: number
  readonly bookletMoreThanScreen: number
  readonly screen: number
  readonly pressPeakMb: number
  readonly bothPeakMb: number
  readonly pressStages: Readonly<Record<string, number>>
  readonly bothStages: Readonly<Record<string, number>>
}

export function summariseEditions(rounds: readonly EditionRound[]): EditionSummary {
  const of = (figure: (round: EditionRound) => number): number => median(rounds.map(figure))
  const last = rounds.at(-1)!
  return {
    pages: last.press.pages,
    rounds: rounds.length,
    baselineSeconds: of(({ baseline }) => baseline.seconds),
    press: of(({ press, baseline }) => press.seconds / baseline.seconds),
    screen: of(({ screen, baseline }) => screen.seconds / baseline.seconds),
    pressMoreThanScreen: of(
      ({ both, screen, baseline }) => (both.seconds - screen.seconds) / baseline.seconds,
    ),
    bookletMoreThanScreen: of(
      ({ booklet, screen, baseline }) => (booklet.seconds - screen.seconds) / baseline.seconds,
    ),
    pressPeakMb: of(({ press }) => press.ownPeakMb),
    bothPeakMb: of(({ both }) => both.ownPeakMb),
    pressStages: last.press.stages,
    bothStages: last.both.stages,
  }
}
