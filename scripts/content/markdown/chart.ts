// `:::chart{kind=share|levels|counts title="…"}`: what is to be drawn. The drawing itself is put in by pages/.
import type { Element } from 'hast'
import type { Table } from 'mdast'
import { slot } from '../../ground/html/slots.ts'
import { unitOf } from '../../ground/language/unit.ts'
import { trueShare } from '../../ground/true-share.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { ChartSpec } from '../../model/data.ts'
import { type Attributes, attributesOf, incomplete } from './attributes.ts'
import { type ChartNumbers, rowsOfData, rowsOfTable } from './chart-rows.ts'
import { chartTable } from './chart-table.ts'
import { claimAnchor, type Draft, freeAnchor, lineOf, report } from './draft.ts'
import { type ContainerDirective, classed, draftOf, from, h, MADE, type State, withCalls } from './hast.ts'

const KINDS = ['share', 'levels', 'counts'] as const

export function chartElement(state: State, node: ContainerDirective): Element {
  const draft = draftOf(state)
  const given = attributesOf(node)
  const table = node.children.find((child): child is Table => child.type === 'table')
  if (node.children.some((child) => child.type !== 'table')) {
    incomplete(
      draft,
      node,
      'holds text that a chart has no place for',
      'Put it before or after the block, or into caption="…".',
    )
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
    h('div', { ...classed('fig-body'), ...from(node) }, slot('chart', String(index))),
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
  const number = h('p', { ...classed('fig-number'), ...MADE }, `${word} ${slot('number', id)}`)
  const title = spec.title !== '' && h('p', { ...classed('title'), ...from(node) }, spec.title)
  const source = asked ? from(node) : MADE
  const question = spec.question !== '' && h('p', { ...classed('question'), ...source }, spec.question)
  return h('div', classed('fig-head'), number, h('div', classed('fig-title'), title, question))
}

function chartSpec(
  draft: Draft,
  node: ContainerDirective,
  given: Attributes,
  table: Table | undefined,
): ChartSpec {
  const kind = KINDS.find((one) => one === given.kind)
  if (!kind) {
    const meant = nearest(given.kind ?? '', KINDS)
    const mend = `Write kind=share, kind=levels or kind=counts.${meant ? ` Did you mean \`${meant}\`?` : ''}`
    incomplete(draft, node, given.kind ? `has an unknown kind, “${given.kind}”` : 'has no kind', mend)
  }
  if (!given.title)
    incomplete(draft, node, 'has no title', 'Say its finding: title="Training and trust come first".')
  const numbers = numbersOf(draft, node, given, table)
  const of = baseOf(draft, node, given) ?? numbers.of
  checkBase(draft, node, kind ?? 'counts', of, numbers)
  if (!given.data) checkShares(draft, table, of, numbers)
  const accent = given.accent ?? ''
  const labels = numbers.rows.map((row) => row.label)
  if (accent && !labels.includes(accent)) {
    const meant = nearest(accent, labels)
    incomplete(
      draft,
      node,
      `has no row “${accent}” to set off`,
      meant ? `Did you mean \`${meant}\`?` : 'Name the label of a row.',
    )
  }
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
  given: Attributes,
  table: Table | undefined,
): ChartNumbers {
  if (given.data) {
    const found = rowsOfData(given.data, draft.context.data)
    if ('rows' in found) return found
    const mend = found.suggestion
      ? `Did you mean \`${found.suggestion}\`?`
      : 'Name a question, a list or a figure of a file in data/.'
    incomplete(draft, node, `asks for “${given.data}”, which is not in data/`, mend)
    return { rows: [], question: '' }
  }
  if (!table) {
    incomplete(draft, node, 'has no numbers', 'Name them (data=q8), or put a table into the block.')
    return { rows: [], question: '' }
  }
  const { rows, faults } = rowsOfTable(table)
  for (const { line, other, mend } of faults) {
    const place = line ? { position: { start: { line, column: 1 } } } : node
    report(draft, 'directive-is-complete', place, { actual: ':::chart', other, mend })
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
  for (const [index, { count, percent }] of rows.entries()) {
    const expected = of === undefined ? undefined : trueShare(percent, count, of)
    const row = table?.children[index + 1]
    if (expected && row) report(draft, 'share-is-true', row, { actual: percent, expected, count, of })
  }
}

function baseOf(draft: Draft, node: ContainerDirective, given: Attributes): number | undefined {
  if (given.of === undefined) return undefined
  const of = Number(given.of)
  if (Number.isInteger(of) && of > 0) return of
  incomplete(
    draft,
    node,
    `has a base that is no whole number, “${given.of}”`,
    'Write how many there are in all: of=40.',
  )
  return undefined
}

function checkBase(
  draft: Draft,
  node: ContainerDirective,
  kind: ChartSpec['kind'],
  of: number | undefined,
  { rows }: ChartNumbers,
): void {
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const tooMany = rows.find((row) => of !== undefined && row.count > of)
  if (kind === 'share' && !of)
    incomplete(draft, node, 'does not say of how many', 'Add of=40: how many there are in all.')
  if (tooMany) {
    const mend = 'Check the number, and `of`.'
    incomplete(draft, node, `says ${tooMany.count} of ${of} for “${tooMany.label}”`, mend)
  } else if (kind === 'levels' && of !== undefined && total > of) {
    incomplete(
      draft,
      node,
      `has levels that add up to ${total} of ${of}`,
      'Check the numbers: each one stands in one level.',
    )
  }
}
