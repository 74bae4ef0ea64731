// Rounds → the figures that are told: medians, and medians of the ratios within a round.
import type { Build } from './builds.ts'
import type { PhotographRound } from './photographs.ts'
import type { Round } from './rounds.ts'

export interface BuildSummary {
  readonly seconds: number
  /** Times the bare print of the same round. */
  readonly ratio: number
  readonly processorSeconds: number
  readonly ownPeakMb: number
  readonly treePeakMb: number
  readonly stages: Readonly<Record<string, number>>
}

export interface BookSummary {
  readonly wishedPages: number
  readonly pages: number
  readonly rounds: number
  readonly prints: number
  readonly browser: string
  readonly baseline: {
    readonly seconds: number
    readonly processorSeconds: number
    readonly treePeakMb: number
    readonly bytes: number
    readonly pages: number
  }
  readonly cold: BuildSummary
  readonly warm: BuildSummary
  readonly bytes: number
}

export function summariseRounds(wishedPages: number, rounds: readonly Round[]): BookSummary {
  const last = rounds.at(-1)!.cold
  return {
    wishedPages,
    pages: last.pages,
    rounds: rounds.length,
    prints: last.prints,
    browser: last.browser,
    baseline: {
      seconds: medianOf(rounds, ({ baseline }) => baseline.seconds),
      processorSeconds: medianOf(rounds, ({ baseline }) => baseline.processorSeconds),
      treePeakMb: medianOf(rounds, ({ baseline }) => baseline.treePeakMb),
      bytes: medianOf(rounds, ({ baseline }) => baseline.bytes),
      pages: medianOf(rounds, ({ baseline }) => baseline.pages),
    },
    cold: summariseBuild(rounds, ({ cold }) => cold),
    warm: summariseBuild(rounds, ({ warm }) => warm),
    bytes: last.bytes,
  }
}

function summariseBuild(rounds: readonly Round[], pick: (round: Round) => Build): BuildSummary {
  const stages = Object.keys(pick(rounds[0]!).stages)
  return {
    seconds: medianOf(rounds, (round) => pick(round).seconds),
    ratio: medianOf(rounds, (round) => pick(round).seconds / round.baseline.seconds),
    processorSeconds: medianOf(rounds, (round) => pick(round).processorSeconds),
    ownPeakMb: medianOf(rounds, (round) => pick(round).ownPeakMb),
    treePeakMb: medianOf(rounds, (round) => pick(round).treePeakMb),
    stages: Object.fromEntries(
      stages.map((stage) => [stage, medianOf(rounds, (round) => pick(round).stages[stage] ?? 0)]),
    ),
  }
}

type PictureBuild = Pick<Build, 'seconds' | 'bytes' | 'treePeakMb' | 'stages'>

export interface PhotographSummary {
  readonly photographs: number
  readonly pages: number
  readonly originalMb: number
  readonly baseline: { readonly seconds: number; readonly bytes: number }
  readonly resampled: PictureBuild
  readonly asTheyAre: PictureBuild
  /** Resampled against as they are. */
  readonly timeRatio: number
  readonly sizeRatio: number
}

export function summarisePhotographs(round: PhotographRound): PhotographSummary {
  const { photographs, originalBytes, baseline, resampled, asTheyAre } = round
  return {
    photographs,
    pages: resampled.pages,
    originalMb: originalBytes / 1e6,
    baseline: { seconds: baseline.seconds, bytes: baseline.bytes },
    resampled: pictureBuild(resampled),
    asTheyAre: pictureBuild(asTheyAre),
    timeRatio: resampled.seconds / asTheyAre.seconds,
    sizeRatio: resampled.bytes / asTheyAre.bytes,
  }
}

const pictureBuild = ({ seconds, bytes, treePeakMb, stages }: Build): PictureBuild => ({
  seconds,
  bytes,
  treePeakMb,
  stages,
})

const medianOf = <T>(list: readonly T[], figure: (one: T) => number): number => median(list.map(figure))

/** The one in the middle, or half-way between the two. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle]!
  return sorted.length === 0 ? Number.NaN : (sorted[middle - 1]! + sorted[middle]!) / 2
}
