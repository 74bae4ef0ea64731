// `:::chart{kind=… title="…"}`: what is to be drawn. The drawing itself is put in by pages/.
import type { Element } from 'hast'
import type { Table } from 'mdast'
import { z } from 'zod'
import { counts } from '../../ground/drawing/kinds/counts.ts'
import { chartSlot, numberSlot } from '../../ground/html/slot.ts'
import type { ChartSpec } from '../../model/data.ts'
import { incomplete } from '../markdown/attributes.ts'
import { claimAnchor, type Draft, freeAnchor, lineOf } from '../markdown/draft.ts'
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
import { CHART_ATTRIBUTES, type GivenChart } from './chart-attributes.ts'
import { chartSpec } from './chart-spec.ts'
import { chartTable } from './chart-table.ts'
import { tileMap } from './chart-tiles.ts'
import { block, type OutlineReader } from './directive.ts'

export const chart = block({
  name: 'chart',
  about: 'a chart of the numbers of a table, or of `data/`',
  example: counts.example,
  attributes: z.object(CHART_ATTRIBUTES),
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
  if (given.title?.trim() && given.kind !== 'tiles') reader.figure(node, given.title.trim())
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
  const { spec, places } = chartSpec(draft, node, given, table)
  const id = given.id ? claimAnchor(draft, given.id, node) : freeAnchor(draft, 'figure')
  const index =
    draft.exhibits.push({ kind: 'figure', id, caption: spec.title, line: lineOf(node), chart: spec }) - 1
  return h(
    'figure',
    {
      role: 'group',
      ...classed(
        'fig',
        'chart',
        `chart-${spec.kind}`,
        given.wide !== undefined && 'wide',
        given.place === 'here' && 'here',
      ),
      id,
    },
    headOf(draft, node, spec, id, given.question !== undefined),
    h(
      'div',
      { ...classed('fig-body'), ...from(node) },
      spec.kind === 'tiles' && tileMap(state, node, spec, index, places),
      chartSlot(index),
    ),
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
