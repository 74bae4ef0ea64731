// Blocks of launch day are empty in the text: what they show is put into the tree here, from launch/, so that the
// page and the outline it is held against are made of the same blocks as all else.
import type { Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { anchorOf } from '../../ground/anchors.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Launch } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import type { FillPlace } from '../directives/directive.ts'
import { directiveOf } from '../directives/directives.ts'
import { choiceFaults, type GivenChoice, momentFault } from '../directives/moment-choice.ts'
import { attributesOf } from '../markdown/attributes.ts'
import { lineOf } from '../markdown/draft.ts'
import type { ContainerDirective } from '../markdown/hast.ts'
import { readMarkdown } from '../markdown/processor.ts'
import type { ParseContext } from '../parse-context.ts'

/** What may not be shown, and what goes with it. */
interface Gone {
  /** Places that a link could lead to. */
  readonly anchors: readonly string[]
  readonly findings: readonly Finding[]
}

declare module 'mdast-util-directive' {
  interface ContainerDirectiveData {
    /** Some of what it shows may not be shown: what it lacks is no slip of its author's. */
    isLess?: boolean
  }
}

/** Changes the tree in place. Blocks that hold something, or for which nothing is known, stay as they are. */
export function expandLaunch(
  tree: Root,
  { file, prefix }: Pick<Source, 'file' | 'prefix'>,
  context: ParseContext,
): Gone {
  const { launch, words, language } = context
  if (!launch) return { anchors: [], findings: [] }
  const place: FillPlace = { file, words, language, read: readMarkdown }
  const gone: ContainerDirective[] = []
  const isGone = (node: ContainerDirective): boolean => {
    if (isCounted(node) && context.momentsAreFewer) node.data = { ...node.data, isLess: true }
    if (node.children.length > 0) return false
    const filled = directiveOf(node)?.fill?.(launch, node, place)
    if (filled) node.children = [...filled] as ContainerDirective['children']
    return node.children.length === 0 && isWithheld(node, context)
  }
  without(tree, isGone, gone)
  return {
    anchors: gone.flatMap((node) => anchorOfBlock(node, prefix)),
    findings: gone.flatMap((node) => tellGone(node, file)),
  }
}

/** Where all that they showed may not be shown, they are gone with it: what is withheld is told where it is written. */
const OF_MOMENTS = ['moments', 'wall', 'quote']

function isWithheld(node: ContainerDirective, { launch, momentCounts }: ParseContext): boolean {
  if (isCounted(node)) return node.data?.isLess === true && momentCounts?.['by-day'].length === 0
  if (!launch || launch.withheld.length === 0) return false
  return OF_MOMENTS.includes(node.name) && !asksForUnknown(launch, attributesOf(node))
}

const isCounted = (node: ContainerDirective): boolean =>
  node.name === 'chart' && attributesOf(node).moments !== undefined

/** A name that is none of the day's is told as such, whoever else is withheld. */
function asksForUnknown(launch: Launch, given: GivenChoice & { readonly moment?: string }): boolean {
  const faults = given.moment ? [momentFault(launch, given.moment)] : choiceFaults(launch, given)
  return faults.some((fault) => fault && fault.problem !== 'no-moments')
}

const anchorOfBlock = (node: ContainerDirective, prefix: string): string[] => {
  const { id } = attributesOf(node)
  return id ? [anchorOf(prefix, id)] : []
}

/** What an author wrote of it goes with it, and is told. */
const OF_AUTHOR = ['title', 'question', 'caption', 'by', 'role']

function tellGone(node: ContainerDirective, file: string): Finding[] {
  const given: Readonly<Record<string, string | undefined>> = attributesOf(node)
  const said = [
    ...node.children.filter(isLabel).map((label) => plainText(label)),
    ...OF_AUTHOR.map((key) => given[key]),
  ]
  const words = said.flatMap((one) => (one ? `“${one}”` : [])).join(', ')
  const at = { file, line: lineOf(node) }
  return words !== '' ? [finding('launch-block-may-be-shown', at, { block: node.name, words })] : []
}

/** What held nothing else goes along. Returns whether anything is gone from within. */
function without(
  node: Nodes,
  isGone: (node: ContainerDirective) => boolean,
  gone: ContainerDirective[],
): boolean {
  if (!('children' in node)) return false
  let isLess = false
  const left = (node.children as Nodes[]).filter((child) => {
    const isLeft = !(without(child, isGone, gone) && isEmptied(child)) && !(isBlock(child) && isGone(child))
    if (!isLeft && isBlock(child)) gone.push(child)
    isLess ||= !isLeft
    return isLeft
  })
  if (isLess) node.children = left as typeof node.children
  if (isLess && isBlock(node)) node.data = { ...node.data, isLess }
  return isLess
}

const isBlock = (node: Nodes): node is ContainerDirective => node.type === 'containerDirective'
const isLabel = (node: Nodes): boolean => node.type === 'paragraph' && node.data?.directiveLabel === true

const isEmptied = (node: Nodes): boolean =>
  ['containerDirective', 'blockquote', 'listItem', 'list'].includes(node.type) &&
  'children' in node &&
  node.children.every(isLabel)
