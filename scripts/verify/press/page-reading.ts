import type { PDFContext, PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { PDFName } from '@cantoo/pdf-lib'
import type { Operand } from '../../ground/pdf/content-stream.ts'
import {
  beginDrawing,
  type Drawing,
  type GraphicsState as Transformed,
} from '../../ground/pdf/interpret-content.ts'
import { identity } from '../../ground/pdf/matrix.ts'
import type { ReadFont } from '../../ground/pdf/read-font.ts'
import type { ForbiddenState, WhereInkIs } from '../../rules/press-read.ts'
import type { Box } from './box.ts'
import type { ColourSpace } from './colour-space.ts'
import type { StateChange } from './extended-state.ts'
import { BLACK, type Ink } from './ink.ts'
import type { Look, Paint, Picture, StrangeColour, TextRun } from './press-page.ts'

/** What pages of a file share: each font, space, state and picture is read once. */
export interface FileReading {
  readonly context: PDFContext
  readonly fonts: Map<PDFDict, ReadFont>
  readonly spaces: Map<PDFDict, Map<string, ColourSpace>>
  readonly states: Map<PDFDict, StateChange>
  readonly pictures: Map<PDFRawStream, { ink: Ink; picture: Picture; space: ColourSpace }>
  /** Inks of patterns and soft masks, whose content is read apart. */
  readonly asides: Map<PDFRawStream, readonly Ink[]>
}

/** The graphics state (ISO 32000-1, 8.4), as far as the press asks about it. */
export interface GraphicsState extends Transformed {
  clip: Box
  fill: Ink
  fillSpace: ColourSpace | undefined
  stroke: Ink
  strokeSpace: ColourSpace | undefined
  fillAlpha: number
  strokeAlpha: number
  fillOverprints: boolean
  strokeOverprints: boolean
  /** OPM 1. */
  keepsBeneath: boolean
  lineWidth: number
  softMask: boolean
  blend: boolean
  font: ReadFont | undefined
  fontSize: number
  renderMode: number
  /** Of the transparency groups that we are in. */
  groupAlpha: number
  groupVeiled: boolean
}

export interface PageReading extends Drawing<GraphicsState> {
  readonly file: FileReading
  /** Reads operators of a form, a pattern or a mask in the state that is set. */
  readonly read: (data: Buffer, reading: PageReading) => void
  readonly paints: Paint[]
  readonly texts: TextRun[]
  readonly strangers: Map<string, StrangeColour>
  readonly forbidden: Set<ForbiddenState>
  // the path under construction
  points: number[]
  starts: number[]
  /** Subpaths that are upright rectangles; `points` has the others. */
  rectangles: Box[]
  pendingClip: boolean
  // the text object
  run: TextRun | undefined
  // where we are
  resources: PDFDict | undefined
  depth: number
  forms: number
}

/** Forms in forms, and forms on a page; a file that goes further is made to keep a reader busy. */
export const MAX_DEPTH = 16
export const MAX_FORMS = 10_000

export function openReading(
  file: FileReading,
  read: PageReading['read'],
  resources: PDFDict | undefined,
  clip: Box,
): PageReading {
  return {
    file,
    read,
    paints: [],
    texts: [],
    strangers: new Map(),
    forbidden: new Set(),
    ...beginDrawing(initialState(clip)),
    points: [],
    starts: [],
    rectangles: [],
    pendingClip: false,
    run: undefined,
    resources,
    depth: 0,
    forms: 0,
  }
}

const initialState = (clip: Box): GraphicsState => ({
  matrix: identity(),
  clip,
  fill: BLACK,
  fillSpace: undefined,
  stroke: BLACK,
  strokeSpace: undefined,
  fillAlpha: 1,
  strokeAlpha: 1,
  fillOverprints: false,
  strokeOverprints: false,
  keepsBeneath: false,
  lineWidth: 1,
  softMask: false,
  blend: false,
  font: undefined,
  fontSize: 0,
  renderMode: 0,
  groupAlpha: 1,
  groupVeiled: false,
})

export function lookOf(state: GraphicsState, isStroke: boolean): Look {
  return {
    ink: isStroke ? state.stroke : state.fill,
    alpha: (isStroke ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha,
    overprints: state.keepsBeneath && (isStroke ? state.strokeOverprints : state.fillOverprints),
    veiled: state.softMask || state.blend || state.groupVeiled,
  }
}

export function resourceOf({ resources }: PageReading, kind: string, name: Operand | undefined): unknown {
  if (typeof name !== 'string') return undefined
  const all = resources?.lookup(PDFName.of(kind))
  return all && 'lookup' in all ? (all as PDFDict).lookup(PDFName.of(name.slice(1))) : undefined
}

/** Notes a colour that is none of the four inks. */
export function noteColour(reading: PageReading, space: ColourSpace, where: WhereInkIs): void {
  const { kind, name } = space
  if (kind === 'gray' || kind === 'cmyk' || kind === 'all' || kind === 'none' || kind === 'pattern') return
  const key = `${where} ${name}`
  if (!reading.strangers.has(key)) reading.strangers.set(key, { where, kind, name })
}
