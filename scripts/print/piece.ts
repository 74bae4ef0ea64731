// A piece on its way from HTML to print: what is known of it, and the page of a browser in which it lies open.
import type { Page } from 'puppeteer-core'
import type { HtmlDocument, HtmlPiece } from '../model/document.ts'
import type { Fit } from './fit-document.ts'
import { fillNumbers, type Numbers } from './in-page/fill-numbers.ts'
import type { FontRule, RareCharacter } from './in-page/find-characters.ts'
import { type Blank, insertBlanks } from './in-page/insert-blanks.ts'
import type { Measured } from './in-page/measure-runs.ts'
import type { Anchors } from './in-page/prepare-document.ts'
import { settleAgain } from './in-page/settle-again.ts'
import { openDocument, prepareToLayOut } from './open-document.ts'
import type { PageGeometry } from './page-geometry.ts'
import type { PiecePrint } from './piece-print.ts'
import type { Renderers } from './renderers.ts'
import { runInPage } from './run-in-page.ts'
import { untilDeath } from './until-death.ts'

export interface Piece {
  readonly piece: HtmlPiece
  /** The book's, with the HTML and the runs of this piece. */
  readonly document: HtmlDocument
  /** Digest of all that it is made of so far; each step adds to it. */
  key: string
  begun: Begun | undefined
  measured: Measured
  written: Written | undefined
  open: OpenPage | undefined
  /** What was printed of it as soon as its numbers were written; its key says whether that is what is wanted. */
  ahead: PiecePrint | undefined
  /** How often a browser died of it. */
  deaths: number
  /** Whether this build printed it: what it left is found again where it is printed once more. */
  isPrinted: boolean
  /** For how long a browser was at it. */
  seconds: number
}

export type BegunPiece = Piece & { readonly begun: Begun }

/** What a piece is without knowing the others. */
export interface Begun {
  /** Addresses that were refused. */
  readonly refused: readonly string[]
  /** Faces that could not be loaded. */
  readonly failed: readonly string[]
  readonly anchors: Anchors
  readonly geometry: PageGeometry
  readonly fit: Fit
  readonly fontRules: readonly FontRule[]
  readonly rare: readonly RareCharacter[]
  readonly measured: Measured
}

/** What the others put into it: page numbers, and blank pages before its runs. */
export interface Written {
  readonly numbers: Numbers
  readonly blanks: readonly Blank[]
}

interface OpenPage {
  readonly page: Page
  readonly renderer: number
  readonly unlessDead: <T>(work: Promise<T>) => Promise<T>
  readonly refused: ReadonlySet<string>
  readonly prepared: Awaited<ReturnType<typeof prepareToLayOut>>
}

/** Works in the page of the piece, which is opened, fitted and filled in if it is not. */
export async function inPage<T>(
  one: Piece,
  renderers: Renderers,
  renderer: number,
  work: (open: OpenPage) => Promise<T>,
): Promise<T> {
  const begun = performance.now()
  try {
    one.open ??= await openPiece(one, renderers, renderer)
    const { open } = one
    return await open.unlessDead(work(open))
  } finally {
    one.seconds += (performance.now() - begun) / 1000
  }
}

async function openPiece(one: Piece, renderers: Renderers, renderer: number): Promise<OpenPage> {
  const { newPage } = await renderers.get(renderer)
  const page = await newPage()
  const unlessDead = untilDeath(page)
  const { document, written } = one
  const opening = async (): Promise<OpenPage> => {
    const { refused } = await openDocument(page, () => document)
    const prepared = await prepareToLayOut(page, document)
    await runInPage(page, settleAgain, one.measured.settled)
    if (written) await write(page, document, written)
    return { page, renderer, unlessDead, refused, prepared }
  }
  try {
    return await unlessDead(opening())
  } catch (error) {
    page.close().catch(() => undefined)
    throw error
  }
}

/** Writes page numbers and blank pages into what lies open; gives the runs that may break elsewhere now. */
export async function write(
  page: Page,
  document: HtmlDocument,
  { numbers, blanks }: Written,
): Promise<readonly string[]> {
  await runInPage(page, insertBlanks, blanks, document.blank)
  return runInPage(page, fillNumbers, numbers)
}

/** Not awaited: a page that hangs does not answer, and closing the browser ends it as well. */
export function closePiece(one: Piece): void {
  one.open?.page.close().catch(() => undefined)
  one.open = undefined
}
