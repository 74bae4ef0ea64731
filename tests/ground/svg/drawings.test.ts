import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { mapFamilies } from '../../../scripts/ground/svg/drawing-css.ts'
import { setFamilies, stackOf } from '../../../scripts/ground/svg/drawing-faces.ts'
import { type DrawingFault, UnreadableDrawing } from '../../../scripts/ground/svg/drawing-fault.ts'
import { type Drawing, readDrawing, writeDrawing } from '../../../scripts/ground/svg/read-drawing.ts'
import { finding } from '../../../scripts/rules/finding.ts'

const RECT = '<rect width="9" height="9"/>'
const svg = (inside: string, more = 'viewBox="0 0 9 9"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${more}>${inside}</svg>`

function read(text: string | Uint8Array): Drawing {
  const drawing = readDrawing(typeof text === 'string' ? Buffer.from(text) : text)
  if ('fault' in drawing) throw new UnreadableDrawing(drawing.fault)
  return drawing
}
const said = (fault: DrawingFault): string =>
  finding('image-is-picture', {}, { picture: 'a.svg', ...fault }).message
const fault = (text: string): string => {
  const drawing = readDrawing(Buffer.from(text))
  return 'fault' in drawing ? said(drawing.fault) : ''
}
const written = (text: string): string => writeDrawing(read(text).root)

describe('a drawing', () => {
  it.each([
    '<title>Phase one = three calls</title>',
    '<desc>see url (address), @import it</desc>',
    '<g aria-label="on = three url(x)" data-onload="1" content="onload = 2"/>',
    '<!-- onload="x" <script> -->',
    '<text>on = three <tspan>url(https://example.org)</tspan></text>',
    '<style>.a{fill:url(#g)} /* url(http://x) */</style>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<style>@font-face{font-family:A;src:url(data:font/woff2;base64,AAAA)}</style>',
  ])('is told from a program: %s', (inside) => {
    expect(read(svg(inside + RECT)).taken).toEqual([])
  })

  it('keeps the words of a link, and leads nowhere', () => {
    const text = written(svg('<a href="https://example.org" target="_blank"><text>Quay</text></a>'))
    expect(text).toContain('<text>Quay</text>')
    expect(text).not.toContain('href')
  })

  it('takes what follows a piece of a web page in its stead', () => {
    const inside = `<switch><foreignObject><p>Step</p></foreignObject><text>Step</text></switch>`
    expect(written(svg(inside))).toContain('<switch><text>Step</text></switch>')
    expect(fault(svg(`<switch><foreignObject/></switch>${RECT}`))).toContain('foreignObject')
  })

  it('may have a DOCTYPE, and entities that stand for words', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
    const plain = `${doctype} [ <!ATTLIST svg xmlns:a CDATA #FIXED "http://a]>"> <!ENTITY ns "http://www.w3.org/2000/svg"> ]>`
    expect(written(`${doctype}>${svg(RECT)}`)).not.toContain('DOCTYPE')
    expect(
      written(`<?xml version="1.0"?>\n<!-- a > b -->\n${plain}<svg xmlns="&ns;">${RECT}</svg>`),
    ).toContain('xmlns="http://www.w3.org/2000/svg"')
    for (const entity of ['a SYSTEM "file:///etc/passwd"', 'a "&b;"', '% a "x"', 'a "<script/>"'])
      expect(fault(`<!DOCTYPE svg [<!ENTITY ${entity}>]>${svg(RECT)}`)).toContain('declares entities')
    const million = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(100_000)}">]>${svg('&a;'.repeat(1000) + RECT)}`
    expect(fault(million)).toContain('declares entities')
  })

  it('may be packed, and written in other letters', () => {
    expect(read(gzipSync(svg(RECT))).taken).toEqual([])
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<text>Köln</text>')}`,
      'latin1',
    )
    expect(writeDrawing(read(latin).root)).toContain('Köln')
    expect(fault('<?xml version="1.0" encoding="klingon"?><svg/>')).toContain('KLINGON')
    expect(readDrawing(gzipSync(Buffer.alloc(30_000_000)))).toEqual({
      fault: { problem: 'cannot-be-unpacked', mostMb: 20 },
    })
  })

  it('gets the names that a browser needs', () => {
    expect(written(`<svg viewBox="0 0 9 9">${RECT}</svg>`)).toContain('xmlns="http://www.w3.org/2000/svg"')
    expect(written(svg(`<use xlink:href="#a"/>${RECT}`))).toContain('xmlns:xlink=')
    expect(written(svg(`<g odd:label="x">${RECT}</g>`))).not.toContain('odd:')
    expect(written(`<svg:svg viewBox="0 0 9 9"><svg:rect/></svg:svg>`)).toContain('xmlns:svg=')
  })

  it.each([
    ['width="20mm" height="1in"', '0 0 75.6 96'],
    ['width="72pt" height="10"', '0 0 96 10'],
    ['width="2em" height="10px"', '0 0 32 10'],
    ['width="40" height="20" viewBox="0 0 nine 9"', '0 0 40 20'],
  ])('of %s is shown whole', (more, box) => {
    const drawing = read(svg(RECT, more))
    expect(drawing.root.attributes.viewBox?.replace(/75\.59\d+/, '75.6')).toBe(box)
    expect(drawing.isSizeless).toBe(false)
  })

  it.each(['', 'width="100%" height="100%"', 'width="auto"'])('of “%s” does not say its size', (more) =>
    expect(read(svg(RECT, more)).isSizeless).toBe(true),
  )

  it('inside of another is cleaned as well', () => {
    const inner = Buffer.from(svg(`<script>x</script>${RECT}`)).toString('base64')
    const text = written(svg(`<image href="data:image/svg+xml;base64,${inner}"/>`))
    const data = /base64,([\w+/=]+)/.exec(text)?.[1] ?? ''
    expect(Buffer.from(data, 'base64').toString()).not.toContain('script')
  })

  it.each([
    ['<svg><rect></svg>', 'a fault in its markup, in line 1'],
    ['<svg>', 'cut off'],
    ['text', 'not a drawing'],
    ['<svg/>', 'shows nothing'],
    [svg('<text> </text>'), 'shows nothing'],
  ])('%s is told why it is none', (text, reason) => expect(fault(text)).toContain(reason))
})

describe('its faces', () => {
  it('are those that it asks for and does not bring', () => {
    const own =
      '<style>@font-face{font-family:"Mine";src:url(data:font/woff2;base64,AA)} .a{font:bold 9px/1 "Mine",serif}</style>'
    const texts = `<text style="font-family:Arial,sans-serif">a</text><text font-family="'Times New Roman'">b</text><text class="a">c</text>`
    const { faces } = read(svg(own + texts))
    expect(faces?.families).toEqual([
      { family: 'Arial', stack: 'sans' },
      { family: 'Times New Roman', stack: 'serif' },
    ])
    expect(faces?.own.map(({ family }) => family)).toEqual(['Mine'])
    expect(read(svg(RECT)).faces).toBeUndefined()
  })

  it('are changed wherever they are named, and set where they are not', () => {
    const { root } = read(
      svg(
        '<style>text{font:10px\'DejaVu Sans\',Arial}</style><text style="font-family:Arial;fill:red">a</text>',
      ),
    )
    setFamilies(root, (asked) => `"X${asked.length}"`)
    const text = writeDrawing(root).replace(/&(?:#x22|quot);/g, '"')
    expect(root.attributes['font-family']).toBe('"X0"')
    expect(text).toContain('font:10px "X2"')
    expect(text).toContain('font-family:"X1";fill:red')
  })

  it('leave what a face of its own is called', () => {
    const css = '@font-face{font-family:Mine;src:url(data:font/woff2;base64,AA)}'
    expect(mapFamilies(css, 'stylesheet', () => 'X')).toContain('font-family:Mine')
  })

  it.each([
    ['Courier New, monospace', 'code'],
    ['Consolas', 'code'],
    ['Times New Roman', 'serif'],
    ['Georgia, serif', 'serif'],
    ['Arial, sans-serif', 'sans'],
    ['DejaVu Sans, serif-like Sans', 'sans'],
    ['', 'sans'],
  ])('%s is set in %s', (asked, stack) => expect(stackOf(asked.split(', '))).toBe(stack))
})
