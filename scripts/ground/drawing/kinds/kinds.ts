// Every kind of chart, each in a file of its own. Whoever must know some of them asks here.
import type { ChartSpec } from '../../../model/data.ts'
import { bars } from './bars.ts'
import { counts } from './counts.ts'
import { dots } from './dots.ts'
import type { ChartKind } from './kind.ts'
import { levels } from './levels.ts'
import { lines } from './lines.ts'
import { share } from './share.ts'
import { tiles } from './tiles.ts'

/** In the order of the handbook. */
export const KINDS: readonly ChartKind[] = [share, levels, counts, bars, lines, dots, tiles]

const KIND_OF: Readonly<Record<ChartSpec['kind'], ChartKind>> = {
  share,
  levels,
  counts,
  bars,
  lines,
  dots,
  tiles,
}

export const kindOf = ({ kind }: Pick<ChartSpec, 'kind'>): ChartKind => KIND_OF[kind]
