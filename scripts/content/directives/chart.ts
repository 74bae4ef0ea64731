// `:::chart{kind=share|levels|counts title="…"}`: what is to be drawn. The drawing itself is put in by pages/.
import type { Element } from 'hast'
import type { Table } from 'mdast'
import { z } from 'zod'
import { chartSlot, numberSlot } from '../../ground/html/slot.ts'
import { unitOf } from '../../ground/language/unit.ts'
import { trueShare } from '../../ground/true-share.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { ChartSpec } from '../../model/data.ts'
import { incomplete } from '../markdown/attributes.ts'
import { claimAnchor, type Draft, freeAnchor, lineOf, report } from '../markdown/draft.ts'
import {
  type ContainerDirective,
  classed,
  draftOf,
  from,
  h,
  MADE,
  type State,
  withCalls,
} from '../markdown/hast.ts'
import { flag, neededValue, oneOf, ownName, printedValue, value, wholeNumber } from './attribute.ts'
import { type ChartNumbers, rowsOfData, rowsOfTable } from './chart-rows.ts'
import { chartTable } from './chart-table.ts'
import { block, type Given, type OutlineReader } from './directive.ts'

const KINDS = ['share', 'levels', 'counts'] as const

const ATTRIBUTES = {
  id: ownName(),
  kind: oneOf(KINDS, '`share` of a whole, `levels` that add up to one, or `counts` side by side'),
  data: value('a question, a list or a figure of a file in `data/`; without it, a table in the block'),
  of: wholeNumber(
    'how many there are in all',
    'a base that is no whole number',
    'Write how many there are in all: of=40.',
  ),
  unit: value('what is counted: `council`, or `person, people`'),
  title: neededValue(
    'prose',
    'what it shows, in a sentence',
    'Say its finding: title="Training and trust come first".',
  ),
  question: printedValue('question', 'what was asked; that of the data unless given'),
  caption: printedValue('prose', 'below the chart'),
  accent: value('the label of the row that is set off'),
  table: flag('prints the numbers as a table as well'),
  wide: flag('uses the whole width of the page'),
}
type GivenChart = Given<typeof ATTRIBUTES>

export const chart = block({
  name: 'chart',
  about: 'a chart of the numbers of a table, or of `data/`; one mark for each that is counted, up to 100',
  example:
    ':::chart{kind=counts title="Most read Twitter" caption="Both were asked."}\n| Channel | Readers |\n|---|---:|\n| Flickr | 40 |\n| Twitter | 90 |\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'author',
  holds: 'numbers',
  apart: false,
  html: chartElement,
  outline: outlineOfChart,
})

function outlineOfChart(node: ContainerDirective, given: GivenChart, reader: OutlineReader): void {
  reader.say(node, given.title)
  reader.say(node, given.question)
  // What is drawn is told by its text alternative, which holds the title and all numbers.
  if (given.title?.trim()) reader.figure(node, given.title.trim())
  const table = node.children.find((child) => child.type === 'table')
  if (table && given.table !== undefined && !given.data) reader.table(table, true)
  reader.sayWithCalls(node, given.caption, 'caption')
}

function chartElement(state: State, node: ContainerDirective, given: GivenChart): Element {
  const draft = draftOf(state)
  const table = node.children.find((child): child is Table => child.type === 'table')
  if (node.children.some((child) => child.type !== 'table')) {
    incomplete(draft, node, { problem: 'other-than-numbers' })
  }
  const spec = chartSpec(draft, node, given, table)
  const id = given.id ? claimAnchor(draft, given.id, node) : freeAnchor(draft, 'figure')
  const index =
    draft.exhibits.push({ kind: 'figure', id, caption: spec.title, line: lineOf(node), chart: spec }) - 1
  return h(
    'figure',
    {
      role: 'group',
      ...classed('fig', 'chart', `chart-${spec.kind}`, given.wide !== undefined && 'wide'),
      id,
    },
    headOf(draft, node, spec, id, given.question !== undefined),
    h('div', { ...classed('fig-body'), ...from(node) }, chartSlot(index)),
    given.table !== undefined && chartTable(state, spec, given.data ? undefined : table),
    given.caption ? h('figcaption', from(node), ...withCalls(state, given.caption)) : undefined,
  )
}

/** Number, finding, question. A question that comes from `data/` is no text of the file. */
function headOf(
  draft: Draft,
  node: ContainerDirective,
  spec: ChartSpec,
  id: string,
  asked: boolean,
): Element {
  const word = draft.context.words.figure
  const number = h('p', { ...classed('fig-number'), ...MADE }, `${word} `, numberSlot(id))
  const title = spec.title !== '' && h('p', { ...classed('title'), ...from(node) }, spec.title)
  const source = asked ? from(node) : MADE
  const question = spec.question !== '' && h('p', { ...classed('question'), ...source }, spec.question)
  return h('div', classed('fig-head'), number, h('div', classed('fig-title'), title, question))
}

function chartSpec(
  draft: Draft,
  node: ContainerDirective,
  given: GivenChart,
  table: Table | undefined,
): ChartSpec {
  const kind = KINDS.find((one) => one === given.kind)
  const numbers = numbersOf(draft, node, given, table)
  const of = baseOf(given) ?? numbers.of
  checkBase(draft, node, kind ?? 'counts', of, numbers)
  if (!given.data) checkShares(draft, table, of, numbers)
  const accent = given.accent ?? ''
  const labels = numbers.rows.map((row) => row.label)
  if (accent && !labels.includes(accent))
    incomplete(draft, node, { problem: 'no-such-row', row: accent, suggestion: nearest(accent, labels) })
  const question = given.question ?? numbers.question
  const caption = given.caption ?? ''
  const unit = given.unit ? unitOf(given.unit) : numbers.unit
  return {
    kind: kind ?? 'counts',
    title: given.title ?? '',
    question,
    caption,
    ...(of ? { of } : {}),
    ...(unit ? { unit } : {}),
    rows: numbers.rows,
    accent,
  }
}

function numbersOf(
  draft: Draft,
  node: ContainerDirective,
  given: GivenChart,
  table: Table | undefined,
): ChartNumbers {
  if (given.data) {
    const found = rowsOfData(given.data, draft.context.data)
    if ('rows' in found) return found
    incomplete(draft, node, { problem: 'no-such-data', data: given.data, suggestion: found.suggestion })
    return { rows: [], question: '' }
  }
  if (!table) {
    incomplete(draft, node, { problem: 'no-numbers' })
    return { rows: [], question: '' }
  }
  const { rows, faults } = rowsOfTable(table)
  for (const { line, written } of faults) {
    const place = line ? { position: { start: { line, column: 1 } } } : node
    incomplete(draft, node, { problem: 'row-without-number', written }, place)
  }
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
  return ATTRIBUTES.of.safeParse(of).success && of !== undefined ? Number(of) : undefined
}

function checkBase(
  draft: Draft,
  node: ContainerDirective,
  kind: ChartSpec['kind'],
  of: number | undefined,
  { rows }: ChartNumbers,
): void {
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
