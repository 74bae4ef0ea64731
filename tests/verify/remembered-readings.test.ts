import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { type PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../scripts/ground/digest.ts'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import { loadPdf } from '../../scripts/ground/pdf/load-pdf.ts'
import { readUnicodeMap } from '../../scripts/ground/pdf/unicode-map.ts'
import type { FinishedPdf, PdfFacts } from '../../scripts/model/finished.ts'
import { hasHeads } from '../../scripts/pdf/folios.ts'
import { narrowPages } from '../../scripts/pdf/pieces/narrow-pages.ts'
import { repairTags } from '../../scripts/pdf/tags/repair-tags.ts'
import { type Memory, memoryOfBuilds } from '../../scripts/verify/memory.ts'
import { partsReader } from '../../scripts/verify/page-parts.ts'
import type { PageReading } from '../../scripts/verify/page-reading.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { readContents, readPages } from '../../scripts/verify/read-contents.ts'
import { finish, type Given, given, verify } from './small-book.ts'
import { elements, redraw, retype, swapWithNext, tamper } from './tamper.ts'

let sound: FinishedPdf
let folder: string
beforeAll(async () => {
  sound = await finish(given)
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remembered-readings-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Without verdicts, which would spare the reading. */
const memory = (): Memory => {
  const { cache } = memoryOfBuilds({ cache: folder, remembers: true })
  return cache ? { cache } : {}
}
const entries = async (): Promise<string[]> =>
  (await readdir(join(folder, 'read-pages')).catch(() => [])).map((name) => join(folder, 'read-pages', name))

const check = (bytes: Uint8Array, known: Memory = {}, more: Partial<Given> = {}): Promise<PdfFacts> =>
  verify({ ...sound, bytes }, { ...given, ...more }, known)

type Told = (text: string, code: number) => string | undefined

/** Says of each code of the fonts of a page what `told` makes of it, and draws the same. */
function tellOf(pdf: PDFDocument, page: number, told: Told): void {
  const fonts = pdf
    .getPage(page - 1)
    .node.Resources()!
    .lookup(PDFName.of('Font'), PDFDict)
  for (const key of fonts.keys()) {
    const font = fonts.lookup(key, PDFDict)
    const map = readUnicodeMap(
      inflated(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream).toString('latin1'),
    )
    const lines = [...map].flatMap(([code, text]) => {
      const now = told(text, code)
      return now === undefined
        ? []
        : [`<${hex(code)}> <${[...now].map((one) => hex(one.charCodeAt(0))).join('')}>`]
    })
    const stream = Buffer.from(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
    font.set(PDFName.of('ToUnicode'), pdf.context.register(PDFRawStream.of(pdf.context.obj({}), stream)))
  }
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')

type Change = (pdf: PDFDocument) => void

const CHANGES: readonly (readonly [string, Change])[] = [
  ['nothing', () => {}],
  ['a letter is drawn as another', (pdf) => retype(pdf, 3, 'e', 'o')],
  [
    'a paragraph is not drawn',
    (pdf) => redraw(pdf, 9, (old) => old.replace(/(\/MCID 2 >>BDC)[\s\S]*?EMC/, '$1 EMC')),
  ],
  [
    'a font says another letter than it draws',
    (pdf) => tellOf(pdf, 3, (text) => (text === 'e' ? 'o' : text)),
  ],
  ['a font says nothing of a letter', (pdf) => tellOf(pdf, 3, (text) => (text === 'e' ? undefined : text))],
  ['two tags changed places', (pdf) => swapWithNext(elements(pdf, 'P')[1]!)],
  [
    'a page has another one’s content',
    (pdf) =>
      pdf.getPage(8).node.set(PDFName.of('Contents'), pdf.getPage(2).node.get(PDFName.of('Contents'))!),
  ],
  ['a page has another one’s fonts', (pdf) => swapFonts(pdf)],
  ['a form draws something else', (pdf) => redrawForm(pdf)],
  ['a page is in two streams', (pdf) => split(pdf, 3)],
]

/** These change nothing that is said. */
const HARMLESS = new Set(['nothing', 'a page is in two streams'])

/** All names of fonts of a page lead to one of them. */
function swapFonts(pdf: PDFDocument): void {
  const fonts = pdf.getPage(2).node.Resources()!.lookup(PDFName.of('Font'), PDFDict)
  const [first, ...others] = fonts.keys()
  for (const other of others) fonts.set(other, fonts.get(first!)!)
}

function formOf(pdf: PDFDocument): { stream: PDFRawStream; page: number } {
  for (const [index, page] of pdf.getPages().entries()) {
    const drawn = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    for (const key of drawn?.keys() ?? []) {
      const stream = drawn?.lookup(key)
      if (stream instanceof PDFRawStream && inflated(stream).includes('MCID'))
        return { stream, page: index + 1 }
    }
  }
  throw new Error('no form that has marks')
}

function redrawForm(pdf: PDFDocument): void {
  const { stream } = formOf(pdf)
  const text = inflated(stream).toString('latin1')
  stream.updateContents(deflateSync(Buffer.from(text.replace(/\[?<[\dA-F]+>[^T]*T[jJ]/, ''), 'latin1')))
}

function split(pdf: PDFDocument, page: number): void {
  const { node } = pdf.getPage(page - 1)
  const data = inflated(node.Contents() as PDFRawStream)
  const at = data.indexOf('\n', data.length / 2)
  const streams = [data.subarray(0, at), data.subarray(at)].map((part) =>
    pdf.context.register(PDFRawStream.of(pdf.context.obj({}), part)),
  )
  node.set(PDFName.of('Contents'), pdf.context.obj(streams))
}

describe('what is remembered of pages', () => {
  it.each(CHANGES)('hides nothing and adds nothing when %s', async (_, change) => {
    const known = memory()
    const before = await check(sound.bytes, known)
    expect(before.findings).toEqual([])
    const bytes = await tamper(sound.bytes, change)
    const wanted = await check(bytes)
    expect(await check(bytes, known)).toEqual(wanted)
    expect(await check(bytes, known), 'remembered in its turn').toEqual(wanted)
    expect(await check(bytes, { readings: readPages(await loadPdf(sound.bytes)) })).toEqual(wanted)
    expect(await check(sound.bytes, known)).toEqual(before)
  })

  it.each(CHANGES.filter(([name]) => !HARMLESS.has(name)))(
    'would be told of it by the file: %s',
    async (_, change) => {
      expect((await check(await tamper(sound.bytes, change))).findings).not.toEqual([])
    },
  )

  it('is no verdict: the same file is held against what is wanted of it today', async () => {
    const known = memory()
    await check(sound.bytes, known)
    const [first, ...others] = given.book.chapters
    const lost = { ...first!, text: first!.text.map((block) => ({ ...block, text: `${block.text} lost` })) }
    const more = { book: { ...given.book, chapters: [lost, ...others] } }
    const { findings } = await check(sound.bytes, known, more)
    expect(findings.map(({ rule }) => rule)).toContain('text-is-complete')
    expect(findings).toEqual((await check(sound.bytes, {}, more)).findings)
  })

  it('is what is read, and not only written', async () => {
    const readings = readPages(await loadPdf(sound.bytes))
    const forged = readings.map((reading) => ({
      ...reading,
      marks: reading.marks.map(([form, id, text]) => [form, id, text.toUpperCase()] as const),
    }))
    const said = async (known: Memory) => (await readBack(sound.bytes, known)).text.map(({ text }) => text)
    expect(await said({ readings })).toEqual(await said({}))
    expect(await said({ readings: forged })).toEqual((await said({})).map((text) => text.toUpperCase()))
  })
})

describe('between builds', () => {
  it('is kept in few files, and written once', async () => {
    await check(sound.bytes, memory())
    const written = await Promise.all(
      (await entries()).map(async (path) => [path, (await stat(path)).mtimeMs]),
    )
    expect(written.length).toBeGreaterThan(0)
    expect(written.length).toBeLessThan(given.printed.pageMap.total / 2)
    await check(sound.bytes, memory())
    expect(
      await Promise.all((await entries()).map(async (path) => [path, (await stat(path)).mtimeMs])),
    ).toEqual(written)
  })

  it.each<readonly [string, (paths: readonly string[]) => Promise<unknown>]>([
    [
      'cut off',
      (paths) => each(paths, async (path) => writeFile(path, (await readFile(path)).subarray(0, 200))),
    ],
    [
      'changed by one letter',
      (paths) =>
        each(paths, async (path) =>
          writeFile(path, (await readFile(path, 'utf8')).replace('office', 'offine')),
        ),
    ],
    ['empty', (paths) => each(paths, (path) => writeFile(path, ''))],
    ['something else', (paths) => each(paths, (path) => writeFile(path, `${digest('')}[]`))],
    ['gone', (paths) => each(paths, (path) => rm(path))],
  ])('an entry that is %s is not there, and is made again', async (_, damage) => {
    const known = memory()
    const wanted = await check(sound.bytes, known)
    const before = await contentsOfAll()
    await damage(await entries())
    expect(await contentsOfAll()).not.toEqual(before)
    expect(await check(sound.bytes, known)).toEqual(wanted)
    expect(await contentsOfAll()).toEqual(before)
  })

  it('an entry of other pages under this name says nothing of these', async () => {
    const other = await tamper(sound.bytes, (pdf) => {
      for (const index of pdf.getPageIndices()) redraw(pdf, index + 1, (old) => `${old}\n`)
    })
    const known = memory()
    await check(other, known)
    const [foreign] = await entries()
    const wanted = await check(sound.bytes, known)
    for (const path of await entries()) if (path !== foreign) await copyFile(foreign!, path)
    expect(await check(sound.bytes, known)).toEqual(wanted)
  })

  it('is shared by two builds at once', async () => {
    const wanted = await check(sound.bytes)
    const all = await Promise.all([1, 2, 3, 4].map(() => check(sound.bytes, memory())))
    expect(all).toEqual(all.map(() => wanted))
    expect((await entries()).filter((path) => !path.endsWith('.json'))).toEqual([])
    expect(await check(sound.bytes, memory())).toEqual(wanted)
  })

  it('is no fault where nothing can be kept', async () => {
    await writeFile(join(folder, 'read-pages'), 'a file in its place')
    expect(await check(sound.bytes, memory())).toEqual(await check(sound.bytes))
  })
})

const each = (paths: readonly string[], change: (path: string) => Promise<unknown>): Promise<unknown> =>
  Promise.all(paths.map(change))

const contentsOfAll = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all((await entries()).map(async (path) => [path, await readFile(path, 'utf8')])),
  )

describe('a part of a file', () => {
  /** Some pages of the book in a file of their own, where all objects have other numbers. */
  async function part(from: number, to: number): Promise<PDFDocument> {
    const [whole, own] = [await loadPdf(sound.bytes), await PDFDocument.create()]
    for (let blank = 0; blank < 7; blank++) own.context.register(own.context.obj({}))
    const pages = Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index)
    for (const page of await own.copyPages(whole, pages)) own.addPage(page)
    return loadPdf(await own.save({ updateFieldAppearances: false }))
  }

  it('gives readings that hold for the whole, its forms among them', async () => {
    const whole = await loadPdf(sound.bytes)
    const { page } = formOf(whole)
    const readings = [await part(1, 5), await part(6, 13)].flatMap((pdf) => readPages(pdf))
    const keys = whole
      .getPages()
      .map(partsReader())
      .map(({ key }) => key)
    expect(readings.map(({ key }) => key)).toEqual(keys)
    expect(
      readings[page - 1]!.marks.some(([form]) => form >= 0),
      'marks of a form',
    ).toBe(true)
    // Told apart from what is read anew by a letter of each that no file has.
    const signed = readings.map((reading): PageReading => ({ ...reading, loose: [...reading.loose, SIGN] }))
    const { contents } = await readContents(whole, { readings: signed })
    const anew = (await readContents(whole, {})).contents
    expect(contents).toEqual(anew.map((content) => ({ ...content, loose: [...content.loose, SIGN] })))
  })

  it('holds for the whole as soon as its tags are repaired, before anything is joined', async () => {
    const { printed, document, settings } = given
    const piece = await loadPdf(printed.pieces[0]!.bytes)
    const { noteLink: note, backToText } = settings.theme.words
    narrowPages(piece, settings.theme.page)
    repairTags(piece, { hasHeads: hasHeads(document.runs, printed.pageMap), words: { note, backToText } })
    const signed = readPages(piece).map((reading): PageReading => ({ ...reading, loose: [SIGN] }))
    const { contents } = await readContents(await loadPdf(sound.bytes), { readings: signed })
    expect(contents.map(({ loose }) => loose)).toEqual(contents.map(() => [SIGN]))
  })

  it('has fewer letters of a face, which the whole has too', async () => {
    const few = await tamper(await (await part(3, 3)).save({ updateFieldAppearances: false }), (pdf) =>
      thin(pdf),
    )
    const [reading] = readPages(await loadPdf(few))
    const whole = await loadPdf(sound.bytes)
    const { contents } = await readContents(whole, { readings: [{ ...reading!, loose: [SIGN] }] })
    expect(contents[2]!.loose).toEqual([SIGN])
  })
})

const SIGN = { text: '\u2603', yPt: 0, comesFirst: false }

/** Takes what the one page does not draw out of the maps of its fonts. */
function thin(pdf: PDFDocument): void {
  const drawn = inflated(pdf.getPage(0).node.Contents() as PDFRawStream).toString('latin1')
  let taken = 0
  tellOf(pdf, 1, (text, code) => {
    if (drawn.includes(hex(code))) return text
    taken++
    return undefined
  })
  if (taken === 0) throw new Error('nothing was taken')
}

describe('the key of a page', () => {
  interface Drawn {
    readonly content?: string
    readonly inner?: string
    readonly matrix?: readonly number[]
    readonly before?: number
    readonly second?: 'same' | 'equal'
  }

  /** A page with two names for forms, which are one form or two that are equal. */
  async function keyOf({
    content = '/A Do /B Do',
    inner = 'q Q',
    matrix,
    before = 0,
    second = 'same',
  }: Drawn = {}) {
    const pdf = await PDFDocument.create()
    for (let index = 0; index < before; index++) pdf.context.register(pdf.context.obj([]))
    const form = () =>
      pdf.context.register(
        PDFRawStream.of(
          pdf.context.obj({ Subtype: 'Form', ...(matrix ? { Matrix: [...matrix] } : {}) }),
          Buffer.from(inner),
        ),
      )
    const one = form()
    const page = pdf.addPage([100, 100])
    const drawn = pdf.context.register(PDFRawStream.of(pdf.context.obj({}), Buffer.from(content)))
    page.node.set(PDFName.of('Contents'), drawn)
    page.node.set(
      PDFName.of('Resources'),
      pdf.context.obj({ XObject: { A: one, B: second === 'same' ? one : form() } }),
    )
    return partsReader()(page).key
  }

  it('is the same under other numbers, and another for all that changes what is drawn', async () => {
    const key = await keyOf()
    expect(key).toMatch(/^[\da-f]{64}$/)
    expect(await keyOf({ before: 9 })).toBe(key)
    const others = [
      await keyOf({ content: '/A Do' }),
      await keyOf({ inner: 'Q q' }),
      await keyOf({ matrix: [1, 0, 0, 1, 5, 5] }),
      await keyOf({ second: 'equal' }),
    ]
    expect(new Set([key, ...others]).size).toBe(5)
  })

  it('comes to an end where forms draw themselves, and is none where a filter is another one', async () => {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([100, 100])
    const form = PDFRawStream.of(pdf.context.obj({ Subtype: 'Form' }), Buffer.from('/A Do'))
    const reference = pdf.context.register(form)
    const resources = pdf.context.obj({ XObject: { A: reference } })
    form.dict.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), reference)
    expect(partsReader()(page).key).toBeDefined()
    form.dict.set(PDFName.of('Filter'), pdf.context.obj(['FlateDecode', 'ASCIIHexDecode']) as PDFArray)
    expect(partsReader()(page).key).toBeUndefined()
  })
})
