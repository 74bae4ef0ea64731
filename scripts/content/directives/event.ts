// `:::event`: the day in the margin, with the place below it. <aside class="side event"><p class="side-label">
import type { Element, ElementContent } from 'hast'
import type { Paragraph } from 'mdast'
import { z } from 'zod'
import type { Launch } from '../../model/launch.ts'
import { type ContainerDirective, classed, draftOf, from, h, quietly, type State } from '../markdown/hast.ts'
import { block } from './directive.ts'
import { type At, isFilled, paragraph, text } from './filled-block.ts'

export const event = block({
  name: 'event',
  about: 'launch day, from `launch/`: its day, hours and place in the margin; an empty block',
  example: ':::event\n:::',
  attributes: z.object({}),
  label: false,
  words: 'launch',
  holds: 'nothing',
  apart: false,
  html: eventElement,
  fill: eventLines,
})

function eventLines({ event }: Launch, node: At): Paragraph[] {
  const { begins, ends, place } = event
  const hours = begins && ends ? `${begins}–${ends}` : begins
  const lines = [event.dateInWords, hours, place].filter((line) => line !== '')
  return lines.map((line) => paragraph([text(line, node)], node))
}

function eventElement(state: State, node: ContainerDirective): Element {
  if (!isFilled(state, node, 'paragraph')) return h('aside', classed('side', 'event'))
  const [day, ...rest] = node.children as Paragraph[]
  const inline = (line: Paragraph): ElementContent[] =>
    quietly(draftOf(state), () => state.all(line) as ElementContent[])
  const label = day && h('p', { ...classed('side-label'), ...from(day) }, ...inline(day))
  return h(
    'aside',
    classed('side', 'event'),
    label,
    ...rest.map((line) => h('p', from(line), ...inline(line))),
  )
}
