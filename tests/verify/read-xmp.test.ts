import { describe, expect, it } from 'vitest'
import { readXmp } from '../../scripts/verify/read-xmp.ts'

const packet = (description: string, attributes = ''): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${description}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

const UA = 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'

describe('an XMP packet', () => {
  it.each([
    ['as an element', packet('<pdfuaid:part>1</pdfuaid:part>', UA)],
    ['as an attribute', packet('', `${UA} pdfuaid:part="1"`)],
    ['with another prefix', packet('<u:part> 1\n</u:part>', 'xmlns:u="http://www.aiim.org/pdfua/ns/id/"')],
    ['in CDATA', packet('<pdfuaid:part><![CDATA[1]]></pdfuaid:part>', UA)],
  ])('says a property %s', (_, xmp) => expect(readXmp(xmp).value('pdfuaid:part')).toBe('1'))

  it('says nothing of a name in another namespace, or in a remark', () => {
    const xmp = packet(
      '<!-- <pdfuaid:part>1</pdfuaid:part> -->',
      'xmlns:pdfuaid="https://example.org/" pdfaid:part="2"',
    )
    expect(readXmp(xmp).value('pdfuaid:part')).toBe('')
  })

  it('has the title of the default language, with its references read', () => {
    const items =
      '<rdf:li xml:lang="cy">Papur</rdf:li><rdf:li xml:lang="x-default">R&amp;D &#x26; &lt;more&gt;</rdf:li>'
    expect(readXmp(packet(`<dc:title><rdf:Alt>${items}</rdf:Alt></dc:title>`)).title).toBe('R&D & <more>')
  })

  it.each(['', 'no XML', '<a', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])(
    'holds nothing where it is %j',
    (xmp) => expect([readXmp(xmp).title, readXmp(xmp).value('pdfuaid:part')]).toEqual(['', '']),
  )
})
