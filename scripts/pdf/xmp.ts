import type { Description } from './describe.ts'

/** What a packet says beyond the description: the claims of a standard, and what that standard wants to know. */
export interface Additions {
  readonly namespaces: Readonly<Record<string, string>>
  readonly properties: readonly string[]
  /** Further descriptions, behind the first. */
  readonly extension: string
}

/** The XMP packet (ISO 16684-1). What it claims is for verify/ to bear out. */
export function xmp(description: Description, additions: Additions): string {
  const date = description.date.toISOString().replace(/\.\d+Z$/, 'Z')
  const namespaces = Object.entries(additions.namespaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('')
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    alternatives('dc:title', description.title),
    list('dc:creator', 'Seq', description.authors),
    alternatives('dc:description', description.subject),
    list('dc:subject', 'Bag', description.keywords),
    alternatives('dc:rights', description.rights),
    list('dc:language', 'Bag', [description.language]),
    text('xmp:CreatorTool', description.creator),
    text('xmp:CreateDate', date),
    text('xmp:ModifyDate', date),
    text('xmp:MetadataDate', date),
    text('pdf:Producer', description.producer),
    text('pdf:Keywords', description.keywords.join(', ')),
    ...additions.properties,
  ].filter((property) => property !== '')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"${namespaces}>
${properties.join('\n')}
</rdf:Description>${additions.extension && `\n${additions.extension}`}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const UA = 'http://www.aiim.org/pdfua/ns/id/'
const PDFA = 'http://www.aiim.org/pdfa/ns/id/'
const archival = (level: 'A' | 'U'): string[] => [
  '<pdfaid:part>2</pdfaid:part>',
  `<pdfaid:conformance>${level}</pdfaid:conformance>`,
]

/** PDF/A knows only the properties of its own time; others have to be described (PDF/A-2, 6.6.2.3). */
const EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

/** `accessible`: PDF/UA-1 and PDF/A-2a; `archival`: PDF/A-2u, all text in Unicode, which says nothing of the tags. */
export type Claims = 'accessible' | 'archival' | 'none'

export const CLAIMS: Readonly<Record<Claims, Additions>> = {
  accessible: {
    namespaces: { pdfaid: PDFA, pdfuaid: UA },
    properties: [...archival('A'), '<pdfuaid:part>1</pdfuaid:part>'],
    extension: EXTENSION,
  },
  archival: { namespaces: { pdfaid: PDFA }, properties: archival('U'), extension: '' },
  none: { namespaces: {}, properties: [], extension: '' },
}

const text = (name: string, value: string): string => (value ? `<${name}>${escaped(value)}</${name}>` : '')

/** One alternative, the default: pdf.js, and so Firefox, shows the title of every language one after the other. */
function alternatives(name: string, value: string): string {
  return (
    value && `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`
  )
}

function list(name: string, kind: 'Bag' | 'Seq', values: readonly string[]): string {
  const items = values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('')
  return items && `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

/** Escapes what XML reads as markup, and leaves out what XML 1.0 cannot hold at all. */
export function escaped(value: string): string {
  return (
    value
      .replace(/[<>&"]/g, (character) => ENTITIES[character]!)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, '')
  )
}
