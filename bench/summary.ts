// Rounds → the figures that are told: medians, and medians of the ratios within a round.
import type { Build } from './builds.ts'
import type { PhotographRound } from './photographs.ts'
import type { Round } from './rounds.ts'

export interface BuildSummary {
  readonly seconds: number
  /** Times the bare print of the same round. */
  readonly ratio: number
  readonly processorSeconds: number
  /** All processor time, spread over two cores, times the bare print of the same round. */
  readonly spreadRatio: number
  readonly ownPeakMb: number
  readonly treePeakMb: number
  readonly pieces: number
  readonly printedPieces: number
  readonly stages: Readonly<Record<string, number>>
}

/** A book in one of the states in which it is built. */
export const STATES = ['cold', 'unchanged', 'oneWord', 'pageMore'] as const
export type State = (typeof STATES)[number]

export type BookSummary = Readonly<Record<Exclude<State, 'pageMore'>, BuildSummary>> & {
  readonly pageMore?: BuildSummary
  readonly name: string
  /** 0 for one that is as long as it is. */
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
  readonly bytes: number
  /** Of the tagged files that the browser wrote, where they are known. */
  readonly bytesOfBrowser?: number
}

export function summariseRounds(name: string, wishedPages: number, rounds: readonly Round[]): BookSummary {
  const { cold: last, bytesOfBrowser } = rounds.at(-1)!
  const pageMore = rounds.every((round) => round.pageMore)
  return {
    name,
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
    unchanged: summariseBuild(rounds, ({ unchanged }) => unchanged),
    oneWord: summariseBuild(rounds, ({ oneWord }) => oneWord),
    ...(pageMore ? { pageMore: summariseBuild(rounds, (round) => round.pageMore!) } : {}),
    bytes: last.bytes,
    ...(bytesOfBrowser === undefined ? {} : { bytesOfBrowser }),
  }
}

const CORES = 2

function summariseBuild(rounds: readonly Round[], pick: (round: Round) => Build): BuildSummary {
  const first = pick(rounds[0]!)
  const of = (figure: (build: Build, bareSeconds: number) => number): number =>
    medianOf(rounds, (round) => figure(pick(round), round.baseline.seconds))
  return {
    seconds: of(({ seconds }) => seconds),
    ratio: of(({ seconds }, bare) => seconds / bare),
    processorSeconds: of(({ processorSeconds }) => processorSeconds),
    spreadRatio: of(({ processorSeconds }, bare) => processorSeconds / CORES / bare),
    ownPeakMb: of(({ ownPeakMb }) => ownPeakMb),
    treePeakMb: of(({ treePeakMb }) => treePeakMb),
    pieces: first.pieces,
    printedPieces: first.printedPieces,
    stages: Object.fromEntries(
      Object.keys(first.stages).map((stage) => [stage, of(({ stages }) => stages[stage] ?? 0)]),
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
