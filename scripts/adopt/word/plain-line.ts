// Titles and captions are plain text: what in them was set off or linked is told, and what signs can say, signs say.
import type { Inline, Marks } from './pieces.ts'
import { plainWords } from './plain-text.ts'
import { quoted, type Telling } from './telling.ts'

const SET_OFF = ['bold', 'italic', 'struck', 'underlined', 'marked', 'code', 'language'] as const

export function plainLine(inlines: readonly Inline[], { tell }: Telling): Inline[] {
  const words = quoted(plainWords(inlines))
  const texts = inlines.filter((one) => one.kind === 'text' && one.text.trim() !== '')
  const isSome = (mark: keyof Marks): boolean =>
    texts.some((one) => one.kind === 'text' && one.marks[mark]) &&
    // What all of a line is says nothing of any of its words.
    !(texts.length > 0 && mark !== 'language' && texts.every((one) => one.kind === 'text' && one.marks[mark]))
  const plain = inlines.map(inSigns)
  const isChanged = plain.some(
    (one) => one.kind === 'formula' || one.kind === 'index' || (one.kind === 'text' && one.marks.raised),
  )
  if (SET_OFF.some(isSome) || isChanged) tell('word-shape-is-carried', { problem: 'plain-line', words })
  for (const one of inlines)
    if (one.kind === 'text' && one.marks.link)
      tell('word-link-is-carried', {
        problem: 'in-plain-line',
        words: quoted(one.text),
        address: quoted(one.marks.link),
      })
  return plain.map(
    (one): Inline =>
      one.kind === 'formula'
        ? { kind: 'text', text: one.words, marks: {} }
        : one.kind === 'text'
          ? { ...one, marks: {} }
          : one,
  )
}

const RAISED = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋' } as const
const LEVEL = '0123456789+−'

/** `H2O` with its 2 lowered is `H₂O`. */
function inSigns(one: Inline): Inline {
  const raised = one.kind === 'text' ? one.marks.raised : undefined
  if (one.kind !== 'text' || !raised || !/^[\d+−\s-]*$/.test(one.text)) return one
  const text = one.text.replace(
    /[\d+−-]/g,
    (sign) => RAISED[raised][LEVEL.indexOf(sign === '-' ? '−' : sign)] ?? sign,
  )
  const { raised: _, ...marks } = one.marks
  return { ...one, text, marks }
}
