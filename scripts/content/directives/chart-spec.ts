// What a chart is to draw, and what cannot be drawn.
import type { Table } from 'mdast'
import { arePercentages } from '../../ground/drawing/chart-values.ts'
import { KINDS, kindOf } from '../../ground/drawing/kinds/kinds.ts'
import { unitOf } from '../../ground/language/unit.ts'
import { trueShare } from '../../ground/true-share.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { ChartSpec } from '../../model/data.ts'
import { MOMENT_COUNTS } from '../launch/count-moments.ts'
import { incomplete } from '../markdown/attributes.ts'
import { type Draft, report } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { CHART_ATTRIBUTES, type GivenChart } from './chart-attributes.ts'
import { columnsNamed } from './chart-columns.ts'
import { type ChartNumbers, rowsOfData, rowsOfTable } from './chart-rows.ts'
import type { TilePlaces } from './chart-tiles.ts'

export function chartSpec(
  draft: Draft,
  node: ContainerDirective,
  given: GivenChart,
  table: Table | undefined,
): { readonly spec: ChartSpec; readonly places: TilePlaces } {
  const numbers = numbersOf(draft, node, given, table)
  const of = baseOf(given) ?? numbers.of
  const unit = given.unit ? unitOf(given.unit) : numbers.unit
  const spec: ChartSpec = {
    kind: kindNamed(given.kind),
    title: given.title ?? '',
    question: given.question ?? numbers.question,
    caption: given.caption ?? '',
    ...(of ? { of } : {}),
    ...(unit ? { unit } : {}),
    ...(numbers.series ? { series: numbers.series } : {}),
    ...(numbers.heads ? { heads: numbers.heads, source: numbers.source ?? '' } : {}),
    ...(given.stacked === undefined ? {} : { stacked: true }),
    ...(draft.context.marks ? { marks: true } : {}),
    rows: numbers.rows,
    accent: accentOf(given, numbers, node),
  }
  checkBase(draft, node, spec)
  if (!given.data) checkShares(draft, table, of, numbers)
  checkAccent(draft, node, spec)
  const isDrawn = checkKind(draft, node, spec)
  return { spec: isDrawn || !node.data?.isLess ? spec : { ...spec, kind: 'bars' }, places: numbers.place }
}

/** A row of moments that may all not be shown any more is no slip of the author's. */
const accentOf = (
  { accent = '' }: GivenChart,
  { rows }: ChartNumbers,
  { data }: ContainerDirective,
): string => (data?.isLess && !rows.some(({ label }) => label === accent) ? '' : accent)

const kindNamed = (name: string | undefined): ChartSpec['kind'] =>
  KINDS.find((one) => one.name === name)?.name ?? 'counts'

function checkAccent(draft: Draft, node: ContainerDirective, { accent, rows }: ChartSpec): void {
  const labels = rows.map((row) => row.label)
  if (accent && !labels.includes(accent))
    incomplete(draft, node, { problem: 'no-such-row', row: accent, suggestion: nearest(accent, labels) })
}

/** What the kind asks of its numbers, which is answered; and that only bars are stacked. */
function checkKind(draft: Draft, node: ContainerDirective, spec: ChartSpec): boolean {
  const issue = kindOf(spec).data.safeParse(spec).error?.issues[0]
  if (issue?.code === 'custom') {
    const schemaAsks = String(issue.params?.mend ?? '')
    incomplete(draft, node, { problem: 'attribute', schemaSays: issue.message, schemaAsks })
  }
  const isNeedless = spec.stacked && (spec.kind !== 'bars' || !spec.series)
  if (isNeedless) incomplete(draft, node, { problem: 'nothing-to-stack' })
  return issue === undefined
}

function numbersOf(
  draft: Draft,
  node: ContainerDirective,
  given: GivenChart,
  table: Table | undefined,
): ChartNumbers {
  const { data, language } = draft.context
  const none = { rows: [], question: '' }
  if (given.moments) return momentsCounted(draft, node, given.moments)
  if (given.data) {
    const found = rowsOfData(given.data, data, language)
    if ('suggestion' in found) {
      incomplete(draft, node, { problem: 'no-such-data', data: given.data, ...found })
      return none
    }
    if (found.lost !== undefined)
      incomplete(draft, node, { problem: 'row-without-number', written: found.lost })
    if (!given.column) return found
    const drawn = columnsNamed(given.column, found, language)
    if ('rows' in drawn) return drawn
    incomplete(draft, node, { problem: 'no-such-column', ...drawn })
    return found
  }
  if (!table) {
    incomplete(draft, node, { problem: 'no-numbers' })
    return none
  }
  const several = ['bars', 'lines', 'dots'].includes(kindNamed(given.kind))
  const { rows, series, faults } = rowsOfTable(table, language, several)
  for (const { line, written } of faults) {
    const place = line ? { position: { start: { line, column: 1 } } } : node
    incomplete(draft, node, { problem: 'row-without-number', written }, place)
  }
  return { rows, series, question: '' }
}

/** A name that is none of these is told as an attribute that cannot be. */
function momentsCounted(draft: Draft, node: ContainerDirective, by: string): ChartNumbers {
  const counts = draft.context.momentCounts
  if (!counts) incomplete(draft, node, { problem: 'no-launch' })
  const rows = (counts && MOMENT_COUNTS.flatMap((one) => (one === by ? counts[one] : []))) ?? []
  if (counts && rows.length === 0) incomplete(draft, node, { problem: 'no-moments' })
  return { rows, question: '' }
}

/** Those of data/ are looked at where they stand. */
function checkShares(
  draft: Draft,
  table: Table | undefined,
  of: number | undefined,
  { rows }: ChartNumbers,
): void {
  if (of === undefined) return
  for (const [index, { count, percent }] of rows.entries()) {
    const expected = trueShare(percent, count, of)
    const row = table?.children[index + 1]
    if (expected && row)
      report(draft, 'share-is-true', row, { share: percent, trueShare: expected, count, of })
  }
}

function baseOf({ of }: GivenChart): number | undefined {
  return CHART_ATTRIBUTES.of.safeParse(of).success && of !== undefined ? Number(of) : undefined
}

function checkBase(draft: Draft, node: ContainerDirective, { kind, of, rows }: ChartSpec): void {
  if (arePercentages(rows)) return
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  if (kind === 'share' && !of) incomplete(draft, node, { problem: 'no-whole' })
  if (of === undefined) return
  const tooMany = rows.find(({ count }) => count > of)
  if (tooMany) {
    const { count, label: row } = tooMany
    incomplete(draft, node, { problem: 'more-than-all', count, of, row })
  } else if (kind === 'levels' && total > of) {
    incomplete(draft, node, { problem: 'levels-beyond-all', total, of })
  }
}
