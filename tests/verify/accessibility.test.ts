import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { checkAccessibility } from '../../scripts/verify/check-accessibility.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { verifyBytes } from '../../scripts/verify/verify-bytes.ts'
import { processorMs } from '../support/processor-ms.ts'
import { finish, given } from './small-book.ts'
import { annotationsOf, elements, redraw, replaceFirstText, tamper } from './tamper.ts'

let sound: Uint8Array
beforeAll(async () => {
  sound = (await finish(given)).bytes
})

const name = PDFName.of

async function findingsAfter(change: (pdf: PDFDocument) => void): Promise<readonly Finding[]> {
  return (await verifyBytes(await tamper(sound, change))).findings
}

const root = (pdf: PDFDocument): PDFDict => pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
const retag = (pdf: PDFDocument, from: string, index: number, to: string): void =>
  elements(pdf, from).at(index)!.set(name('S'), name(to))

function attribute(element: PDFDict, key: string, value: PDFName | PDFNumber | undefined): void {
  const attributes = element.lookup(name('A'))
  const all =
    attributes instanceof PDFArray ? attributes.asArray().map((_, at) => attributes.lookup(at)) : [attributes]
  for (const one of all) {
    if (!(one instanceof PDFDict)) continue
    if (value === undefined) one.delete(name(key))
    else if (one.has(name(key)) || all.length === 1) one.set(name(key), value)
  }
}

function rewriteXmp(pdf: PDFDocument, change: (xmp: string) => string): void {
  const metadata = pdf.catalog.lookup(name('Metadata')) as PDFRawStream
  const packet = Buffer.from(change(inflated(metadata).toString('utf8')), 'utf8')
  const dictionary = pdf.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  pdf.catalog.set(name('Metadata'), pdf.context.register(PDFRawStream.of(dictionary, packet)))
}

const eachFont = (pdf: PDFDocument, change: (font: PDFDict) => void): void => {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(name('Subtype')) === name('Type0')) change(object)
  }
}

it('finds nothing in the bytes of a sound book, nor after another program has written it', async () => {
  expect(await findingsAfter(() => undefined)).toEqual([])
  expect((await verifyBytes(sound)).claims).toEqual(['PDF/UA-1', 'PDF/A-2a'])
})

it('takes less than a tenth of a second for the checks', async () => {
  const read = await readBack(sound)
  const begun = processorMs()
  checkAccessibility(read)
  expect(processorMs() - begun).toBeLessThan(100)
})

const BREAKS: readonly (readonly [rule: string, what: string, change: (pdf: PDFDocument) => void])[] = [
  [
    'content-is-tagged',
    'text without a tag',
    (pdf) => redraw(pdf, 10, (content) => `${content} BT /F4 9 Tf 1 0 0 1 9 9 Tm <0015> Tj ET`),
  ],
  [
    'content-is-tagged',
    'a shape without a tag',
    (pdf) => redraw(pdf, 10, (content) => `${content} 0 0 9 9 re f`),
  ],
  [
    'content-is-tagged',
    'decoration inside of content',
    (pdf) =>
      redraw(pdf, 10, (content) => content.replace('/MCID 1 >>BDC', '/MCID 1 >>BDC /Artifact BMC EMC')),
  ],
  [
    'tags-lead-to-content',
    'a mark that no tag has',
    (pdf) => redraw(pdf, 10, (content) => content.replace('/MCID 1 >>BDC', '/MCID 99 >>BDC')),
  ],
  ['tags-lead-to-content', 'a parent tree that is gone', (pdf) => root(pdf).delete(name('ParentTree'))],
  ['tags-lead-to-content', 'no tags at all', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
  [
    'tags-lead-to-content',
    'a tag with another parent',
    (pdf) => elements(pdf, 'H2')[0]!.set(name('P'), pdf.context.register(pdf.context.obj({ S: 'Div' }))),
  ],
  [
    'tags-lead-to-content',
    'a link without its key',
    (pdf) => annotationsOf(pdf, 3)[0]!.delete(name('StructParent')),
  ],
  ['tags-are-standard', 'a type of nobody’s', (pdf) => retag(pdf, 'P', 2, 'Paragraph')],
  [
    'tags-are-standard',
    'a role map in circles',
    (pdf) => {
      retag(pdf, 'P', 2, 'One')
      root(pdf).set(name('RoleMap'), pdf.context.obj({ One: 'Two', Two: 'One' }))
    },
  ],
  [
    'tags-are-standard',
    'a type of the standard that means another',
    (pdf) => root(pdf).set(name('RoleMap'), pdf.context.obj({ P: 'Span' })),
  ],
  ['tagged-headings-in-order', 'a level left out', (pdf) => retag(pdf, 'H2', 1, 'H4')],
  ['tagged-headings-in-order', 'a first heading of level two', (pdf) => retag(pdf, 'H1', 0, 'H2')],
  [
    'tagged-pictures-have-alternatives',
    'no alternative',
    (pdf) => elements(pdf, 'Figure')[0]!.delete(name('Alt')),
  ],
  [
    'tagged-pictures-have-alternatives',
    'an empty one',
    (pdf) => elements(pdf, 'Figure')[0]!.set(name('Alt'), PDFString.of(' ')),
  ],
  [
    'tagged-pictures-have-alternatives',
    'no box',
    (pdf) => attribute(elements(pdf, 'Figure')[0]!, 'BBox', undefined),
  ],
  ['tagged-tables-are-regular', 'a row too short', (pdf) => retag(pdf, 'TD', 5, 'Lbl')],
  [
    'tagged-tables-are-regular',
    'a cell too wide',
    (pdf) => elements(pdf, 'TD')[5]!.set(name('A'), pdf.context.obj({ O: 'Table', ColSpan: 2 })),
  ],
  [
    'tagged-tables-are-regular',
    'a cell that goes on below',
    (pdf) =>
      elements(pdf, 'TD')
        .at(-1)!
        .set(name('A'), pdf.context.obj({ O: 'Table', RowSpan: 3 })),
  ],
  [
    'tagged-tables-are-regular',
    'no headers',
    (pdf) => {
      for (const header of elements(pdf, 'TH')) header.set(name('S'), name('TD'))
    },
  ],
  [
    'tagged-tables-are-regular',
    'a header without a scope',
    (pdf) => elements(pdf, 'TH')[0]!.delete(name('A')),
  ],
  [
    'tagged-tables-are-regular',
    'a header that is not there',
    (pdf) =>
      elements(pdf, 'TD')[0]!.set(
        name('A'),
        pdf.context.obj({ O: 'Table', Headers: [PDFString.of('nobody')] }),
      ),
  ],
  ['tagged-lists-are-sound', 'a paragraph among the items', (pdf) => retag(pdf, 'LI', 0, 'P')],
  ['tagged-lists-are-sound', 'an item outside of a list', (pdf) => retag(pdf, 'L', 0, 'Sect')],
  ['tagged-lists-are-sound', 'text in an item without a body', (pdf) => retag(pdf, 'LBody', 0, 'P')],
  [
    'tagged-links-are-described',
    'no words of its own',
    (pdf) => annotationsOf(pdf, 3)[0]!.delete(name('Contents')),
  ],
  ['tagged-links-are-described', 'a link tagged as a phrase', (pdf) => retag(pdf, 'Link', 3, 'Span')],
  ['tagged-links-are-described', 'a tag that cannot be followed', (pdf) => retag(pdf, 'Em', 0, 'Link')],
  ['tagged-notes-have-ids', 'a note without an id', (pdf) => retag(pdf, 'P', 3, 'Note')],
  [
    'tagged-notes-have-ids',
    'an id that leads nowhere',
    (pdf) => elements(pdf, 'P')[3]!.set(name('ID'), PDFString.of('lost')),
  ],
  ['language-is-told', 'no language', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['language-is-told', 'a code that is none', (pdf) => pdf.catalog.set(name('Lang'), PDFString.of('en_GB'))],
  [
    'language-is-told',
    'a private code left over',
    (pdf) => elements(pdf, 'P')[3]!.set(name('Lang'), PDFString.of('en-x-note')),
  ],
  [
    'characters-can-be-read-out',
    'an empty box',
    (pdf) => redraw(pdf, 10, (content) => replaceFirstText(content, '<0000> Tj')),
  ],
  [
    'characters-can-be-read-out',
    'a sign without a character',
    (pdf) => redraw(pdf, 10, (content) => replaceFirstText(content, '<7FFF> Tj')),
  ],
  [
    'characters-can-be-read-out',
    'fonts without characters',
    (pdf) => eachFont(pdf, (font) => font.delete(name('ToUnicode'))),
  ],
  [
    'characters-can-be-read-out',
    'fonts that are not in the file',
    (pdf) =>
      eachFont(pdf, (font) => {
        const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
        descendant.lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2'))
      }),
  ],
  ['claims-agree', 'another title in Info', (pdf) => pdf.setTitle('Another')],
  [
    'claims-agree',
    'no title in XMP',
    (pdf) => rewriteXmp(pdf, (xmp) => xmp.replace(/<dc:title>[\s\S]*<\/dc:title>/, '')),
  ],
  ['claims-agree', 'no sign that it is tagged', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
  [
    'claims-agree',
    'a viewer that shows the file name',
    (pdf) => pdf.catalog.delete(name('ViewerPreferences')),
  ],
  ['claims-agree', 'a page in another order', (pdf) => pdf.getPage(3).node.delete(name('Tabs'))],
  ['claims-agree', 'no output intent', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
  [
    'claims-agree',
    'accessible PDF/A without PDF/UA',
    (pdf) => rewriteXmp(pdf, (xmp) => xmp.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, '')),
  ],
  [
    'claims-are-made',
    'no claim',
    (pdf) => rewriteXmp(pdf, (xmp) => xmp.replace(/<pdf(?:ua|a)id:(\w+)>\w+<\/pdf(?:ua|a)id:\1>/g, '')),
  ],
]

describe('checks of the bytes', () => {
  it.each(BREAKS)('%s finds %s', async (rule, _, change) => {
    const findings = await findingsAfter(change)
    expect(findings.map((one) => one.rule)).toContain(rule)
    for (const { message } of findings) expect(message).not.toMatch(/undefined|NaN|\[object/)
  })

  it('shows the first few of many', async () => {
    const findings = await findingsAfter((pdf) => {
      for (const cell of elements(pdf, 'TD')) cell.set(name('S'), name('Cell'))
    })
    expect(findings.filter((one) => one.rule === 'tags-are-standard')).toHaveLength(1)
  })

  it('reads an alternative in whatever notation it is written', async () => {
    const findings = await findingsAfter((pdf) =>
      elements(pdf, 'Figure')[0]!.set(name('Alt'), PDFHexString.fromText('Chart: 3 of 4 councils')),
    )
    expect(findings).toEqual([])
  })
})
