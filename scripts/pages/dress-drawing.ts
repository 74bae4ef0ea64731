// A drawing as a page shows it: cleaned, of a known size, and with the faces that its text is set in, for it sees
// none of the page's.
import { readFile } from 'node:fs/promises'
import type { Element } from 'xast'
import { readCharacters } from '../ground/fonts/read-characters.ts'
import { withinRange } from '../ground/fonts/within-range.ts'
import { familiesIn } from '../ground/svg/drawing-css.ts'
import { type AskedFaces, setFamilies, stackOf } from '../ground/svg/drawing-faces.ts'
import { type Drawing, writeDrawing } from '../ground/svg/read-drawing.ts'
import { type Box, drawnIn, FIELD, giveBox } from '../ground/svg/settle-size.ts'
import { cssString } from '../ground/templating/running-heads.ts'
import type { Settings } from '../model/settings.ts'
import type { FontFace } from '../model/theme.ts'

export interface Dressed {
  readonly svg: string
  /** What none of its faces can draw. */
  readonly undrawn: readonly string[]
}

export async function dressDrawing(
  { root, faces, isSizeless }: Drawing,
  settings: Settings,
): Promise<Dressed> {
  if (isSizeless) giveBox(root, await inkBox(root, faces !== undefined))
  if (!faces) return { svg: writeDrawing(root), undrawn: [] }
  const needed = await facesFor(root, faces, settings)
  const style = `*{font-synthesis:none}${(await Promise.all(needed.faces.map(fontFace))).join('')}`
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1)
  const element: Element = {
    type: 'element',
    name: `${prefix}style`,
    attributes: {},
    children: [{ type: 'text', value: style }],
  }
  root.children.unshift(element)
  return { svg: writeDrawing(root), undrawn: needed.undrawn }
}

const FIELD_PIXELS = 1000
/** What a browser shows of such a drawing (CSS 2.1, 10.3.2). */
const BROWSERS: Box = { left: 0, top: 0, width: 300, height: 150 }

async function inkBox(root: Element, hasText: boolean): Promise<Box> {
  const { default: sharp } = await import('sharp')
  const { from, size } = FIELD
  try {
    const { info } = await sharp(Buffer.from(writeDrawing(drawnIn(root, FIELD_PIXELS))))
      .trim({ threshold: 0 })
      .toBuffer({ resolveWithObject: true })
    const scale = size / FIELD_PIXELS
    const left = from - (info.trimOffsetLeft ?? 0) * scale
    const top = from - (info.trimOffsetTop ?? 0) * scale
    const ink = { left, top, width: info.width * scale, height: info.height * scale }
    return hasText ? around(ink, BROWSERS) : ink // Its words are not drawn here.
  } catch {
    return BROWSERS
  }
}

function around(one: Box, other: Box): Box {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)]
  const right = Math.max(one.left + one.width, other.left + other.width)
  const foot = Math.max(one.top + one.height, other.top + other.height)
  return { left, top, width: right - left, height: foot - top }
}

async function facesFor(root: Element, { own, characters }: AskedFaces, { theme, publication }: Settings) {
  const shipped = [...publication.fonts, ...theme.fonts, ...theme.fallbacks]
  const known = new Set([...shipped, ...own].map(({ family }) => family.toLowerCase()))
  const stacks = new Set<string>()
  setFamilies(root, (asked) => {
    const kept = asked.filter((family) => known.has(family.toLowerCase()))
    const names = kept.map((family) => `"${family.replaceAll('"', '')}"`)
    const stack = [...names, theme.tokens[stackOf(asked)] ?? ''].join(', ')
    stacks.add(stack)
    return stack
  })
  const brought = new Set(own.flatMap(({ data }) => charactersOfData(data)))
  const faces = new Set<FontFace>()
  const undrawn = new Set<number>()
  for (const stack of stacks) {
    let left = [...characters].filter((code) => !isInvisible(code))
    for (const family of familiesIn(stack)) {
      const members = shipped.filter((face) => face.family.toLowerCase() === family.toLowerCase())
      const drawn = new Set((await Promise.all(members.map(charactersOf))).flatMap((codes) => [...codes]))
      if (!left.some((code) => drawn.has(code))) continue
      for (const face of members) if (left.some(withinRange(face.range))) faces.add(face)
      left = left.filter((code) => !drawn.has(code))
    }
    for (const code of left) if (!brought.has(code)) undrawn.add(code)
  }
  return { faces: [...faces], undrawn: [...undrawn].map((code) => String.fromCodePoint(code)) }
}

async function charactersOf({ file, range }: FontFace): Promise<number[]> {
  try {
    return [...readCharacters(await readFile(file))].filter(withinRange(range))
  } catch {
    return [] // A font that cannot be read is told by its name where the page loads it.
  }
}

function charactersOfData(data: string): number[] {
  try {
    return [...readCharacters(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))]
  } catch {
    return []
  }
}

const isInvisible = (code: number): boolean =>
  /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Zs}]$/u.test(String.fromCodePoint(code))

async function fontFace({ family, weight, style, range, file }: FontFace): Promise<string> {
  const data = (await readFile(file)).toString('base64')
  const covers = range === '' ? '' : `unicode-range:${range};`
  return `@font-face{font-family:${cssString(family)};font-weight:${weight};font-style:${style};${covers}src:url(data:font/woff2;base64,${data})}`
}
