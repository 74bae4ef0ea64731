import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import { linksOf, openPress, type Press, repaired, treeRootOf } from './press.ts'

const name = PDFName.of
let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

/** Bodies and the trees that they must become. */
const TREES: readonly [string, string, string][] = [
  [
    'runs of text are no elements',
    '<h1>Title</h1><p>Plain, <em>stressed</em> and <strong>strong</strong>.</p>',
    `
Document lang=en-GB
  H1 “Title”
  P
    “Plain,”
    Em “stressed”
    “and”
    Strong “strong”
    “.”
`,
  ],
  [
    'boxes with text are paragraphs, boxes around boxes are nothing',
    '<div><div>One</div><div><p>Two</p><div>Three <b>four</b></div></div></div>',
    `
Document lang=en-GB
  P “One”
  P “Two”
  P “Three four”
`,
  ],
  [
    'a box beside text is part of its line',
    '<ul><li>H<sub>2</sub>O</li></ul>',
    `
Document lang=en-GB
  L
    LI
      Lbl actual=•
      LBody “H2O”
`,
  ],
  [
    'lists are labels and bodies, nested ones stand in the body',
    '<ol><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ol>',
    `
Document lang=en-GB
  L
    LI
      Lbl “1.”
      LBody
        P “One”
        L
          LI
            Lbl actual=◦
            LBody “Two”
    LI
      Lbl “2.”
      LBody
        P “Three”
`,
  ],
  [
    'terms are labels, what they mean are bodies',
    '<dl><dt>Recto</dt><dd>right</dd><dt>Verso</dt><dd>left</dd><dd><p>back</p></dd></dl>',
    `
Document lang=en-GB
  L
    LI
      Lbl “Recto”
      LBody “right”
    LI
      Lbl “Verso”
      LBody “left”
      LBody
        P “back”
`,
  ],
  [
    'contents are entries with references',
    '<ol data-means="toc" style="list-style:none"><li><a href="#a">One</a></li></ol><h1 id="a">One</h1>',
    `
Document lang=en-GB
  TOC
    TOCI
      Reference
        Link “One”
  H1 “One”
`,
  ],
  [
    'notes have ids and references both ways',
    '<p>Said<sup><a id="c" href="#n" data-means="noteref">1</a></sup></p><ol><li id="n" data-means="note">Where <a href="#c" data-means="noteback">^</a></li></ol>',
    `
Document lang=en-GB
  P
    “Said”
    Reference
      Link “1”
  L
    LI
      Lbl “1.”
      LBody
        Note id=note-000001
          “Where”
          Reference
            Link “^”
`,
  ],
  [
    'figures around a picture are groups, pictures figures',
    '<figure><svg role="img" aria-label="A square" width="20" height="20"><path d="M0 0h9v9z"/></svg><figcaption>Figure 1</figcaption></figure>',
    `
Document lang=en-GB
  Div
    Figure alt=A square
    Caption “Figure 1”
`,
  ],
  [
    'foreign words keep their language, abbreviations what they stand for',
    '<p>A <span lang="fr" role="generic">mot juste</span> by <abbr title="Portable Document Format">PDF</abbr></p>',
    `
Document lang=en-GB
  P
    “A”
    Span lang=fr “mot juste”
    “by”
    Span expansion=Portable Document Format “PDF”
`,
  ],
  [
    'a language that is none is left out, one with an underscore is mended',
    '<p lang="english language">One</p><p lang="de_AT">Two</p>',
    `
Document lang=en-GB
  P “One”
  P lang=de-AT “Two”
`,
  ],
  [
    'sections stand in the document itself',
    '<div><section lang="en-GB-x-section"><h1>Before</h1></section><div><section lang="en-GB-x-section-1"><h1>One</h1></section></div></div>',
    `
Document lang=en-GB
  Sect
    H1 “Before”
  Sect
    H1 “One”
`,
  ],
  [
    'asides and callouts are told from the text',
    '<section><aside><p>Beside</p></aside><aside class="callout" data-means="callout"><p>Loud</p></aside></section>',
    `
Document lang=en-GB
  Aside
    P “Beside”
  Callout
    P “Loud”
`,
  ],
  [
    'decoration that is painted as text is no content',
    '<p>Text</p><div data-means="artifact">* * *</div>',
    `
Document lang=en-GB
  P “Text”
`,
  ],
  [
    'a link to nowhere is text',
    '<p>See <a href="#missing">there</a>.</p>',
    `
Document lang=en-GB
  P
    “See”
    Span “there”
    “.”
`,
  ],
  [
    'tables have their rows and cells, empty ones too',
    '<table style="border-collapse:collapse"><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td><td></td></tr></table>',
    `
Document lang=en-GB
  Table
    TR
      TH “A”
      TH “B”
    TR
      TD “1”
      TD
`,
  ],
]

describe('the tree says what the page says', () => {
  it.each(TREES)('%s', async (_, body, tree) => {
    expect((await press.press(body)).tree).toBe(tree)
  })

  it('in a transparent group too, whose marks are counted by themselves', async () => {
    const { tree, pdf } = await press.press('<div style="opacity:.5"><p>Half</p></div><p>Whole</p>')
    expect(tree).toBe('\nDocument lang=en-GB\n  P “Half”\n  P “Whole”\n')
    const numbers = treeRootOf(pdf).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
    expect(numbers.size()).toBe(4) // the page and the form, each with its key
  })

  it('says once what is drawn twice, through a mask', async () => {
    const { tree, pdf } = await press.press('<p style="mask: linear-gradient(#000, #0008)">Masked</p>')
    expect(tree).toBe('\nDocument lang=en-GB\n  P “Masked”\n')
    const forms = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isForm = object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')
      return isForm ? [inflated(object).toString('latin1')] : []
    })
    expect(forms.filter((form) => form.includes('/MCID 0'))).toHaveLength(1)
    expect(forms.filter((form) => /T[jJ]/.test(form))).toHaveLength(2)
  })

  it('says the header of a table once, however often it is printed', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `<tr><td>Row ${index}</td></tr>`).join('')
    const { tree, content } = await press.press(
      `<table><thead><tr><th>Name</th></tr></thead><tbody>${rows}</tbody></table>`,
    )
    expect(tree.match(/Name/g)).toHaveLength(1)
    expect(content(1)).not.toContain('/Artifact <</Type/Pagination>>BDC')
    expect(content(2)).toContain('/Artifact <</Type/Pagination>>BDC')
  })
})

describe('what is no content is an artifact of its type', () => {
  it('running heads and folios are pagination', async () => {
    const style =
      '@page { @top-left { content: "Head"; font: 8pt Sans } @bottom-left { content: "9"; font: 8pt Sans } }'
    const { content } = await press.press('<p>Text</p>', { style, heads: true })
    expect(content(1)).toContain('/Artifact <</Type/Pagination/Subtype/Header>>BDC')
    expect(content(1)).toContain('/Artifact <</Type/Pagination/Subtype/Footer>>BDC')
  })

  it('ornaments and borders are layout, the colour of the page is background', async () => {
    const style = '@page { background: #fc0 } p { border: 1px solid } p::before { content: "* " }'
    const { content, tree } = await press.press('<p>Text</p>', { style })
    expect(tree).toBe('\nDocument lang=en-GB\n  P “Text”\n')
    expect(content(1)).toContain('/Artifact <</Type/Layout>>BDC')
    expect(content(1)).toMatch(/\/Artifact <<\/Type\/Background\/BBox\[0 0 [\d.]+ [\d.]+\]>>BDC/)
  })

  it('nothing is painted outside of content and artifacts', async () => {
    const style = 'li::after { content: " ~" } h1 { border-bottom: 2px solid } body { background: #eee }'
    const { content } = await press.press('<h1>A</h1><hr><ul><li>B</li></ul>', { style })
    expect(looseOperators(content(1))).toEqual([])
  })
})

/** Painting operators outside of marked content; a reader of its own, made of words. */
function looseOperators(content: string): string[] {
  let open = 0
  return content.split(/\s+/).filter((word) => {
    if (/(?:BDC|BMC)$/.test(word)) open++
    if (word === 'EMC') open--
    return open === 0 && /^(?:Tj|TJ|f|S|B|Do|sh)$/.test(word)
  })
}

describe('links', () => {
  it('say where they lead, and know their element', async () => {
    const { pdf } = await press.press(
      '<h1 id="a">A</h1><p><a href="#a">see A</a> <a href="https://www.example.org/">https://www.example.org/</a><a id="c" href="#a" data-means="noteref">1</a></p>',
    )
    const links = linksOf(pdf)
    expect(links.map((link) => link.lookup(name('Contents'), PDFHexString).decodeText())).toEqual([
      'see A',
      'example.org',
      'Note 1',
    ])
    for (const link of links) expect(link.has(name('StructParent'))).toBe(true)
  })

  it('say the words apart that stand apart', async () => {
    const { pdf } = await press.press(
      '<h1 id="a">A</h1><ol data-means="toc"><li><a href="#a" style="display:flex"><span style="width:9mm">1</span><span>First</span><span style="margin-left:20mm">7</span></a></li></ol>',
    )
    expect(linksOf(pdf)[0]?.lookup(name('Contents'), PDFHexString).decodeText()).toBe('1 First 7')
  })

  it('that nobody can reach are taken away', async () => {
    const { pdf } = await press.press('<p>A</p><p aria-hidden="true"><a href="https://example.org">B</a></p>')
    expect(linksOf(pdf)).toEqual([])
  })
})

describe('the tree in the file', () => {
  it('maps types that not every reader knows', async () => {
    const { pdf } = await press.press(
      '<p><em>a</em></p><aside class="callout" data-means="callout"><p>b</p></aside>',
    )
    const roles = treeRootOf(pdf).lookup(name('RoleMap'), PDFDict)
    expect(roles.lookup(name('Em'))).toBe(name('Span'))
    expect(roles.lookup(name('Callout'))).toBe(name('Sect'))
  })

  it('finds notes by their ids', async () => {
    const { pdf } = await press.press('<ol><li data-means="note">One</li><li data-means="note">Two</li></ol>')
    const ids = treeRootOf(pdf).lookup(name('IDTree'), PDFDict).lookup(name('Names'), PDFArray)
    expect([ids.lookup(0, PDFString).decodeText(), ids.lookup(2, PDFString).decodeText()]).toEqual([
      'note-000001',
      'note-000002',
    ])
  })

  it('leads from every mark back to its element', async () => {
    const { pdf } = await press.press('<h1>A</h1><p>B <em>C</em></p>')
    const numbers = treeRootOf(pdf).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
    const owners = numbers.lookup(1, PDFArray)
    const types = owners.asArray().flatMap((owner) => {
      if (!(owner instanceof PDFRef)) return []
      return [pdf.context.lookup(owner, PDFDict).lookup(name('S'), PDFName).decodeText()]
    })
    expect(types).toEqual(['H1', 'P', 'Em'])
  })

  it('says how lists are counted', async () => {
    const { pdf } = await press.press(
      '<ol><li>a</li></ol><ol type="i"><li>b</li><li>c</li></ol><ol type="A"><li>d</li></ol><dl><dt>1</dt><dd>e</dd></dl>',
    )
    const kids = treeRootOf(pdf).lookup(name('K'), PDFDict).lookup(name('K'), PDFArray)
    const numbering = kids.asArray().map((_, index) => {
      const attributes = kids.lookup(index, PDFDict).lookup(name('A'))
      return attributes instanceof PDFDict ? String(attributes.get(name('ListNumbering'))) : ''
    })
    expect(numbering).toEqual(['/Decimal', '/LowerRoman', '/UpperAlpha', ''])
  })

  it('says where a picture stands', async () => {
    const { pdf } = await press.press(
      '<svg role="img" aria-label="A" width="96" height="48" style="display:block"><path d="M0 0h96v48h-96z"/></svg>',
    )
    const box = findBox(treeRootOf(pdf))
    expect(box?.map((side) => Math.round(side * 10) / 10)).toEqual([42.8, 204.2, 114.8, 240.2])
  })

  it('is the same for the same page, byte by byte', async () => {
    const raw = await press.print('<h1>A</h1><p>B</p>')
    const [one, other] = [await repaired(raw), await repaired(raw)]
    expect(Buffer.compare(one.finished, other.finished)).toBe(0)
  })

  it('is the same however many nodes the browser had counted before', async () => {
    const table = '<table><tr><th scope="col">A</th></tr><tr><td>1</td></tr></table>'
    const pages = [table, `<div hidden><i>a</i><i>b</i></div>${table}`]
    const [one, other] = await Promise.all(pages.map(async (body) => repaired(await press.print(body))))
    expect(Buffer.compare(one!.finished, other!.finished)).toBe(0)
    const ids = treeRootOf(one!.pdf).lookup(name('IDTree'), PDFDict).lookup(name('Names'), PDFArray)
    expect(ids.lookup(0, PDFString).decodeText()).toBe('cell-000001')
  })

  it('is none where the browser tagged nothing', async () => {
    const { context, catalog } = (await repaired(await press.print('<p>A</p>'))).pdf
    catalog.delete(name('StructTreeRoot'))
    const { writePdf } = await import('../../scripts/pdf/write-pdf.ts')
    expect((await repaired(writePdf(context))).tree).toBe('')
  })
})

function findBox(element: PDFDict): number[] | undefined {
  const attributes = element.lookup(name('A'))
  if (attributes instanceof PDFDict) {
    const box = attributes.lookupMaybe(name('BBox'), PDFArray)
    if (box) return box.asArray().map((side) => Number(String(side)))
  }
  const kids = element.lookup(name('K'))
  if (kids instanceof PDFDict) return findBox(kids)
  if (!(kids instanceof PDFArray)) return undefined
  for (let index = 0; index < kids.size(); index++) {
    const kid = kids.lookup(index)
    const box = kid instanceof PDFDict ? findBox(kid) : undefined
    if (box) return box
  }
  return undefined
}
