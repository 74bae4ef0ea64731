// The file around the text: what its parts are, how they belong together, and what is known of the whole.
import type { ZipPart } from '../ground/archives/zip-bytes.ts'
import { SENT_MARKS_NAMESPACE, SENT_MARKS_PART, sentMarksXml, sentWithoutMark } from '../ground/sent-marks.ts'
import type { Settings } from '../model/settings.ts'
import { footnotesPart } from './footnotes-part.ts'
import { numberingPart } from './numbering.ts'
import { stylesPart } from './styles.ts'
import type { Writing } from './writing.ts'
import { NAMESPACES, partText, val, type Xml, xml } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org'
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts in the order in which Word itself writes them. */
export function packageParts(document: Xml, writing: Writing): ZipPart[] {
  const { settings, languageTag, media } = writing
  const part = (name: string, root: Xml): ZipPart => ({ name, content: partText(root) })
  return [
    part('[Content_Types].xml', contentTypes()),
    part('_rels/.rels', packageRelations()),
    part('word/document.xml', document),
    part('word/_rels/document.xml.rels', documentRelations(writing)),
    part('word/_rels/footnotes.xml.rels', noteRelations(writing)),
    part('word/footnotes.xml', footnotesPart(writing.footnotes)),
    part('word/header1.xml', runningHead(settings)),
    part('word/footer1.xml', pageNumber()),
    part('word/styles.xml', stylesPart(languageTag)),
    part('word/numbering.xml', numberingPart(writing.lists)),
    part('word/settings.xml', settingsPart(languageTag)),
    ...sentMarks(writing),
    part('docProps/core.xml', coreProperties(settings)),
    part('docProps/app.xml', appProperties()),
    ...[...media.values()].map(({ name, bytes }) => ({ name: `word/${name}`, content: bytes })),
  ]
}

/** All marks once more, in a part that Word keeps as it is. */
const sentMarks = ({ marks, unmarked }: Writing): ZipPart[] => {
  const sent = marks.map(({ start, words }) => ({ name: String(start.attributes['w:name'] ?? ''), words }))
  sent.push(...[...unmarked].map(sentWithoutMark))
  const namespace = `${OFFICE}/officeDocument/2006/customXml`
  const properties = xml('ds:datastoreItem', { 'ds:itemID': MARKS_ID, 'xmlns:ds': namespace }, [
    xml('ds:schemaRefs', {}, [xml('ds:schemaRef', { 'ds:uri': SENT_MARKS_NAMESPACE })]),
  ])
  const own = relations([relation('rId1', `${RELATIONS}/customXmlProps`, 'itemProps1.xml')])
  return [
    { name: SENT_MARKS_PART, content: sentMarksXml(sent) },
    { name: 'customXml/itemProps1.xml', content: partText(properties) },
    { name: 'customXml/_rels/item1.xml.rels', content: partText(own) },
  ]
}

/** Any that is no other’s. */
const MARKS_ID = '{5D0C8A9E-3B52-4C1B-9C55-0F6B8A1D7E21}'

const contentTypes = (): Xml => {
  const type = (name: string, kind: string): Xml => xml('Override', { PartName: name, ContentType: kind })
  return xml('Types', { xmlns: `${OFFICE}/package/2006/content-types` }, [
    xml('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    xml('Default', { Extension: 'png', ContentType: 'image/png' }),
    xml('Default', { Extension: 'jpeg', ContentType: 'image/jpeg' }),
    type('/word/document.xml', `${WORD}.document.main+xml`),
    type('/word/styles.xml', `${WORD}.styles+xml`),
    type('/word/numbering.xml', `${WORD}.numbering+xml`),
    type('/word/settings.xml', `${WORD}.settings+xml`),
    type('/word/footnotes.xml', `${WORD}.footnotes+xml`),
    type('/word/header1.xml', `${WORD}.header+xml`),
    type('/word/footer1.xml', `${WORD}.footer+xml`),
    type(
      '/customXml/itemProps1.xml',
      'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    ),
    type('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    type('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
  ])
}

const relation = (id: string, type: string, target: string, isOutside = false): Xml =>
  xml('Relationship', { Id: id, Type: type, Target: target, TargetMode: isOutside ? 'External' : undefined })

const relations = (all: readonly Xml[]): Xml =>
  xml('Relationships', { xmlns: `${OFFICE}/package/2006/relationships` }, all)

const packageRelations = (): Xml =>
  relations([
    relation('rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'),
    relation('rId2', `${OFFICE}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation('rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'),
  ])

const documentRelations = (writing: Writing): Xml => {
  const own = ['styles', 'numbering', 'settings', 'footnotes'].map((name, index) =>
    relation(`rId${index + 1}`, `${RELATIONS}/${name}`, `${name}.xml`),
  )
  return relations([
    ...own,
    relation('rIdMarks', `${RELATIONS}/customXml`, `../${SENT_MARKS_PART}`),
    relation('rIdHeader', `${RELATIONS}/header`, 'header1.xml'),
    relation('rIdFooter', `${RELATIONS}/footer`, 'footer1.xml'),
    ...outside(writing),
  ])
}

/** Notes hold links and pictures as the text does. */
const noteRelations = (writing: Writing): Xml => relations(outside(writing))

const outside = ({ relations: all }: Writing): Xml[] =>
  all.map(({ id, type, target }) => relation(id, `${RELATIONS}/${type}`, target, type === 'hyperlink'))

const runningHead = ({ publication }: Settings): Xml =>
  xml('w:hdr', NAMESPACES, [
    xml('w:p', {}, [
      xml('w:pPr', {}, [val('w:pStyle', 'Header')]),
      xml('w:r', {}, [xml('w:t', { 'xml:space': 'preserve' }, [publication.short])]),
    ]),
  ])

const pageNumber = (): Xml => {
  const part = (type: string): Xml => xml('w:r', {}, [xml('w:fldChar', { 'w:fldCharType': type })])
  return xml('w:ftr', NAMESPACES, [
    xml('w:p', {}, [
      xml('w:pPr', {}, [val('w:pStyle', 'Footer')]),
      part('begin'),
      xml('w:r', {}, [xml('w:instrText', { 'xml:space': 'preserve' }, [' PAGE '])]),
      part('separate'),
      xml('w:r', {}, [xml('w:t', {}, ['1'])]),
      part('end'),
    ]),
  ])
}

/** What a reviewer changes is tracked from the first sign on. In the order of ISO/IEC 29500-1, 17.15.1.78. */
const settingsPart = (language: string): Xml =>
  xml('w:settings', NAMESPACES, [
    xml('w:zoom', { 'w:percent': 100 }),
    xml('w:trackRevisions'),
    val('w:defaultTabStop', 720),
    val('w:characterSpacingControl', 'doNotCompress'),
    xml('w:footnotePr', {}, [
      // Here, not in each section: LibreOffice 7.4 calls every note 0 in a section that begins anew.
      val('w:numRestart', 'eachSect'),
      xml('w:footnote', { 'w:id': -1 }),
      xml('w:footnote', { 'w:id': 0 }),
    ]),
    xml('w:compat', {}, [
      xml('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ]),
    xml('w:themeFontLang', { 'w:val': language }),
    val('w:decimalSymbol', '.'),
    val('w:listSeparator', ','),
  ])

function coreProperties({ publication, epoch }: Settings): Xml {
  const time = `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`
  const authors = publication.makers.map(({ name }) => name).join(', ') || publication.publisher
  const dated = (name: string): Xml => xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, [time])
  return xml(
    'cp:coreProperties',
    {
      'xmlns:cp': `${OFFICE}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      xml('dc:title', {}, [publication.title]),
      publication.subtitle === '' ? undefined : xml('dc:subject', {}, [publication.subtitle]),
      authors === '' ? undefined : xml('dc:creator', {}, [authors]),
      publication.keywords.length > 0 ? xml('cp:keywords', {}, [publication.keywords.join(', ')]) : undefined,
      xml('dc:language', {}, [publication.language]),
      dated('dcterms:created'),
      dated('dcterms:modified'),
    ],
  )
}

const appProperties = (): Xml =>
  xml('Properties', { xmlns: `${OFFICE}/officeDocument/2006/extended-properties` }, [
    xml('Application', {}, ['whitepaper']),
  ])
