// Links and pictures of the tree → what they mean. What cannot be followed is words from here on, for every reader of the tree.
import type { Link, Nodes, Parents, PhrasingContent } from 'mdast'
import { type Draft, reportBreach } from '../markdown/draft.ts'
import { type Meant, meantBy } from './meant.ts'
import { templateAddress } from './template-address.ts'

declare module 'mdast' {
  interface LinkData {
    /** The place in the book that it leads to. */
    target?: string
    /** A file of the publication that is no text of it. */
    file?: string
  }
}

/** Changes the tree in place. */
export function settleLinks(tree: Parents, draft: Draft): void {
  const toldOnce = new Set<string>()
  const settle = (parent: Parents, isInLink: boolean): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if ('children' in child) settle(child, isInLink || child.type === 'link')
      if (child.type !== 'link') return [child]
      // No link can stand within another: of the address of a film that is one, the words are left.
      return isInLink ? child.children : settled(child, draft, toldOnce)
    }) as typeof parent.children
  }
  settle(tree, false)
}

function settled(link: Link, draft: Draft, toldOnce: Set<string>): PhrasingContent[] {
  link.url = templateAddress(link.url) ?? link.url
  const meant = meantBy(link.url, draft.source.file, draft.context)
  tell(meant, link, draft, toldOnce)
  if (meant.kind === 'words') return link.children
  if (meant.kind === 'web') link.url = meant.url
  if (meant.kind === 'place') link.data = { ...link.data, target: meant.target }
  if (meant.kind === 'file') link.data = { ...link.data, file: meant.file }
  return [link]
}

/** An address that would run is told once a file and kind. */
function tell({ told }: Meant, link: Link, draft: Draft, toldOnce: Set<string>): void {
  if (!told) return
  if (told.rule === 'link-is-safe') {
    if (toldOnce.has(told.facts.scheme)) return
    toldOnce.add(told.facts.scheme)
  }
  reportBreach(draft, told, link, told.severity)
}
