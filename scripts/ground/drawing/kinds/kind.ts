// What each kind of chart brings: what it is for, what its numbers have to be, its drawing in print and on a screen.
import { z } from 'zod'
import type { ChartSpec } from '../../../model/data.ts'
import { numbersIn, valuesOf } from '../chart-values.ts'
import { MOST_SERIES } from '../fills.ts'
import type { Paper } from '../paper.ts'

export interface ChartKind {
  readonly name: ChartSpec['kind']
  /** For authors: what it shows. */
  readonly about: string
  /** A whole one, as an author writes it. */
  readonly example: string
  /** The file of data/ that the example is drawn of. */
  readonly inData?: string
  /** What is wrong stands in the message of an issue, how to mend it in its `mend`. */
  readonly data: z.ZodType
  /** SVG for paper; '' where its text stands on the page itself. */
  readonly draw: (spec: ChartSpec, paper: Paper) => string
  readonly screen: (spec: ChartSpec) => string
}

const value = z.object({ number: z.number().optional(), typed: z.string() })

/** The numbers of any chart. */
const chartData = z.object({
  series: z.array(z.string()).optional(),
  stacked: z.boolean().optional(),
  rows: z.array(
    z.object({
      label: z.string(),
      note: z.string(),
      percent: z.string(),
      count: z.number(),
      typed: z.string().optional(),
      values: z.array(value).optional(),
      at: z.tuple([z.number(), z.number()]).optional(),
    }),
  ),
})

export type ChartData = Pick<ChartSpec, 'series' | 'stacked' | 'rows'>

interface Fault {
  readonly says: string
  readonly mend: string
}

type Asks = (data: ChartData) => Fault | undefined

/** What a kind asks of its numbers beyond that they are there. The first that is not so is told. */
export const dataThat = (...asks: readonly Asks[]): z.ZodType =>
  chartData.superRefine((data, context) => {
    // What is optional may be undefined in what zod makes, which says the same.
    const fault = asks.map((ask) => ask(data as ChartData)).find((one) => one !== undefined)
    if (fault) context.addIssue({ code: 'custom', message: fault.says, params: { mend: fault.mend } })
  })

export const mostRows =
  (most: number): Asks =>
  ({ rows }) =>
    rows.length > most
      ? {
          says: `has ${rows.length} rows, more than the ${most} that can be read in one drawing`,
          mend: 'Keep those that matter, put the others together, or print the numbers as a table.',
        }
      : undefined

export const leastRows =
  (least: number, what: string): Asks =>
  ({ rows }) =>
    rows.length > 0 && rows.length < least
      ? {
          says: `has ${rows.length === 1 ? 'one row' : `${rows.length} rows`}, and ${what}`,
          mend: 'Add a row, or draw it as bars.',
        }
      : undefined

export const nothingBelowNought: Asks = ({ rows }) => {
  const row = rows.find((one) => numbersIn([one]).some((number) => number < 0))
  return (
    row && {
      says: `has a number below nought for “${row.label}”, which is part of no whole`,
      mend: 'Correct it, or draw it as plain bars: kind=bars.',
    }
  )
}

/** Pounds and per cent cannot share a line. */
export const oneSign: Asks = ({ rows }) => {
  const typed = rows.flatMap(valuesOf).flatMap(({ number, typed }) => (number === undefined ? [] : typed))
  const signs = new Set(typed.map((one) => /[%\p{Sc}]/u.exec(one)?.[0] ?? ''))
  return signs.size > 1
    ? {
        says: `has numbers of more than one kind: ${[...signs].map((sign) => sign || 'plain').join(', ')}`,
        mend: 'Draw one chart for each.',
      }
    : undefined
}

export const oneColumn: Asks = ({ series = [] }) =>
  series.length > 1
    ? {
        says: `has ${series.length} columns of numbers, and this kind draws one`,
        mend: 'Keep one column, or write kind=bars, kind=lines or kind=dots.',
      }
    : undefined

export const fewColumns: Asks = ({ series = [] }) =>
  series.length > MOST_SERIES
    ? {
        says: `has ${series.length} columns of numbers, more than the ${MOST_SERIES} that can be told apart`,
        mend: 'Keep those that matter, or draw two charts.',
      }
    : undefined

/** A drawing in two sizes, of which the style sheet shows the one that fits. */
export const inTwoSizes = (draw: (columnMm: number) => string): string =>
  `<div class="narrow">${draw(NARROW_MM)}</div><div class="broad">${draw(BROAD_MM)}</div>`

/** A phone of 320 px; the measure of a page on the web. */
const NARROW_MM = 76
const BROAD_MM = 144
