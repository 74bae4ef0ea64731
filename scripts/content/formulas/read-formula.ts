// TeX → MathML, and how it is read aloud. Nothing of a formula is run: what would fetch, link or style is refused, and
// size, depth and the expansion of its own commands have limits.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Element } from 'hast'
import { nearest } from '../../ground/language/nearest.ts'
import type { FactsOf } from '../../rules/rules.ts'
import { mathOf } from './math-tree.ts'
import { plainWords } from './plain-words.ts'

export interface ReadFormula {
  readonly math: Element
  /** How it is read aloud. */
  readonly spoken: string
  /** The language of that, where it is not that of the text. */
  readonly spokenIn?: string
  /** For contents and bookmarks. */
  readonly words: string
}

export interface FormulaFault {
  readonly facts: FactsOf<'formula-is-read'>
  /** Where in the formula. */
  readonly at: number
}

export type FormulaReader = (tex: string, display: boolean) => ReadFormula | FormulaFault

const PACKAGES = createRequire(import.meta.url)

const MOST_SIGNS = 4_000
const DEEPEST = 60
const MOST_EXPANSIONS = 500

/** Whether a text may hold a formula; what is none costs a little time and no more. */
export const mayHoldFormulas = (text: string): boolean =>
  /\$\$|(?<![\\$])\$(?![\s$])(?:[^$\\]|\\.){0,4000}?(?<!\s)\$(?!\d)|\\[([]|(?<=[`~]{2})[`~][ \t]*\{?math/.test(
    text,
  )

interface Temml {
  renderToString(tex: string, options: object): string
}
interface Speech {
  setupEngine(options: object): Promise<unknown>
  toSpeech(math: string): string
}

/** Of the languages that the package has rules for; all others are spoken to in English. */
const SPOKEN = new Set('af ca da de en es fr hi it ko nb nn sv'.split(' '))

/** Loads what reads formulas. */
export async function loadFormulaReader(language: string): Promise<FormulaReader> {
  const { default: temml } = (await import('temml')) as unknown as { default: Temml }
  const speech = PACKAGES('speech-rule-engine') as Speech
  const own = language.split('-')[0]?.toLowerCase() ?? ''
  const locale = SPOKEN.has(own) ? own : own === 'no' ? 'nb' : 'en'
  const domain = locale === 'en' ? 'clearspeak' : 'mathspeak'
  // Its words are files of the package; without their folder it would ask the network for them.
  const json = join(dirname(PACKAGES.resolve('speech-rule-engine/package.json')), 'lib/mathmaps')
  await speech.setupEngine({ locale, domain, modality: 'speech', json })
  return (tex, display) => {
    const fault = beyondLimits(tex)
    if (fault) return fault
    const mathml = mathmlOf(temml, tex, display)
    if (typeof mathml !== 'string') return mathml
    const math = mathOf(mathml)
    const spoken = speech.toSpeech(mathml).replace(/\s+/g, ' ').trim()
    if (spoken === '') return { facts: { problem: 'says-nothing', typed: tex.trim() }, at: 0 }
    const other = locale === own || (own === 'no' && locale === 'nb') ? {} : { spokenIn: locale }
    return { math, spoken, ...other, words: plainWords(math) }
  }
}

function beyondLimits(tex: string): FormulaFault | undefined {
  if (tex.length > MOST_SIGNS)
    return { facts: { problem: 'too-long', signs: tex.length, most: MOST_SIGNS }, at: 0 }
  let depth = 0
  for (let at = 0; at < tex.length; at += 1) {
    const sign = tex[at]
    if (sign === '\\') at += 1
    else if (sign === '{' || sign === '[' || sign === '(') depth += 1
    else if ((sign === '}' || sign === ']' || sign === ')') && depth > 0) depth -= 1
    if (depth > DEEPEST) return { facts: { problem: 'too-deep', most: DEEPEST }, at }
  }
  return undefined
}

/** What would run, fetch, link or style. */
const REFUSED =
  /\\(href|url|includegraphics|htmlClass|htmlId|htmlStyle|htmlData|class|id|style|data|require|input|include|write|openin|read|csname|catcode|special|b?x?cancel|sout|label|ref|eqref)(?![a-zA-Z])\*?/
const COLOURED = /\\(color|textcolor|colorbox|fcolorbox|definecolor)(?![a-zA-Z])/

function mathmlOf(temml: Temml, tex: string, display: boolean): string | FormulaFault {
  const refused = REFUSED.exec(tex) ?? COLOURED.exec(tex)
  if (refused) {
    const problem = COLOURED.test(refused[0]) ? 'coloured' : 'refused'
    return { facts: { problem, typed: refused[0] }, at: refused.index }
  }
  try {
    return temml.renderToString(withTags(tex), {
      displayMode: display,
      xml: true,
      annotate: true,
      throwOnError: true,
      trust: false,
      maxExpand: MOST_EXPANSIONS,
      maxSize: [20, 20],
      macros: { ...NAMES },
    })
  } catch (error) {
    return faultOf(error as Error, tex)
  }
}

/** Names of programs, which others draw as signs. */
const NAMES = { '\\KaTeX': '\\text{KaTeX}', '\\MathJax': '\\text{MathJax}' }

/** The number that an author gave a formula, or one of its rows, stands behind it. */
function withTags(tex: string): string {
  const numberOf = (star: string, tag: string): string => `\\qquad\\text{${star ? tag : `(${tag})`}}`
  if (tex.includes('\\\\')) return tex.replace(TAG, (_, star: string, tag: string) => numberOf(star, tag))
  const numbers = [...tex.matchAll(TAG)].map(([, star = '', tag = '']) => numberOf(star, tag))
  return numbers.length === 0 ? tex : `${tex.replace(TAG, '')}${numbers.join('')}`
}

const TAG = /\\tag(\*?)\{((?:[^{}]|\{[^{}]*\})*)\}/g

function faultOf(error: Error, tex: string): FormulaFault {
  const said = error.message.split('\n')[0] ?? ''
  const [, unknown] = /Unsupported function name: (\\[a-zA-Z]+)/.exec(said) ?? []
  const place = / at position (\d+)/.exec(said)?.[1]
  const at = unknown ? Math.max(0, tex.indexOf(unknown)) : place === undefined ? 0 : Number(place) - 1
  if (unknown) {
    const suggestion = nearest(unknown.slice(1), COMMANDS)
    return {
      facts: { problem: 'unknown-command', typed: unknown, suggestion: suggestion && `\\${suggestion}` },
      at,
    }
  }
  if (/Too many expansions/.test(said))
    return { facts: { problem: 'expands-too-far', typed: tex.trim() }, at: 0 }
  if (error instanceof RangeError) return { facts: { problem: 'too-deep', most: DEEPEST }, at: 0 }
  const fault = said.replace(/^ParseError:\s*/, '').replace(/ at (?:position|end of input).*$/s, '')
  return { facts: { problem: 'cannot-be-read', typed: tex.trim(), fault: fault.trim() }, at }
}

/** Those that are mistyped most. */
const COMMANDS =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega frac dfrac tfrac sqrt sum prod int oint lim limsup max min sup inf log ln exp sin cos tan left right begin end text mathrm mathbf mathit mathbb mathcal operatorname hat bar vec dot ddot tilde overline underline overbrace underbrace times cdot div pm mp le leq ge geq ne neq approx sim equiv propto infty partial nabla forall exists in notin subset subseteq cup cap to rightarrow leftarrow Rightarrow implies iff mapsto quad qquad ldots cdots dots binom degree circ prime bigl bigr Big boxed substack'.split(
    ' ',
  )
