// The styles of a Word file: those that Word knows by name, and a few for what it has none for.
import { NAMESPACES, val, type Xml, xml } from './xml.ts'

const SERIF = 'Georgia'
const SANS = 'Arial'
const MONO = 'Consolas'

interface StyleSpec {
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  /** From 1, for headings. */
  readonly level?: number
  readonly sans?: true
  readonly mono?: true
  readonly bold?: true
  readonly italic?: true
  readonly colour?: string
  /** In points. */
  readonly size?: number
  readonly before?: number
  readonly after?: number
  /** In 1/240 of a line. */
  readonly line?: number
  readonly indent?: number
  readonly keepNext?: true
  readonly keepLines?: true
  readonly isOwn?: true
  readonly centred?: true
}

const heading = (level: number, size: number, before: number): StyleSpec => ({
  name: `heading ${level}`,
  basedOn: 'Normal',
  next: 'BodyText',
  level,
  sans: true,
  bold: true,
  size,
  before,
  after: 6,
  line: 252,
  keepNext: true,
  keepLines: true,
})

const SPECS = {
  Normal: { name: 'Normal', size: 11, line: 276 },
  BodyText: { name: 'Body Text', basedOn: 'Normal', after: 8 },
  Title: {
    name: 'Title',
    basedOn: 'Normal',
    next: 'Subtitle',
    size: 32,
    before: 120,
    after: 8,
    line: 252,
    sans: true,
    bold: true,
  },
  Subtitle: {
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'BodyText',
    size: 16,
    after: 16,
    sans: true,
    colour: '444444',
  },
  Heading1: heading(1, 22, 24),
  Heading2: heading(2, 18, 20),
  Heading3: heading(3, 14, 18),
  Heading4: heading(4, 12, 14),
  Heading5: heading(5, 11, 12),
  Heading6: heading(6, 11, 12),
  TOCHeading: {
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    bold: true,
    size: 22,
    before: 24,
    after: 8,
    keepNext: true,
  },
  TOC1: { name: 'toc 1', basedOn: 'Normal', next: 'BodyText', sans: true, after: 3, before: 6 },
  TOC2: { name: 'toc 2', basedOn: 'Normal', next: 'BodyText', sans: true, after: 3, indent: 240 },
  TOC3: { name: 'toc 3', basedOn: 'Normal', next: 'BodyText', sans: true, after: 3, indent: 480 },
  Standfirst: {
    name: 'Standfirst',
    basedOn: 'Normal',
    next: 'BodyText',
    size: 14,
    after: 14,
    colour: '333333',
    isOwn: true,
  },
  Label: {
    name: 'Label',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    bold: true,
    size: 10,
    after: 3,
    keepNext: true,
    colour: '444444',
    isOwn: true,
  },
  KeyFigure: {
    name: 'Key Figure',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    bold: true,
    size: 18,
    before: 10,
    after: 0,
    line: 252,
    keepNext: true,
    isOwn: true,
  },
  Caption: {
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    size: 10,
    before: 4,
    after: 10,
    colour: '333333',
  },
  Figure: { name: 'Figure', basedOn: 'Normal', next: 'Caption', before: 8, after: 4, line: 240, isOwn: true },
  Quote: { name: 'Quote', basedOn: 'Normal', next: 'BodyText', italic: true, after: 8, indent: 480 },
  QuoteSource: {
    name: 'Quote Source',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    size: 10,
    after: 12,
    indent: 480,
    isOwn: true,
  },
  IntenseQuote: {
    name: 'Intense Quote',
    basedOn: 'Normal',
    next: 'BodyText',
    italic: true,
    size: 14,
    before: 12,
    after: 12,
    indent: 480,
  },
  Callout: { name: 'Callout', basedOn: 'Normal', next: 'BodyText', after: 6, indent: 240, isOwn: true },
  CalloutTitle: {
    name: 'Callout Title',
    basedOn: 'Normal',
    next: 'Callout',
    sans: true,
    bold: true,
    before: 8,
    after: 3,
    indent: 240,
    keepNext: true,
    isOwn: true,
  },
  SideNote: {
    name: 'Side Note',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    size: 10,
    after: 6,
    indent: 240,
    isOwn: true,
  },
  ListParagraph: { name: 'List Paragraph', basedOn: 'Normal', after: 4 },
  Term: {
    name: 'Term',
    basedOn: 'Normal',
    next: 'Definition',
    sans: true,
    bold: true,
    before: 4,
    after: 1,
    keepNext: true,
    isOwn: true,
  },
  Definition: { name: 'Definition', basedOn: 'Normal', next: 'Term', after: 6, indent: 360, isOwn: true },
  Code: {
    name: 'Code',
    basedOn: 'Normal',
    next: 'BodyText',
    mono: true,
    size: 9,
    before: 4,
    after: 10,
    line: 252,
    isOwn: true,
  },
  Formula: { name: 'Formula', basedOn: 'Normal', next: 'BodyText', before: 6, after: 10, isOwn: true },
  TableText: {
    name: 'Table Text',
    basedOn: 'Normal',
    sans: true,
    size: 9.5,
    before: 2,
    after: 2,
    line: 252,
    isOwn: true,
  },
  Sources: {
    name: 'Sources',
    basedOn: 'Normal',
    next: 'BodyText',
    sans: true,
    size: 9.5,
    before: 8,
    after: 8,
    isOwn: true,
  },
  Index1: { name: 'index 1', basedOn: 'Normal', sans: true, size: 10, after: 1 },
  Index2: { name: 'index 2', basedOn: 'Normal', sans: true, size: 10, after: 1, indent: 360 },
  IndexHeading: {
    name: 'index heading',
    basedOn: 'Normal',
    next: 'Index1',
    sans: true,
    bold: true,
    before: 10,
    after: 2,
    keepNext: true,
  },
  FootnoteText: { name: 'footnote text', basedOn: 'Normal', sans: true, size: 9, after: 2, line: 252 },
  Header: { name: 'header', basedOn: 'Normal', sans: true, size: 9, colour: '444444' },
  Footer: { name: 'footer', basedOn: 'Normal', sans: true, size: 9, colour: '444444', centred: true },
} as const satisfies Readonly<Record<string, StyleSpec>>

export type StyleId = keyof typeof SPECS

export const headingStyle = (level: number): StyleId =>
  `Heading${Math.min(Math.max(level, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6}`

/** `word/styles.xml`. */
export function stylesPart(language: string): Xml {
  return xml('w:styles', NAMESPACES, [
    defaults(language),
    ...Object.entries<StyleSpec>(SPECS).map(([id, spec]) => paragraphStyle(id, spec)),
    ...CHARACTERS,
    TABLE_NORMAL,
    TABLE_GRID,
  ])
}

const fonts = (name: string): Xml => xml('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name })

const sizes = (points: number): Xml[] => [val('w:sz', points * 2), val('w:szCs', points * 2)]

const defaults = (language: string): Xml =>
  xml('w:docDefaults', {}, [
    xml('w:rPrDefault', {}, [
      xml('w:rPr', {}, [
        fonts(SERIF),
        ...sizes(11),
        xml('w:lang', { 'w:val': language, 'w:eastAsia': 'ja-JP', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    xml('w:pPrDefault', {}, [
      xml('w:pPr', {}, [xml('w:spacing', { 'w:after': 0, 'w:line': 276, 'w:lineRule': 'auto' })]),
    ]),
  ])

function paragraphStyle(id: string, spec: StyleSpec): Xml {
  const isDefault = id === 'Normal'
  return xml(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': isDefault ? 1 : undefined,
      'w:styleId': id,
      'w:customStyle': spec.isOwn ? 1 : undefined,
    },
    [
      val('w:name', spec.name),
      spec.basedOn ? val('w:basedOn', spec.basedOn) : undefined,
      spec.next ? val('w:next', spec.next) : undefined,
      val('w:uiPriority', spec.level ? 9 : 10),
      xml('w:qFormat'),
      paragraphLook(spec),
      runLook(spec),
    ],
  )
}

function paragraphLook({
  keepNext,
  keepLines,
  before = 0,
  after = 0,
  line = 276,
  indent,
  centred,
  level,
}: StyleSpec): Xml {
  return xml('w:pPr', {}, [
    keepNext && xml('w:keepNext'),
    keepLines && xml('w:keepLines'),
    xml('w:spacing', {
      'w:before': before * 20,
      'w:after': after * 20,
      'w:line': line,
      'w:lineRule': 'auto',
    }),
    indent === undefined ? undefined : xml('w:ind', { 'w:left': indent }),
    centred && val('w:jc', 'center'),
    level === undefined ? undefined : val('w:outlineLvl', level - 1),
  ])
}

const runLook = ({ sans, mono, bold, italic, colour, size }: StyleSpec): Xml =>
  xml('w:rPr', {}, [
    mono ? fonts(MONO) : sans ? fonts(SANS) : undefined,
    ...(bold ? [xml('w:b'), xml('w:bCs')] : []),
    ...(italic ? [xml('w:i'), xml('w:iCs')] : []),
    colour ? val('w:color', colour) : undefined,
    ...(size ? sizes(size) : []),
  ])

const character = (id: string, name: string, look: readonly Xml[], own?: true): Xml =>
  xml('w:style', { 'w:type': 'character', 'w:styleId': id, 'w:customStyle': own ? 1 : undefined }, [
    val('w:name', name),
    val('w:uiPriority', 99),
    xml('w:unhideWhenUsed'),
    xml('w:rPr', {}, look),
  ])

const CHARACTERS: readonly Xml[] = [
  xml('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, [
    val('w:name', 'Default Paragraph Font'),
    val('w:uiPriority', 1),
    xml('w:semiHidden'),
    xml('w:unhideWhenUsed'),
  ]),
  character('Hyperlink', 'Hyperlink', [val('w:color', '0B4F8A'), val('w:u', 'single')]),
  character('FootnoteReference', 'footnote reference', [val('w:vertAlign', 'superscript')]),
  character('InlineCode', 'Inline Code', [fonts(MONO), ...sizes(10)], true),
]

const TABLE_NORMAL = xml('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
  val('w:name', 'Normal Table'),
  val('w:uiPriority', 99),
  xml('w:semiHidden'),
  xml('w:unhideWhenUsed'),
  xml('w:tblPr', {}, [
    xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    xml('w:tblCellMar', {}, [
      xml('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
      xml('w:left', { 'w:w': 108, 'w:type': 'dxa' }),
      xml('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
      xml('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
    ]),
  ]),
])

const edge = (name: string, size: number, colour: string): Xml =>
  xml(name, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': colour })

const TABLE_GRID = xml(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'PublicationTable', 'w:customStyle': 1 },
  [
    val('w:name', 'Publication Table'),
    val('w:basedOn', 'TableNormal'),
    val('w:uiPriority', 59),
    xml('w:tblPr', {}, [
      xml('w:tblBorders', {}, [
        edge('w:top', 8, '444444'),
        edge('w:bottom', 8, '444444'),
        edge('w:insideH', 4, 'BBBBBB'),
      ]),
    ]),
    xml('w:tblStylePr', { 'w:type': 'firstRow' }, [
      xml('w:rPr', {}, [xml('w:b'), xml('w:bCs')]),
      xml('w:tcPr', {}, [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEEEEE' })]),
    ]),
    xml('w:tblStylePr', { 'w:type': 'firstCol' }, [xml('w:rPr', {}, [xml('w:b'), xml('w:bCs')])]),
  ],
)
