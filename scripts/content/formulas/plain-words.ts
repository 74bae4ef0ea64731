// A formula in a line of plain text, for contents, bookmarks and running heads: `E = mc²`, `a/b`, `√(x + 1)`.
import type { Element } from 'hast'
import { isElement } from '../../ground/html/change-tree.ts'

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−=()in'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ'][index] ?? sign]),
)
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-−=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][index] ?? sign]),
)

export const plainWords = (math: Element): string => wordsOf(math).replace(/\s+/g, ' ').trim()

function wordsOf(element: Element): string {
  const parts = element.children.filter((child) => isElement(child))
  const [first = '', second = '', third = ''] = parts.map(wordsOf)
  switch (element.tagName) {
    case 'annotation':
      return ''
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msqrt':
      return `√${grouped(parts.map(wordsOf).join(''))}`
    case 'mroot':
      return `${set(second, RAISED, '')}√${grouped(first)}`
    case 'msup':
      return first + set(second, RAISED, '^')
    case 'msub':
      return first + set(second, LOWERED, '_')
    case 'msubsup':
    case 'munderover':
      return first + set(second, LOWERED, '_') + set(third, RAISED, '^')
    case 'mtr':
      return `${parts.map(wordsOf).join(' ')}; `
    case 'mo':
      return operator(element)
  }
  return element.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsOf(child) : ''))
    .join('')
}

const grouped = (words: string): string => (/^[\p{L}\p{N}.]*$/u.test(words) ? words : `(${words.trim()})`)

function set(words: string, signs: Readonly<Record<string, string>>, sign: string): string {
  const letters = [...words.replace(/\s/g, '')]
  if (letters.every((letter) => letter in signs)) return letters.map((letter) => signs[letter]).join('')
  return `${sign}${grouped(words)}`
}

/** Signs between two values stand apart from them. */
function operator({ children }: Element): string {
  const sign = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return /^[=<>≤≥≠≈≡∼∝→⇒+±−×÷∈]$/u.test(sign) ? ` ${sign} ` : sign
}
