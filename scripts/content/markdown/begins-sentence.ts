// Whether a sentence begins with a node: a name that is put in there begins with a capital.
import type { Nodes, Parents } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** A full stop and a blank, with what may close a sentence between them. */
const ENDS = /[.!?…]["'”’»)\]]*\s+["'“‘„«([]*$/
/** These have a full stop of their own. */
const SHORTENED =
  /(?:^|[\s("“‘])(?:e\.\s?g|i\.\s?e|z\.\s?b|d\.\s?h|p\.\s?ex|cf|vgl|viz|vs|resp|bzw|incl|inkl|esp|approx|ca|al|no|nos|nr|pp?|ch|ed|eds|\p{L})\.\s+["'“‘„«([]*$/iu
/** Enough to see how the words before it end. */
const NEAR = 40

export function beginsSentence(node: Nodes, parent: Parents | undefined): boolean {
  if (!parent) return false
  const before = wordsBefore(node, parent.children)
  if (/^\s*["'“‘„«([]*$/.test(before)) return isBlock(parent)
  return ENDS.test(before) && !SHORTENED.test(before)
}

function wordsBefore(node: Nodes, siblings: readonly Nodes[]): string {
  let words = ''
  for (let at = siblings.lastIndexOf(node) - 1; at >= 0 && words.length < NEAR; at -= 1)
    words = plainText(siblings[at], { includeImageAlt: false }) + words
  return words.slice(-NEAR)
}

/** Within emphasis or quotation marks nobody knows here what stands before. */
const isBlock = ({ type }: Parents): boolean => ['paragraph', 'tableCell', 'heading'].includes(type)
