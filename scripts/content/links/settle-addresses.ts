// Links and pictures of the tree → what they mean. What cannot be followed is words from here on, for every reader of
// the tree.
import type { Heading, Link, Nodes, Parents, PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { nameOf } from '../../ground/anchors.ts'
import type { Refers } from '../../model/chapter.ts'
import { type Draft, fileOf, lineOf, reportBreach } from '../markdown/draft.ts'
import { othersBeside } from '../other-lines.ts'
import { type Meant, meantBy, type Told } from './meant.ts'
import { templateAddress } from './template-address.ts'

declare module 'mdast' {
  interface LinkData {
    /** The place in the book that it leads to. */
    target?: string
    /** A file of the publication that is no text of it. */
    file?: string
    /** It has no words of its own: what its place is called is printed, or for `#` its number. */
    refers?: Refers
  }
}

/** Changes the tree in place. */
export function settleLinks(tree: Parents, draft: Draft): void {
  const heard: Heard = { schemes: new Set(), outside: [] }
  const settle = (parent: Parents, isInLink: boolean): void => {
    parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
      if ('children' in child) settle(child, isInLink || child.type === 'link')
      if (child.type !== 'link') return [child]
      // No link can stand within another: of the address of a film that is one, the words are left.
      if (parent.type === 'heading' && isPermalink(child, parent)) return []
      return isInLink ? child.children : settled(child, draft, heard)
    }) as typeof parent.children
  }
  settle(tree, false)
  tellOutside(heard, draft)
}

/** What is told once a file. */
interface Heard {
  readonly schemes: Set<string>
  /** Links to files beyond the publication: who keeps its texts elsewhere has many. */
  readonly outside: { readonly link: Link; readonly told: Extract<Told, { rule: 'path-stays-inside' }> }[]
}

function tellOutside({ outside }: Heard, draft: Draft): void {
  const [first, ...others] = outside
  if (!first) return
  const { link, told } = first
  const more = othersBeside(
    lineOf(link),
    others.map((one) => lineOf(one.link)),
  )
  reportBreach(draft, { ...told, facts: { ...told.facts, ...more } }, link, told.severity)
}

function settled(link: Link, draft: Draft, heard: Heard): PhrasingContent[] {
  link.url = templateAddress(link.url) ?? link.url
  const meant = meantBy(link.url, fromFile(link, draft), draft.context)
  tell(meant, link, draft, heard)
  if (meant.kind === 'words') return link.children
  if (meant.kind === 'web') link.url = meant.url
  if (meant.kind === 'place') toPlace(link, meant.target)
  if (meant.kind === 'file') link.data = { ...link.data, file: meant.file }
  return [link]
}

function toPlace(link: Link, target: string): void {
  const refers = refersTo(link)
  link.data = { ...link.data, target, ...(refers ? { refers } : {}) }
  if (refers) link.children = []
}

function refersTo({ children }: Link): Refers | undefined {
  if (children.some(({ type }) => type === 'image')) return undefined
  const words = plainText(children).trim()
  if (words === '#') return 'number'
  return words === '' ? 'name' : undefined
}

/** `## Cost [#](#cost)`: by such a link a tool offers the address of the heading to copy. */
function isPermalink(link: Link, heading: Heading): boolean {
  if (!link.url.startsWith('#') || !/^[#¶🔗]*$/u.test(plainText(link).trim())) return false
  const words = plainText(heading.children.filter((child) => child !== link))
  return [heading.data?.ownId, nameOf(words.trim())].includes(link.url.slice(1))
}

/** A place in the text is one of the whole text, whichever file its link stands in. */
const fromFile = (link: Link, draft: Draft): string =>
  link.url.trim().startsWith('#') ? draft.source.file : fileOf(draft, link)

/** An address that would run is told once a file and kind. */
function tell(meant: Meant, link: Link, draft: Draft, heard: Heard): void {
  const { told } = meant
  if (!told) return
  if (told.rule === 'path-stays-inside') {
    heard.outside.push({ link, told })
    return
  }
  if (told.rule === 'link-is-safe') {
    if (heard.schemes.has(told.facts.scheme)) return
    heard.schemes.add(told.facts.scheme)
  }
  // Without words nothing at all would be printed.
  const isGone = told.rule === 'link-resolves' && told.facts.problem === 'moment-withheld'
  const isBlank = link.url !== '#' && refersTo(link) !== undefined && meant.kind === 'words' && !isGone
  reportBreach(draft, told, link, isBlank ? 'error' : told.severity)
}
