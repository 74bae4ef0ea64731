// Lists: how their items are counted is kept where an author said so, since the text may speak of “point b”.
import type { Element } from 'hast'
import type { List } from 'mdast'
import { defaultHandlers } from 'remark-rehype'
import type { Handler } from './hast.ts'

/** By letters or Roman numbers, as HTML has it for the `type` of a list. */
export type Counting = 'a' | 'A' | 'i' | 'I'

declare module 'mdast' {
  interface ListData {
    counts?: Counting
    reversed?: boolean
  }
  interface ListItemData {
    /** The number that its author gave to an item. */
    number?: number
  }
}

export const isCounting = (type: string): type is Counting => /^[aAiI]$/.test(type)

export const list: Handler = (state, node: List) => {
  const element = defaultHandlers.list(state, node) as Element
  const { counts, reversed } = node.data ?? {}
  if (counts) element.properties.type = counts
  if (reversed) element.properties.reversed = true
  return element
}
