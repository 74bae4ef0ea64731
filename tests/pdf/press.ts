// Prints a few lines of HTML and repairs what the browser tagged: the least real PDF in which a rule can be seen.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { changeTree, isElement } from '../../scripts/ground/html/change-tree.ts'
import { shownFacts } from '../../scripts/ground/html/shown-facts.ts'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import { carryMeaning } from '../../scripts/pages/carry-meaning.ts'
import { expansions } from '../../scripts/pdf/expansions.ts'
import { finishPiece } from '../../scripts/pdf/pieces/finish-piece.ts'
import { joinPieces } from '../../scripts/pdf/pieces/join-pieces.ts'
import type { TagElement, TagKid } from '../../scripts/pdf/tags/element.ts'
import { repairTags } from '../../scripts/pdf/tags/repair-tags.ts'
import { writePdf } from '../../scripts/pdf/write-pdf.ts'
import { startBrowser } from '../../scripts/print/start-browser.ts'
import { htmlOf, treeOf } from '../support/html.ts'

export interface Pressed {
  readonly raw: Uint8Array
  readonly finished: Uint8Array
  /** One element a line, indented, with what it says. */
  readonly tree: string
  /** The finished file, read anew. */
  readonly pdf: PDFDocument
  /** Content stream of a page, from 1. */
  readonly content: (page: number) => string
}

export interface Press {
  readonly print: (
    body: string,
    options?: { style?: string; title?: string; tagged?: boolean },
  ) => Promise<Uint8Array>
  readonly press: (body: string, options?: { style?: string; heads?: boolean }) => Promise<Pressed>
  readonly close: () => Promise<void>
}

const FACE = createRequire(import.meta.url).resolve(
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
)

const carried = (body: string): string =>
  htmlOf(changeTree(treeOf(body), (node) => (isElement(node) ? carryMeaning(node, 'en-GB') : node)))

export async function openPress(path = ''): Promise<Press> {
  const running = await startBrowser({ cache: resolve('.cache'), ...(path ? { browser: path } : {}) })
  const font = `data:font/woff2;base64,${readFileSync(FACE).toString('base64')}`
  const print: Press['print'] = async (body, { style = '', title = 'A test', tagged = true } = {}) => {
    const page = await running.browser.newPage()
    try {
      await page.setContent(`<!doctype html><html lang="en-GB"><head><title>${title}</title><style>
@font-face { font-family: Sans; src: url(${font}) }
@page { size: 120mm 100mm; margin: 15mm } body { font: 10pt/1.4 Sans; margin: 0 } ${style}
</style></head><body>${carried(body)}</body></html>`)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline: tagged })
    } finally {
      await page.close()
    }
  }
  const press: Press['press'] = async (body, { style = '', heads = false } = {}) => {
    const raw = await print(body, { style })
    return repaired(raw, body, heads)
  }
  return { print, press, close: () => running.close() }
}

export async function repaired(raw: Uint8Array, body = '', heads = false): Promise<Pressed> {
  const printed = await PDFDocument.load(raw, { updateMetadata: false })
  const hasHeads = printed.getPages().map(() => heads)
  const tags = { hasHeads, words: { note: 'Note', backToText: 'Back to the text' } }
  const { abbreviations } = shownFacts(treeOf(body))
  const piece = await finishPiece({ bytes: raw, tags })
  const joined = await joinPieces([{ ...piece, continues: false }], expansions(abbreviations))
  const finished = writePdf(joined.pdf.context)
  const pdf = await PDFDocument.load(finished, { updateMetadata: false })
  const content = (page: number): string => {
    const stream = pdf.getPages()[page - 1]?.node.Contents()
    return stream instanceof PDFRawStream ? inflated(stream).toString('latin1') : ''
  }
  const tree = repairTags(printed, tags)
  const expanded = tree?.abbreviations.map(expansions(abbreviations)) ?? []
  return { raw, finished, tree: tree ? `\n${lines(tree.root, expanded).join('\n')}\n` : '', pdf, content }
}

function lines(element: TagElement, expanded: readonly (string | undefined)[], depth = 0): string[] {
  const said = [
    element.language && `lang=${element.language}`,
    element.alt !== undefined && `alt=${element.alt}`,
    element.actualText !== undefined && `actual=${element.actualText}`,
    element.abbreviation !== undefined && `expansion=${expanded[element.abbreviation]}`,
    element.id?.startsWith('note') && `id=${element.id}`,
  ].filter(Boolean)
  const own = `${'  '.repeat(depth)}${[element.type, ...said].join(' ')}`
  const kids: string[] = []
  let text = ''
  const flush = () => {
    if (text.trim()) kids.push(`${'  '.repeat(depth + 1)}“${text.trim()}”`)
    text = ''
  }
  for (const kid of element.kids as TagKid[]) {
    if (kid.kind === 'mark') text += kid.text
    if (kid.kind !== 'element') continue
    flush()
    kids.push(...lines(kid, expanded, depth + 1))
  }
  flush()
  return kids.length === 1 && kids[0]!.trim().startsWith('“') ? [`${own} ${kids[0]!.trim()}`] : [own, ...kids]
}

/** The dictionaries of all link annotations. */
export const linksOf = (pdf: PDFDocument): PDFDict[] =>
  pdf.getPages().flatMap((page) => {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return (annotations?.asArray() ?? []).map((_, index) => annotations!.lookup(index, PDFDict))
  })

export const treeRootOf = (pdf: PDFDocument): PDFDict =>
  pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
