// All that pages draw with: their streams, and those of forms, tiles and soft masks, each once.
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Rgb } from '../../ground/colour/colour-values.ts'
import { inflated } from '../../ground/pdf/inflated.ts'
import { inkStream, OVERPRINT } from './ink-stream.ts'
import { type InkOf, inkOperands } from './press-ink.ts'

const name = PDFName.of
const deflated = promisify(deflate)

/** A soft mask is read as brightness: its colours become greys, whatever the inks of the page. */
const maskInk: InkOf = ([red, green, blue]) => ({
  operands: inkOperands([0.3 * red + 0.59 * green + 0.11 * blue]),
  space: 'grey',
  overprint: false,
})

interface Work {
  readonly pdf: PDFDocument
  readonly inkOf: InkOf
  /** The screen's colours, calibrated: what PDF/X-4 has a printer convert. */
  readonly screen: PDFRef
  /** Whether all colours but black are left in it. */
  readonly leaves: boolean
  readonly states: { readonly on: PDFRef; readonly off: PDFRef }
  readonly seen: Set<PDFObject>
  readonly streams: { readonly stream: PDFRawStream; readonly inkOf: InkOf }[]
}

/**
 * Brings the pages' colours into the inks of the press, in place: streams, transparency groups and gradients.
 * Pictures are not looked at here. With `leaves`, what is not black is left as it is, and said to be of the space
 * `screen`.
 */
export async function inkPages(
  pdf: PDFDocument,
  inkOf: InkOf,
  { screen, leaves }: Pick<Work, 'screen' | 'leaves'>,
): Promise<void> {
  const { context } = pdf
  const state = (on: boolean): PDFRef =>
    context.register(context.obj({ Type: 'ExtGState', OP: on, op: on, OPM: 1 }))
  const work: Work = {
    pdf,
    inkOf,
    screen,
    leaves,
    seen: new Set(),
    streams: [],
    states: { on: state(true), off: state(false) },
  }
  for (const page of pdf.getPages()) {
    const { node } = page
    visitGroup(work, node, inkOf)
    visitResources(work, ownResources(work, node), inkOf)
    for (const stream of contentsOf(node.Contents())) queue(work, stream, inkOf)
  }
  await rewrite(work.streams)
}

function contentsOf(contents: PDFObject | undefined): PDFRawStream[] {
  if (contents instanceof PDFRawStream) return [contents]
  if (!(contents instanceof PDFArray)) return []
  return contents.asArray().flatMap((_, index) => {
    const stream = contents.lookup(index)
    return stream instanceof PDFRawStream ? [stream] : []
  })
}

function queue(work: Work, stream: PDFRawStream, inkOf: InkOf): void {
  if (work.seen.has(stream)) return
  work.seen.add(stream)
  work.streams.push({ stream, inkOf })
}

/** Deflating is done in threads of its own, a few streams at once, so that all cores have work. */
async function rewrite(streams: Work['streams']): Promise<void> {
  const open = [...streams]
  const work = async (): Promise<void> => {
    for (let next = open.shift(); next; next = open.shift()) {
      const { stream, inkOf } = next
      const data = await deflated(inkStream(inflated(stream), inkOf))
      Object.assign(stream, { contents: data })
      stream.dict.set(name('Filter'), name('FlateDecode'))
      stream.dict.delete(name('DecodeParms'))
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
}

function ownResources({ pdf }: Work, dictionary: PDFDict): PDFDict {
  const found = dictionary.lookupMaybe(name('Resources'), PDFDict)
  if (found) return found
  const made = pdf.context.obj({})
  dictionary.set(name('Resources'), made)
  return made
}

function visitResources(work: Work, resources: PDFDict, inkOf: InkOf): void {
  if (work.seen.has(resources)) return
  work.seen.add(resources)
  resources.delete(name('ProcSet'))
  const states = subDictionary(work, resources, 'ExtGState')
  for (const state of values(states)) if (state instanceof PDFDict) visitState(work, state)
  states.set(name(OVERPRINT.on), work.states.on)
  states.set(name(OVERPRINT.off), work.states.off)
  if (work.leaves) subDictionary(work, resources, 'ColorSpace').set(name('DefaultRGB'), work.screen)
  for (const object of values(resources.lookupMaybe(name('XObject'), PDFDict)))
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form'))
      visitForm(work, object, inkOf)
  for (const pattern of values(resources.lookupMaybe(name('Pattern'), PDFDict))) {
    if (pattern instanceof PDFRawStream) visitForm(work, pattern, inkOf)
    else if (pattern instanceof PDFDict) visitShading(work, pattern.lookup(name('Shading')), inkOf)
  }
  for (const shading of values(resources.lookupMaybe(name('Shading'), PDFDict)))
    visitShading(work, shading, inkOf)
}

function subDictionary({ pdf }: Work, resources: PDFDict, key: string): PDFDict {
  const found = resources.lookupMaybe(name(key), PDFDict)
  if (found) return found
  const made = pdf.context.obj({})
  resources.set(name(key), made)
  return made
}

const values = (dictionary: PDFDict | undefined): (PDFObject | undefined)[] =>
  dictionary ? dictionary.keys().map((key) => dictionary.lookup(key)) : []

/** A form, or a tile of a pattern, which has the same parts. */
function visitForm(work: Work, form: PDFRawStream, inkOf: InkOf): void {
  if (work.seen.has(form)) return
  form.dict.delete(name('StructParents'))
  visitGroup(work, form.dict, inkOf)
  visitResources(work, ownResources(work, form.dict), inkOf)
  queue(work, form, inkOf)
}

function visitState(work: Work, state: PDFDict): void {
  const mask = state.lookup(name('SMask'))
  const group = mask instanceof PDFDict ? mask.lookup(name('G')) : undefined
  if (group instanceof PDFRawStream) visitForm(work, group, maskInk)
}

/** What stands for the screen's own space: that of the inks, or the calibrated one; grey within a soft mask. */
const spaceFor = ({ screen, leaves }: Work, inkOf: InkOf): PDFObject => {
  if (inkOf === maskInk) return name('DeviceGray')
  return leaves ? screen : name('DeviceCMYK')
}

/** The space in which a group blends (ISO 32000-1, 11.6.6). */
function visitGroup(work: Work, owner: PDFDict, inkOf: InkOf): void {
  const group = owner.lookupMaybe(name('Group'), PDFDict)
  if (group?.lookup(name('CS')) === name('DeviceRGB')) group.set(name('CS'), spaceFor(work, inkOf))
}

/** What is a program, and no blend, stays in the calibrated space of the screen: PDF/X-4 has the printer convert it. */
function visitShading(work: Work, found: PDFObject | undefined, inkOf: InkOf): void {
  const shading = found instanceof PDFRawStream ? found.dict : found
  if (!(shading instanceof PDFDict) || work.seen.has(shading)) return
  work.seen.add(shading)
  if (shading.lookup(name('ColorSpace')) !== name('DeviceRGB')) return
  const blend = shading.lookup(name('Function'))
  const space = spaceFor(work, inkOf)
  if (space === work.screen) shading.set(name('ColorSpace'), space)
  else if (blend instanceof PDFDict && isBlend(blend)) {
    inkFunction(work, blend, inkOf)
    shading.set(name('ColorSpace'), space)
  } else shading.set(name('ColorSpace'), work.screen)
}

/**
 * From one colour to another, or a row of such (ISO 32000-1, 7.10.3 and 7.10.4): all that linear and radial gradients
 * need.
 */
function isBlend(found: PDFObject | undefined): boolean {
  if (!(found instanceof PDFDict)) return false
  const type = found.lookupMaybe(name('FunctionType'), PDFNumber)?.asNumber()
  if (type === 2) return true
  const parts = type === 3 ? found.lookupMaybe(name('Functions'), PDFArray) : undefined
  return parts?.asArray().every((_, index) => isBlend(parts.lookup(index))) === true
}

function inkFunction(work: Work, blend: PDFDict, inkOf: InkOf): void {
  if (work.seen.has(blend)) return
  work.seen.add(blend)
  const parts = blend.lookupMaybe(name('Functions'), PDFArray)
  for (let index = 0; parts && index < parts.size(); index++)
    inkFunction(work, parts.lookup(index, PDFDict), inkOf)
  for (const end of ['C0', 'C1']) {
    const colour = blend.lookupMaybe(name(end), PDFArray)?.asArray().map(Number)
    if (colour?.length !== 3) continue
    const inks = inkOf(colour as unknown as Rgb, 'area')
      .operands.split(' ')
      .map(Number)
    blend.set(name(end), work.pdf.context.obj(inks))
  }
}
