// Pictures that ask for more ink than the press can lay down, by the line on which their author placed them.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Book } from '../../model/book.ts'
import type { Asset } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Settings } from '../../model/settings.ts'
import { finding } from '../../rules/finding.ts'
import type { ConvertedPicture } from './convert-pictures.ts'

export async function inkFaults(
  pictures: readonly ConvertedPicture[],
  assets: readonly Asset[],
  book: Book,
  settings: Settings,
): Promise<Finding[]> {
  const { inkLimit } = settings.press
  // Eight bits an ink are no more exact than that.
  const heavy = pictures.filter(({ mostInk }) => Math.round(mostInk) > inkLimit)
  if (heavy.length === 0) return []
  const prints = await Promise.all(assets.filter(isPixels).map(printOf))
  const faults = new Map<string, Heavy>()
  for (const picture of heavy) {
    const sources = sourcesOf(picture, prints)
    const name = sources.join() || `${picture.widthPx} × ${picture.heightPx}`
    faults.set(name, {
      picture,
      sources,
      most: Math.max(picture.mostInk, faults.get(name)?.most ?? 0),
    })
  }
  return [...faults.values()].flatMap(({ picture: { widthPx, heightPx }, sources, most }) => {
    const places = sources.flatMap((source) => placesOf(source, book, settings))
    const ink = { percent: Math.round(most), limit: inkLimit }
    const pictures = sources.map((source) => `\`${source}\``).join(' or ')
    return (places.length > 0 ? places : [{}]).map((place) =>
      pictures === ''
        ? finding('total-ink-is-limited', place, { problem: 'unknown-picture', widthPx, heightPx, ...ink })
        : finding('total-ink-is-limited', place, { problem: 'picture', pictures, ...ink }),
    )
  })
}

interface Heavy {
  readonly picture: ConvertedPicture
  readonly sources: readonly string[]
  readonly most: number
}

const isPixels = ({ type, source }: Asset): boolean =>
  source !== undefined && /^image\/(?:jpeg|png)$/.test(type)

/** What a picture in the PDF can be known by again. */
interface Print {
  readonly source: string
  readonly bytesHash: string
  /** '' where the samples cannot tell: the browser passes a JPEG on as bytes, and computes transparent ones anew. */
  readonly samplesHash: string
  readonly hasAlpha: boolean
  readonly widthPx: number
  readonly heightPx: number
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function printOf({ path, type, source = '' }: Asset): Promise<Print> {
  const bytes = await readFile(path)
  const picture = sharp(bytes, { limitInputPixels: false })
  const { width: widthPx, height: heightPx, hasAlpha } = await picture.metadata()
  const samplesHash = type === 'image/png' && !hasAlpha ? hash(await picture.raw().toBuffer()) : ''
  return { source, bytesHash: hash(bytes), samplesHash, hasAlpha, widthPx, heightPx }
}

/** Of pictures with transparency only the size is left to know them by: all that have it may be meant. */
function sourcesOf(picture: ConvertedPicture, prints: readonly Print[]): string[] {
  const by = (same: (print: Print) => boolean): string[] => [
    ...new Set(prints.filter(same).map(({ source }) => source)),
  ]
  const byBytes = by(({ bytesHash }) => bytesHash === picture.bytesHash)
  if (byBytes.length > 0) return byBytes
  const bySamples = by(({ samplesHash }) => samplesHash !== '' && samplesHash === picture.samplesHash)
  if (bySamples.length > 0) return bySamples
  return by(
    ({ hasAlpha, widthPx, heightPx }) =>
      hasAlpha && widthPx === picture.widthPx && heightPx === picture.heightPx,
  )
}

function placesOf(source: string, { chapters }: Book, { publication }: Settings): Place[] {
  const inTexts = chapters.flatMap(({ file, images, matter }) => [
    ...(matter.picture?.file === source ? [{ file, line: matter.lines.picture ?? 1 }] : []),
    ...images
      .filter((image) => image.file === source)
      .map(({ line, column }): Place => ({ file, line, column })),
  ])
  return [publication.cover.picture, publication.logo?.file].includes(source)
    ? [{ file: 'publication.yaml' }, ...inTexts]
    : inTexts
}
