import { readFile } from 'node:fs/promises'
import { fontName, nameOfFont } from '../../ground/fonts/font-name.ts'
import type { ReadFont } from '../../ground/pdf/read-font.ts'
import { readDrawing } from '../../ground/svg/read-drawing.ts'
import type { Asset, HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import type { Settings } from '../../model/settings.ts'
import type { FontFace } from '../../model/theme.ts'
import { finding } from '../../rules/finding.ts'

/** What is asked of a font that was read. */
export type SeenFont = Pick<ReadFont, 'name' | 'type' | 'embedded'>

/**
 * Every font in the PDF is one that the publication ships, is embedded, and is no Type 3 (drawings in place of a
 * font). It asks files of fonts and drawings, so that it is asked of each file anew.
 */
export async function fontsAreOurs(
  fonts: readonly SeenFont[],
  { theme, publication }: Settings,
  { assets }: Pick<HtmlDocument, 'assets'>,
): Promise<readonly Finding[]> {
  const ours = await namesOf([...theme.fonts, ...publication.fonts])
  // The files of the fallbacks are large, and seldom needed.
  if (fonts.some(({ name }) => !ours.has(name)))
    for (const name of [...(await namesOf(theme.fallbacks)), ...(await namesInDrawings(assets))])
      ours.add(name)
  const strangers = fonts.flatMap(({ name, type, embedded }) => {
    if (type === 'Type3') return [`drawn as pictures (Type 3${name === type ? '' : `, ${name}`})`]
    if (!ours.has(name)) return [name]
    return embedded ? [] : [`${name}, which is not embedded,`]
  })
  return [...new Set(strangers)].map((font) => finding('fonts-are-ours', {}, { font }))
}

const namesOf = async (faces: readonly FontFace[]): Promise<Set<string>> =>
  new Set(await Promise.all([...new Set(faces.map((face) => face.file))].map(fontName)))

/** A drawing may bring faces of its own. */
async function namesInDrawings(assets: readonly Asset[]): Promise<string[]> {
  const drawings = assets.filter(({ type }) => type === 'image/svg+xml')
  const names = await Promise.all(
    drawings.map(async ({ path }) => {
      const drawing = readDrawing(await readFile(path))
      const own = 'fault' in drawing ? [] : (drawing.faces?.own ?? [])
      return own.map(({ data }) => nameOfFont(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')))
    }),
  )
  return names.flat()
}
