import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { PrintedPdf } from '../../scripts/model/printed.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import { readDestinations } from '../../scripts/print/read-destinations.ts'
import { readPrinted } from '../../scripts/print/read-printed.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { browsersOf, SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument, type Piece, sentence, sequence } from './build-document.ts'
import { longDocument } from './long-document.ts'

let running: Renderers

beforeAll(async () => {
  running = await startRenderers(SETTINGS)
})

afterAll(() => running.close())

const print = (document: HtmlDocument): Promise<PrintedPdf> => printPages(document, SETTINGS, running)

const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)

describe('the page map', () => {
  it.each([1, 2, 3])('of random book %i is where everything was printed, in one print', async (seed) => {
    const document = longDocument(8, seed)
    const printed = await print({ ...document, anchors: idsIn(document.html) })
    const file = readPrinted(printed.pieces[0]!.bytes)
    const destinations = readDestinations(file)
    const known = Object.entries(printed.pageMap.anchors).filter(([anchor]) => destinations.has(anchor))
    expect(known.length).toBeGreaterThan(450)
    expect(known.filter(([anchor, page]) => destinations.get(anchor) !== page)).toEqual([])
    expect(printed.pageMap.total).toBe(file.pages.length)
    expect(printed.findings).toEqual([])
    expect(printed.prints).toBe(1)
    expect(printed.pageMap.runs.some((run) => run.blank)).toBe(true)
    expect(file.pages.length % 2).toBe(0)
  })

  it('holds for words in the first line of a page, whose destinations the browser puts a page early', async () => {
    // Paragraphs of three lines may not be broken here, so that words keep coming to stand in first lines.
    const next = sequence(7)
    const words = Array.from(
      { length: 400 },
      (_, index) => `<p>One <span id="w${index}">two</span> ${sentence(next, 40)}</p>`,
    )
    const document = buildDocument([{ id: 'a', html: `<h2>Words</h2>${words.join('')}` }], {
      style: 'p{orphans:9;widows:9}',
    })
    const printed = await print({ ...document, anchors: idsIn(document.html) })
    const destinations = readDestinations(readPrinted(printed.pieces[0]!.bytes))
    expect(printed).toMatchObject({ prints: 1, findings: [] })
    expect(
      Object.entries(printed.pageMap.anchors).filter(([id, page]) => destinations.get(id) !== page),
    ).toEqual([])
    expect(destinations.size).toBe(401)
  })

  it('is corrected from the print when the browser breaks pages otherwise than measured', async () => {
    // Media queries see the page when printing, and the window when measuring.
    const paragraphs = `<p>${sentence(sequence(2), 60)}</p>`.repeat(30)
    const pieces: Piece[] = [
      { id: 'a', html: `<p>See page <span data-page-of="b">000</span></p>${paragraphs}` },
      { id: 'b', starts: 'right', html: '<h2 id="b">B</h2>' },
    ]
    const style = '@media (min-height:700px){p{margin-bottom:60pt!important}}'
    const printed = await print(buildDocument(pieces, { style }))
    expect(printed.prints).toBe(2)
    const page = readDestinations(readPrinted(printed.pieces[0]!.bytes)).get('b')!
    expect(page).toBeGreaterThan(5)
    expect(page % 2).toBe(1)
    expect(printed.pageMap.anchors.b).toBe(page)
    expect(printed.text[0]?.text).toBe(`See page ${page}`)
    expect(printed.findings).toEqual([])
  })
})

describe('page numbers', () => {
  const long = `<p>${sentence(sequence(3), 900)}</p>`
  const pieces: Piece[] = [
    {
      id: 'contents',
      numbering: 'roman',
      html: '<p><a href="#b">B</a> <span data-page-of="b">000</span> <span data-page-of="preface">000</span></p>',
    },
    { id: 'preface', numbering: 'roman', html: '<h2 id="preface">Preface</h2>' },
    { id: 'thanks', numbering: 'roman', html: '<p>Thanks</p>' },
    { id: 'a', html: `<h2 id="a">A</h2>${long}<p id="a2">again</p>` },
    { id: 'b', starts: 'right', html: '<h2 id="b">B</h2><p id="b2" data-src="1:5">last</p>' },
    { id: 'index', html: '<p data-src="1:9">term <span class="pgs" data-pages-of="b2 a a2 b"></span></p>' },
  ]

  it('are roman in front and arabic in the body, and the index merges neighbours into links', async () => {
    const { text, html } = await printPages(
      buildDocument(pieces),
      { ...SETTINGS, htmlFile: 'kept.html' },
      running,
    )
    expect(text[0]).toEqual({ src: '', made: true, text: 'B 3 ii' })
    expect(text.at(-2)).toEqual({ src: '1:9', made: false, text: 'term ' })
    expect(text.at(-1)).toEqual({ src: '1:9', made: true, text: '1–3' })
    // The run begins its page: the one place there that every entry of the index leads to.
    expect(html).toContain('<a href="#run--a">1–3</a>')
    expect(html).toContain('style="page: blankfront')
  })

  it('name the place that stands nowhere', async () => {
    const { findings } = await print(
      buildDocument([{ id: 'a', html: '<p><span data-page-of="gone">000</span></p>' }]),
    )
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['page-numbers-settle', 'The page numbers did not come to rest: “gone” is on no page.'],
    ])
  })
})

it('hands over the text in order, told apart by line and by who made it, and the alternatives', async () => {
  const html =
    '<h2 data-src="0:1">A <em>title</em></h2><aside data-made><p>Council</p><p>Dudley</p></aside>' +
    '<p data-src="0:3">One<br>two <span data-made>(page 3)</span> three</p><p hidden>no</p><p style="display:none">no</p>' +
    '<svg role="img" aria-label="40 of 40"><text>no</text></svg><p aria-hidden="true">no</p><img alt="A picture" data-src="0:7">' +
    '<svg aria-label="decoration"></svg><img alt="">'
  const { text, alts } = await print(buildDocument([{ id: 'a', html }]))
  expect(text).toEqual([
    { src: '0:1', made: false, text: 'A title' },
    { src: '', made: true, text: 'Council' },
    { src: '', made: true, text: 'Dudley' },
    { src: '0:3', made: false, text: 'One\ntwo ' },
    { src: '0:3', made: true, text: '(page 3)' },
    { src: '0:3', made: false, text: ' three' },
  ])
  expect(alts).toEqual([
    { text: '40 of 40', src: '' },
    { text: 'A picture', src: '0:7' },
  ])
})

describe('a browser that is killed in mid-print', () => {
  const document = longDocument(2)
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): void => {
    for (const pid of browsersOf(process.pid)) process.kill(pid, signal)
  }

  it('is replaced by a fresh one, once, and the report says so', async () => {
    const first = await startRenderers(SETTINGS)
    await running.close()
    let laps = 0
    const printed = await printPages(document, SETTINGS, first, {
      lap: (step) => {
        if (step === 'begin' && laps++ === 0) kill()
      },
    })
    await first.close()
    expect(readPrinted(printed.pieces[0]!.bytes).pages.length).toBe(printed.pageMap.total)
    expect(printed.findings).toMatchObject([{ rule: 'browser-finishes', severity: 'info' }])
    expect(browsersOf(process.pid)).toEqual([])
  })

  it('twice is a finding and no PDF', async () => {
    const first = await startRenderers(SETTINGS)
    const printed = await printPages(document, SETTINGS, first, {
      lap: (step) => {
        if (step === 'open') kill()
      },
    })
    await first.close()
    expect(printed.pieces).toHaveLength(0)
    expect(printed.findings).toMatchObject([{ rule: 'browser-finishes', severity: 'error' }])
    expect(printed.findings[0]?.message).toContain('twice')
    expect(browsersOf(process.pid)).toEqual([])
  })

  it('or hangs, is given up after its time, not tried again, and ended', async () => {
    const first = await startRenderers(SETTINGS, 2000)
    const printed = await printPages(document, SETTINGS, first, {
      lap: (step) => {
        if (step === 'open') kill('SIGSTOP')
      },
    })
    await first.close()
    expect(printed.pieces).toHaveLength(0)
    expect(printed.findings).toMatchObject([{ rule: 'browser-finishes', severity: 'error' }])
    expect(printed.findings[0]?.message).toContain('does not answer')
    await vi.waitFor(() => expect(browsersOf(process.pid)).toEqual([]), { timeout: 60_000 })
  })
})
