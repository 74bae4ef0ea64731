import type { Link } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'
import { linkScheme } from '../markdown/link-scheme.ts'

export function reportUnsafeLink(node: Link, draft: Draft): void {
  const { scheme, safe } = linkScheme(node.url)
  if (!safe) report(draft, 'link-is-safe', node, { scheme })
}
