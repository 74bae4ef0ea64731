// `\begin{align}` without signs of a formula around it: what Markdown takes for emphasis, attributes or escapes in it
// would lose its signs. Each sign gets a backslash, so that it is printed as it stands.
import { BLOT, codeOf, proseOf } from '../prose.ts'
import type { Edit, Reading, Respelling } from '../respell.ts'

/** A whole environment of LaTeX in one paragraph. */
const ENVIRONMENT = /(?<!\\)\\begin\{([a-z]+\*?)\}[\s\S]{1,4000}?(?<!\\)\\end\{\1\}/g
/** All but round brackets, and the square one that opens: behind a backslash these begin a formula of their own. */
const SIGN = /[!-'*-/:-@\\\]^-`{-~]/g

/** Where one formula of a text is misread, all are respelt: the first is told, and the kind is told once. */
export function formulae({ tree, text }: Reading): Respelling[] {
  if (!text.includes('\\begin{')) return []
  const isCode = codeOf(tree)
  const found = proseOf(tree, text).flatMap(({ shown, start }) => {
    const typed = text.slice(start, start + shown.length)
    return [...typed.matchAll(ENVIRONMENT)]
      .filter(({ 0: whole, index }) => ![...whole].some((_, at) => isCode(start + index + at)))
      .map(({ 0: whole, index }) => ({
        whole,
        at: start + index,
        isMisread: shown.slice(index, index + whole.length).includes(BLOT),
      }))
  })
  if (!found.some(({ isMisread }) => isMisread)) return []
  return found.map(({ whole, at }, index) => ({
    edits: [...whole.matchAll(SIGN)].map((sign): Edit => {
      const start = at + sign.index
      return { start, end: start, becomes: ['\\'] }
    }),
    ...(index === 0 ? { told: toldOf(whole) } : {}),
  }))
}

const toldOf = (formula: string): NonNullable<Respelling['told']> => ({
  rule: 'markup-is-understood',
  facts: {
    problem: 'syntax-of-other-tools',
    syntax: 'formula',
    typed: formula.slice(0, 80).replace(/\s+/g, ' ').trim(),
  },
})
