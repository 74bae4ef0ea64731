// Word files in the manner of Word, made part by part. Only what a test is about has to be written.
import { zipBytes } from '../../../scripts/ground/archives/zip-bytes.ts'

const OFFICE = 'http://schemas.openxmlformats.org'
const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
  `xmlns:c="${OFFICE}/drawingml/2006/chart"`,
  `xmlns:dgm="${OFFICE}/drawingml/2006/diagram"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"',
  'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"',
  'mc:Ignorable="w14"',
].join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPES = `${OFFICE}/officeDocument/2006/relationships`

export interface Relationship {
  readonly kind: string
  readonly target: string
  readonly isOutside?: boolean
}

export interface Docx {
  readonly body: string
  /** Added to those that Word has in every file. */
  readonly styles?: string
  readonly language?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly core?: string
  readonly relations?: Readonly<Record<string, Relationship>>
  /** Whole parts by their names. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

export function docxOf(docx: Docx): Buffer {
  const own = { ...partRelations(docx), ...docx.relations }
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationsPart({
      rId1: { kind: 'officeDocument', target: 'word/document.xml' },
      rId2: { kind: 'core-properties', target: 'docProps/core.xml' },
    }),
    'word/document.xml': wordPart('document', `<w:body>${docx.body}${SECTION}</w:body>`),
    'word/_rels/document.xml.rels': relationsPart(own),
    'word/styles.xml': wordPart(
      'styles',
      `${defaults(docx.language ?? 'en-GB')}${STYLES}${docx.styles ?? ''}`,
    ),
    ...(docx.numbering ? { 'word/numbering.xml': wordPart('numbering', docx.numbering) } : {}),
    ...(docx.footnotes ? { 'word/footnotes.xml': wordPart('footnotes', SEPARATORS + docx.footnotes) } : {}),
    ...(docx.endnotes ? { 'word/endnotes.xml': wordPart('endnotes', docx.endnotes) } : {}),
    ...(docx.comments ? { 'word/comments.xml': wordPart('comments', docx.comments) } : {}),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${docx.core ?? ''}</cp:coreProperties>`,
    ...docx.parts,
  }
  return zipBytes(Object.entries(parts).map(([name, content]) => ({ name, content })))
}

export const wordPart = (root: string, content: string): string =>
  `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`

const SECTION = '<w:sectPr w:rsidR="00A1"><w:pgSz w:w="11906" w:h="16838"/><w:cols w:space="708"/></w:sectPr>'
const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'

function partRelations(docx: Docx): Record<string, Relationship> {
  const kinds = (['numbering', 'footnotes', 'endnotes', 'comments'] as const).filter(
    (kind) => docx[kind] !== undefined,
  )
  return Object.fromEntries(
    ['styles', ...kinds].map((kind) => [`rId_${kind}`, { kind, target: `${kind}.xml` }]),
  )
}

function relationsPart(relations: Readonly<Record<string, Relationship>>): string {
  const rows = Object.entries(relations).map(([id, { kind, target, isOutside }]) => {
    const type =
      kind === 'core-properties'
        ? `${OFFICE}/package/2006/relationships/metadata/${kind}`
        : `${TYPES}/${kind}`
    const mode = isOutside ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${mode}/>`
  })
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${rows.join('')}</Relationships>`
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)

const defaults = (language: string): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="${language}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState="0" w:count="376"><w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/></w:latentStyles>`

export const style = (id: string, name: string, more = '', type = 'paragraph', basedOn = 'Normal'): string =>
  `<w:style w:type="${type}"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' || type === 'character' ? '' : `<w:basedOn w:val="${basedOn}"/>`}${more}</w:style>`

const heading = (level: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>`,
  )

const STYLES = [
  style('Normal', 'Normal'),
  ...[1, 2, 3, 4].map(heading),
  style('Title', 'Title'),
  style('Subtitle', 'Subtitle'),
  style('Quote', 'Quote', '<w:rPr><w:i/></w:rPr>'),
  style('IntenseQuote', 'Intense Quote'),
  style('Caption', 'caption', '<w:rPr><w:i/></w:rPr>'),
  style('ListParagraph', 'List Paragraph', '<w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr>'),
  style('FootnoteText', 'footnote text'),
  style('TOC1', 'toc 1'),
  style('TOCHeading', 'TOC Heading', '', 'paragraph', 'Heading1'),
  style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
  style('Emphasis', 'Emphasis', '<w:rPr><w:i/></w:rPr>', 'character'),
  style(
    'Hyperlink',
    'Hyperlink',
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>',
    'character',
  ),
  style(
    'FootnoteReference',
    'footnote reference',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    'character',
  ),
].join('')

/** A run: `r('words', 'b i')`; properties by their names, or as XML. */
export function r(text: string, properties = ''): string {
  return `<w:r w:rsidRPr="00C3">${rPr(properties)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

export const run = (inside: string, properties = ''): string => `<w:r>${rPr(properties)}${inside}</w:r>`

function rPr(properties: string): string {
  if (properties === '') return ''
  const inside = properties.startsWith('<')
    ? properties
    : properties
        .split(' ')
        .map((name) => `<w:${name}/>`)
        .join('')
  return `<w:rPr>${inside}</w:rPr>`
}

/** A paragraph; `content` is text or runs, `style` a style id, `more` further properties. */
export function p(content: string, styleId = '', more = ''): string {
  const inside = content.startsWith('<') || content === '' ? content : r(content)
  const properties = `${styleId ? `<w:pStyle w:val="${styleId}"/>` : ''}${more}`
  return `<w:p w:rsidR="00A1" w:rsidRDefault="00B2">${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside}</w:p>`
}

export const li = (content: string, list: number, level = 0, styleId = 'ListParagraph'): string =>
  p(content, styleId, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

const BULLETS = ['\uf0b7', 'o', '\uf0a7']

/** A definition of nine levels, as Word writes it. */
export function abstractNum(id: number, formats: readonly string[], starts: readonly number[] = []): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const format = formats[level % formats.length] ?? 'bullet'
    const [name = '', label = format === 'bullet' ? (BULLETS[level % 3] ?? '') : `%${level + 1}.`] =
      format.split('|')
    return `<w:lvl w:ilvl="${level}"><w:start w:val="${starts[level] ?? 1}"/><w:numFmt w:val="${name}"/><w:lvlText w:val="${label}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>`
}

export const num = (id: number, abstract: number, restart?: number): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${restart === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${restart}"/></w:lvlOverride>`}</w:num>`

/** Cells are text or blocks; `|` in front of a cell’s properties: `['a', {span: 2, content: 'b'}]`. */
export interface TestCell {
  readonly content: string
  readonly span?: number
  readonly merge?: 'restart' | 'continue'
}

export function tbl(rows: readonly (readonly (string | TestCell)[])[], isHeaded = true, look = ''): string {
  const body = rows.map((row, index) => {
    const properties = isHeaded && index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    return `<w:tr w:rsidR="00A1">${properties}${row.map(tc).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>${look}</w:tblPr><w:tblGrid/>${body.join('')}</w:tbl>`
}

function tc(cell: string | TestCell): string {
  const { content, span, merge }: TestCell = typeof cell === 'string' ? { content: cell } : cell
  const properties = `${span ? `<w:gridSpan w:val="${span}"/>` : ''}${merge ? `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>` : ''}`
  const inside = content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)
  return `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/>${properties}</w:tcPr>${inside}</w:tc>`
}

/** A field as Word splits it over runs. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result.startsWith('<') ? result : r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

export const bookmark = (name: string, inside: string): string =>
  `<w:bookmarkStart w:id="7" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="7"/>`

export interface TestPicture {
  readonly alt?: string
  readonly decorative?: boolean
  readonly mm?: number
  readonly crop?: string
  readonly svg?: string
}

export function drawing(
  id: string,
  { alt = '', decorative = false, mm = 150, crop = '', svg }: TestPicture = {},
): string {
  const described = alt ? ` descr="${escaped(alt)}"` : ''
  const extension = decorative
    ? '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
    : ''
  const vector = svg
    ? `<a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip r:embed="${svg}"/></a:ext></a:extLst>`
    : ''
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${mm * 36000}" cy="360000"/><wp:docPr id="1" name="Picture 1"${described}>${extension}</wp:docPr><a:graphic><a:graphicData uri="pic"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}">${vector}</a:blip>${crop ? `<a:srcRect ${crop}/>` : ''}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** A text box, twice, as Word writes it: for newer programs and for older ones. */
export const textBox = (inside: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="2" name="Text Box 2"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const withPicture = {
  relations: { rIdP: { kind: 'image', target: 'media/image1.png' } },
  parts: { 'word/media/image1.png': PNG },
} as const
