import type { StructureElement } from './structure-tree.ts'

type TextOfMark = (mark: { readonly page: number; readonly key: string }) => string

/** “1.”, “iv)”, “•”: what a browser writes before an item. */
const MADE = /^\s*(?:\W{0,2}|\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]?)\s*$/i
const TERMS = ['', 'None', 'Description']

/**
 * Whether the labels of a list were made by the browser. Those of a list of terms are the terms, words of the
 * author's.
 */
export function hasMadeLabels(list: StructureElement, textOf: TextOfMark): boolean {
  if (!TERMS.includes(list.look.numbering)) return true
  const labels = below(list, 'LI').flatMap((item) => below(item, 'Lbl'))
  return labels.every((label) => MADE.test(spoken(label, textOf)))
}

/** `b` of “b)”, '' of a bullet. */
export const signOf = (label: StructureElement, textOf: TextOfMark): string =>
  spoken(label, textOf).replace(/[^\p{L}\p{N}-]+/gu, '')

const below = (element: StructureElement, type: string): StructureElement[] =>
  element.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return []
    if (kid.element.type === type) return [kid.element]
    return kid.element.type === 'NonStruct' || kid.element.type === 'Div' ? below(kid.element, type) : []
  })

const spoken = (element: StructureElement, textOf: TextOfMark): string =>
  element.kids
    .map((kid) =>
      kid.kind === 'element' ? spoken(kid.element, textOf) : kid.kind === 'mark' ? textOf(kid) : '',
    )
    .join('')
