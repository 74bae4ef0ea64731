// Small words for building HTML trees, and the types of the library that turns Markdown trees into them.
import type { Element, ElementContent, Properties } from 'hast'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Options } from 'remark-rehype'
import { citationsInValue } from '../citations/take-citations.ts'
import { callsIn } from './calls-in-text.ts'
import { type Draft, lineOf, type Placed } from './draft.ts'

export type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>
export type State = Parameters<Handler>[0]

export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>
export type TextDirective = Extract<Nodes, { type: 'textDirective' }>

/** The chapter in the making that this tree belongs to: travels in the file, so that one processor serves all files. */
export function draftOf(state: State): Draft {
  const data = state.options.file?.data as { draft?: Draft } | undefined
  if (!data?.draft) throw new Error('A tree was rendered without its draft')
  return data.draft
}

type Child = ElementContent | string | undefined | false

export function h(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.flatMap((child) =>
      typeof child === 'string' ? [{ type: 'text' as const, value: child }] : child ? [child] : [],
    ),
  }
}

/** `data-src`: the line that an element's text comes from. */
export const from = (node: Placed): Properties => ({ dataSrc: String(lineOf(node)) })

/** `data-made`: text that the pipeline made. */
export const MADE: Properties = { dataMade: '' }

export const classed = (...names: readonly (string | false | undefined)[]): Properties => ({
  className: names.filter((name) => typeof name === 'string'),
})

/** Renders what stands in a line. */
export const inLine = (state: State, children: readonly PhrasingContent[]): ElementContent[] =>
  state.all({ type: 'paragraph', children: [...children] }) as ElementContent[]

/** Renders some of the children of a block. */
export const childrenOf = (
  state: State,
  node: ContainerDirective,
  children: readonly RootContent[],
): ElementContent[] =>
  state.all({ ...node, children: children as ContainerDirective['children'] }) as ElementContent[]

/** Renders a value that is plain text, with the calls of notes and the citations in it; no word of it is explained. */
export const withCalls = (state: State, text: string): ElementContent[] =>
  quietly(draftOf(state), () =>
    inLine(
      state,
      callsIn(text, (identifier) => state.footnoteById.has(identifier.toUpperCase())).flatMap((part) =>
        part.type === 'text' ? citationsInValue(part.value, draftOf(state).context) : [part],
      ),
    ),
  )

/** Renders children while no abbreviation may be explained and no page number added. */
export function quietly<T>(draft: Draft, render: () => T): T {
  draft.quiet += 1
  const result = render()
  draft.quiet -= 1
  return result
}

/** Renders children that will be printed `widthMm` wide. */
export function atWidth<T>(draft: Draft, widthMm: number, render: () => T): T {
  const before = draft.widthMm
  draft.widthMm = widthMm
  const result = render()
  draft.widthMm = before
  return result
}
