// Attributes that other tools know and the dialect has no use for. How a block looks on their screens says nothing on
// our pages; nothing else is dropped without a word.
import type { Attributes } from '../markdown/attributes.ts'
import { type Draft, lineOf, type Placed, report } from '../markdown/draft.ts'
import { othersBeside } from '../other-lines.ts'

export const LANGUAGE_CODE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i

/** Sizes, styles, places, and whatever a theme or a script of theirs reads. */
const LOOKS =
  /^(?:width|height|min-\w+|max-\w+|style|custom-style|class|align|valign|float|colou?r|bgcolor|background.*|border|padding|margin|layout.*|columns?|icon|appearance|collapse|loading|target|rel|data-.*|fig-.*|tbl-.*)$/i

export function leaveOut({ leftOut }: Draft, attributes: Attributes, node: Placed): void {
  for (const [name, value = ''] of Object.entries(attributes)) {
    if (LOOKS.test(name)) continue
    const typed = value === '' ? name : `${name}=${/^[\w%.-]+$/.test(value) ? value : `"${value}"`}`
    leftOut.push({ typed, node })
  }
}

/** The first of a file speaks for all. */
export function tellLeftOut(_: unknown, draft: Draft): void {
  const [first, ...others] = draft.leftOut
  if (!first) return
  const { typed, node } = first
  const more = othersBeside(
    lineOf(node),
    others.map((one) => lineOf(one.node)),
  )
  report(draft, 'markup-is-exact', node, { problem: 'attribute-of-others', typed, ...more })
}
