// `remark-directive` takes every `word:word` for a directive, and its text is lost: `9:30am` prints as 9. Here its
// syntax is narrowed to the names of our dialect before anything is parsed, so all else stays what CommonMark makes
// of it.
import type { Processor } from 'unified'
import { INLINE_NAMES } from '../directives/directives.ts'

const LONGEST_NAME = Math.max(...INLINE_NAMES.map(({ length }) => length))

const COLON = 58
const BRACKET = 91

type Code = number | null
type Step = (code: Code) => Step | undefined
interface Effects {
  readonly enter: (type: string) => unknown
  readonly exit: (type: string) => unknown
  readonly consume: (code: Code) => undefined
  readonly check: (construct: Construct, ok: Step, nok: Step) => Step
}
type Tokenize = (this: unknown, effects: Effects, ok: Step, nok: Step) => Step
interface Construct {
  readonly tokenize: Tokenize
  readonly partial?: boolean
}
interface Syntax {
  text?: Record<number, Construct>
  flow?: Record<number, Construct[]>
}

/**
 * Inline: only our names, followed by a bracket. Blocks: `:::name`, whatever the name, since a wrong one is a
 * finding. No `::name`.
 */
export function directivesOnlyOurs(this: Processor): undefined {
  const extensions = (this.data() as { micromarkExtensions?: Syntax[] }).micromarkExtensions ?? []
  const syntax = extensions.find((one) => one.text?.[COLON] && Array.isArray(one.flow?.[COLON]))
  const inline = syntax?.text?.[COLON]
  const container = syntax?.flow?.[COLON]?.[0]
  if (!syntax?.text || !syntax.flow || !inline || !container)
    throw new Error('remark-directive has changed its syntax table')
  syntax.text[COLON] = { ...inline, tokenize: afterName(inline.tokenize) }
  syntax.flow[COLON] = [container]
}

/** Tries the library's tokenizer only where one of our names stands, followed by a bracket. */
function afterName(tokenize: Tokenize): Tokenize {
  return function (effects, ok, nok) {
    return effects.check(
      { tokenize: tokenizeName, partial: true },
      tokenize.call(this, effects, ok, nok),
      nok,
    )
  }
}

const tokenizeName: Tokenize = (effects, ok, nok) => {
  let name = ''
  const next: Step = (code) => {
    if (code === BRACKET && INLINE_NAMES.includes(name)) {
      effects.exit('directiveNameAhead')
      return ok(code)
    }
    if (code === null || code < 97 || code > 122 || name.length > LONGEST_NAME) return nok(code)
    name += String.fromCharCode(code)
    effects.consume(code)
    return next
  }
  return (code) => {
    effects.enter('directiveNameAhead')
    effects.consume(code)
    return next
  }
}
