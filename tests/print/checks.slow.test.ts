import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument, type Piece, sentence, sequence } from './build-document.ts'

let running: Renderers

beforeAll(async () => {
  running = await startRenderers(SETTINGS)
})

afterAll(() => running.close())

async function findingsOf(
  pieces: readonly Piece[],
  more: Partial<HtmlDocument> & { style?: string } = {},
): Promise<readonly Finding[]> {
  return (await printPages(buildDocument(pieces, more), SETTINGS, running)).findings
}

const brief = ({ rule, place, message }: Finding): string =>
  `${place.file ?? ''}:${place.line ?? ''} ${rule} ${message}`

it('finds nothing wrong with a clean document', async () => {
  const html = `<h2 data-src="0:1">Title</h2><p data-src="0:3">${sentence(sequence(1), 200)}</p><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`
  const cover: Piece = {
    id: 'cover',
    kind: 'full',
    html: '<div class="sheet" data-fixed><p data-src="0:1">Short</p></div>',
  }
  expect(await findingsOf([cover, { id: 'a', html, heads: { left: 'Title', right: 'Title' } }])).toEqual([])
})

it('names the line of a table that is wider than the text area, and sees that the pages shrank', async () => {
  const row = '<td data-src="1:7" style="white-space:nowrap">Cells that will not break</td>'.repeat(7)
  const found = await findingsOf([
    { id: 'a', html: `<p data-src="0:3">fine</p><table><tbody><tr>${row}</tr></tbody></table>` },
  ])
  expect(found.map(brief)).toEqual([
    expect.stringMatching(
      /^chapters\/02-two\.md:7 box-fits-the-page This table is \d+ mm wide, .* for 170 mm: “Cells that will not break”/,
    ),
    expect.stringMatching(/scale-is-one .*shrank the pages to \d\d\.\d%/),
  ])
})

it('tells how a table was made to fit, and which one needs a turned page', async () => {
  const style =
    'table[data-fit~=tight] td{padding:0} table[data-fit~="10pt"]{font-size:10pt} table[data-fit~="9pt"]{font-size:9pt}'
  const cells = (count: number, line: number): string =>
    `<table><tbody><tr>${`<td data-src="1:${line}">Responsibility</td>`.repeat(count)}</tr></tbody></table>`
  const turned: string[] = []
  const upright = buildDocument([{ id: 'a', html: `${cells(7, 3)}${cells(8, 5)}${cells(12, 7)}` }], { style })
  const { findings } = await printPages(upright, SETTINGS, running, {
    turn: async (tables) => {
      turned.push(...tables)
      return buildDocument(
        [
          { id: 'a', html: `${cells(7, 3)}${cells(8, 5)}` },
          { id: 'b', kind: 'landscape', html: cells(12, 7) },
        ],
        { style },
      )
    },
  })
  expect(turned).toEqual(['1:7'])
  expect(findings.map(brief)).toEqual([
    expect.stringMatching(/02-two\.md:3 table-fits-its-page .*: it is set closer \(/),
    expect.stringMatching(/02-two\.md:5 table-fits-its-page .*: it is set closer and is set in 10 pt \(/),
    expect.stringMatching(/02-two\.md:7 table-fits-its-page .* turned/),
  ])
})

it('breaks names and dates where a table has no room for them otherwise, without a word', async () => {
  const style = '.whole{white-space:nowrap} table[data-fit~=wraps] .whole{white-space:normal}'
  const cells = '<td data-src="1:7" class="whole">A name of several words</td>'.repeat(7)
  const table = `<table><tbody><tr>${cells}</tr></tbody></table>`
  const { findings } = await printPages(
    buildDocument([{ id: 'a', html: table }], { style }),
    SETTINGS,
    running,
  )
  expect(findings).toEqual([])
})

it('names a word that is longer than a line', async () => {
  const found = await findingsOf([
    { id: 'a', html: `<p data-src="0:9">fine ${'Donaudampf'.repeat(20)} more</p>` },
  ])
  expect(brief(found[0]!)).toMatch(/01-one\.md:9 box-fits-the-page .*“Donaudampf/)
})

it('names a formula that is wider than a line once, by its TeX', async () => {
  const term = '<mrow><mi>a</mi><mo>+</mo></mrow>'.repeat(120)
  const math = `<math><semantics><mrow>${term}</mrow><annotation encoding="application/x-tex">a + a</annotation></semantics></math>`
  const found = await findingsOf([
    { id: 'a', html: `<p data-src="0:9">fine <span class="formula">${math}</span> more</p>` },
  ])
  expect(found.map(brief).filter((one) => one.includes('box-fits'))).toEqual([
    expect.stringMatching(
      /01-one\.md:9 box-fits-the-page This formula is \d{3,} mm wide, .* for 1\d\d mm: “a \+ a”\.$/,
    ),
  ])
})

it('lets a wide box be wide where nothing of it is seen', async () => {
  expect(
    await findingsOf([
      { id: 'a', html: '<div style="overflow:hidden"><div style="width:900mm">x</div></div>' },
    ]),
  ).toEqual([])
})

it('names text that a page of fixed size cuts off, and lets decoration be cut', async () => {
  const decoration =
    '<div aria-hidden="true" style="position:absolute;left:-50mm;width:400mm;height:500mm">rings</div>'
  const text = `<p data-src="0:4" style="margin-top:290mm">${sentence(sequence(1), 80)}</p>`
  const found = await findingsOf([
    { id: 'a', kind: 'full', html: `<div class="sheet" data-fixed>${decoration}${text}</div>` },
  ])
  expect(found.map(brief)).toEqual([expect.stringContaining('01-one.md:4 text-fits-its-page')])
})

it('names text in a panel of fixed size on a page of running text', async () => {
  const panel = `<div data-fixed style="height:20mm;overflow:hidden"><p data-src="1:2">${sentence(sequence(4), 120)}</p></div>`
  expect((await findingsOf([{ id: 'a', html: panel }])).map(brief)).toEqual([
    expect.stringContaining('02-two.md:2 text-fits'),
  ])
})

it('names each character that no font can draw, with its line, and no invisible one', async () => {
  const found = await findingsOf([
    {
      id: 'a',
      html: '<p data-src="0:5">A 漢 and 🎉 e\u0301 \u00ad\u200d\u200b\u200f\ufe0f\u00a0“x” – …</p>',
    },
  ])
  expect(found.map(brief)).toEqual([
    expect.stringMatching(/01-one\.md:5 characters-can-be-drawn .*“漢” U\+6F22/),
    expect.stringMatching(/01-one\.md:5 characters-can-be-drawn .*“🎉” U\+1F389/),
  ])
})

it('asks the fonts of the place, not any font', async () => {
  // Source Sans 3 has the arrow, Libre Baskerville has not.
  const style = 'b{font-family:"Libre Baskerville"}'
  const html = '<p data-src="0:5">↑ <b data-src="0:6">↑</b></p>'
  expect((await findingsOf([{ id: 'a', html }], { style })).map(brief)).toEqual([
    expect.stringMatching(/01-one\.md:6 characters-can-be-drawn .*“↑” U\+2191/),
  ])
})

it('refuses and reports whatever leads out of the document', async () => {
  const html =
    '<img src="https://example.com/a.png" alt=""><img src="/gone.png" alt=""><img src="file:///etc/passwd" alt="">' +
    '<iframe src="https://example.org/x"></iframe><p>text</p><meta http-equiv="refresh" content="0;url=https://evil.example/">' +
    '<script>document.body.textContent = "run"</script>'
  const found = await findingsOf([{ id: 'a', html }], {
    style: 'p{background:url(https://evil.example/b.png)}',
  })
  const asked = found.map(({ rule, message }) =>
    rule === 'request-stays-inside' ? /`(.*)`/.exec(message)?.[1] : rule,
  )
  expect(asked.sort()).toEqual([
    '/gone.png',
    'file:///etc/passwd',
    'https://evil.example/',
    'https://evil.example/b.png',
    'https://example.com/a.png',
    'https://example.org',
  ])
})

it('names a face that the publication does not ship', async () => {
  const found = await findingsOf([{ id: 'a', html: '<p>x</p>' }], {
    faces: ['italic 700 12px "Nowhere Sans"'],
  })
  expect(found.map(brief)).toEqual([
    expect.stringContaining('fonts-are-ours The font italic 700 12px "Nowhere Sans"'),
  ])
})

it('names a running head that needs a second line, once, with its file', async () => {
  const long = sentence(sequence(5), 30)
  const heads = { left: long, right: 'Short' }
  const found = await findingsOf([
    { id: 'a', section: 'two', html: '<p>x</p>', heads },
    { id: 'b', section: 'two', html: '<p>y</p>', heads },
  ])
  expect(found.map(brief)).toEqual([
    `chapters/02-two.md: running-head-fits The running head “${long}” does not fit on one line.`,
  ])
})
