import type { Link } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'
import { linkScheme } from '../markdown/link-scheme.ts'

/** A link that would start something is told: a script, say, or a program on the reader's machine. */
export function reportUnsafeLink(node: Link, draft: Draft): void {
  const { scheme, safe } = linkScheme(node.url)
  if (!safe) report(draft, 'link-is-safe', node, { scheme })
}
