import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { escaped } from '../xmp.ts'

/**
 * What a sheet has in common with the pages on it. What the file claimed of itself (PDF/UA, PDF/A, PDF/X) is not
 * among it.
 */
const KEPT = ['Title', 'Author', 'Creator', 'CreationDate']

/**
 * Makes Info and XMP anew: title, author and date of the file that was imposed, that this is a copy of it for the
 * printing of sheets, and nothing that a sheet could not keep. `title` is for a file without.
 */
export function keepTitle(pdf: PDFDocument, title: string): void {
  const { context, catalog } = pdf
  const before = context.lookup(context.trailerInfo.Info)
  const info = context.obj({})
  for (const key of KEPT) {
    const value = before instanceof PDFDict ? before.lookup(PDFName.of(key)) : undefined
    if (isText(value)) info.set(PDFName.of(key), value)
  }
  const own = info.get(PDFName.of('Title'))
  const words = (isText(own) && own.decodeText().trim()) || title
  info.set(PDFName.of('Title'), PDFHexString.fromText(words))
  info.set(PDFName.of('Producer'), PDFString.of('whitepaper'))
  context.trailerInfo.Info = context.register(info)
  const packet = Buffer.from(packetOf(words), 'utf8')
  const dictionary = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(dictionary, packet)))
}

const isText = (value: unknown): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString

const packetOf = (title: string): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<xmpMM:RenditionClass>proof:imposed</xmpMM:RenditionClass>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
