// What the styles of a Word file say of a paragraph or of words: by their names, by what they are based on, by their
// level in the outline. How they look says nothing.
import { childOf, childrenOf, type Element, valOf } from './element.ts'
import type { Role } from './pieces.ts'

/** A line of a list of contents is no text. */
type StyleRole = Role | 'contents'

export interface ParagraphStyle {
  readonly role: StyleRole
  /** Of a heading, from 1. */
  readonly level: number
  readonly numbering: { readonly id: string | undefined; readonly level: number } | undefined
  /** From the left, in twentieths of a point. */
  readonly indent: number | undefined
}

export interface Styles {
  /** `undefined` asks for the default. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle
  /** Properties of runs, from the furthest ancestor to the style itself. */
  readonly runs: (id: string | undefined) => readonly Element[]
  readonly nameOf: (id: string | undefined) => string
  /** Properties of runs that a table style gives to its first row or column. */
  readonly isSetOff: (id: string | undefined, where: 'firstRow' | 'firstCol') => boolean
  /** Of the whole file. */
  readonly language: string | undefined
  /** Of its words that run from right to left. */
  readonly rightToLeft: string | undefined
}

const DEEPEST = 30

export function readStyles(part: Element | undefined): Styles {
  const all = childrenOf(part, 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const usual = all.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )
  const chainOf = (id: string | undefined): Element[] => {
    const chain: Element[] = []
    let style = id === undefined ? usual : byId.get(id)
    while (style && chain.length < DEEPEST) {
      chain.push(style)
      style = byId.get(valOf(style, 'w:basedOn') ?? '')
    }
    return chain
  }
  const ofFile = (kind: string): string | undefined =>
    childOf(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes[kind] ??
    childOf(usual, 'w:rPr', 'w:lang')?.attributes[kind]
  const paragraphs = new Map<string | undefined, ParagraphStyle>()
  return {
    paragraph: (id) => {
      const known = paragraphs.get(id)
      if (known) return known
      const chain = chainOf(id)
      const made = paragraphStyle(chain.length > 0 || id === undefined ? chain : namedOnly(id))
      paragraphs.set(id, made)
      return made
    },
    runs: (id) =>
      id === undefined
        ? []
        : chainOf(id)
            .reverse()
            .flatMap((style) => childrenOf(style, 'w:rPr')),
    nameOf: (id) => valOf(byId.get(id ?? ''), 'w:name') ?? id ?? '',
    isSetOff: (id, where) => chainOf(id ?? '').some((style) => setsOff(style, where)),
    language: ofFile('w:val'),
    rightToLeft: ofFile('w:bidi'),
  }
}

/** A style that a text asks for and that the file does not define: what remains of it is its id. */
const namedOnly = (id: string): Element[] => [
  {
    name: 'w:style',
    attributes: {},
    children: [{ name: 'w:name', attributes: { 'w:val': id }, children: [] }],
  },
]

function paragraphStyle(chain: readonly Element[]): ParagraphStyle {
  const roles = chain.map((style) => roleOf(valOf(style, 'w:name') ?? style.attributes['w:styleId'] ?? ''))
  const named = roles.find(({ role }) => role !== 'text') ?? { role: 'text' as const, level: 0 }
  const outline = firstOf(chain, (style) => valOf(style, 'w:pPr', 'w:outlineLvl'))
  const level = outline === undefined ? -1 : Number(outline)
  const isOutlined = named.role === 'text' && level >= 0 && level < 9
  const numbering = chain
    .map((style) => childOf(style, 'w:pPr', 'w:numPr'))
    .filter((one) => one !== undefined)
  return {
    ...(isOutlined ? { role: 'heading' as const, level: level + 1 } : named),
    numbering:
      numbering.length === 0
        ? undefined
        : {
            id: firstOf(numbering, (one) => valOf(one, 'w:numId')),
            level: Number(firstOf(numbering, (one) => valOf(one, 'w:ilvl')) ?? 0),
          },
    indent: numberOf(firstOf(chain, (style) => indentOf(childOf(style, 'w:pPr')))),
  }
}

export const indentOf = (properties: Element | undefined): string | undefined => {
  const attributes = childOf(properties, 'w:ind')?.attributes
  return attributes?.['w:left'] ?? attributes?.['w:start']
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

function firstOf<T, Found>(list: readonly T[], look: (one: T) => Found | undefined): Found | undefined {
  for (const one of list) {
    const found = look(one)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * In the languages of Word and of what else writes such files; Word itself keeps the English names in every language.
 */
const HEADING =
  /^(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|başlık|pennawd)[ _]?(\d)\b/
const NAMED: readonly (readonly [RegExp, StyleRole])[] = [
  [/^(?:title|titel|haupttitel|document title|book title|teitl)$/, 'title'],
  [/^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|underrubrik|isdeitl)$/, 'subtitle'],
  [/^(?:author|authors)$/, 'author'],
  [
    /^(?:(?:intense )?quote|quotations?|block text|block quot\w*|blocktext|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?|citazione(?: intensa)?)$/,
    'quote',
  ],
  [
    /^(?:caption|(?:image|table|figure|captioned) caption|beschriftung|légende|didascalia|leyenda|bijschrift|illustration|drawing|figure)$/,
    'caption',
  ],
  [/^(?:html preformatted|preformatted text|source code|code|code block|code listing|listing)$/, 'code'],
  [
    /^(?:toc|contents|verzeichnis|tm|tdc|sommario|inhopg|table of figures|figure index|illustration index)[ \d]*\d*(?: .*)?$/,
    'contents',
  ],
  [
    /^(?:list continue(?: \d)?|list paragraph|listenabsatz|paragraphe de liste|párrafo de lista)$/,
    'continued',
  ],
  [/^(?:definition term|list heading)$/, 'term'],
  [/^(?:definition|list contents)$/, 'definition'],
  [/^(?:footnote text|endnote text|footnote|endnote)$/, 'note'],
]

function roleOf(styleName: string): { readonly role: StyleRole; readonly level: number } {
  const name = styleName.toLowerCase().trim()
  const heading = HEADING.exec(name)
  if (heading) return { role: 'heading', level: Number(heading[1]) }
  return { role: NAMED.find(([pattern]) => pattern.test(name))?.[1] ?? 'text', level: 0 }
}

function setsOff(style: Element, where: string): boolean {
  return childrenOf(style, 'w:tblStylePr').some(
    (one) =>
      one.attributes['w:type'] === where &&
      (childOf(one, 'w:rPr', 'w:b') !== undefined || childOf(one, 'w:tcPr', 'w:shd') !== undefined),
  )
}
