// `{#id key="value" flag}` behind the name of a block.
import { withoutControls } from '../control-characters.ts'
import { type Draft, report } from './draft.ts'
import type { ContainerDirective } from './hast.ts'

export type Attributes = Readonly<Partial<Record<string, string>>>

/** Values as written; a flag is ''. */
export function attributesOf(node: ContainerDirective): Attributes {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, withoutControls(value ?? '').trim()]),
  )
}

/** A block that lacks something, or has something that cannot be. */
export function incomplete(draft: Draft, node: ContainerDirective, other: string, mend: string): void {
  report(draft, 'directive-is-complete', node, { actual: `:::${node.name}`, other, mend })
}
