// Pictures in a Word file: in the line, never floating, each with its text alternative or marked as decoration.
import { readFile } from 'node:fs/promises'
import type { Element } from 'hast'
import sharp from 'sharp'
import { textProperty } from '../ground/html/change-tree.ts'
import { readDrawing } from '../ground/svg/read-drawing.ts'
import { MM_PER_INCH } from '../ground/units.ts'
import type { Asset } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { type Media, nextId, type Writing } from './writing.ts'
import { emu, type Xml, xml } from './xml.ts'

const PPI = 200
const TALLEST_MM = 120
/** A photograph from a screen is not blown up. */
const SMALLEST_PPI = 110

/** Every picture as it is put into the file, by its address in the pages. What is not, or is otherwise, is told. */
export async function prepareMedia(
  assets: readonly Asset[],
  shown: ReadonlySet<string>,
  textMm: number,
): Promise<{ media: Map<string, Media>; findings: readonly Finding[] }> {
  const media = new Map<string, Media>()
  const findings: Finding[] = []
  for (const asset of assets) {
    if (!shown.has(asset.url) || !/^image\//.test(asset.type)) continue
    const made = await prepare(asset, textMm, media.size + 1).catch(() => undefined)
    if (made) media.set(asset.url, made)
    if (made && !(await hasWords(asset))) continue
    const { source: words = '' } = asset
    const problem = made ? 'words-of-drawing' : 'picture'
    findings.push(finding('word-file-shows-it-otherwise', words ? { file: words } : {}, { problem, words }))
  }
  return { media, findings }
}

/** The words of a drawing are set in faces of this machine: librsvg reads none from within a drawing. */
async function hasWords({ path, type }: Asset): Promise<boolean> {
  if (type !== 'image/svg+xml') return false
  const drawing = readDrawing(await readFile(path))
  return 'faces' in drawing && drawing.faces !== undefined
}

async function prepare({ path, type }: Asset, textMm: number, number: number): Promise<Media> {
  const isDrawing = type === 'image/svg+xml'
  const { width: widthPx = 0, height: heightPx = 0, hasAlpha, format } = await sharp(path).metadata()
  const shape = widthPx / heightPx
  const roomMm = Math.min(textMm, TALLEST_MM * shape)
  const widthMm = isDrawing ? roomMm : Math.min(roomMm, (widthPx / SMALLEST_PPI) * MM_PER_INCH)
  const wantedPx = Math.max(1, Math.round((widthMm / MM_PER_INCH) * PPI))
  const density = isDrawing ? Math.min(2400, Math.max(1, (72 * wantedPx) / widthPx)) : undefined
  const image = sharp(path, density ? { density } : {})
    .toColourspace('srgb')
    .resize({ width: wantedPx, withoutEnlargement: !isDrawing })
  const isPng = isDrawing || hasAlpha === true || format === 'png'
  const bytes = await (isPng ? image.png() : image.jpeg({ quality: 84 })).toBuffer()
  const name = `media/picture-${number}.${isPng ? 'png' : 'jpeg'}`
  return { name, bytes, widthMm, heightMm: widthMm / shape }
}

/** Undefined where there is none to be shown, which is told. */
export function pictureRun(image: Element, writing: Writing): Xml | undefined {
  const url = textProperty(image, 'src') ?? ''
  const alt = textProperty(image, 'alt') ?? ''
  const media = writing.media.get(url)
  if (!media) {
    writing.findings.push(
      finding('word-file-shows-it-otherwise', {}, { problem: 'picture', words: alt || url }),
    )
    return undefined
  }
  // A picture that nobody described carries a dash for the printing, and is described by nobody here either.
  const isUndescribed = image.properties.dataMeans === 'picture'
  return drawing(
    media,
    isUndescribed ? undefined : alt,
    pictureRelation(writing, media.name),
    nextId(writing),
  )
}

function pictureRelation({ relations }: Writing, target: string): string {
  const known = relations.find((one) => one.type === 'image' && one.target === target)
  if (known) return known.id
  const id = `rIdPicture${relations.length + 1}`
  relations.push({ id, type: 'image', target })
  return id
}

const DECORATIVE = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}'

/** An empty alternative says that it is decoration, none that nobody wrote one. */
function drawing(
  { name, widthMm, heightMm }: Media,
  alt: string | undefined,
  relation: string,
  id: number,
): Xml {
  const size = { cx: emu(widthMm), cy: emu(heightMm) }
  const isDecorative = alt === ''
  const own = { id, name: `Picture ${id}`, descr: isDecorative ? undefined : alt }
  return xml('w:r', {}, [
    xml('w:rPr', {}, [xml('w:noProof')]),
    xml('w:drawing', {}, [
      xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
        xml('wp:extent', size),
        xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
        xml('wp:docPr', own, isDecorative ? [decoration()] : []),
        xml('wp:cNvGraphicFramePr', {}, [xml('a:graphicFrameLocks', { noChangeAspect: 1 })]),
        xml('a:graphic', {}, [
          xml('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, [
            picture(name, relation, size),
          ]),
        ]),
      ]),
    ]),
  ])
}

const picture = (name: string, relation: string, size: { cx: number; cy: number }): Xml =>
  xml('pic:pic', {}, [
    xml('pic:nvPicPr', {}, [
      xml('pic:cNvPr', { id: 0, name: name.replace(/^.*\//, '') }),
      xml('pic:cNvPicPr'),
    ]),
    xml('pic:blipFill', {}, [
      xml('a:blip', { 'r:embed': relation }),
      xml('a:stretch', {}, [xml('a:fillRect')]),
    ]),
    xml('pic:spPr', {}, [
      xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
    ]),
  ])

const decoration = (): Xml =>
  xml('a:extLst', {}, [
    xml('a:ext', { uri: DECORATIVE }, [
      xml('adec:decorative', {
        'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
        val: 1,
      }),
    ]),
  ])
