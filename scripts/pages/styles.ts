// Tokens, fonts and style partials → one style sheet.
import { readFile } from 'node:fs/promises'
import { basename, posix } from 'node:path'
import { digest } from '../ground/digest.ts'
import { insidePath } from '../ground/files/paths.ts'
import { pageMeasures } from '../ground/page-measures.ts'
import type { TemplateFile } from '../ground/templating/read-templates.ts'
import { cssString } from '../ground/templating/running-heads.ts'
import type { Asset } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { FontFace, Theme } from '../model/theme.ts'
import { finding } from '../rules/finding.ts'

export interface Styles {
  readonly css: string
  readonly assets: readonly Asset[]
  /** CSS font shorthands that must be loaded before printing. */
  readonly faces: readonly string[]
  readonly findings: readonly Finding[]
}

/** Partials follow in the order of their names. Page rules stand behind it: `composeMoreRules`. */
export async function composeStyles(
  templates: ReadonlyMap<string, TemplateFile>,
  settings: Settings,
): Promise<Styles> {
  const { theme, publication } = settings
  const fonts = [...publication.fonts, ...theme.fonts, ...theme.fallbacks]
  const urls = await Promise.all(fonts.map(fontUrl))
  const assets: Asset[] = fonts.map((font, index) => fontAsset(font, urls[index]!))
  const findings: Finding[] = []
  const partials: string[] = []
  const sheets = [...templates.values()].filter((one) => one.name.startsWith('styles/'))
  for (const sheet of sheets.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const checked = await checkSheet(sheet, settings)
    partials.push(checked.css)
    assets.push(...checked.assets)
    findings.push(...checked.findings)
  }
  const css = [
    fonts.map((font, index) => fontFace(font, urls[index]!)).join('\n'),
    rootRule(theme),
    ...partials,
  ].join('\n')
  return {
    css: closeNothing(balanceNothing(css)),
    assets: unique(assets),
    faces: facesToLoad([...publication.fonts, ...theme.fonts]),
    findings,
  }
}

/** Rules that a template has made, and that stand behind the sheet. */
export async function composeMoreRules(
  rules: TemplateFile,
  settings: Settings,
): Promise<Omit<Styles, 'faces'>> {
  const { css, assets, findings } = await checkSheet(rules, settings)
  return { css: closeNothing(balanceNothing(css)), assets, findings }
}

/** Inside a style element only its end tag ends it; the backslash changes nothing for CSS. */
const closeNothing = (css: string): string => css.replace(/<(?=\/style|!--)/gi, '\\3c ')

/** Chromium 153 never returns from balancing lines that hold an inline element; `pretty` asks for nearly the same. */
const balanceNothing = (css: string): string =>
  css.replace(/(text-wrap(?:-style)?\s*:\s*(?:wrap\s+)?)balance\b/gi, '$1pretty')

function rootRule({ page, spacing, tokens }: Theme): string {
  const { widthMm, heightMm, marginMm } = page
  const { scale, sheetWidthMm, sheetHeightMm } = pageMeasures(page)
  const lines = [
    `--page-width: ${widthMm}mm`,
    `--page-height: ${heightMm}mm`,
    '--bleed: 0mm',
    '--sheet-bleed: 0mm', // what the press edition sets anew
    `--scale: ${scale}`,
    `--sheet-width: ${sheetWidthMm}mm`,
    `--sheet-height: ${sheetHeightMm}mm`,
    ...Object.entries(marginMm).map(([side, width]) => `--margin-${side}: ${width}mm`),
    `--air: ${spacing.usual}`,
    ...(['short', 'least', 'most'] as const).map((one) => `--air-${one}: ${spacing[one]}`),
    ...Object.entries(tokens).map(([name, value]) => `--${name}: ${value.replace(/[;{}]/g, '')}`),
  ]
  return `:root {\n  ${lines.join(';\n  ')};\n}`
}

const FONT_TYPES: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** It tells what is in the file, so that a browser that has it need not ask again. */
async function fontUrl({ file }: FontFace, index: number): Promise<string> {
  const content = await readFile(file).then(digest, () => `unread-${index}`)
  return `/fonts/${content.slice(0, 16)}-${encodeURIComponent(basename(file))}`
}

const extension = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase()

const fontAsset = (font: FontFace, url: string): Asset => ({
  url,
  type: FONT_TYPES[extension(font.file)] ?? 'application/octet-stream',
  path: font.file,
})

function fontFace(font: FontFace, url: string): string {
  const range = font.range && /^[\dA-Fa-fUu+?,\s-]+$/.test(font.range) ? `unicode-range:${font.range};` : ''
  return `@font-face{font-family:${cssString(font.family)};font-weight:${font.weight};font-style:${font.style};font-display:block;${range}src:url("${url}")}`
}

/** Faces that hold the space: loading one without text asks for that character, and only margin boxes need the help. */
function facesToLoad(fonts: readonly FontFace[]): string[] {
  const latin = fonts.filter((font) => font.range === '' || /U\+0{1,4}-/i.test(font.range))
  return [...new Set(latin.map((font) => `${font.style} ${font.weight} 12px ${cssString(font.family)}`))]
}

const FOREIGN = /@import\b[^;]*;?|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/gi

/**
 * A sheet may use files of the template folders and drawings written into it; what it asks for beyond that is taken
 * out.
 */
async function checkSheet(sheet: TemplateFile, settings: Settings) {
  const findings: Finding[] = []
  const assets: Asset[] = []
  const changes: { from: number; to: number; text: string }[] = []
  for (const match of withoutComments(sheet.text).matchAll(FOREIGN)) {
    const [whole, double, single, bare] = match
    const address = (double ?? single ?? bare ?? '').trim()
    if (/^(?:data:image\/|#)/i.test(address)) continue
    const asset = whole.startsWith('@') ? undefined : await templateAsset(address, sheet, settings)
    if (asset) assets.push(asset)
    else
      findings.push(
        finding(
          'style-stays-inside',
          { file: sheet.file, line: lineOf(sheet.text, match.index) },
          { address: whole.slice(0, 120) },
        ),
      )
    changes.push({
      from: match.index,
      to: match.index + whole.length,
      text: asset ? `url("${asset.url}")` : whole.startsWith('@') ? '' : 'none',
    })
  }
  const css = changes.reduceRight(
    (text, { from, to, text: next }) => text.slice(0, from) + next + text.slice(to),
    sheet.text,
  )
  return { css, assets, findings }
}

/** Comments keep their length and line breaks, so that places stay true. */
const withoutComments = (css: string): string =>
  css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length

const PICTURE_TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  ...FONT_TYPES,
}

async function templateAsset(
  address: string,
  sheet: TemplateFile,
  settings: Settings,
): Promise<Asset | undefined> {
  const type = PICTURE_TYPES[extension(address)]
  if (!type || /^[a-z][a-z\d+.-]*:|^\/|\\/i.test(address)) return undefined
  const name = posix.normalize(posix.join(posix.dirname(sheet.name), address))
  for (const folder of settings.templateFolders) {
    const inside = await insidePath(folder, name)
    if ('path' in inside) return { url: `/templates/${encodeURI(name)}`, type, path: inside.path }
  }
  return undefined
}

const unique = (assets: readonly Asset[]): Asset[] => [
  ...new Map(assets.map((asset) => [asset.url, asset])).values(),
]
