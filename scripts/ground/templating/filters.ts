// What templates can do with values beyond plain Liquid. Filters that return markup escape what they are given.
import type { FilterImplOptions } from 'liquidjs'
import { shownAddress } from '../addresses.ts'
import type { Faces } from '../drawing/face-widths.ts'
import { drawing, escapeText, MOST_MARKS, straightRow } from '../drawing/marks.ts'
import { drawBearing, drawRings, type Ring, type RingsShape } from '../drawing/rings.ts'
import { seriesRule, seriesRuleHeightMm } from '../drawing/series-rule.ts'
import { type DrawingsAside, NOT_ASIDE } from './drawings-aside.ts'
import { capitalInitial } from './initial.ts'
import { cssString } from './running-heads.ts'
import { titleSize } from './title-size.ts'

/** `name: value` arguments reach a filter as pairs. */
type Argument = readonly [string, unknown]

/** By name in Liquid. Titles are fitted by the widths of these faces, or of the built-in ones. */
export const filtersWith = (
  faces?: Faces,
  drawings = NOT_ASIDE,
): Readonly<Record<string, FilterImplOptions>> => ({
  capital: (text) => capital(String(text ?? '')),
  css_string: markup((text) => cssString(String(text ?? ''))),
  inline: markup((text) => inline(String(text ?? ''))),
  initial: (title) => capitalInitial(String(title ?? '')),
  shown_address: (href) => shownAddress(String(href ?? '')),
  title_size: markup((lines, given) => sizeStyle(lines, given, faces)),
  marks: markup(drawn('marks', marks, drawings)),
  rings: markup(drawn('rings', ringsArt, drawings)),
  bearing: markup(drawn('bearing', bearingArt, drawings)),
  bearing_place: markup((rings, given) => bearingPlace(rings, given)),
  series_rule: markup(drawn('series', seriesArt, drawings)),
  svg_url: markup((svg) => svgUrl(String(svg ?? ''))),
})

const svgUrl = (svg: string): string => `url("data:image/svg+xml,${encodeURIComponent(svg.trim())}")`

/** A capital at the beginning of a line, but for names that have their own: iOS, eBay. */
const capital = (text: string): string =>
  /^\p{Ll}+(?!\p{L})/u.test(text) ? text.replace(/^./u, (letter) => letter.toUpperCase()) : text

type Given = Readonly<Record<string, unknown>>

function markup(make: Making): FilterImplOptions {
  return {
    raw: true,
    handler: (value: unknown, ...given: unknown[]) => make(value, Object.fromEntries(given as Argument[])),
  }
}

type Making = (value: unknown, given: Given) => string

/** The same of the same values is drawn once. */
const drawn =
  (name: string, make: Making, drawings: DrawingsAside): Making =>
  (value, given) =>
    drawings.drawn(JSON.stringify([name, value, given]), () => make(value, given))

const number = (given: Given, name: string, otherwise: number): number => {
  const value = Number(given[name])
  return given[name] === undefined || Number.isNaN(value) ? otherwise : value
}

/** Words between asterisks become italic. */
const inline = (text: string): string => escapeText(text).replace(/\*([^*\n]+)\*/g, '<i>$1</i>')

function sizeStyle(lines: unknown, given: Given, faces?: Faces): string {
  const voice = given.voice === 'sans' ? 'sans' : 'serif'
  const plain = (Array.isArray(lines) ? lines : [lines]).map((line) => String(line ?? '').replaceAll('*', ''))
  const leading = number(given, 'leading', 1.15)
  const whole = given.whole === true && plain.length > 1
  const { sizePt, lines: count } = titleSize(plain, {
    widthMm: number(given, 'width', 170),
    heightMm: number(given, 'height', 100),
    sizesPt: String(given.sizes ?? '34')
      .split(/\s+/)
      .map(Number),
    leading,
    tracking: number(given, 'tracking', -0.015),
    voice: faces?.[voice] ?? voice,
    whole,
  })
  const breaks = whole && count > plain.length ? '; --title-line: normal' : ''
  return `font-size: ${sizePt}pt; line-height: ${leading}${breaks}`
}

/** A row of marks for a figure with a base that can be counted; nothing for any other. */
function marks(figure: unknown, given: Given): string {
  const { count, of } = (figure ?? {}) as Partial<Ring>
  if (count === undefined || of === undefined || of > MOST_MARKS || !Number.isInteger(count)) return ''
  const [widthMm, heightMm] = [number(given, 'width', 170), number(given, 'height', 12)]
  const row = straightRow({ count, of, widthMm, heightMm, stub: number(given, 'stub', 0.3) })
  return drawing(row, { widthMm, heightMm, name: 'marks' })
}

function ringsShape(rings: unknown, given: Given): RingsShape {
  return {
    rings: (Array.isArray(rings) ? rings : []) as Ring[],
    widthMm: number(given, 'width', 210),
    heightMm: number(given, 'height', 297),
    corner: given.corner === 'right' ? 'right' : 'left',
    innerMm: number(given, 'inner', 22),
    outerMm: number(given, 'outer', 214),
    fill: number(given, 'fill', 0.8),
    lit: given.lit === 'all' || given.lit === 'none' ? given.lit : number(given, 'lit', 0),
  }
}

function ringsArt(rings: unknown, given: Given): string {
  const shape = ringsShape(rings, given)
  return drawing(drawRings(shape), { ...shape, name: 'art' })
}

function bearingOf(rings: unknown, given: Given) {
  const shape = ringsShape(rings, given)
  return { shape, bearing: drawBearing({ ...shape, lit: number(given, 'lit', 0) }, number(given, 'to', 184)) }
}

function bearingArt(rings: unknown, given: Given): string {
  const { shape, bearing } = bearingOf(rings, given)
  return bearing ? drawing(bearing.path, { ...shape, name: 'art' }) : ''
}

/** The caption stands on the end of the bearing, as far to the right as its width allows. */
function bearingPlace(rings: unknown, given: Given): string {
  const { shape, bearing } = bearingOf(rings, given)
  if (!bearing) return ''
  const left = Math.min(bearing.xMm - 1, shape.widthMm - 18 - number(given, 'caption', 40))
  return `left: ${left.toFixed(2)}mm; bottom: ${(shape.heightMm - bearing.yMm + 4.8).toFixed(2)}mm`
}

function seriesArt(present: unknown, given: Given): string {
  const widthMm = number(given, 'width', 170)
  const path = seriesRule(Number(present), number(given, 'total', 1), widthMm)
  return drawing(path, { widthMm, heightMm: seriesRuleHeightMm, name: 'series' })
}
