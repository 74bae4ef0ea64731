// `:index[Twitter; see microblogging]`: the text shows the term alone, and where such marks are all that a paragraph
// holds, nothing: they stand there for the index.
import type { Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { SEE_OTHER } from '../../ground/language/see-words.ts'
import { termsAsked } from '../index-terms.ts'
import { type Draft, lineOf } from './draft.ts'
import type { TextDirective } from './hast.ts'

/** Changes the tree in place. */
export function settleIndexMarks(tree: Root, draft: Draft): void {
  if (!draft.source.text.includes(':index[')) return
  const walk = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).filter((child) => {
      if (child.type === 'paragraph' && isForIndex(child)) {
        for (const mark of child.children) if (isMark(mark)) askFor(mark, draft)
        return false
      }
      if (isMark(child) && seesOther(child)) showTerm(child)
      else if ('children' in child) walk(child)
      return true
    }) as typeof parent.children
  }
  walk(tree)
}

const isMark = (node: Nodes): node is TextDirective => node.type === 'textDirective' && node.name === 'index'

const writtenIn = (node: TextDirective): string => node.attributes?.as ?? plainText(node)

const seesOther = (node: TextDirective): boolean => SEE_OTHER.test(writtenIn(node))

const isForIndex = ({ children }: Paragraph): boolean =>
  children.some(isMark) &&
  children.every((child) =>
    isMark(child)
      ? child.attributes?.as === undefined && seesOther(child)
      : child.type === 'text' && child.value.trim() === '',
  )

/** The page of the mark is no place that a reader is sent to. */
function askFor(mark: TextDirective, { source, indexMarks }: Draft): void {
  for (const asked of termsAsked(writtenIn(mark)))
    if (asked.see) indexMarks.push({ ...asked, anchor: source.prefix, isAside: true, line: lineOf(mark) })
}

function showTerm(mark: TextDirective): void {
  if (mark.attributes?.as !== undefined) return
  mark.attributes = { ...mark.attributes, as: writtenIn(mark) }
  const shown: PhrasingContent[] = []
  for (const child of mark.children) {
    const end = child.type === 'text' ? child.value.search(SEE_OTHER) : -1
    if (end >= 0 && child.type === 'text') {
      shown.push({ ...child, value: child.value.slice(0, end) })
      break
    }
    shown.push(child)
  }
  mark.children = shown
}
