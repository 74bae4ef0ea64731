// What reading one piece of HTML needs, and the small words that every element is read with.
import type { Element } from 'hast'
import type { Nodes, PhrasingContent } from 'mdast'
import type { Draft } from '../../markdown/draft.ts'
import type { InlineElement, InlineName } from '../../markdown/inline-element.ts'
import { placeOf } from './attributes.ts'
import { asFlow } from './flow.ts'
import type { Heard } from './heard.ts'
import type { HtmlNode, ParsedHtml } from './parse-html.ts'

export interface Reading {
  readonly draft: Draft
  readonly heard: Heard
  /** Labels of the notes that the file defines. */
  readonly notes: ReadonlySet<string>
  readonly markdown: ParsedHtml['markdown']
  /** Within a cell of a table, where no other table can stand. */
  readonly inCell: boolean
  /** Within code, where every sign is meant. */
  readonly isCode: boolean
  /** Blocks and words of HTML, as they come. */
  readonly read: (nodes: readonly HtmlNode[], reading: Reading) => Nodes[]
}

export type ReadElement = (element: Element, reading: Reading) => Nodes[]

export const childrenOf = (element: Element, reading: Reading): Nodes[] =>
  reading.read(element.children as HtmlNode[], reading)

/** What a block of HTML holds, in blocks. */
export const flowOf = (element: Element, reading: Reading): Nodes[] => asFlow(childrenOf(element, reading))

export const inlineElement = (
  element: Element,
  name: InlineName,
  children: readonly Nodes[],
  attributes: InlineElement['attributes'] = {},
): InlineElement => ({
  type: 'inlineElement',
  name,
  attributes,
  children: children as PhrasingContent[],
  ...placeOf(element),
})
