// One picture in the inks of the press. Needs nothing but its task and the profile, so that a thread can do it.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import sharp from 'sharp'
import type { Colours } from '../../ground/colour/colours.ts'
import { encodeGreyJpeg, encodeInksJpeg } from './encode-jpeg.ts'
import { mostInk } from './most-ink.ts'
import type { PictureTask } from './picture-task.ts'
import { withoutPrediction } from './without-prediction.ts'

export interface PictureInks {
  /** Coded as the picture was: JPEG or deflated samples, 8 bits a colour, with no prediction. */
  readonly bytes: Uint8Array
  readonly coding: PictureTask['coding']
  /** Grey: black ink alone. */
  readonly space: 'DeviceCMYK' | 'DeviceGray'
  /** Per cent; see `mostInk`. */
  readonly mostInk: number
  /** SHA-256 of the samples before they were converted, 8 bits each. */
  readonly samplesHash: string
}

const deflated = promisify(deflate)
const inflatedBytes = promisify(inflate)

/**
 * Throws where the picture cannot be decoded. A picture without any colour is printed in black ink alone, as text is.
 */
export async function convertPicture(task: PictureTask, colours: Colours): Promise<PictureInks> {
  const { coding, widthPx, heightPx } = task
  const { samples, profile } = await decode(task)
  const samplesHash = createHash('sha256').update(samples).digest('hex')
  const encode = coder(task)
  const grey = task.colour === 'grey' ? samples : greyOf(samples)
  if (grey) {
    const { light, most } = inBlack(grey, colours)
    return { bytes: await encode.grey(light), coding, space: 'DeviceGray', mostInk: most, samplesHash }
  }
  const inks = colours.convertPixels(samples, profile)
  const most = mostInk(inks, widthPx, heightPx)
  return { bytes: await encode.inks(inks), coding, space: 'DeviceCMYK', mostInk: most, samplesHash }
}

const MOST_PIXELS = 400_000_000

interface Decoded {
  readonly samples: Uint8Array
  readonly profile: Uint8Array | undefined
}

/** 8 bits a colour, and the profile that they are to be read by. */
async function decode(task: PictureTask): Promise<Decoded> {
  const { coding, bytes, widthPx, heightPx, colour, bits, predictor } = task
  const channels = colour === 'rgb' ? 3 : 1
  if (widthPx * heightPx > MOST_PIXELS) throw new Error('it has more pixels than can be decoded')
  if (coding === 'jpeg') return decodeJpeg(task, channels)
  const rowBytes = widthPx * channels * (bits / 8)
  const length = rowBytes * heightPx
  const limit = length + heightPx + 1024
  const raw = await inflatedBytes(bytes, { maxOutputLength: limit })
  const plain = predictor === 'png' ? withoutPrediction(raw, rowBytes, channels * (bits / 8)) : raw
  if (plain.length < length) throw new Error('some of its samples are missing')
  const samples = plain.subarray(0, length)
  // The upper byte of each pair (ISO 32000-1, 8.9.5.2).
  return {
    samples: bits === 8 ? samples : samples.filter((_, index) => index % 2 === 0),
    profile: task.sourceProfile,
  }
}

async function decodeJpeg(task: PictureTask, channels: number): Promise<Decoded> {
  const picture = sharp(task.bytes, { limitInputPixels: MOST_PIXELS, ignoreIcc: true, failOn: 'error' })
  const { icc } = await picture.metadata()
  const space = task.colour === 'grey' ? 'b-w' : 'srgb'
  const { data, info } = await picture.toColourspace(space).raw().toBuffer({ resolveWithObject: true })
  if (info.width !== task.widthPx || info.height !== task.heightPx || info.channels !== channels)
    throw new Error('it is another picture than its dictionary says')
  return { samples: data, profile: task.sourceProfile ?? icc }
}

/** What 8 bits can be apart by in a picture without colour. */
const NEUTRAL_WITHIN = 1

/** Undefined as soon as one pixel has a colour. */
function greyOf(rgb: Uint8Array): Uint8Array | undefined {
  const grey = new Uint8Array(rgb.length / 3)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3) {
    const [red, green, blue] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEUTRAL_WITHIN) return undefined
    grey[pixel] = green
  }
  return grey
}

/**
 * Black as luminance (255 is bare paper) that prints as light as each grey of the screen, and the most of it, in per
 * cent.
 */
function inBlack(grey: Uint8Array, colours: Colours): { light: Uint8Array; most: number } {
  const curve = Uint8Array.from({ length: 256 }, (_, value) => {
    const [, , , black] = colours.inksOf([value / 255, value / 255, value / 255])
    return Math.round((1 - black) * 255)
  })
  const light = grey.map((value) => curve[value]!)
  const darkest = light.reduce((least, value) => Math.min(least, value), 255)
  return { light: new Uint8Array(light), most: ((255 - darkest) / 255) * 100 }
}

interface Coder {
  readonly grey: (samples: Uint8Array) => Promise<Uint8Array>
  readonly inks: (samples: Uint8Array) => Promise<Uint8Array>
}

function coder({ coding, widthPx, heightPx }: PictureTask): Coder {
  if (coding === 'flate')
    return { grey: (samples) => deflated(samples), inks: (samples) => deflated(samples) }
  return {
    grey: (samples) => encodeGreyJpeg(samples, widthPx, heightPx),
    inks: (samples) => encodeInksJpeg(samples, widthPx, heightPx),
  }
}
