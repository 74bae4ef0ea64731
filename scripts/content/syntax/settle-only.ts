// `:::only{edition=press,site}`: what is for the edition that is made stands in its place, and what is not is gone.
import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { nearest } from '../../ground/language/nearest.ts'
import type { EditionName } from '../../model/settings.ts'
import { callsWithoutNote } from '../checks/note-resolves.ts'
import { unknownAttributes } from '../directives/check-attributes.ts'
import { EDITION_NAMES, only } from '../directives/only.ts'
import { attributesOf, incomplete } from '../markdown/attributes.ts'
import type { Draft } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { isClosed } from './is-closed.ts'

/** Changes the tree in place. Without an edition all is kept: so every word of the file can be accounted for. */
export function settleOnly(tree: Root, draft: Draft): void {
  if (!/:::[ \t]*\{?\.?only\b/i.test(draft.source.text)) return
  const { edition } = draft.source
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if ('children' in child) settle(child)
      if (!isOnly(child)) return [child]
      const editions = editionsOf(child, draft)
      draft.onlys.push(editions)
      if (edition === undefined || editions.includes(edition)) return child.children as RootContent[]
      for (const label of callsWithoutNote(typedIn(child, draft)))
        draft.calledElsewhere.add(label.toLowerCase())
      return []
    }) as typeof parent.children
  }
  settle(tree)
}

/** With what its attributes say. */
const typedIn = ({ position }: ContainerDirective, { source }: Draft): string =>
  source.text.slice(position?.start.offset, position?.end.offset)

const isOnly = (node: Nodes): node is ContainerDirective =>
  node.type === 'containerDirective' && node.name === 'only'

/** `edition=press,site`, also with blanks behind the commas, which make attributes of their own of the names. */
function editionsOf(node: ContainerDirective, draft: Draft): readonly EditionName[] {
  const { edition = '', ...others } = attributesOf(node)
  const flags = Object.keys(others).filter((name) => others[name] === '')
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !flags.includes(name)))
  for (const lack of unknownAttributes(rest, only.attributes)) incomplete(draft, node, lack)
  const names = [edition, ...flags]
    .join(',')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) incomplete(draft, node, { problem: 'no-edition' })
  for (const name of names.filter((one) => !isName(one)))
    incomplete(draft, node, {
      problem: 'no-such-edition',
      edition: name,
      suggestion: nearest(name, EDITION_NAMES),
    })
  if (!isClosed(node, draft.source.text)) incomplete(draft, node, { problem: 'not-closed' })
  return names.filter(isName)
}

const isName = (name: string): name is EditionName => EDITION_NAMES.some((one) => one === name)
