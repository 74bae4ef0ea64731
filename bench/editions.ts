// What the other editions cost: the press alone, and each together with the screen edition, against a bare print.
import { type BarePrint, type Build, buildBook, printBaseline, type Surroundings } from './builds.ts'
import { median } from './summary.ts'
import { forget } from './workplace.ts'

export interface EditionRound {
  readonly baseline: BarePrint
  readonly screen: Build
  readonly press: Build
  readonly both: Build
  readonly booklet: Build
}

/** Paired: in each round one after the other, and nothing remembered before any of them. */
export async function runEditions(
  root: string,
  rounds: number,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<readonly EditionRound[]> {
  const done: EditionRound[] = []
  const build = async (editions: string): Promise<Build> => {
    await forget(around.workplace)
    return buildBook(root, around, { editions })
  }
  while (done.length < rounds) {
    const baseline = await printBaseline(root, around)
    const screen = await build('screen')
    const press = await build('press')
    const both = await build('screen,press')
    const booklet = await build('screen,booklet')
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
