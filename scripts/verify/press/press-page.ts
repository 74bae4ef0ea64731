import type { ReadFont } from '../../ground/pdf/read-font.ts'
import type { InkName } from '../../model/press.ts'
import type { ForbiddenState, WhereInkIs } from '../../rules/press-read.ts'
import type { Box } from './box.ts'
import type { ColourSpace } from './colour-space.ts'
import type { Ink } from './ink.ts'

/** What one page of a press file draws, in the order in which it is painted. */
export interface PressPage {
  readonly boxes: PageBoxes
  readonly paints: readonly Paint[]
  readonly texts: readonly TextRun[]
  /** Colours that are none of the four inks, and what uses them. */
  readonly strangers: readonly StrangeColour[]
  /** Keys of the graphics state that PDF/X-4 does not allow. */
  readonly forbidden: readonly ForbiddenState[]
}

export interface PageBoxes {
  readonly media: Box
  readonly crop: Box | undefined
  readonly bleed: Box | undefined
  readonly trim: Box | undefined
  readonly hasArtBox: boolean
  readonly rotation: number
  readonly userUnit: number
}

/** A shape, line, picture or shading. */
export interface Paint {
  readonly kind: 'fill' | 'stroke' | 'picture' | 'shading'
  /** What can be seen of it. */
  readonly box: Box
  /** Width of a line, smaller side of a rectangle; of anything else, Infinity. */
  readonly thicknessPt: number
  readonly look: Look
  /** Of a shape that is no rectangle. */
  readonly outline?: Outline
  readonly picture?: Picture
  /** Of a picture that has more than a few pixels: what the browser makes of shadows and the like is none. */
  readonly ppi?: PixelsPerInch
}

/** How something is painted. */
export interface Look {
  readonly ink: Ink
  readonly alpha: number
  /** Leaves the plates alone that it does not use (`op true`, `OPM 1`). */
  readonly overprints: boolean
  /** Under a soft mask or another blend mode: what comes out is not known. */
  readonly veiled: boolean
}

export interface Outline {
  /** x, y, x, y … */
  readonly points: readonly number[]
  /** Where in `points` each subpath begins. */
  readonly starts: readonly number[]
  readonly evenOdd: boolean
}

export interface Picture {
  readonly plates: readonly InkName[]
  /** Most ink on one spot, 0 to 4; undefined where its pixels were not read. */
  readonly mostInk?: number
}

/** How many pixels lie on an inch of paper, in the direction in which they are fewer. */
export type PixelsPerInch = number

/** Characters of one font and colour, as they were shown one after the other. */
export interface TextRun {
  text: string
  readonly font: ReadFont
  readonly sizePt: number
  readonly look: Look
  readonly clip: Box
  /** Inside of the first and of the last character that can be seen. */
  readonly firstX: number
  readonly firstY: number
  lastX: number
  lastY: number
  /** How many paints lie beneath. */
  readonly after: number
  /** Text of render mode 3, and of white space only. */
  unseen: boolean
}

export interface StrangeColour {
  readonly where: WhereInkIs
  readonly kind: ColourSpace['kind']
  readonly name: string
}
