// `{cite:p}`smith2004,jones`` of MyST and Sphinx is `[@smith2004; @jones]`, where the publication has works to cite.
import { codeOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const ROLE =
  /(?:\{cite(?::(\w+))?\}|(?<![\p{L}\p{N}_:]):cite(?::(\w+))?:)`([\p{L}\p{N}_][\p{L}\p{N}_:.+/-]*(?:[ \t]*[,;][ \t]*[\p{L}\p{N}_][\p{L}\p{N}_:.+/-]*)*)`/gu

export function citationRoles({ tree, text }: Reading, cites: boolean): Respelling[] {
  if (!cites || !/[{:]cite/.test(text)) return []
  const isCode = codeOf(tree)
  return [...text.matchAll(ROLE)].flatMap(
    ({ 0: whole, 1: one, 2: other, 3: keys = '', index }): Respelling[] => {
      const becomes = citation(one ?? other ?? 'p', keys.split(/[,;]/))
      if (becomes === undefined || isCode(index)) return []
      return [{ edits: [{ start: index, end: index + whole.length, becomes: [becomes] }] }]
    },
  )
}

/** In brackets, in the sentence, or the year alone; undefined for what asks for less than that. */
function citation(role: string, keys: readonly string[]): string | undefined {
  const works = keys.map((key) => `@${key.trim()}`)
  if (/^c?t$|^ts$/.test(role)) return works.join(', ')
  if (/^(?:c?p|ps)$/.test(role)) return `[${works.join('; ')}]`
  return /^year(?:par)?$/.test(role) ? `[${works.map((work) => `-${work}`).join('; ')}]` : undefined
}
