// Every picture of the publication, looked at once: is it there, inside, a picture, of sound colour, and sharp enough
// where it is printed.

import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { basename } from 'node:path/posix'
import { readCropAddress } from '../../ground/files/crop-address.ts'
import { isInText, picturePath, shownPicture } from '../../ground/files/picture-file.ts'
import { LOGO_MM, type PageMeasures, pageMeasures } from '../../ground/page-measures.ts'
import { LEAST_PPI, photographWidthMm } from '../../ground/photograph-width.ts'
import { familiesIn } from '../../ground/svg/drawing-css.ts'
import { MM_PER_INCH, PX_PER_INCH } from '../../ground/units.ts'
import { nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Chapter, ImageMark } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Settings } from '../../model/settings.ts'
import type { Theme } from '../../model/theme.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import { type LookedAt, type LookedAtDrawing, lookAtPicture } from './look-at-picture.ts'
import { printedWidths } from './printed-widths.ts'

/** What pictures are prepared at, and what offset printing can show. */
const PRESS_PPI = 300
/** Of a pixel in CSS. */
const AT_ONCE = 4

export interface LookedAtPictures {
  /** With the widths that follow from their shapes. */
  readonly images: readonly ImageMark[]
  readonly findings: readonly Finding[]
}

/** Of each chapter, in their order. */
export async function lookAtPictures(
  chapters: readonly Chapter[],
  settings: Settings,
): Promise<LookedAtPictures[]> {
  const measures = pageMeasures(settings.theme.page)
  const files = [...new Set(chapters.flatMap((chapter) => chapter.images.map((image) => image.file)))]
  const seen = new Map<string, Seen>()
  const queue = [...files]
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift())
      seen.set(file, await look(settings, file))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const shapeOf = (file: string): number | undefined => shapeSeen(seen.get(file)!)
  return chapters.map((chapter) => {
    const images = printedWidths(chapter.images, shapeOf, measures)
    const findings = images.flatMap((image) => {
      const place = { file: chapter.file, line: image.line, column: image.column }
      const looked = seen.get(image.file)!
      const printed = { ...image, widthMm: widthOnPage(image, looked, measures) }
      return faultsOf(printed, looked, place, settings)
    })
    return { images, findings }
  })
}

function shapeSeen(seen: Seen): number | undefined {
  if (typeof seen === 'string' || !('widthPx' in seen)) return undefined
  return seen.heightPx ? seen.widthPx / seen.heightPx : seen.shape
}

/** No picture is taller than its page. */
function widthOnPage(image: ImageMark, seen: Seen, measures: PageMeasures): number {
  const { widthMm: usual } = image
  // Their widths follow from their shapes, whatever they are on a screen.
  if (image.fillsPage || image.gallery !== undefined) return usual
  if (typeof seen === 'string' || !('widthPx' in seen) || !seen.heightPx) return usual
  const widthMm = photographWidthMm(image, { ...seen, heightPx: seen.heightPx })
  const roomMm = widthMm === measures.turnedMm ? measures.turnedHeightMm : measures.textHeightMm
  const heightMm = Math.min(roomMm, image.tallestMm ?? roomMm)
  // See styles/33-figures.css: nor is it larger than on a screen.
  const shownMm = image.isAsked ? widthMm : (seen.widthPx / PX_PER_INCH) * MM_PER_INCH
  return Math.min(widthMm, shownMm, (heightMm * seen.widthPx) / seen.heightPx)
}

/** Of pictures that stand in no chapter; those with a width of 0 need not be sharp in print. */
export async function pictureFaultsOf(
  wanted: readonly { readonly image: Pick<ImageMark, 'file' | 'widthMm'>; readonly place: Place }[],
  settings: Shown & Pick<Settings, 'root' | 'cache'>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { image, place } of wanted)
    findings.push(...faultsOf(image, await look(settings, image.file), place, settings))
  return findings
}

/** The picture on the cover, which fills its page, and the logo: no chapter names them. */
export async function coverFaults(settings: Settings): Promise<Finding[]> {
  const { publication, theme } = settings
  const place = { file: 'publication.yaml' }
  const findings: Finding[] = []
  const { picture } = publication.cover
  if (picture !== '')
    findings.push(
      ...faultsOf(
        { file: picture, widthMm: theme.page.widthMm },
        await look(settings, picture),
        place,
        settings,
      ),
    )
  if (publication.logo) {
    const { file } = publication.logo
    const seen = await look(settings, file)
    findings.push(...faultsOf({ file, widthMm: logoWidthMm(seen) }, seen, place, settings))
  }
  return findings
}

/** As high as its room, or as wide. */
function logoWidthMm(seen: Seen): number {
  const isSized = typeof seen !== 'string' && 'widthPx' in seen && seen.heightPx
  return isSized ? Math.min(LOGO_MM.width, (LOGO_MM.height * seen.widthPx) / seen.heightPx!) : LOGO_MM.width
}

type Seen = LookedAt | { readonly missing: string | undefined } | 'outside' | 'remote'

type Printed = Pick<ImageMark, 'file' | 'widthMm' | 'landscapeMm'>

/** What is made of it, and in which faces. */
type Shown = Pick<Settings, 'editions'> & Partial<Pick<Settings, 'theme'>>

function faultsOf(image: Printed, seen: Seen, place: Place, { editions, theme }: Shown): Finding[] {
  const actual = shownPicture(image.file)
  if (seen === 'outside') return [finding('path-stays-inside', place, { path: actual })]
  if (seen === 'remote')
    return [findingAs('error', 'image-is-local', place, { address: actual, other: 'front' })]
  if ('missing' in seen)
    return [finding('image-exists', place, { picture: actual, suggestion: seen.missing })]
  if ('fault' in seen) return [finding('image-is-picture', place, { picture: actual, ...seen.fault })]
  const { widthPx, profileFault, drawing, pages: count } = seen
  return [
    ...(count ? [finding('picture-is-one', place, { picture: actual, count })] : []),
    ...(drawing ? drawingFaults(drawing, actual, place, theme?.tokens) : []),
    ...(profileFault
      ? [finding('picture-profile-is-sound', place, { picture: actual, ...profileFault })]
      : []),
    ...sharpness(image, widthPx, place, editions.includes('press')),
  ]
}

function drawingFaults(
  { taken, families }: LookedAtDrawing,
  drawing: string,
  place: Place,
  tokens: Theme['tokens'] = {},
): Finding[] {
  const shipped = new Set(
    ['serif', 'sans', 'code'].flatMap((stack) => familiesIn((tokens[stack] ?? '').toLowerCase())),
  )
  const foreign = families.filter(({ family }) => !shipped.has(family.toLowerCase()))
  const ours = foreign.map(({ stack }) => familiesIn(tokens[stack] ?? '')[0] ?? 'a face of the publication')
  const asked = { drawing, asked: listed(foreign.map(({ family }) => family)), given: listed(ours) }
  return [
    ...(taken.length > 0 ? [finding('drawing-is-still', place, { drawing, ...partsTaken(taken) })] : []),
    ...(foreign.length > 0 ? [finding('drawing-is-in-our-faces', place, asked)] : []),
  ]
}

const partsTaken = (taken: LookedAtDrawing['taken']) => ({
  program: taken.includes('program'),
  otherFiles: taken.includes('other-files'),
  styleSheet: taken.includes('style-sheet'),
})

const listed = (words: readonly string[]): string => {
  const once = [...new Set(words)]
  return once.length < 2 ? once.join('') : `${once.slice(0, -1).join(', ')} and ${once.at(-1)}`
}

async function look(where: Pick<Settings, 'root' | 'cache'>, file: string): Promise<Seen> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(file) && !isInText(file)) return 'remote'
  // What is wrong with a picture is wrong with the whole of it, and a part is looked at only where nothing is.
  const { file: whole, crop } = readCropAddress(file)
  const found = await picturePath(whole, where)
  if ('path' in found) {
    const seen = await lookAtPicture(found.path)
    return crop && !('fault' in seen) ? lookAtPart(file, where) : seen
  }
  if (found.problem === 'outside') return 'outside'
  const names = await readdir(join(where.root, dirname(whole))).catch(() => [])
  return { missing: nearest(basename(whole), names) }
}

async function lookAtPart(file: string, where: Pick<Settings, 'root' | 'cache'>): Promise<Seen> {
  const found = await picturePath(file, where).catch(() => undefined)
  return found && 'path' in found ? lookAtPicture(found.path) : { fault: { problem: 'cannot-be-read' } }
}

/** Vectors (width 0) are sharp at any size. */
function sharpness(image: Printed, widthPx: number, place: Place, forPress: boolean): Finding[] {
  const inches = image.widthMm / MM_PER_INCH
  const ppi = Math.floor(widthPx / inches)
  if (widthPx === 0 || ppi >= PRESS_PPI) return []
  const facts = (least: number) => ({
    picture: shownPicture(image.file),
    ppi,
    needed: Math.ceil(inches * least),
  })
  if (ppi < LEAST_PPI) {
    const severity = forPress ? 'error' : 'warning'
    return [findingAs(severity, 'image-is-sharp', place, facts(forPress ? PRESS_PPI : LEAST_PPI))]
  }
  return forPress ? [finding('image-is-fine-enough-for-print', place, facts(PRESS_PPI))] : []
}
