import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin } from '../../../scripts/commands/redline-thread.ts'
import { wordsOf } from '../../../scripts/commands/write-redline.ts'
import { comparePapers } from '../../../scripts/compare/compare-papers.ts'
import { openWithPdfjs } from '../../../scripts/compare/open-with-pdfjs.ts'
import type { Box, Paper } from '../../../scripts/compare/paper.ts'
import { redlineOf } from '../../../scripts/compare/redline-of.ts'
import { printChanges } from '../../../scripts/editions/print-changes.ts'
import { readContentStream } from '../../../scripts/ground/pdf/content-stream.ts'
import { contentsOf } from '../../../scripts/ground/pdf/contents-of.ts'
import { loadPdf } from '../../../scripts/ground/pdf/load-pdf.ts'
import type { Redline } from '../../../scripts/model/redline.ts'
import type { Settings } from '../../../scripts/model/settings.ts'
import { REDLINE_ORIGIN } from '../../../scripts/paperwork/list-of-changes.ts'
import { type PrintBrowser, startBrowser } from '../../../scripts/print/start-browser.ts'
import { makePdf } from '../../compare/make-pdf.ts'
import { read } from '../../compare/without-threads.ts'
import { SETTINGS } from '../../print/browser-of-the-tests.ts'
import { buildPublication } from '../../support/build-publication.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { renderersOf } from '../../support/renderers-of.ts'
import { askVerapdf, faultsOf, whyNoVerapdf } from '../../support/verapdf.ts'

const YAML = 'title: A paper\nlanguage: en-GB\nlength: book\noptions: { chaptersStartRight: false }\n'
const TABLE = '| Council | Posts |\n| --- | ---: |\n| Dudley | 12 |\n| Walsall | 40 |\n'
const sentences = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, index) => `Item${from + index} shows${from + index} what${from + index} happened${from + index}.`,
  ).join(' ')
const OLD = {
  'publication.yaml': YAML,
  'chapters/01-a.md': `# Barriers\n\nSome ten councils answered in spring.\n\n${sentences(0, 30)}\n\n${TABLE}\n\nThis paragraph is taken out of the paper.\n\nIt ends here.[^1]\n\n[^1]: A note of old.\n`,
  'chapters/02-b.md': `# Gone\n\n${sentences(200, 240)}\n`,
  'chapters/03-c.md': `# The rest\n\n${sentences(60, 80)}\n`,
}
const NEW = {
  'publication.yaml': YAML,
  'chapters/01-a.md': `# Barriers\n\nSome twelve more councils answered in spring.\n\n${sentences(0, 30)}\n\n${TABLE.replace('40', '41')}\n\nIt ends here.[^1]\n\n[^1]: A note of today.\n`,
  'chapters/03-c.md': `# The rest\n\n${sentences(60, 70)} A long passage was put in at this place. ${sentences(300, 360)} ${sentences(70, 80)}\n`,
}

interface Node {
  readonly type?: string
  readonly id?: string
  readonly role?: string
  readonly children?: readonly Node[]
}

interface Copy {
  readonly bytes: Uint8Array
  readonly claims: readonly string[]
  readonly redline: Redline
  readonly listPages: number
  /** The copy, read as any paper. */
  readonly paper: Paper
}

let browser: PrintBrowser
let settings: Settings
let built: { readonly old: Uint8Array; readonly now: Uint8Array }
let copy: Copy

beforeAll(async () => {
  browser = await startBrowser(SETTINGS)
  const [old, now] = [await publicationFolder(OLD), await publicationFolder(NEW)]
  const before = await buildPublication(old, browser)
  const after = await buildPublication(now, browser)
  settings = after.settings
  built = { old: before.finished.bytes, now: after.finished.bytes }
  copy = await copyOf(built.old, built.now)
})

afterAll(() => browser.close())

async function copyOf(old: Uint8Array, now: Uint8Array): Promise<Copy> {
  const [before, after] = [await read(old), await read(now)]
  const compared = comparePapers(before, after)
  const side = ({ title, pages }: Paper, file: string) => ({
    file,
    title,
    pages: pages.length,
    words: 0,
    bytes: 0,
  })
  const sides = { old: side(before, 'old.pdf'), new: side(after, 'new.pdf') }
  const redline = redlineOf({ ...compared.comparison, ...sides, same: false, undrawn: '' }, compared)
  const list = await printChanges(redline, settings, renderersOf(browser))
  expect(list.findings).toEqual([])
  const words = wordsOf(settings, redline.title)
  const made = await begin()({ bytes: now, list: list.bytes, origin: REDLINE_ORIGIN, redline, words })
  if ('problem' in made) throw new Error(made.problem)
  expect(made.lost).toEqual([])
  const paper = await read(made.bytes)
  return { ...made, redline, paper, listPages: paper.pages.length - after.pages.length }
}

/** Lines that a page has under its words, in the colour of what was put in. */
async function underlines(bytes: Uint8Array, index: number): Promise<Box[]> {
  const page = (await loadPdf(bytes)).getPages()[index]!
  const found: Box[] = []
  let [from, colour] = [[0, 0], '']
  readContentStream(contentsOf(page), (operator, { numbers: [x = 0, y = 0, z = 0] }) => {
    if (operator === 'RG') colour = [x, y, z].join(' ')
    if (operator === 'm') from = [x, y]
    if (operator !== 'l' || colour !== '0.04 0.29 0.52' || y !== from[1]) return
    const top = page.getHeight() - y
    found.push({ left: from[0]!, right: x, top, bottom: top })
  })
  return found
}

const wordsOver = ({ pages }: Paper, index: number, lines: readonly Box[]): string =>
  pages[index]!.words.filter(({ box }) => {
    const middle = (box.left + box.right) / 2
    return lines.some(
      ({ left, right, top }) => left <= middle && middle <= right && box.top < top && top < box.bottom + 1,
    )
  })
    .map(({ text }) => text)
    .join(' ')

describe('a marked copy', () => {
  it('has the pages of the new paper in order, behind the list, and wider by a strip at the right', async () => {
    const after = await read(built.now)
    const own = copy.paper.pages.slice(copy.listPages)
    expect(copy.listPages).toBeGreaterThan(0)
    for (const [index, page] of own.entries()) {
      const was = after.pages[index]!
      expect(page.heightPt).toBe(was.heightPt)
      expect(page.widthPt).toBeCloseTo(was.widthPt + 142, 1)
      const within = page.words.filter(({ box }) => box.left < was.widthPt).map(({ text }) => text)
      expect(within).toEqual(was.words.map(({ text }) => text))
    }
  })

  it('underlines all that was put in, and nothing else', async () => {
    const wanted = new Map<number, string[]>()
    for (const { lines } of copy.redline.changes)
      for (const { page, words } of lines) wanted.set(page, [...(wanted.get(page) ?? []), words])
    expect([...wanted.values()].flat().join(' ')).toContain('twelve more')
    expect([...wanted.values()].flat().join(' ')).toContain('Item359 shows359')
    for (let page = 1; page <= copy.redline.new.pages; page++) {
      const index = copy.listPages + page - 1
      const marked = wordsOver(copy.paper, index, await underlines(copy.bytes, index))
      expect(marked, `page ${page}`).toBe((wanted.get(page) ?? []).join(' '))
    }
  })

  it('has what was taken out in its margins, long texts shortened, and whole in the list', () => {
    const all = copy.paper.pages.map(({ words }) => words.map(({ text }) => text).join(' '))
    const [list, pages] = [all.slice(0, copy.listPages).join(' '), all.slice(copy.listPages).join(' ')]
    expect(pages).toContain('Was: ten')
    expect(pages).toContain('This paragraph is taken out of the paper.')
    expect(pages).toContain('Item200 shows200 what200')
    for (let index = 200; index < 240; index++) expect(list).toContain(`Item${index} shows${index}`)
    expect(pages).not.toContain('Item239 shows239')
  })

  it('leads from each entry to the page that it names, and from each number to its entry', async () => {
    const pdf = await openWithPdfjs(copy.bytes)
    const labels = (await pdf.getPageLabels())!
    const pageOf = async (target: unknown): Promise<number> => pdf.getPageIndex((target as never[])[0]!)
    const links: { from: number; to: number; says: string; at: string }[] = []
    for (let index = 0; index < pdf.numPages; index++)
      for (const one of await (await pdf.getPage(index + 1)).getAnnotations())
        if (Array.isArray(one.dest))
          links.push({
            from: index,
            to: await pageOf(one.dest),
            says: one.contentsObj.str,
            at: String(one.rect),
          })
    const { changes, numbers } = copy.redline
    const forth = links.filter(({ from }) => from < copy.listPages)
    // Where an entry goes over to the next page, the browser writes its link twice.
    const places = new Set(forth.map(({ from, at }) => `${from} ${at}`))
    expect(places.size).toBe(changes.length + new Set(numbers.map(({ label }) => label)).size)
    for (const { to, says } of forth) expect(says).toBe(`Page ${labels[to]}`)
    const back = links.filter(({ from, to }) => from >= copy.listPages && to < copy.listPages)
    expect(back.map(({ says }) => /^Change (\d+), in the list\. /.exec(says)?.[1])).toEqual(
      changes.map(({ number }) => String(number)),
    )
    for (const { to, says } of back) {
      const number = /\d+/.exec(says)![0]
      expect(copy.paper.pages[to]!.words.map(({ text }) => text)).toContain(number)
    }
    expect(labels.slice(0, copy.listPages + 1)).toEqual([
      ...Array.from({ length: copy.listPages }, (_, index) => `Changes ${index + 1}`),
      (await read(built.now)).pages[0]!.label,
    ])
    expect((await pdf.getOutline())[0]!.title).toBe('Changes')
  })

  it('has each number heard on its page, in order, and before what stands below', async () => {
    const pdf = await openWithPdfjs(copy.bytes)
    const first = copy.redline.changes.find(({ lines }) => lines[0]?.words === 'twelve more')!
    const page = await pdf.getPage(copy.listPages + first.place.page)
    const says = new Map((await page.getAnnotations()).map(({ id, contentsObj }) => [id, contentsObj.str]))
    const heard: string[] = []
    const visit = (node: Node): void => {
      if (node.type === 'object') heard.push(says.get(node.id ?? '') ?? '')
      if (node.role === 'Table') heard.push('the table')
      node.children?.forEach(visit)
    }
    visit((await page.getStructTree()) as Node)
    const notes = heard.filter((one) => one === 'the table' || one.startsWith('Change '))
    const own = copy.redline.changes.filter(({ place }) => place.page === first.place.page)
    expect(notes).toHaveLength(own.length + 1)
    expect(notes[0]).toBe(`Change ${first.number}, in the list. Was: “ten”`)
    expect(notes.indexOf('the table')).toBe(1)
  })

  it(`claims what the new paper claims${whyNoVerapdf}`, async ({ skip }) => {
    expect(copy.claims).toEqual(['PDF/UA-1', 'PDF/A-2a'])
    if (whyNoVerapdf) skip()
    const folder = await publicationFolder({ 'copy.pdf': copy.bytes })
    const [verdict] = await askVerapdf([join(folder, 'copy.pdf')])
    expect(faultsOf(verdict!)).toEqual([])
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const again = await copyOf(built.old, built.now)
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(copy.bytes))).toBe(0)
  })
})

describe('files of other programs', () => {
  const pages = (word: string) => [
    { lines: ['It begins here', `Some ${word} councils answered in spring`, 'and the last line stays'] },
    { lines: ['A page without changes'] },
  ]

  it.each([0, 90, 180, 270])(
    'without tags are marked and tagged, page for page, and claim nothing: turned by %i',
    async (angle) => {
      const now = await turned(await makePdf(pages('twelve'), { title: 'Other' }), angle)
      const made = await copyOf(await turned(await makePdf(pages('ten'), { title: 'Other' }), angle), now)
      expect(made.claims).toEqual([])
      const [page] = made.paper.pages.slice(made.listPages)
      const was = (await read(now)).pages[0]!
      expect([page!.widthPt, page!.heightPt]).toEqual([was.widthPt + 142, was.heightPt])
      const margin = page!.words.filter(({ box }) => box.left > was.widthPt)
      expect(margin.map(({ text }) => text)).toEqual(['1', 'Was:', 'ten'])
      const line = page!.words.find(({ text }) => text === 'twelve')!.box
      if (angle === 0) expect(margin[0]!.box.top).toBeCloseTo(line.top, -1)
      const tree = await (await openWithPdfjs(made.bytes)).getPage(made.listPages + 2)
      expect(JSON.stringify(await tree.getStructTree())).toContain('"role":"P"')
    },
  )

  it('may hold characters and markup that the list cannot show: they are shown as missing, and as they stand', async () => {
    const title = 'A *b* <i>c</i> [d](e) `f` :g[h] \u6F22'
    const made = await copyOf(
      await makePdf(pages('ten'), { title }),
      await makePdf(pages('twelve'), { title }),
    )
    const [list] = made.paper.pages
    const said = list!.words.map(({ text }) => text).join(' ')
    expect(said).toContain('What was done to “A *b* <i>c</i> [d](e) `f` :g[h] \uFFFD”.')
    expect(made.paper.title).toBe(`Changes: ${title}`)
  })

  it('made for a printer get no copy', async () => {
    const pdf = await PDFDocument.load(await makePdf(pages('ten')))
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description></rdf:RDF></x:xmpmeta>'
    const packet = PDFRawStream.of(pdf.context.obj({ Length: xmp.length }), Buffer.from(xmp))
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet))
    const bytes = await pdf.save({ useObjectStreams: false })
    const { redline } = copy
    const words = wordsOf(settings, redline.title)
    const work = { bytes, list: bytes, origin: REDLINE_ORIGIN, redline, words }
    expect(await begin()(work)).toEqual({ problem: 'it is made for a printer' })
  })
})

async function turned(bytes: Uint8Array, angle: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  for (const page of pdf.getPages()) page.setRotation(degrees(angle))
  return pdf.save({ useObjectStreams: false })
}
