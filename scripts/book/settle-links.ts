// Links inside the publication → links that lead to a place that is printed. Other tools name places in their own way
// (`#Budget`, `#heading_one`, `#1-budget`): what only one place can be is taken; a link to no place leads to its
// file, or its words alone are printed.
import type { ElementContent, Root, Text } from 'hast'
import { partsOfAnchor } from '../ground/anchors.ts'
import { EXHIBIT_NAMES } from '../ground/exhibit-kinds.ts'
import { changeTree, hasClass, isElement, textProperty, withProperties } from '../ground/html/change-tree.ts'
import { numberSlot, referenceSlot, type Slot, slotOf } from '../ground/html/slot.ts'
import type { Chapter, LinkMark } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingAs } from '../rules/finding.ts'
import { fittingPlace } from './fitting-place.ts'
import { suggestion } from './suggestion.ts'

/** The chapters with every link settled, and what is to be said of links that lead nowhere. */
export function settleLinks(chapters: readonly Chapter[]): {
  readonly chapters: readonly Chapter[]
  readonly findings: readonly Finding[]
} {
  const anchors = new Set(chapters.flatMap(anchorsOf))
  const withheld = new Set(chapters.flatMap((chapter) => chapter.withheld ?? []))
  const findings: Finding[] = []
  const settled = chapters.map((chapter) => {
    const moves = new Map<string, string | undefined>()
    for (const link of chapter.links) {
      if (anchors.has(link.target)) continue
      const home = chapters.find(({ prefix }) => prefix === partsOfAnchor(link.target).prefix)
      const found = (home && fittingPlace(link, home)) ?? (link.refers && onlyPlace(link, chapters))
      if (found === undefined) findings.push(lost(link, chapter, home, chapters))
      moves.set(link.target, found ?? (home === chapter ? undefined : home?.prefix))
    }
    return moves.size === 0 ? chapter : moved(chapter, { moves, withheld })
  })
  return { chapters: settled, findings: [...findings, ...plainNames(chapters)] }
}

const anchorsOf = ({ prefix, headings, anchors = [], exhibits, indexMarks }: Chapter): string[] => [
  prefix,
  ...headings.map(({ id }) => id),
  ...anchors,
  ...exhibits.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]),
  ...indexMarks.map(({ anchor }) => anchor),
]

/** “figure” is followed by a number that is put in. */
const NUMBERED = new RegExp(String.raw`^(?:${EXHIBIT_NAMES.join('|')})(?:\s+[\d.]+[a-z]?)?$`, 'i')

function lost(
  link: LinkMark,
  from: Chapter,
  home: Chapter | undefined,
  chapters: readonly Chapter[],
): Finding {
  const { target, written, text, refers, line, column } = link
  const place = { file: from.file, line, column }
  const facts = {
    problem: 'not-there',
    address: written,
    suggestion: suggestion(target, from, chapters),
  } as const
  const isWithheld = home?.withheld?.includes(target) === true
  if (!isWithheld && !home) return finding('link-resolves', place, facts)
  const isFilled = refers !== undefined || (NUMBERED.test(text.trim()) && !/\d/.test(text))
  const filling = isWithheld ? '“…”' : `\`${nameOf(target)}\``
  const words = isFilled ? `${filling} stands in its place` : 'only its words are printed'
  const instead = home === from ? words : 'it leads to the beginning of that file instead'
  // A withdrawal stops no build.
  return isWithheld
    ? findingAs('warning', 'link-resolves', place, { problem: 'block-withheld', address: written, instead })
    : findingAs('warning', 'link-resolves', place, { ...facts, instead })
}

/**
 * What refers by a name alone, as other tools let it, may mean a place of another file: where just one has that name.
 */
function onlyPlace({ target }: LinkMark, chapters: readonly Chapter[]): string | undefined {
  const { name } = partsOfAnchor(target)
  const found = chapters.flatMap((chapter) =>
    anchorsOf(chapter).filter((anchor) => name !== '' && partsOfAnchor(anchor).name === name),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Of several headings of one name a link reaches the first: told at the second, where any link has that name. */
function plainNames(chapters: readonly Chapter[]): Finding[] {
  const links = chapters.flatMap((chapter) => chapter.links).filter(({ text }) => !NUMBERED.test(text.trim()))
  return chapters.flatMap(({ file, headings }) => {
    const told = new Set<string>()
    return headings.flatMap(({ id, line, repeats }) => {
      if (repeats === undefined || told.has(repeats)) return []
      told.add(repeats)
      const link = links.find(({ target, written }) => target === repeats && written.includes('#'))
      if (!link) return []
      const plain = link.written.slice(link.written.indexOf('#'))
      const facts = { problem: 'second-heading', address: plain, ownAnchor: partsOfAnchor(id).name } as const
      return [findingAs('info', 'anchor-is-unique', { file, line }, facts)]
    })
  })
}

interface Moving {
  /** Where each place without its like is now; undefined where there is none. */
  readonly moves: ReadonlyMap<string, string | undefined>
  /** What must not even be named. */
  readonly withheld: ReadonlySet<string>
}

/** A link without a place is taken off its words, in print and in the outline alike. */
function moved(chapter: Chapter, moving: Moving): Chapter {
  const { moves } = moving
  const { body, outline, links, titleBody, standfirstBody } = chapter
  const moveLinks = <T extends { readonly target: string }>(of: readonly T[], hash: '' | '#'): T[] =>
    of.flatMap((link) => {
      const anchor = link.target.slice(hash.length)
      if (!link.target.startsWith(hash) || !moves.has(anchor)) return [link]
      const to = moves.get(anchor)
      return to === undefined ? [] : [{ ...link, target: hash + to }]
    })
  return {
    ...chapter,
    body: movedLinks(body, moving),
    ...(titleBody ? { titleBody: movedLinks(titleBody, moving) } : {}),
    ...(standfirstBody ? { standfirstBody: movedLinks(standfirstBody, moving) } : {}),
    links: moveLinks(links, ''),
    outline: outline.map((block) => (block.links ? { ...block, links: moveLinks(block.links, '#') } : block)),
  }
}

/** The words that name the page of a lost link go with it. */
function movedLinks(tree: Root, moving: Moving): Root {
  const { moves } = moving
  const isLost = (anchor: string | undefined): boolean =>
    anchor !== undefined && moves.has(anchor) && moves.get(anchor) === undefined
  return changeTree(tree, (node) => {
    const slot = slotOf(node)
    if (slot?.kind === 'number' || slot?.kind === 'reference') return slotOfPlace(slot, moving)
    if (!isElement(node, 'a', 'span')) return node
    const href = textProperty(node, 'href')
    const target = href?.startsWith('#') ? href.slice(1) : undefined
    const isMade = node.properties.dataMade !== undefined
    if (isLost(target))
      return isMade ? { ...node, tagName: 'span', properties: { dataMade: '' } } : node.children
    if (hasClass(node, 'ref') && node.children.some((one) => isLost(pageNamedBy(one)))) return undefined
    const to = moves.get(target ?? pageNamedBy(node) ?? '')
    if (to === undefined) return node
    return withProperties(node, target === undefined ? { dataPageOf: to } : { href: `#${to}` })
  })
}

/** What fills it asks for the place where it really is. Where there is none, its name shows what is missing. */
function slotOfPlace(slot: Extract<Slot, { of: string }>, { moves, withheld }: Moving): Text {
  if (moves.has(slot.of) && moves.get(slot.of) === undefined)
    return { type: 'text', value: withheld.has(slot.of) ? '…' : nameOf(slot.of) }
  const to = moves.get(slot.of) ?? slot.of
  return slot.kind === 'number' ? numberSlot(to) : referenceSlot(to, slot.begins)
}

const nameOf = (anchor: string): string => `#${partsOfAnchor(anchor).name}`

const pageNamedBy = (node: ElementContent): string | undefined =>
  isElement(node) ? textProperty(node, 'dataPageOf') : undefined
