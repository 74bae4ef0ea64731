// What is read of a page, and what is known while it is read.
import type { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import type { Drawing, GraphicsState } from '../ground/pdf/interpret-content.ts'
import type { AskedFont, FontOf } from './asked-fonts.ts'

/** Text outside the structure: running heads, folios, ornaments. */
export interface LooseText {
  text: string
  /** Height of its baseline above the foot of the sheet. */
  readonly yPt: number
  /** Painted before any text of the structure, as Chromium does with the margin boxes of a page. */
  readonly comesFirst: boolean
}

export interface PageContent {
  /** Text of each marked-content sequence; see `markKey`. */
  readonly marks: ReadonlyMap<string, string>
  /** Where that text stands, of each mark that has any. */
  readonly places: ReadonlyMap<string, MarkPlace>
  readonly loose: readonly LooseText[]
  /** How often something was drawn that is no text: shapes, lines, pictures. */
  readonly strokes: number
  /** What glyph 0, the empty box, was drawn for; '' where the file does not say. */
  readonly missing: readonly string[]
  /** What was drawn outside of every mark: `text “…”` or `a shape`, the first few. */
  readonly untagged: readonly string[]
  /** Whether an artifact stands inside a mark, or a mark inside an artifact. */
  readonly tangled: boolean
  /** What was drawn that the font gives no text for: font and code. */
  readonly unmapped: ReadonlySet<string>
}

export interface Sink {
  text: string
}

/** Of a mark: also where its text stands. */
export interface MarkSink extends Sink {
  place: MarkPlace | undefined
}

/**
 * Where the text of a mark begins furthest left, its lowest and its highest baseline, and how high the last ground
 * reaches that was painted below its beginning, 0 for none; points from the foot of the sheet.
 */
export type MarkPlace = readonly [left: number, lowest: number, highest: number, ground: number]

/** A rectangle that was filled, large enough to hide words. */
export type Ground = readonly [left: number, bottom: number, right: number, top: number]

/** One BDC … EMC pair that is open. */
export interface Span {
  /** Neither: a language, a replacement text. */
  readonly marks: 'content' | 'artifact' | undefined
  readonly sink: MarkSink | undefined
  readonly actual: string | undefined
  readonly reversedFrom: number
}

export interface ReadingState extends GraphicsState {
  font: AskedFont | undefined
}

export interface Reading extends Drawing<ReadingState> {
  readonly fontOf: FontOf
  readonly asked: Map<PDFDict | undefined, Map<string, AskedFont>>
  readonly marks: Map<string, MarkSink>
  readonly loose: LooseText[]
  readonly missing: string[]
  readonly untagged: string[]
  readonly unmapped: Set<string>
  tangled: boolean
  strokes: number
  readonly grounds: Ground[]
  /** The path that is being made, where it is one rectangle. */
  rectangle: Ground | undefined
  looseNow: LooseText | undefined
  readonly spans: Span[]
  /** Where text goes; undefined until it is looked up again after a span began or ended. */
  sink: Sink | MarkSink | undefined
  /** How many open spans bring their own text. */
  actual: number
  /** How many open spans are marks or artifacts. */
  marked: number
  // where we are
  resources: PDFDict | undefined
  form: PDFRef | undefined
  depth: number
  forms: number
}
