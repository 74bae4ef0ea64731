// Every picture of a printed book in the inks of the press, in place.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  type PDFContext,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Colours } from '../../ground/colour/colours.ts'
import type { PressProfile } from '../../model/press.ts'
import { type Answer, convertInThreads } from './convert-in-threads.ts'
import { convertPalette, type Palette, paletteOf } from './convert-palette.ts'
import type { PictureInks } from './convert-picture.ts'
import { type CacheSettings, openConvertedCache } from './converted-cache.ts'
import { maskPictures } from './mask-pictures.ts'
import { numberIn, type PictureTask, pictureTask } from './picture-task.ts'

export interface ConvertedPicture {
  readonly object: PDFRef
  readonly widthPx: number
  readonly heightPx: number
  /** On any one spot, in per cent, all four inks together. */
  readonly mostInk: number
  /** SHA-256 of the stream as the browser wrote it: for a JPEG, of the file that the page showed. */
  readonly bytesHash: string
  /** SHA-256 of its RGB samples; '' for a palette. */
  readonly samplesHash: string
  /** Why it was left in its colours; '' for one that was converted. */
  readonly problem: string
}

interface Options {
  readonly profile: PressProfile
  readonly settings: CacheSettings
  /** Opened with the same profile. */
  readonly colours: Colours
  /** As many as are worth it, unless a test says. */
  readonly threads?: number
}

/**
 * RGB pictures become DeviceCMYK, those without colour black ink alone in DeviceGray. Left are pictures in CMYK and
 * masks. One that cannot be read is left too, and says why. Nothing is thrown for a picture.
 */
export async function convertPictures(
  pdf: PDFDocument,
  options: Options,
): Promise<readonly ConvertedPicture[]> {
  const found = picturesOf(pdf.context)
  const tasks = found.flatMap(({ task }) => (task ? [task] : []))
  const answers = await answersTo(tasks, options)
  return found.map(({ facts, picture, task, problem, palette }) => {
    if (palette) return { ...facts, mostInk: convertPalette(picture, palette, pdf.context, options.colours) }
    const answer = task ? answers.get(task)! : problem
    if (typeof answer === 'string') return { ...facts, problem: answer }
    replace(picture, answer)
    return { ...facts, mostInk: answer.mostInk, samplesHash: answer.samplesHash }
  })
}

interface Found {
  readonly facts: ConvertedPicture
  readonly picture: PDFRawStream
  /** One of the three. */
  readonly task?: PictureTask
  readonly palette?: Palette
  readonly problem: string
}

function picturesOf(context: PDFContext): Found[] {
  const masks = maskPictures(context)
  return context.enumerateIndirectObjects().flatMap(([object, picture]): Found[] => {
    if (!(picture instanceof PDFRawStream) || masks.has(object)) return []
    if (picture.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return []
    const found = { facts: factsOf(object, picture, context), picture, problem: '' }
    try {
      const palette = paletteOf(picture, context)
      if (palette) return [{ ...found, palette }]
      const task = pictureTask(picture, context)
      if (task === undefined) return []
      return [typeof task === 'string' ? { ...found, problem: task } : { ...found, task }]
    } catch (cause) {
      return [{ ...found, problem: cause instanceof Error ? cause.message : String(cause) }]
    }
  })
}

const factsOf = (object: PDFRef, picture: PDFRawStream, context: PDFContext): ConvertedPicture => ({
  object,
  widthPx: numberIn(picture.dict, 'Width', context),
  heightPx: numberIn(picture.dict, 'Height', context),
  mostInk: 0,
  bytesHash: createHash('sha256').update(picture.contents).digest('hex'),
  samplesHash: '',
  problem: '',
})

/** From the cache where they are known. The same picture twice is converted once. */
async function answersTo(
  tasks: readonly PictureTask[],
  { profile, settings, colours, threads }: Options,
): Promise<Map<PictureTask, Answer>> {
  if (tasks.length === 0) return new Map()
  const pressProfile = await readFile(profile.path)
  const cache = openConvertedCache(settings, pressProfile)
  const keys = new Map<PictureTask, string>()
  for (const task of tasks) keys.set(task, await cache.keyOf(task))
  const answers = new Map<string, Answer>()
  const unknown = new Map<string, PictureTask>()
  for (const [task, key] of keys) {
    if (answers.has(key) || unknown.has(key)) continue
    const known = await cache.read(key)
    if (known) answers.set(key, known)
    else unknown.set(key, task)
  }
  const means = { colours, pressProfile, ...(threads === undefined ? {} : { threads }) }
  const made = await convertInThreads([...unknown.values()], means)
  for (const [index, key] of [...unknown.keys()].entries()) {
    const answer = made[index]!
    answers.set(key, answer)
    if (typeof answer === 'object') await cache.keep(key, answer)
  }
  return new Map([...keys].map(([task, key]) => [task, answers.get(key)!]))
}

/** The soft mask and all that is no matter of colour stay. */
function replace(picture: PDFRawStream, { bytes, space, coding }: PictureInks): void {
  const { dict } = picture
  const { context } = dict
  for (const key of ['DecodeParms', 'Decode', 'ColorTransform', 'Intent']) dict.delete(PDFName.of(key))
  dict.set(PDFName.of('ColorSpace'), PDFName.of(space))
  dict.set(PDFName.of('BitsPerComponent'), PDFNumber.of(8))
  dict.set(PDFName.of('Filter'), PDFName.of(coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode'))
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length))
  if (coding === 'jpeg' && space === 'DeviceCMYK')
    dict.set(PDFName.of('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]))
  picture.updateContents(bytes)
}
