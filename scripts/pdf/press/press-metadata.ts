// What a press file says of itself (ISO 15930-7, 6.2 and 6.7).
import { createHash } from 'node:crypto'
import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { PressProfile } from '../../model/press.ts'
import type { Description } from '../describe.ts'
import { infoOf } from '../metadata.ts'
import { xmp } from '../xmp.ts'

interface Identity {
  /** Of all versions of this file. */
  readonly document: string
  /** Of these very contents. */
  readonly instance: string
  readonly version: string
}

/** Ids from what the file is made of: the same input gives the same ones. */
export function identityOf(
  fileName: string,
  description: Description,
  content: string,
  version: string,
): Identity {
  return {
    document: uuid(`${description.title}\n${description.authors.join('\n')}\n${fileName}`),
    instance: uuid(`${fileName}\n${content}`),
    version: version || '1',
  }
}

/**
 * Sixteen bytes of a hash in the form of a UUID of version 8, which is made by whatever rule one likes (RFC 9562,
 * 5.8).
 */
function uuid(of: string): string {
  const hash = createHash('sha256').update(of).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return `uuid:${hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

/**
 * A new catalog with nothing that a printer must not get: no actions, forms, names or tags. `claims`: whether it says
 * PDF/X-4.
 */
export function pressCatalog(
  pdf: PDFDocument,
  pages: PDFRef,
  intent: PDFRef,
  { description, identity, claims }: { description: Description; identity: Identity; claims: boolean },
): void {
  const { context } = pdf
  const info = infoOf(pdf, description)
  info.set(PDFName.of('Trapped'), PDFName.of('False'))
  context.trailerInfo.Info = context.register(info)
  const packet = Buffer.from(xmp(description, pressProperties(identity, claims)), 'utf8')
  const metadata = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: pages,
    Lang: PDFString.of(description.language),
    Metadata: context.register(PDFRawStream.of(metadata, packet)),
    OutputIntents: [intent],
    ViewerPreferences: { DisplayDocTitle: true, PrintScaling: 'None' },
  })
  context.trailerInfo.Root = context.register(catalog)
}

const pressProperties = ({ document, instance, version }: Identity, claims: boolean) => ({
  namespaces: {
    xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
    ...(claims ? { pdfxid: 'http://www.npes.org/pdfx/ns/id/' } : {}),
  },
  properties: [
    `<xmpMM:DocumentID>${document}</xmpMM:DocumentID>`,
    `<xmpMM:InstanceID>${instance}</xmpMM:InstanceID>`,
    `<xmpMM:VersionID>${version}</xmpMM:VersionID>`,
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    '<pdf:Trapped>False</pdf:Trapped>',
    ...(claims ? ['<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>'] : []),
  ],
  extension: '',
})

/** The condition that the colours are made for, with its profile (ISO 15930-7, 6.2.2). */
export function pressIntent({ context }: PDFDocument, profile: PressProfile, bytes: Uint8Array): PDFRef {
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFHexString.fromText(profile.condition),
    Info: PDFHexString.fromText(profile.description),
    ...(profile.registered ? { RegistryName: PDFString.of('http://www.color.org') } : {}),
    DestOutputProfile: context.register(context.flateStream(bytes, { N: 4 })),
  })
  return context.register(intent)
}
