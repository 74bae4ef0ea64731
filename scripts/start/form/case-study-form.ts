// The form for a case study as a Word file, for those who write in a word processor.
import type { Element, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { zipBytes } from '../../ground/archives/zip-bytes.ts'
import { FORM_WORDS } from '../../ground/case-study-form.ts'
import type { FormQuestion, FormSection } from '../../model/case-study-form.ts'
import { formDocument, PAGE } from './form-document.ts'
import { formNumbering, formStyles, NAMESPACE } from './form-styles.ts'
import { element, valued } from './word-xml.ts'

export interface CaseStudyForm {
  readonly questions: readonly FormQuestion[]
  readonly sections: readonly FormSection[]
  /** In which the answers will be. */
  readonly language: string
}

/** A field for each question and each part of the text, as a content control. The same bytes each time. */
export const caseStudyForm = ({ questions, sections, language }: CaseStudyForm): Buffer =>
  zipBytes([
    part('[Content_Types].xml', contentTypes()),
    part('_rels/.rels', relationships(PACKAGE)),
    part('docProps/core.xml', core()),
    part(
      'word/document.xml',
      element('w:document', DOCUMENT, [element('w:body', {}, [...formDocument(questions, sections), PAGE])]),
    ),
    part('word/_rels/document.xml.rels', relationships(OF_DOCUMENT)),
    part('word/styles.xml', formStyles(language)),
    part('word/numbering.xml', formNumbering()),
    part('word/settings.xml', settings(language)),
    { name: 'word/media/photograph.png', content: Buffer.from(PICTURE, 'base64') },
  ])

function part(name: string, tree: Element): { readonly name: string; readonly content: string } {
  const head = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8" standalone="yes"' }
  return { name, content: toXml({ type: 'root', children: [head, tree] } as Root) }
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const DOCUMENT = {
  ...NAMESPACE,
  'xmlns:r': OFFICE,
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'mc:Ignorable': 'w15',
}

const PACKAGE = [
  ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
  ['rId2', `${PACKAGES}/relationships/metadata/core-properties`, 'docProps/core.xml'],
] as const

const OF_DOCUMENT = [
  ['rIdStyles', `${OFFICE}/styles`, 'styles.xml'],
  ['rIdNumbering', `${OFFICE}/numbering`, 'numbering.xml'],
  ['rIdSettings', `${OFFICE}/settings`, 'settings.xml'],
  ['rIdPicture', `${OFFICE}/image`, 'media/photograph.png'],
] as const

const relationships = (all: readonly (readonly [string, string, string])[]): Element =>
  element(
    'Relationships',
    { xmlns: `${PACKAGES}/relationships` },
    all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  )

const contentTypes = (): Element =>
  element('Types', { xmlns: `${PACKAGES}/content-types` }, [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Default', { Extension: 'png', ContentType: 'image/png' }),
    ...[
      ['/word/document.xml', `${WORD}.document.main+xml`],
      ['/word/styles.xml', `${WORD}.styles+xml`],
      ['/word/numbering.xml', `${WORD}.numbering+xml`],
      ['/word/settings.xml', `${WORD}.settings+xml`],
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ].map(([PartName = '', ContentType = '']) => element('Override', { PartName, ContentType })),
  ])

/** Without a date, which would be another one each time. */
const core = (): Element =>
  element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGES}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    [
      element('dc:title', {}, [{ type: 'text', value: FORM_WORDS.title }]),
      element('dc:language', {}, [{ type: 'text', value: 'en-GB' }]),
    ],
  )

const settings = (language: string): Element =>
  element('w:settings', NAMESPACE, [
    valued('w:defaultTabStop', 720),
    element('w:compat', {}, [
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ]),
    element('w:themeFontLang', { 'w:val': language }),
  ])

/** One light grey point, which the form shows large. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4CwAA3wDeKXlwtgAAAABJRU5ErkJggg=='
