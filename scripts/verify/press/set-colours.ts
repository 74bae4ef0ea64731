import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { Operands } from '../../ground/pdf/content-stream.ts'
import { type ColourSpace, inkOf, readColourSpace } from './colour-space.ts'
import type { Ink } from './ink.ts'
import { inksOfStream } from './inks-of-stream.ts'
import { noteColour, type PageReading, resourceOf } from './page-reading.ts'
import { inkOfShading } from './shading-ink.ts'

type Side = 'fill' | 'stroke'

export function setGray(reading: PageReading, { numbers }: Operands, side: Side): void {
  setInk(reading, side, { space: 'inks', name: 'g', inks: [0, 0, 0, 1 - numbers[0]!] })
}

export function setCmyk(reading: PageReading, { numbers }: Operands, side: Side): void {
  const inks = [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!] as const
  setInk(reading, side, { space: 'inks', name: 'k', inks })
}

export function setRgb(reading: PageReading, { numbers }: Operands, side: Side): void {
  const space = spaceNamed(reading, 'DeviceRGB')
  const operator = side === 'fill' ? 'rg' : 'RG'
  noteColour(reading, space, `operator ${operator}`)
  setInk(reading, side, inkOf(space, numbers, operator))
}

function setInk(reading: PageReading, side: Side, ink: Ink, space?: ColourSpace): void {
  const { state } = reading
  if (side === 'fill') {
    state.fill = ink
    state.fillSpace = space
  } else {
    state.stroke = ink
    state.strokeSpace = space
  }
  reading.run = undefined
}

export function setSpace(reading: PageReading, { others: [name] }: Operands, side: Side): void {
  if (typeof name !== 'string') return
  const space = spaceNamed(reading, name.slice(1))
  noteColour(reading, space, 'content')
  // Every space begins with black, but for the plates of a separation, which begin full (8.6.8).
  const first =
    space.kind === 'cmyk' ? [0, 0, 0, 1] : space.kind === 'all' || space.kind === 'spot' ? [1] : [0, 0, 0]
  setInk(reading, side, inkOf(space, first), space)
}

export function setColour(reading: PageReading, { numbers, others }: Operands, side: Side): void {
  const space = side === 'fill' ? reading.state.fillSpace : reading.state.strokeSpace
  const name = others.at(-1)
  if (space?.kind === 'pattern' && typeof name === 'string')
    setInk(reading, side, patternInk(reading, name), space)
  else if (space) setInk(reading, side, inkOf(space, numbers), space)
}

/** Spaces by name, each read once for the resources that it stands in. */
export function spaceNamed({ file, resources }: PageReading, name: string): ColourSpace {
  if (!resources) return readColourSpace(PDFName.of(name), undefined, file.context)
  const known = file.spaces.get(resources) ?? new Map<string, ColourSpace>()
  file.spaces.set(resources, known)
  const space = known.get(name) ?? readColourSpace(PDFName.of(name), resources, file.context)
  known.set(name, space)
  return space
}

function patternInk(reading: PageReading, name: string): Ink {
  const pattern = resourceOf(reading, 'Pattern', name)
  if (pattern instanceof PDFRawStream)
    return { space: 'pattern', name: 'a pattern', parts: inksOfStream(reading, pattern) }
  const shading = pattern instanceof PDFDict ? pattern.lookup(PDFName.of('Shading')) : undefined
  return inkOfShading(reading, shading)
}
