// A formula of Word (OMML) → TeX, as far as texts use it.
import { childOf, childrenOf, type Element, textWithin } from '../element.ts'
import { accentOf, delimiterOf, operatorOf, texSigns } from './tex-signs.ts'

export interface Tex {
  readonly tex: string
  /** Whether all that stood in it was understood. */
  readonly isWhole: boolean
}

export function texOf(formula: Element): Tex {
  const state = { isWhole: true, letters: 0 }
  const tex = tidy(within(formula, state))
  return { tex, isWhole: state.isWhole && state.letters === lettersIn(formula) }
}

interface State {
  isWhole: boolean
  /** How many were read. */
  letters: number
}

/** Of words that nobody struck out. */
const lettersIn = (element: Element): number =>
  /^[mw]:t$/.test(element.name)
    ? textWithin(element).length
    : /^w:(?:del|moveFrom)$/.test(element.name)
      ? 0
      : childrenOf(element).reduce((sum, child) => sum + lettersIn(child), 0)

const tidy = (tex: string): string => tex.replace(/\s+/g, ' ').trim()

const within = (element: Element | undefined, state: State): string =>
  childrenOf(element)
    .map((child) => one(child, state))
    .join('')

const braced = (element: Element | undefined, state: State): string => `{${tidy(within(element, state))}}`

const PASSED =
  /^(?:m:oMath|m:e|m:num|m:den|m:sup|m:sub|m:deg|m:fName|m:lim|w:ins|w:smartTag|w:sdt|w:sdtContent|m:box|m:borderBox|m:phant|w:hyperlink)$/
const SAYS_NOTHING = /^(?:m:\w+Pr|w:rPr|w:del|w:bookmark\w+|w:proofErr|w:comment\w+|w:sdtPr|w:moveFrom)$/

function one(element: Element, state: State): string {
  const part = (name: string): string => braced(childOf(element, `m:${name}`), state)
  switch (element.name) {
    case 'm:r':
      return run(element, state)
    case 'm:f':
      return fraction(element, part)
    case 'm:sSup':
      return `${part('e')}^${part('sup')}`
    case 'm:sSub':
      return `${part('e')}_${part('sub')}`
    case 'm:sSubSup':
      return `${part('e')}_${part('sub')}^${part('sup')}`
    case 'm:sPre':
      return `{}_${part('sub')}^${part('sup')}${part('e')}`
    case 'm:rad': {
      const degree = tidy(within(childOf(element, 'm:deg'), state))
      return degree ? `\\sqrt[${degree}]${part('e')}` : `\\sqrt${part('e')}`
    }
    case 'm:nary':
      return operator(element, state)
    case 'm:d':
      return delimited(element, state)
    case 'm:func':
      return `${functionName(childOf(element, 'm:fName'), state)}${part('e')}`
    case 'm:limLow':
      return `\\underset${part('lim')}${part('e')}`
    case 'm:limUpp':
      return `\\overset${part('lim')}${part('e')}`
    case 'm:acc':
      return `${accentOf(property(element, 'chr') ?? '\u0302')}${part('e')}`
    case 'm:bar':
      return `${property(element, 'pos') === 'top' ? '\\overline' : '\\underline'}${part('e')}`
    case 'm:groupChr':
      return `${property(element, 'pos') === 'top' ? '\\overbrace' : '\\underbrace'}${part('e')}`
    case 'm:m':
      return rows(
        childrenOf(element, 'm:mr').map((row) => childrenOf(row, 'm:e')),
        'matrix',
        state,
      )
    case 'm:eqArr':
      return rows(
        childrenOf(element, 'm:e').map((row) => [row]),
        'aligned',
        state,
      )
    default:
      if (SAYS_NOTHING.test(element.name)) return ''
      if (element.name === 'w:r') return textRun(element, state)
      if (!PASSED.test(element.name)) state.isWhole = false
      return within(element, state)
  }
}

function textRun(element: Element, state: State): string {
  const words = childrenOf(element, 'w:t').map(textWithin).join('')
  state.letters += words.length
  return text(words)
}

const property = (element: Element, name: string): string | undefined => {
  const found = childrenOf(element).find((child) => child.name === `${element.name}Pr`)
  return childOf(found, `m:${name}`)?.attributes['m:val']
}

function run(element: Element, state: State): string {
  const words = childrenOf(element)
    .filter(({ name }) => name === 'm:t' || name === 'w:t')
    .map(textWithin)
    .join('')
  state.letters += words.length
  const properties = childOf(element, 'm:rPr')
  if (childOf(properties, 'm:nor')) return text(words)
  const style = childOf(properties, 'm:sty')?.attributes['m:val']
  const script = childOf(properties, 'm:scr')?.attributes['m:val']
  const signs = texSigns(words)
  if (script === 'double-struck') return `\\mathbb{${signs}}`
  if (script === 'script') return `\\mathcal{${signs}}`
  if (script === 'fraktur') return `\\mathfrak{${signs}}`
  if (style === 'b') return `\\mathbf{${signs}}`
  if (style === 'bi') return `\\boldsymbol{${signs}}`
  // Upright letters, as in names of units; digits and signs are upright anyway.
  return style === 'p' && /\p{L}/u.test(words) ? `\\mathrm{${signs}}` : signs
}

const text = (words: string): string =>
  words.trim() === ''
    ? words === ''
      ? ''
      : '\\ '
    : `\\text{${words.replace(/[\\{}$&#%_^~]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`)}}`
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\backslash ', '^': '\\^{}', '~': '\\~{}' }

function fraction(element: Element, part: (name: string) => string): string {
  switch (property(element, 'type')) {
    case 'noBar':
      return `\\genfrac{}{}{0pt}{}${part('num')}${part('den')}`
    case 'lin':
    case 'skw':
      return `${part('num')}/${part('den')}`
    default:
      return `\\frac${part('num')}${part('den')}`
  }
}

function operator(element: Element, state: State): string {
  const sign = operatorOf(property(element, 'chr') ?? '∫')
  const below = tidy(within(childOf(element, 'm:sub'), state))
  const above = tidy(within(childOf(element, 'm:sup'), state))
  return `${sign}${below ? `_{${below}}` : ''}${above ? `^{${above}}` : ''}${braced(childOf(element, 'm:e'), state)}`
}

function delimited(element: Element, state: State): string {
  const begin = property(element, 'begChr') ?? '('
  const end = property(element, 'endChr') ?? ')'
  const between = property(element, 'sepChr') ?? '|'
  const parts = childrenOf(element, 'm:e').map((inner) => tidy(within(inner, state)))
  return `\\left${delimiterOf(begin)} ${parts.join(` \\middle${delimiterOf(between)} `)} \\right${delimiterOf(end)}`
}

const FUNCTIONS =
  /^(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|gcd|arg|dim|ker)$/

function functionName(name: Element | undefined, state: State): string {
  const plain = textWithin(name).trim()
  if (FUNCTIONS.test(plain) && !childOf(name, 'm:limLow')) {
    state.letters += textWithin(name).length
    return `\\${plain}`
  }
  const limit = childOf(name, 'm:limLow')
  if (!limit) return tidy(within(name, state))
  const base = textWithin(childOf(limit, 'm:e'))
  const below = braced(childOf(limit, 'm:lim'), state)
  if (!FUNCTIONS.test(base.trim())) return `\\underset${below}${braced(childOf(limit, 'm:e'), state)}`
  state.letters += base.length
  return `\\${base.trim()}_${below}`
}

/** In Word, `&` marks where rows are aligned. */
function rows(cells: readonly (readonly Element[])[], environment: string, state: State): string {
  const lines = cells.map((row) =>
    row.map((cell) => tidy(within(cell, state)).replaceAll('\\&', '&')).join(' & '),
  )
  return `\\begin{${environment}} ${lines.join(' \\\\ ')} \\end{${environment}}`
}
