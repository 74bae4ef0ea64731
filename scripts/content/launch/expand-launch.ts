// Blocks of launch day are empty in the text: what they show is put into the tree here, from launch/, so that the
// page and the outline it is held against are made of the same blocks as all else.
import type { Nodes, Root } from 'mdast'
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

/** Changes the tree in place. Blocks that hold something, or for which nothing is known, stay as they are. */
export function expandLaunch(
  tree: Root,
  file: string,
  { launch, momentCounts, words, language }: ParseContext,
): Finding[] {
  if (!launch) return []
  const findings: Finding[] = []
  const place: FillPlace = { file, words, language, read: readMarkdown }
  const isWithheld = (node: ContainerDirective): boolean => {
    if (node.children.length > 0 || launch.withheld.length === 0) return false
    const isCounted = node.name === 'chart' && attributesOf(node).moments !== undefined
    if (isCounted) return momentCounts?.['by-day'].length === 0
    return OF_MOMENTS.includes(node.name) && !asksForUnknown(launch, attributesOf(node))
  }
  const isGone = (node: ContainerDirective): boolean => {
    const isEmpty = node.children.length === 0
    const filled = isEmpty ? directiveOf(node)?.fill?.(launch, node, place) : undefined
    if (filled) node.children = [...filled] as ContainerDirective['children']
    if (!isEmpty || !isWithheld(node)) return false
    findings.push(...tellGone(node, file))
    return true
  }
  without(tree, isGone)
  return findings
}

/** Where all that they showed may not be shown, they are gone with it: what is withheld is told where it is written. */
const OF_MOMENTS = ['moments', 'wall', 'quote']
/** A name that is none of the day's is told as such, whoever else is withheld. */
function asksForUnknown(launch: Launch, given: GivenChoice & { readonly moment?: string }): boolean {
  const faults = given.moment ? [momentFault(launch, given.moment)] : choiceFaults(launch, given)
  return faults.some((fault) => fault && fault.problem !== 'no-moments')
}

/** What an author wrote of it goes with it, and is told. */
const OF_AUTHOR = ['title', 'question', 'caption', 'by', 'role']

function tellGone(node: ContainerDirective, file: string): Finding[] {
  const given: Readonly<Record<string, string | undefined>> = attributesOf(node)
  const words = OF_AUTHOR.flatMap((key) => (given[key] ? `“${given[key]}”` : [])).join(', ')
  const at = { file, line: lineOf(node) }
  return words !== '' ? [finding('launch-block-may-be-shown', at, { block: node.name, words })] : []
}

function without(node: Nodes, isGone: (node: ContainerDirective) => boolean): void {
  if (!('children' in node)) return
  const left = node.children.filter((child) => child.type !== 'containerDirective' || !isGone(child))
  if (left.length < node.children.length) node.children = left as typeof node.children
  for (const child of left) without(child, isGone)
}
