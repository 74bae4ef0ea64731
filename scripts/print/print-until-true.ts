import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PageMap, PrintedPdf } from '../model/printed.ts'
import type { PrintedPiece } from '../model/printed-piece.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import type { Working } from './each-piece.ts'
import { judgePages, type Verdict } from './judge-pages.ts'
import { type LaidOut, type Numbered, type OnWritten, writeNumbers } from './lay-out-pieces.ts'
import type { BegunPiece } from './piece.ts'
import type { FilePrint, PiecePrint } from './piece-print.ts'
import { firstPage, printAhead, printPieces } from './print-pieces.ts'
import { dressBook, pressPrint } from './print-press.ts'
import type { Memory } from './remember-pieces.ts'

type Printed = Omit<PrintedPdf, 'browser' | 'isSandboxed'>

type Wishes = Pick<Settings, 'htmlFile' | 'editions' | 'press'>

export interface Printing extends Working {
  readonly begun: readonly BegunPiece[]
  readonly memory: Memory
  readonly lap: (step: string) => void
  readonly onPiece: (piece: PrintedPiece, pageMap: PageMap) => void
}

const PRINTS = 3

/**
 * The printed destinations are the judge: where they disagree with the numbers, their map is filled in and printed. The
 * press edition of a piece is printed while it lies open; where a place stands on another page in it than on screen,
 * the two editions would not be one paper: a finding, or, when the press edition is made alone, another print.
 */
export async function printUntilTrue(
  document: HtmlDocument,
  settings: Wishes,
  layout: LaidOut,
  printing: Printing,
): Promise<Printed> {
  const { begun, memory, lap, onPiece } = printing
  const screen = isForScreen(settings)
  const unknown = layout.unknown.map((anchor) =>
    finding('page-numbers-settle', {}, { problem: 'on-no-page', anchor }),
  )
  let book: Numbered = layout
  for (let prints = 1; ; prints++) {
    const { placed, pageMap } = book
    const dress = settings.editions.includes('press') ? document.press : undefined
    const press = dress && dressBook(document, dress, book, settings.press)
    const extrasOf = press && ((piece: BegunPiece) => press.extrasOf(piece === begun.at(-1)))
    const wishes = { screen, extrasOf, withHtml: settings.htmlFile !== undefined }
    const made = await printPieces(begun, book, wishes, printing, memory, (piece, print) => {
      lap('piece')
      if (print.screen) onPiece(printedPiece(piece, print.screen, placed), pageMap)
    })
    lap('print')
    const judge = (files: readonly FilePrint[], extraPages: number): Verdict => {
      const { destinations, pages } = inOneRow(files)
      return judgePages(document, pageMap, placed, layout.inline, destinations, pages - extraPages)
    }
    const onScreen = screen ? judge(filesOf(made, 'screen'), 0) : undefined
    const onPaper = press && judge(filesOf(made, 'press'), press.extraPages)
    const verdict = onScreen ?? onPaper
    if (!verdict || verdict.wrong.length === 0 || prints === PRINTS) {
      const wrong = onScreen ? wrongIn(onScreen, prints) : []
      const pressed = press &&
        onPaper && {
          press: pressPrint(press, printedPieces(begun, filesOf(made, 'press'), placed), made, onPaper),
        }
      return {
        pieces: printedPieces(begun, filesOf(made, 'screen'), placed),
        ...pressed,
        pageMap,
        prints: screen ? prints : 0,
        text: made.flatMap(({ text }) => text),
        alts: made.flatMap(({ alts }) => alts),
        html: made.map(({ html }) => html).join(''),
        findings: [...findingsOf(made), ...unknown, ...scaleOf(made), ...wrong],
      }
    }
    book = verdict
    await writeNumbers(begun, book, printing, memory)
  }
}

const isForScreen = ({ editions }: Wishes): boolean =>
  editions.some((edition) => edition === 'screen' || edition === 'booklet')

/** For the screen alone: what a press edition wears, the whole book has to be known for. */
export function printingAhead(settings: Wishes, printing: Printing): OnWritten | undefined {
  if (!isForScreen(settings) || settings.editions.includes('press')) return undefined
  const { begun, memory, lap, onPiece } = printing
  const wishes = { screen: true, extrasOf: undefined, withHtml: settings.htmlFile !== undefined }
  return (numbered, writtenOf) =>
    printAhead(begun, numbered, writtenOf, wishes, printing, memory, (piece, print) => {
      lap('piece')
      if (print.screen) onPiece(printedPiece(piece, print.screen, numbered.placed), numbered.pageMap)
    })
}

const filesOf = <Kind extends 'screen' | 'press'>(
  made: readonly PiecePrint[],
  kind: Kind,
): NonNullable<PiecePrint[Kind]>[] => made.flatMap((one) => one[kind] ?? [])

/** As if all had been printed as one. */
function inOneRow(files: readonly FilePrint[]) {
  const destinations = new Map<string, number>()
  let pages = 0
  for (const file of files) {
    for (const [anchor, page] of file.destinations) destinations.set(anchor, pages + page)
    pages += file.pages
  }
  return { destinations, pages }
}

const printedPieces = (
  begun: readonly BegunPiece[],
  files: readonly FilePrint[],
  placed: Numbered['placed'],
): PrintedPiece[] => files.map((file, index) => printedPiece(begun[index]!, file, placed))

const printedPiece = (
  piece: BegunPiece,
  { bytes, pages }: FilePrint,
  placed: Numbered['placed'],
): PrintedPiece => ({
  bytes,
  first: firstPage(piece, placed),
  pages,
  continues: piece.piece.continues,
  remembered: !piece.isPrinted,
  seconds: Math.round(piece.seconds * 1000) / 1000,
})

/** A head that stands in two pieces is told of once. */
function findingsOf(made: readonly PiecePrint[]): Finding[] {
  const told = new Map(
    made.flatMap(({ findings }) => findings.map((one) => [JSON.stringify(one), one] as const)),
  )
  return [...told.values()]
}

const scaleOf = (made: readonly PiecePrint[]): readonly Finding[] =>
  filesOf(made, 'screen').find(({ findings }) => findings.length > 0)?.findings ?? []

/** What is only misplaced has been put right, where there was room for it. */
function wrongIn({ wrong, misplaced }: Verdict, prints: number): Finding[] {
  const names = [...wrong, ...misplaced.map(({ anchor }) => anchor)].map(
    (anchor) => anchor || 'the number of pages',
  )
  if (names.length === 0) return []
  const facts = { problem: 'moved', names: names.slice(0, 3).join(', '), prints } as const
  return [finding('page-numbers-settle', {}, facts)]
}
