// Tokens, fonts and style partials → the one style sheet of the website, and the fonts that its text needs.
import { basename } from 'node:path'
import type { TemplateFile } from '../ground/templating/read-templates.ts'
import { cssString } from '../ground/templating/running-heads.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { SiteFile } from '../model/site.ts'
import type { FontFace } from '../model/theme.ts'
import { finding } from '../rules/finding.ts'

/**
 * `shown`: every character of the pages. A face is taken along when it has one of them that no earlier face of its
 * kind has.
 */
export function siteStyles(
  templates: ReadonlyMap<string, TemplateFile>,
  { shown, hasFormulas }: { readonly shown: ReadonlySet<number>; readonly hasFormulas: boolean },
  { theme, publication }: Settings,
): { files: SiteFile[]; findings: Finding[] } {
  // Letters of a formula are those of any text; its face has them in another form.
  const formulas = theme.fallbacks.filter(
    ({ family }) => hasFormulas && (theme.tokens.math ?? '').includes(cssString(family)),
  )
  const fonts = [...neededFonts([...theme.fonts, ...publication.fonts], theme.fallbacks, shown), ...formulas]
  const sheets = [...templates.values()].filter(({ name }) => name.startsWith('site/styles/'))
  const checked = sheets.sort((a, b) => (a.name < b.name ? -1 : 1)).map(checkSheet)
  const tokens = Object.entries(theme.tokens).map(
    ([name, value]) => `--${name}: ${value.replace(/[;{}]/g, '')}`,
  )
  const css = [
    ...fonts.map(fontFace),
    `:root {\n  ${tokens.join(';\n  ')};\n}`,
    ...checked.map((one) => one.css),
  ].join('\n')
  return {
    files: [
      { path: 'styles/site.css', content: css },
      ...fonts.map((font) => ({ path: fontPath(font), content: { copyOf: font.file } })),
    ],
    findings: checked.flatMap((one) => one.findings),
  }
}

const fontPath = ({ file, weight, style }: FontFace): string =>
  `fonts/${weight}-${style}-${basename(file).replace(/[^\w.-]/g, '_')}`

function fontFace(font: FontFace): string {
  const range = font.range && /^[\dA-Fa-fUu+?,\s-]+$/.test(font.range) ? `unicode-range:${font.range};` : ''
  return `@font-face{font-family:${cssString(font.family)};font-weight:${font.weight};font-style:${font.style};font-display:swap;${range}src:url("../${fontPath(font)}")}`
}

/**
 * Of the fallbacks only those that a character needs which no face before them is for; the rest is for the reader's
 * own fonts.
 */
function neededFonts(
  faces: readonly FontFace[],
  fallbacks: readonly FontFace[],
  shown: ReadonlySet<number>,
): FontFace[] {
  const needed = faces.filter((font) => isNeeded(font, shown))
  let left = [...shown].filter((code) => code > 0x2ff && !needed.some((font) => covers(font, code)))
  for (const family of new Set(fallbacks.map((font) => font.family))) {
    const own = fallbacks.filter((font) => font.family === family && font.range !== '')
    needed.push(...own.filter((font) => left.some((code) => covers(font, code))))
    left = left.filter((code) => !own.some((font) => covers(font, code)))
  }
  return needed
}

const covers = ({ range }: FontFace, code: number): boolean =>
  range
    .split(',')
    .map(readRange)
    .some(([from, to]) => code >= from && code <= to)

/** Letters and signs that text faces share: a face of signs that has nothing but these is not needed. */
const isNeeded = (font: FontFace, shown: ReadonlySet<number>): boolean => {
  if (font.range === '') return true
  const isText = /U\+0{1,4}-00FF/i.test(font.range)
  const ranges = font.range.split(',').map(readRange)
  return [...shown].some(
    (code) => (isText || code > 0x2ff) && ranges.some(([from, to]) => code >= from && code <= to),
  )
}

function readRange(written: string): [number, number] {
  const [from = '', to = from] = written.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)]
}

/** A sheet may hold drawings that are written into it; what it asks for beyond that is taken out. */
function checkSheet({ text, file }: TemplateFile): { css: string; findings: Finding[] } {
  const findings: Finding[] = []
  const css = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(FOREIGN, (whole, ...groups: string[]) => {
    const address = groups.slice(0, 3).find((group) => group !== undefined) ?? ''
    if (/^#/.test(address)) return whole
    findings.push(finding('style-stays-inside', { file }, { address: whole.slice(0, 120) }))
    return whole.startsWith('@') ? '' : 'none'
  })
  return { css: css.replace(/(?<!\s)\s*\n\s*/g, '\n').trim(), findings }
}

const FOREIGN = /@import\b[^;]*;?|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/gi
