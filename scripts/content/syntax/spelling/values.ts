// `:value[want-training]` → the figure itself, before anything is understood: so it stands in headings, tables,
// captions and attributes like a word that its author typed. What cannot be put in stays as it is written, and is told.
import { type FoundValue, type KnownValues, valueNamed } from '../../values/value-named.ts'
import type { KnownFiles } from '../known-files.ts'
import { codeOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

export const VALUE = /(?<![\w:\\]):value\[([^[\]\n]{0,200})\](?:\{([^{}\n]{0,200})\})?/g

/** No sign of a value is read as Markdown, whatever it stands in: `24.` at the head of a line begins no list. */
const SIGNS = /^.|[\\`*_{}[\]()<>#+!|~"'&=$^:@-]/gsu

/** `:values[…]`, `:value(…)`, `:value {…}`: what was meant, if there is such a value. */
const SLIP =
  /(?<![\w:\\]):val(?:ues?)? ?(?:\[([^[\]\n]{1,200})\]|\(([^()\n]{1,200})\)|\{([^{}\n]{1,200})\})/gi

export function values({ tree, text }: Reading, { values: known }: KnownFiles): Respelling[] {
  if (!known || !/:val/i.test(text)) return []
  const isCode = codeOf(tree)
  const slips = slipsIn(text, known).filter(({ edits: [edit] }) => !isCode(edit!.start))
  if (slips.length > 0) return slips
  return [...text.matchAll(VALUE)]
    .filter(({ index }) => !isCode(index))
    .map(({ 0: typed, 1: name = '', 2: given, index }): Respelling => {
      const span = { start: index, end: index + typed.length }
      const found = putIn(name, given, known)
      if ('text' in found)
        return {
          edits: [{ ...span, becomes: [found.text.replace(SIGNS, (sign) => `&#${sign.codePointAt(0)};`)] }],
        }
      const facts = { ...found.fault, directive: ':value' }
      return {
        edits: [{ start: index, end: index, becomes: ['\\'] }],
        told: { rule: 'directive-is-complete', facts },
      }
    })
}

const slipsIn = (text: string, known: KnownValues): Respelling[] =>
  [...text.matchAll(SLIP)].flatMap(({ 0: typed, 1: square, 2: round, 3: curly, index }) => {
    const name = square ?? round ?? curly ?? ''
    const expected = `:value[${name}]`
    if (typed === expected || 'fault' in valueNamed(name.trim(), undefined, known)) return []
    const edits = [{ start: index, end: index + typed.length, becomes: [expected] }]
    return [{ edits, told: readAs(typed, expected) }]
  })

/** `given`: what stands in the braces behind it. */
export function putIn(name: string, given: string | undefined, known: KnownValues): FoundValue {
  const written = [...(given ?? '').matchAll(/([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|\S+))?/g)]
  const other = written.find(([, key]) => key !== 'as')?.[1]
  if (other !== undefined)
    return { fault: { problem: 'unknown-attribute', attribute: other, known: 'as', ...near(other) } }
  const form = written[0]?.[2]?.replace(/^["']|["']$/g, '')
  return valueNamed(name.trim(), form, known)
}

const near = (attribute: string): { suggestion?: string } =>
  /^as/i.test(attribute) ? { suggestion: 'as' } : {}
