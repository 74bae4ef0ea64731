// Each piece is printed behind empty pages that set its side and the counters of its folios.
import { readFile } from 'node:fs/promises'
import type { Page, PDFOptions } from 'puppeteer-core'
import type { PageMap } from '../model/printed.ts'
import { checkHeads } from './checks/running-head-fits.ts'
import { checkScale } from './checks/scale-is-one.ts'
import { checkFixedText } from './checks/text-fits-its-page.ts'
import { eachPiece, type PieceWork, type Working } from './each-piece.ts'
import { collectText } from './in-page/collect-text.ts'
import { dressForPress, type Extras } from './in-page/dress-for-press.ts'
import { type Frame, framePiece } from './in-page/frame-piece.ts'
import type { Numbered } from './lay-out-pieces.ts'
import { moveDestinations } from './move-destinations.ts'
import { type BegunPiece, closePiece, inPage, type Written } from './piece.ts'
import type { FilePrint, PiecePrint } from './piece-print.ts'
import type { PlacedRun } from './place-runs.ts'
import { readDestinations } from './read-destinations.ts'
import { readPrinted } from './read-printed.ts'
import { keep, type Memory, recall } from './remember-pieces.ts'
import { runInPage } from './run-in-page.ts'

export interface PrintWishes {
  readonly screen: boolean
  /** What a piece wears for the press, where it is printed for it. */
  readonly extrasOf: ((piece: BegunPiece) => Extras) | undefined
  readonly withHtml: boolean
}

type PrintFacts = Omit<PiecePrint, 'key' | 'screen' | 'press'> & {
  readonly screen?: Omit<FilePrint, 'bytes'>
  readonly press?: Omit<FilePrint, 'bytes'> & { readonly slugs: readonly string[] }
}

/**
 * In the order of the pieces. `onPrint` is told of each as it comes, unless all were printed before: then there is
 * nothing to be done beside. Its page is closed behind it.
 */
export async function printPieces(
  pieces: readonly BegunPiece[],
  { placed, pageMap }: Numbered,
  wishes: PrintWishes,
  working: Working,
  memory: Memory,
  onPrint: (piece: BegunPiece, print: PiecePrint) => void,
): Promise<PiecePrint[]> {
  const job: Job = { wishes, working, memory, placed, pageMap, frames: framesOf(pieces, placed, pageMap) }
  const prints = new Map<BegunPiece, PiecePrint>()
  const waiting = new Map<BegunPiece, Planned>()
  const know = (piece: BegunPiece, print: PiecePrint): void => {
    closePiece(piece)
    prints.set(piece, print)
  }
  const recalled = pieces.map(async (piece) => {
    const planned = await plan(piece, job)
    return { piece, planned, known: await planned.known() }
  })
  for (const { piece, planned, known } of await Promise.all(recalled)) {
    if (known) know(piece, known)
    else waiting.set(piece, planned)
  }
  if (waiting.size > 0) for (const [piece, print] of prints) onPrint(piece, print)
  await eachPiece(working, [...waiting.keys()], async (piece, renderer) => {
    const print = await printNow(piece, waiting.get(piece)!, renderer, job)
    know(piece, print)
    onPrint(piece, print)
  })
  return pieces.map((piece) => prints.get(piece)!)
}

/**
 * Prints a piece that would have to be closed, as soon as its numbers are written: to open it once more takes as long
 * as to print it. If another piece moves it after all, it is printed again.
 */
export function printAhead(
  pieces: readonly BegunPiece[],
  { placed, pageMap }: Numbered,
  writtenOf: WrittenOf,
  wishes: PrintWishes,
  working: Working,
  memory: Memory,
  onPrint: (piece: BegunPiece, print: PiecePrint) => void,
): PieceWork<BegunPiece> {
  const frames = framesOf(pieces, placed, pageMap, writtenOf)
  const job: Job = { wishes, working, memory, placed, pageMap, frames }
  return async (piece, renderer) => {
    const planned = await plan(piece, job)
    if (await planned.known()) return
    piece.ahead = await printNow(piece, planned, renderer, job)
    closePiece(piece)
    onPrint(piece, piece.ahead)
  }
}

interface Job extends Numbered {
  readonly wishes: PrintWishes
  readonly working: Working
  readonly memory: Memory
  readonly frames: ReadonlyMap<BegunPiece, Frame>
}

interface Planned {
  readonly key: string
  readonly moves: Moves
  /** What was printed of it before. */
  readonly known: () => Promise<PiecePrint | undefined>
}

async function plan(piece: BegunPiece, { wishes, memory, placed, pageMap, frames }: Job): Promise<Planned> {
  const { withHtml, screen } = wishes
  const moves = movesOf(piece, firstPage(piece, placed), pageMap)
  const more = [frames.get(piece), screen, wishes.extrasOf?.(piece), withHtml, [...moves.inline]]
  const { key, facts, files } = await recall<PrintFacts>(memory, piece, 'print', more)
  const known = async (): Promise<PiecePrint | undefined> => {
    if (piece.ahead?.key === key) return piece.ahead
    return facts && files ? fromFiles(key, facts, files) : undefined
  }
  return { key, moves, known }
}

async function printNow(
  piece: BegunPiece,
  { key, moves }: Planned,
  renderer: number,
  { wishes, working, memory, frames }: Job,
): Promise<PiecePrint> {
  const made = await inPage(piece, working.renderers, renderer, ({ page }) =>
    printOne(page, piece, frames.get(piece)!, wishes, moves),
  )
  piece.isPrinted = true
  await remember(memory, key, made)
  return { ...made, key }
}

type Fresh = Omit<PiecePrint, 'key'>

async function printOne(
  page: Page,
  piece: BegunPiece,
  frame: Frame,
  { screen, extrasOf, withHtml }: PrintWishes,
  moves: Moves,
): Promise<Fresh> {
  const { document, begun } = piece
  const findings = [
    ...(await checkFixedText(page, document, begun.geometry)),
    ...(await checkHeads(page, document, begun.geometry)),
  ]
  const collected = await runInPage(page, collectText, withHtml)
  await runInPage(page, framePiece, frame)
  const pageRanges = frame.leads > 0 ? { pageRanges: `${frame.leads + 1}-` } : {}
  const print = async (options: PDFOptions): Promise<FilePrint> =>
    filePrint(Buffer.from(await page.pdf({ ...options, ...pageRanges })), moves)
  const onScreen = screen ? await print(PDF_OPTIONS) : undefined
  if (!extrasOf) return { ...collected, findings, screen: onScreen, press: undefined }
  const slugs = await runInPage(page, dressForPress, extrasOf(piece))
  const forPress = await print(PRESS_OPTIONS)
  return { ...collected, findings, screen: onScreen, press: { ...forPress, slugs } }
}

/**
 * A word in the first line of a page, when its paragraph was pushed there, gets a destination at the foot of the page
 * before (seen in shell 153, 5 of 641 anchors); there the column that it was measured in is right.
 */
interface Moves {
  /** Page in the piece, from 1, of each anchor that stands in a line of text. */
  readonly inline: ReadonlyMap<string, number>
  readonly topPt: number
}

function movesOf({ measured, begun }: BegunPiece, first: number, { anchors }: PageMap): Moves {
  const inline = measured.inline.flatMap((anchor) => {
    const page = anchors[anchor]
    return page === undefined ? [] : [[anchor, page - first + 1] as const]
  })
  return { inline: new Map(inline), topPt: begun.geometry.textTopPt }
}

function filePrint(bytes: Buffer, { inline, topPt }: Moves): FilePrint {
  const printed = readPrinted(bytes)
  const found = readDestinations(printed)
  const early = [...inline].filter(([anchor, page]) => found.get(anchor) === page - 1)
  const stuck = new Set(
    moveDestinations(
      bytes,
      printed,
      early.map(([anchor, page]) => ({ anchor, page })),
      topPt,
    ),
  )
  const moved = new Map(early.filter(([anchor]) => !stuck.has(anchor)))
  const destinations = [...found].map(([anchor, page]) => [anchor, moved.get(anchor) ?? page] as const)
  return { bytes, pages: printed.pages.length, destinations, findings: checkScale(printed) }
}

async function remember(memory: Memory, key: string, { screen, press, ...rest }: Fresh): Promise<void> {
  if (!memory) return
  const { bytes: onScreen, ...screenFacts } = screen ?? {}
  const { bytes: forPress, ...pressFacts } = press ?? {}
  const facts = {
    ...rest,
    ...(screen ? { screen: screenFacts } : {}),
    ...(press ? { press: pressFacts } : {}),
  }
  await keep(memory, key, facts, {
    ...(onScreen ? { 'screen.pdf': onScreen } : {}),
    ...(forPress ? { 'press.pdf': forPress } : {}),
  })
}

async function fromFiles(
  key: string,
  { screen, press, ...rest }: PrintFacts,
  files: Readonly<Record<string, string>>,
): Promise<PiecePrint | undefined> {
  try {
    const bytes = async (name: string): Promise<Buffer> => readFile(files[name]!)
    return {
      ...rest,
      key,
      screen: screen ? { ...screen, bytes: await bytes('screen.pdf') } : undefined,
      press: press ? { ...press, bytes: await bytes('press.pdf') } : undefined,
    }
  } catch {
    return undefined
  }
}

/** What is written into a piece, or is being written. */
export type WrittenOf = (piece: BegunPiece) => Written | undefined

/** What each needs of the book around it, once all pages are known. */
function framesOf(
  pieces: readonly BegunPiece[],
  placed: readonly PlacedRun[],
  { anchors }: PageMap,
  writtenOf: WrittenOf = ({ written }) => written,
): ReadonlyMap<BegunPiece, Frame> {
  const folios = placed.flatMap(({ numbering, pages }) => Array.from({ length: pages }, () => numbering))
  const counts = (before: number) => {
    const roman = folios.slice(0, before).filter((numbering) => numbering === 'roman').length
    return { roman, arabic: before - roman }
  }
  const leading = pieces.map((piece) => leadsOf(piece, writtenOf(piece)))
  const wanted = new Set([
    ...(pieces[0]?.document.anchors ?? []), // Those of the book, in each piece.
    ...pieces.flatMap(({ begun }) => [...begun.anchors.runs, ...begun.anchors.numbered]),
    ...leading.flat(),
  ])
  return new Map(
    pieces.map((piece, index) => {
      const { ids } = piece.begun.anchors
      const own = new Set(ids)
      const before = firstPage(piece, placed) - 1
      // The first page of a file is a right-hand one, the second a left-hand one.
      const leads = before === 0 ? 0 : before % 2 === 1 ? 1 : 2
      const linked = ids.filter((id) => wanted.has(id))
      const elsewhere = leading[index]!.filter((id) => !own.has(id) && anchors[id] !== undefined)
      return [piece, { leads, before: counts(before), linked, elsewhere }]
    }),
  )
}

/** All that its links lead to. */
const leadsOf = ({ begun }: BegunPiece, written: Written | undefined): string[] => {
  const ranges = Object.values(written?.numbers.ranges ?? {}).flat()
  return [...new Set([...begun.anchors.linked, ...ranges.map(({ anchor }) => anchor)])]
}

/** A blank page goes with the run behind it. */
export function firstPage({ document }: BegunPiece, placed: readonly PlacedRun[]): number {
  const id = document.runs[0]?.id
  const at = placed.find((run) => run.id === id || (run.blank && run.before === id))
  return at?.first ?? 1
}

export const PDF_OPTIONS: PDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
}

/** Neither tags nor bookmarks: a printer has no use for them, and they cost half of the time. */
const PRESS_OPTIONS: PDFOptions = { ...PDF_OPTIONS, tagged: false, outline: false }
