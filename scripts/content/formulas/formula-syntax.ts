// Formulas as Pandoc has them: `$x$` with no blank inside the signs and no digit behind the closing one, so that “$5
// million and $7 million” is text; `$$x$$` within a paragraph, or on lines of its own; and `\(x\)` and `\[x\]` where
// what stands between them is TeX and not a bracket that somebody escaped.
import type { Data, Literal } from 'mdast'
import type { Processor } from 'unified'

declare module 'mdast' {
  /** Its value is TeX until it is read, and then its plain words. */
  interface Formula extends Literal {
    type: 'formula'
    /** Set large, as between `$$`. */
    display: boolean
    data?: FormulaData
  }
  interface FormulaData extends Data {
    /** On lines of its own. */
    isBlock?: boolean
    /** The name by which it is referred to. */
    id?: string
    /** Of what was read, in the draft. */
    index?: number
  }
  interface PhrasingContentMap {
    formula: Formula
  }
  interface RootContentMap {
    formula: Formula
  }
}

const DOLLAR = 36
const BACKSLASH = 92

type Code = number | null
type Step = (code: Code) => Step | undefined
interface Effects {
  readonly enter: (type: string) => unknown
  readonly exit: (type: string) => unknown
  readonly consume: (code: Code) => undefined
}
interface Context {
  readonly now: () => { readonly line: number; readonly offset: number }
  readonly parser: { readonly lazy: Readonly<Record<number, boolean>> }
}
interface Construct {
  readonly name: string
  readonly concrete: boolean
  readonly tokenize: (this: Context, effects: Effects, ok: Step, nok: Step) => Step
}

/** Whether what was read goes on with this sign, is whole before it, is no formula, or is closed nowhere near. */
type Verdict = 'on' | 'whole' | 'none' | 'open'
type Scan = (code: Code) => Verdict

const isEnd = (code: Code): boolean => code === null || code < -2
const charOf = (code: Code): string => (isEnd(code) ? '\n' : code! < 0 ? ' ' : String.fromCharCode(code!))

/** Longer ones are none. */
const MOST_SIGNS = 5_000
/**
 * `\(see below\)` is a sentence in brackets that somebody escaped, and Pandoc escapes those of `(a)`: without a
 * command or a raised sign it has to be a sum of short names.
 */
const TEX = /\\[a-zA-Z]|\^/
const SUM = /[\w)}]\s*[_=+<>]\s*[\w({\\-]/
const WORD = /[a-zA-Z]{3}/
/** Of single letters those that are seldom an item of a list. */
const UNKNOWN = /^\s*[kntxyz]\s*$/
const isTex = (value: string): boolean =>
  TEX.test(value) || UNKNOWN.test(value) || (SUM.test(value) && !WORD.test(value))
/** Keywords of programs that keep versions: `$Id$`. */
const KEYWORD = /^\$(?:Id|Rev|Revision|Date|Author|Header|HeadURL|RCSfile|Source|LastChanged\w+)\$$/
const NAME = /^[ \t]*(?:\{[^{}\n]*\})?[ \t]*$/

/**
 * “$5 for `$PATH`”, `$HOME/bin:$PATH`, `[$id](#$id)`: the sign that would close begins a name, or stands in code or
 * an address.
 */
const isOfShell = (typed: string, behind: string): boolean =>
  /^\$[^$]*\$$/.test(typed) &&
  ((/[:/"'`=(,-]\$$/.test(typed) && /[A-Za-z_{]/.test(behind)) ||
    /^\$[^`]*`[^`]*\$$/.test(typed) ||
    /^\$[^[\]$]*\]\((?:[\w./-]*[./#]|[a-z]+:)/.test(typed))

const closingOf = (typed: string): string =>
  typed.startsWith('$$') ? '$$' : typed.startsWith('$') ? '$' : typed.startsWith('\\(') ? '\\)' : '\\]'

const isOpening = (typed: string): boolean =>
  typed.length < 2 || (typed.startsWith('$') ? !/^\$\s/.test(typed) : /^\\[([]/.test(typed))

/** The sign behind a backslash is that command, and closes nothing; of `\\\\)` the bracket is text. */
function isClosed(typed: string, closing: string): boolean {
  const isLong = typed.length > 2 * closing.length
  if (!isLong || !typed.endsWith(closing)) return false
  const before = /(?<!\\)\\*$/.exec(typed.slice(0, -closing.length))?.[0].length ?? 0
  return before % 2 === 0
}

const isText = (typed: string, closing: string): boolean => {
  const value = typed.slice(closing.length, -closing.length)
  return value.trim() === '' || (closing.startsWith('\\') && !isTex(value))
}

/** Within a paragraph. */
function scanInLine(): Scan {
  let typed = ''
  return (code) => {
    const closing = closingOf(typed)
    if (isClosed(typed, closing)) {
      // Of `$$x$` one sign is still to come.
      const isMoney = closing === '$' && (/[\d]/.test(charOf(code)) || /\s\$$/.test(typed))
      return isMoney || isOfShell(typed, charOf(code)) || KEYWORD.test(typed) || isText(typed, closing)
        ? 'none'
        : 'whole'
    }
    if (code === null || typed.length > MOST_SIGNS) return 'open'
    typed += charOf(code)
    return isOpening(typed) ? 'on' : 'none'
  }
}

/** On lines of its own, where `+ b` begins no list. What begins so and goes on behind its end is text. */
function scanLines(): Scan {
  let typed = ''
  let end = 0
  return (code) => {
    const closing = closingOf(typed)
    if (end === 0 && closing.length === 2 && isClosed(typed, closing)) end = typed.length
    if (isEnd(code) && end > 0)
      return NAME.test(typed.slice(end)) && !isText(typed.slice(0, end), closing) ? 'whole' : 'none'
    if (code === null || typed.length > MOST_SIGNS) return 'open'
    typed += charOf(code)
    if (typed.length === 2 && typed !== '$$' && typed !== '\\[') return 'none'
    return isOpening(typed) ? 'on' : 'none'
  }
}

/**
 * Up to which place of a text no sign of a kind is closed: of a thousand that are open only the first is followed to
 * the end.
 */
const barrenOf = (parser: object): Map<string, number> => {
  const known = BARREN.get(parser) ?? new Map<string, number>()
  BARREN.set(parser, known)
  return known
}
const BARREN = new WeakMap<object, Map<string, number>>()

const kindOf = (typed: string, next: string): string => (typed === '$' && next !== '$' ? '$ ' : typed + next)

const construct = (type: string, concrete: boolean, scan: () => Scan): Construct => ({
  name: 'formula',
  concrete,
  tokenize(effects, ok, nok) {
    const see = scan()
    const barren = barrenOf(this.parser)
    let kind = ''
    // What a line holds must be a token of its own: the library never ends where one holds nothing but an end.
    let isOpen = false
    const endValue = (): void => {
      if (isOpen) effects.exit('formulaValue')
      isOpen = false
    }
    const next: Step = (code) => {
      const { offset } = this.now()
      const verdict = (barren.get(kind) ?? 0) > offset ? 'none' : see(code)
      if (verdict === 'open') barren.set(kind, offset)
      if (verdict === 'none' || verdict === 'open') return nok(code)
      if (kind.length < 2) kind = kindOf(kind, charOf(code))
      if (verdict === 'on' && !isEnd(code)) {
        if (!isOpen) effects.enter('formulaValue')
        isOpen = true
        effects.consume(code)
        return next
      }
      endValue()
      if (verdict === 'whole') {
        effects.exit(type)
        return ok(code)
      }
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return line
    }
    /** A line that belongs to no block around it ends the formula with that block. */
    const line: Step = (code) => (concrete && this.parser.lazy[this.now().line] ? nok(code) : next(code))
    return (code) => {
      effects.enter(type)
      return next(code)
    }
  },
})

const IN_LINE = construct('formula', false, scanInLine)
const ON_LINES = construct('formulaOnLines', true, scanLines)
const SYNTAX = {
  text: { [DOLLAR]: IN_LINE, [BACKSLASH]: IN_LINE },
  flow: { [DOLLAR]: ON_LINES, [BACKSLASH]: ON_LINES },
}

interface Token {
  readonly start: { readonly offset: number }
  readonly end: { readonly offset: number }
}
interface Compile {
  readonly stack: { value?: string; type: string; display?: boolean; data?: { id?: string } }[]
  readonly sliceSerialize: (token: Token) => string
  enter(node: unknown, token: Token): void
  exit(token: Token): void
}

function begin(display: boolean) {
  return function (this: Compile, token: Token): void {
    const written = this.sliceSerialize(token)
    const isDisplay = display || written.startsWith('$$') || written.startsWith('\\[')
    const size = isDisplay || written.startsWith('\\') ? 2 : 1
    const name = /\{[ \t]*#([^\s{}]+)[^{}]*\}[ \t]*$/.exec(written)
    const body = name && display ? written.slice(0, name.index) : written
    const value = body.trimEnd().slice(size, -size)
    const data = display ? { data: { isBlock: true, ...(name ? { id: name[1] } : {}) } } : {}
    this.enter({ type: 'formula', value, display: isDisplay, ...data }, token)
  }
}

function end(this: Compile, token: Token): void {
  this.exit(token)
}

const TREE = {
  enter: { formula: begin(false), formulaOnLines: begin(true) },
  exit: { formula: end, formulaOnLines: end },
}

/** A plugin of the parser. */
export function formulaSyntax(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: object[]; fromMarkdownExtensions?: object[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), SYNTAX]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), TREE]
}
