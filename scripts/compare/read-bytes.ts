import { PDFDocument } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { boxOfLink, linksOfPage, type PageLink } from './links-of-page.ts'
import { fontsOf, looksOf } from './look-of-page.ts'
import { openWithPdfjs } from './open-with-pdfjs.ts'
import type { Box, OutlineEntry, Paper, PaperPage, Word } from './paper.ts'
import { runningHeads } from './running-heads.ts'
import { type TextItem, wordsOfPage } from './words-of-page.ts'

export type PaperAnswer = { readonly paper: Paper } | { readonly problem: string }

/** More than any paper has: beyond it somebody wants to keep us busy. */
const MAX_PAGES = 5000

/**
 * Reads a paper from its bytes, or says in half a sentence why it cannot be read. To be called in a thread of its
 * own.
 */
export async function readBytes(bytes: Uint8Array): Promise<PaperAnswer> {
  try {
    const pdf = await openWithPdfjs(bytes)
    if (pdf.numPages > MAX_PAGES) return { problem: `it has more than ${MAX_PAGES} pages` }
    return { paper: await readPaper(pdf, bytes) }
  } catch (error) {
    const { name, message } = error as Error
    return {
      problem:
        name === 'PasswordException'
          ? 'it is encrypted'
          : (message.split('\n')[0] ?? name).replace(/\.$/, ''),
    }
  }
}

async function readPaper(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<Paper> {
  const pageOf = pageFinder(pdf, await pdf.getDestinations())
  const objects = await openObjects(bytes, pdf.numPages)
  const linksOn = await linkReader(pdf, objects, pageOf)
  const labels = await pdf.getPageLabels()
  const isTagged = (await pdf.getMarkInfo())?.Marked === true
  const sheets: Sheet[] = []
  for (let number = 1; number <= pdf.numPages; number++)
    sheets.push(await readSheet(await pdf.getPage(number), isTagged, linksOn(number)))
  const heads = isTagged ? [] : runningHeads(sheets)
  const { info } = await pdf.getMetadata()
  const { Title: title, Language: language } = info as { Title?: unknown; Language?: unknown }
  const looks = objects ? attempted(() => looksOf(objects), []) : []
  return {
    title: typeof title === 'string' ? title : '',
    language: typeof language === 'string' ? language : '',
    pages: sheets.map(({ artifacts, words, ...sheet }, index): PaperPage => {
      const isHead = heads[index] ?? new Set()
      return {
        ...sheet,
        label: labels?.[index] || String(index + 1),
        words: words.filter((word) => !isHead.has(word)),
        heads: [...artifacts, ...words.filter((word) => isHead.has(word))],
        look: looks[index] ?? { drawing: '', pictures: [] },
      }
    }),
    outline: await flatOutline(await pdf.getOutline(), pageOf),
    fonts: objects ? fontsOf(objects.context) : [],
  }
}

/** The objects of the file; undefined where it is not that regular. pdf.js reads files that others do not. */
async function openObjects(bytes: Uint8Array, pages: number): Promise<PDFDocument | undefined> {
  const options = { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY }
  const objects = await PDFDocument.load(bytes, options).catch(() => undefined)
  return objects?.getPageCount() === pages ? objects : undefined
}

/** What objects of a strange kind make impossible is not known of that file; its words are. */
function attempted<Known>(read: () => Known, unknown: Known): Known {
  try {
    return read()
  } catch {
    return unknown
  }
}

async function linkReader(
  pdf: PDFDocumentProxy,
  objects: PDFDocument | undefined,
  pageOf: PageFinder,
): Promise<(number: number) => readonly PageLink[]> {
  if (!objects) return () => []
  const named = new Map<string, number>()
  for (const [name, target] of Object.entries(await pdf.getDestinations()))
    named.set(name, await pageOf(target))
  const all = objects.getPages()
  const pages = new Map(all.map((page, index) => [page.ref.objectNumber, index + 1]))
  return (number) => {
    const page = all[number - 1]
    return page ? attempted(() => linksOfPage(page, { named, pages }), []) : []
  }
}

interface Sheet {
  readonly widthPt: number
  readonly heightPt: number
  readonly words: readonly Word[]
  readonly artifacts: readonly Word[]
}

type PageFinder = (target: unknown) => Promise<number>

async function readSheet(page: PDFPageProxy, isTagged: boolean, links: readonly PageLink[]): Promise<Sheet> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: isTagged })
  const items = content.items as unknown as TextItem[]
  const order = isTagged ? readingOrder(items, await page.getStructTree()) : undefined
  const toPage = viewport.transform
  const { words, artifacts } = wordsOfPage({ items, styles: content.styles, toPage, order })
  page.cleanup()
  const boxes = links.map((link) => ({ box: boxOfLink(link, toPage), page: link.page }))
  return {
    widthPt: viewport.width,
    heightPt: viewport.height,
    artifacts,
    words: boxes.length === 0 ? words : words.map((word) => linked(word, boxes)),
  }
}

function linked(word: Word, links: readonly { readonly box: Box; readonly page: number }[]): Word {
  const x = (word.box.left + word.box.right) / 2
  const y = (word.box.top + word.box.bottom) / 2
  const link = links.find(({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
  return link ? { ...word, leadsTo: link.page } : word
}

interface StructureNode {
  readonly children?: readonly StructureNode[]
  readonly id?: string
}

/**
 * Rank of each mark by the structure of the page. None when a mark comes twice: pdf.js does not tell the marks of a
 * form from those of its page.
 */
function readingOrder(
  items: readonly TextItem[],
  tree: StructureNode | null,
): ReadonlyMap<string, number> | undefined {
  const marks = items.flatMap((item) => ('type' in item && item.id ? [item.id] : []))
  if (!tree || new Set(marks).size < marks.length) return undefined
  const order = new Map<string, number>()
  const open: StructureNode[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.id !== undefined && !order.has(node.id)) order.set(node.id, order.size)
    open.push(...[...(node.children ?? [])].reverse())
  }
  return order
}

/**
 * Destination or its name → page from 1, 0 when it leads nowhere. Many lead to the same page: each is looked for
 * once.
 */
function pageFinder(pdf: PDFDocumentProxy, named: Readonly<Record<string, unknown>>): PageFinder {
  const known = new Map<string, number>()
  return async (target) => {
    const to = typeof target === 'string' ? named[target] : target
    const [reference] = Array.isArray(to) ? to : []
    if (Number.isInteger(reference)) return reference + 1
    if (!reference || typeof reference !== 'object') return 0
    const key = JSON.stringify(reference)
    if (!known.has(key))
      known.set(
        key,
        await pdf.getPageIndex(reference).then(
          (index) => index + 1,
          () => 0,
        ),
      )
    return known.get(key) ?? 0
  }
}

type OutlineItems = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function flatOutline(items: OutlineItems, pageOf: PageFinder, depth = 1): Promise<OutlineEntry[]> {
  const flat: OutlineEntry[] = []
  for (const item of items ?? []) {
    flat.push({ title: item.title, depth, page: await pageOf(item.dest) })
    flat.push(...(await flatOutline(item.items, pageOf, depth + 1)))
  }
  return flat
}
