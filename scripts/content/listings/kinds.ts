// What the colours of a listing tell apart. Each kind is a class, and a token of the theme that has its name; how it
// looks, in colour and in black ink, stands there and in the styles.

/** Kinds by the scopes of TextMate grammars; a longer scope wins over a shorter one. */
const SCOPES = {
  'code-note': ['comment', 'punctuation.definition.comment', 'string.quoted.docstring', 'markup.quote'],
  'code-word': [
    'keyword',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'keyword.operator.word',
    'markup.bold',
  ],
  'code-name': [
    'entity.name.function',
    'entity.name.type',
    'entity.name.class',
    'entity.name.tag',
    'entity.name.section',
    'entity.other.inherited-class',
    'support.function',
    'support.type',
    'support.class',
    'markup.heading',
  ],
  'code-text': ['string', 'constant.character', 'markup.inserted', 'markup.inline.raw'],
  'code-number': [
    'constant.numeric',
    'constant.language',
    'constant.other',
    'support.constant',
    'keyword.other.unit',
    'entity.other.attribute-name',
    'markup.deleted',
  ],
  // Plus and minus, and the arrow of a function: they are no words.
  plain: ['keyword.operator', 'storage.type.function.arrow', 'punctuation', 'meta.template.expression'],
} as const

export type ListingKind = Exclude<keyof typeof SCOPES, 'plain'>

/** A stretch of a line; without a kind it looks like the rest. */
export type Stretch = readonly [text: string, kind?: ListingKind]

const NAMES = Object.keys(SCOPES) as (keyof typeof SCOPES)[]

/** The library tells colours alone: each kind gets one by its place in the list. */
const colourOf = (index: number): string => `#0000${String(index + 1).padStart(2, '0')}`

export const THEME = {
  name: 'kinds',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000' } },
    ...NAMES.map((name, index) => ({
      scope: [...SCOPES[name]],
      settings: { foreground: colourOf(index) },
    })),
  ],
}

export function kindOf(colour: string | undefined): ListingKind | undefined {
  const name = NAMES.find((_, index) => colourOf(index) === colour?.toLowerCase())
  return name === 'plain' ? undefined : name
}
