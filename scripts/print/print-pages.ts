import { openCache } from '../ground/files/cache.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PageMap, PrintedPdf } from '../model/printed.ts'
import type { PrintedPiece } from '../model/printed-piece.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { beginPieces, piecesOf } from './begin-pieces.ts'
import { boxesThatAreWide } from './checks/box-fits-the-page.ts'
import { checkCharacters } from './checks/characters-can-be-drawn.ts'
import { pagesThatAreEmpty } from './checks/last-page-is-filled.ts'
import { fileOfSection } from './checks/running-head-fits.ts'
import { tablesMadeToFit } from './checks/table-fits-its-page.ts'
import { LostPiece, type Working } from './each-piece.ts'
import { type Fit, tablesToTurn } from './fit-document.ts'
import { layOutPieces } from './lay-out-pieces.ts'
import { faultsOfLoading } from './open-document.ts'
import { type BegunPiece, closePiece, type Piece } from './piece.ts'
import { type Printing, printingAhead, printUntilTrue } from './print-until-true.ts'
import type { Memory } from './remember-pieces.ts'
import type { Renderers } from './renderers.ts'

export type PrintSettings = Pick<Settings, 'cache' | 'remembers' | 'htmlFile' | 'editions' | 'press'>

/** Composes the document anew with some tables, by `data-src`, on turned pages of their own. */
export type Turn = (tables: readonly string[]) => Promise<HtmlDocument>

export interface Listening {
  /** Called with the name of each step when it is over, for a benchmark. */
  readonly lap?: (step: string) => void
  /**
   * What is printed of a piece for the screen, as it comes, and where all is thought to stand: it comes again where
   * that turns out wrong.
   */
  readonly onPiece?: (piece: PrintedPiece, pageMap: PageMap, document: HtmlDocument) => void
  /** Where tables are too wide for an upright page, the document that this gives is printed instead. */
  readonly turn?: Turn
}

/**
 * Measures each piece, fills the page numbers in, prints it once and compares with what was printed. The browsers stay
 * open. When one is killed, a fresh one tries its piece once more; when that one is killed too, the result has no
 * pieces and a finding that says so.
 */
export async function printPages(
  document: HtmlDocument,
  settings: PrintSettings,
  renderers: Renderers,
  listening: Listening = {},
): Promise<PrintedPdf> {
  const deaths = new Set<string>()
  const memory = settings.remembers ? openCache(settings.cache, 'pieces') : undefined
  try {
    const printed = await printBook(document, settings, listening, { renderers, memory, deaths })
    return { ...printed, findings: [...Array.from(deaths, survived), ...printed.findings] }
  } catch (error) {
    if (error instanceof LostPiece) return unprinted(error, renderers)
    throw error
  }
}

interface Means {
  readonly renderers: Renderers
  readonly memory: Memory
  readonly deaths: Set<string>
}

async function printBook(
  upright: HtmlDocument,
  settings: PrintSettings,
  { lap = () => undefined, onPiece = () => undefined, turn = async () => upright }: Listening,
  { renderers, memory, deaths }: Means,
): Promise<PrintedPdf> {
  const begin = async (document: HtmlDocument): Promise<Working & { readonly begun: BegunPiece[] }> => {
    const pieces = await piecesOf(settings.htmlFile ? asOne(document) : document, renderers.version)
    const working = { renderers, pieces, onDeath: (reason: string) => deaths.add(reason) }
    return { ...working, begun: await beginPieces(working, memory, lap) }
  }
  let document = upright
  let working = await begin(document)
  try {
    const turned = tablesToTurn(fitOf(working.begun))
    if (turned.length > 0) {
      document = await turn(turned)
      working.pieces.forEach(closePiece)
      working = await begin(document)
    }
    const unfit = await unfitIn(working.begun, document, turned)
    const printing: Printing = {
      ...working,
      memory,
      lap,
      onPiece: (piece, pageMap) => onPiece(piece, pageMap, document),
    }
    const ahead = printingAhead(settings, printing)
    const layout = await layOutPieces(document, working.begun, working, memory, ahead)
    lap('measure')
    const { leastFilled = 0 } = working.begun[0]?.begun.geometry ?? {}
    const empty = pagesThatAreEmpty(layout.placed, document, leastFilled)
    const printed = await printUntilTrue(document, settings, layout, printing)
    const { version: browser, isSandboxed } = renderers
    return { ...printed, browser, isSandboxed, findings: [...unfit, ...empty, ...printed.findings] }
  } finally {
    working.pieces.forEach(closePiece)
  }
}

/** The exact HTML that is printed is one document then. */
const asOne = (document: HtmlDocument): HtmlDocument => ({
  ...document,
  pieces: [
    {
      html: document.html,
      runs: document.runs.map(({ id }) => id),
      continues: false,
      abbreviations: document.abbreviations,
    },
  ],
})

const fitOf = (pieces: readonly BegunPiece[]): Fit => ({
  tables: pieces.flatMap(({ begun }) => begun.fit.tables),
  boxes: pieces.flatMap(({ begun }) => begun.fit.boxes),
})

/** What each piece is told to be, held against the book as one. */
async function unfitIn(
  pieces: readonly BegunPiece[],
  document: HtmlDocument,
  turned: readonly string[],
): Promise<Finding[]> {
  const all = <T>(of: (piece: BegunPiece) => readonly T[]): T[] => pieces.flatMap(of)
  const fit = fitOf(pieces)
  const rules = pieces[0]?.begun.fontRules ?? []
  return [
    ...faultsOfLoading(new Set(all(({ begun }) => begun.refused)), new Set(all(({ begun }) => begun.failed))),
    ...(await checkCharacters(
      rules,
      all(({ begun }) => begun.rare),
      document,
    )),
    ...tablesMadeToFit(fit.tables, document, turned),
    ...boxesThatAreWide(fit.boxes, document),
  ]
}

const survived = (reason: string): Finding => ({
  ...finding('browser-finishes', {}, { reason }),
  severity: 'info',
})

function unprinted({ piece, message }: LostPiece, renderers: Renderers): PrintedPdf {
  return {
    pieces: [],
    pageMap: { total: 0, anchors: {}, runs: [] },
    text: [],
    alts: [],
    html: '',
    browser: renderers.version,
    isSandboxed: renderers.isSandboxed,
    prints: 0,
    findings: [finding('browser-finishes', placeOf(piece), { reason: message })],
  }
}

/** The first file of the piece, where it has one. */
function placeOf({ document }: Piece): Finding['place'] {
  const files = document.runs.flatMap(({ section }) => fileOfSection(section, document) ?? [])
  return files[0] ? { file: files[0] } : {}
}
