// `{#id key="value" flag}` behind the name of a block.

import type { FactsWithout } from '../../rules/rules.ts'
import { withoutControls } from '../control-characters.ts'
import { type Draft, type Placed, reportAs } from './draft.ts'
import type { ContainerDirective } from './hast.ts'

export type Attributes = Readonly<Partial<Record<string, string>>>

/** Values as written; a flag is ''. */
export function attributesOf(node: ContainerDirective): Attributes {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, withoutControls(value ?? '').trim()]),
  )
}

/** What a directive lacks, whichever it is. */
export type Lack = FactsWithout<'directive-is-complete', 'directive'>

/** As its author calls it: `:::note` is a callout. */
function writtenName({ name, position }: ContainerDirective, { source }: Draft): string {
  const at = position?.start.offset ?? 0
  return /^:{3,}[ \t]*\{?\.?([a-zA-Z][\w-]*)/.exec(source.text.slice(at, at + 200))?.[1] ?? name
}

/** A block that lacks something, or has something that cannot be. A withdrawal stops no build. */
export function incomplete(draft: Draft, node: ContainerDirective, lack: Lack, place: Placed = node): void {
  const directive = `:::${writtenName(node, draft)}`
  const severity = node.data?.isLess ? 'warning' : 'error'
  reportAs(draft, severity, 'directive-is-complete', place, { ...lack, directive })
}
