// Lists: how their items are counted is kept where an author said so, since the text may speak of “point b”.
import type { Element } from 'hast'
import type { List, ListItem } from 'mdast'
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
    /** It or another of its list holds more than a line. */
    isLoose?: boolean
  }
}

export const isCounting = (type: string): type is Counting => /^[aAiI]$/.test(type)

export const list: Handler = (state, node: List) => {
  // The library’s own handler of an item asks all others of the list.
  const isLoose = node.spread === true || node.children.some(isSpread)
  for (const item of node.children) item.data = { ...item.data, isLoose }
  const element = defaultHandlers.list(state, node) as Element
  const { counts, reversed } = node.data ?? {}
  // Styles cannot tell `a` from `A` in the `type` of a list: in HTML its letters have no case.
  if (counts) Object.assign(element.properties, { type: counts, dataCounts: counts })
  if (reversed) element.properties.reversed = true
  return element
}

const isSpread = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1
