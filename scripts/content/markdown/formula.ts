// A formula: <span class="formula" role="img" aria-label="how it is read aloud"><math>…, and on lines of its own in a
// block beside its number.
import type { Element, Properties } from 'hast'
import type { Formula } from 'mdast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import { numberSlot } from '../../ground/html/slot.ts'
import { claimAnchor, type Draft, lineOf } from './draft.ts'
import { classed, draftOf, from, type Handler, h, MADE } from './hast.ts'

/** Its place; what stands there is put in behind the cleaner of HTML: `placeFormulas`. */
export const formula: Handler = (state, node: Formula) => {
  const draft = draftOf(state)
  const place = h('span', { dataFormula: String(node.data?.index ?? '') })
  if (!node.data?.isBlock) return place
  const name = node.data.id
  if (name === undefined) return h('div', { ...classed('equation'), ...from(node) }, place)
  const id = claimAnchor(draft, name, node)
  draft.exhibits.push({ kind: 'equation', id, caption: '', line: lineOf(node) })
  const number = h('span', { ...classed('equation-number'), ...MADE }, '(')
  number.children.push(numberSlot(id), { type: 'text', value: ')' })
  return h('div', { id, ...classed('equation'), ...from(node) }, place, number)
}

export const placeFormulas = <Tree extends Parameters<typeof changeTree>[0]>(
  tree: Tree,
  draft: Draft,
): Tree =>
  draft.formulas.length === 0
    ? tree
    : changeTree(tree, (node) => {
        const index = isElement(node, 'span') ? textProperty(node, 'dataFormula') : undefined
        return index === undefined ? node : (elementOf(draft, Number(index)) ?? node)
      })

function elementOf({ formulas }: Draft, index: number): Element | undefined {
  const read = formulas[index]
  if (!read) return undefined
  const language: Properties = read.spokenIn ? { lang: read.spokenIn } : {}
  const heard = { role: 'img', ariaLabel: read.spoken, dataMeans: 'formula', ...language }
  return h('span', { ...classed('formula'), ...heard }, read.math)
}
