// What is known while a content stream is read, and what comes out of it.
import type { PDFDict, PDFDocument, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { Drawing, GraphicsState } from '../../../ground/pdf/interpret-content.ts'
import type { Artifact, Box, Mark } from '../element.ts'
import type { JoinedText } from './joined-text.ts'
import type { UsedFont } from './used-font.ts'

/** A replacement of bytes; `from === to` inserts. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Where a mark begins: its BDC, operands included. */
export interface MarkPlace {
  readonly mark: Mark
  readonly from: number
  readonly to: number
  /** The tag that stands there, with its slash. */
  readonly tag: string
}

/** A stretch of operators that paint outside of every mark. */
export interface Loose {
  readonly from: number
  to: number
  readonly artifact: Artifact
  /** What a background covers. */
  readonly box: Box
  readonly depth: number
}

export interface ScannedStream {
  readonly stream: PDFRawStream
  readonly data: Buffer
  readonly places: MarkPlace[]
  readonly loose: Loose[]
  readonly edits: Edit[]
}

/** What the scans of all streams share. */
export interface Scans {
  readonly pdf: PDFDocument
  readonly marks: ReadonlyMap<string, Mark>
  readonly fontOf: (font: PDFDict) => UsedFont
  /** Object numbers of the forms that hold marks. */
  readonly taggedForms: ReadonlySet<number>
  readonly streams: ScannedStream[]
  /** Forms that were drawn: a form whose marks are in the tree may be drawn once only. */
  readonly drawn: Set<number>
}

export interface PageOfScan {
  readonly index: number
  readonly box: Box
  /** Whether running heads and folios are printed on it; Chromium paints them before anything else. */
  readonly hasHeads: boolean
}

/** An open BMC or BDC. */
export interface Span {
  readonly mark: Mark | undefined
  readonly outer: Mark | undefined
  readonly isArtifact: boolean
  readonly actualText: string | undefined
  /** Bytes of the operator that opened it. */
  readonly from: number
  readonly to: number
  /** How many operators show something in it, and the bytes of the first. */
  shows: number
  shownFrom: number
  shownTo: number
}

/** The graphics state, as far as tags ask about it. */
export interface ScanState extends GraphicsState {
  clip: Box
  font: UsedFont | undefined
  fontSize: number
}

export interface Scan extends ScannedStream, Drawing<ScanState> {
  readonly scans: Scans
  readonly page: PageOfScan
  readonly form: PDFRef | undefined
  readonly resources: PDFDict | undefined
  readonly depth: number
  // path under construction
  pathFrom: number
  pathBox: Box
  isClip: boolean
  // text
  blockFrom: number
  /** Whether something was shown in this BT … ET outside of every mark. */
  isBlockLoose: boolean
  /** How it is written, with fewer numbers. */
  readonly joined: JoinedText
  /** Baseline of what was last shown in the mark. */
  lastY: number
  // marked content
  readonly spans: Span[]
  mark: Mark | undefined
  artifacts: number
  /** Whether a mark has begun: the running heads are over. */
  hasMarks: boolean
  run: Loose | undefined
  /** Whether the last thing shown was a soft hyphen: what follows may be the hyphen that is seen. */
  afterSoftHyphen: boolean
}

/** Tells that bytes paint something: in the open mark, in an artifact, or loosely. */
export function paint(
  scan: Scan,
  from: number,
  to: number,
  what: 'glyphs' | 'paths' | 'pictures',
  box: Box,
): void {
  const { mark } = scan
  if (mark) {
    mark[what] = true
    return
  }
  if (scan.artifacts > 0) return
  const artifact = artifactOf(scan, what, box)
  const depth = scan.saved.length
  const { run } = scan
  if (run && run.depth === depth && run.artifact === artifact && artifact !== 'background') run.to = to
  else {
    scan.run = { from, to, artifact, box: { ...box }, depth }
    scan.loose.push(scan.run)
  }
}

/** How high on the page the text stands that is shown now. */
export const baselineOf = ({ line, state: { matrix } }: Scan): number =>
  line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]

function artifactOf(scan: Scan, what: 'glyphs' | 'paths' | 'pictures', box: Box): Artifact {
  const { page } = scan
  if (what === 'glyphs') {
    if (!page.hasHeads || scan.hasMarks || scan.form) return 'layout'
    const y = baselineOf(scan)
    return y > (page.box.bottom + page.box.top) / 2 ? 'header' : 'footer'
  }
  return coversPage(box, page.box) ? 'background' : 'layout'
}

/** Paper and full-page colour; a hair is left out at the edges, where boxes snap to whole pixels. */
export function coversPage(box: Box, page: Box): boolean {
  const width = Math.min(box.right, page.right) - Math.max(box.left, page.left)
  const height = Math.min(box.top, page.top) - Math.max(box.bottom, page.bottom)
  return width > 0.98 * (page.right - page.left) && height > 0.98 * (page.top - page.bottom)
}

/** A run of loose paint ends where marked content begins or ends. */
export const endRun = (scan: Scan): void => {
  scan.run = undefined
}
