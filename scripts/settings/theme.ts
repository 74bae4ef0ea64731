// theme.yaml in the template folders: the publication's own lines win over the built-in ones.
import { z } from 'zod'
import { onceEach } from '../ground/once-each.ts'
import { gridFor, marginsFor } from '../ground/page-measures.ts'
import { checkedYaml } from '../ground/yaml/checked-yaml.ts'
import type { CheckYaml } from '../ground/yaml/remember-yaml.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Theme } from '../model/theme.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import { contrastFaults, unknownTokens } from './contrast.ts'
import { fallbackSchema, fontSchema, resolveFonts } from './fonts.ts'
import { lineOfKey } from './line-of-key.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { themeOfOthers } from './theme-of-others.ts'
import { tokenFaults } from './token-values.ts'

const FILE = 'theme.yaml'
const SHOWN = `templates/${FILE}`
const millimetres = z.number().positive().max(2000)
const margin = z.number().min(0).max(500)
const spaces = z.number().min(0.2).max(3).optional()

const blackInk = z.strictObject({
  k: z.number().min(0).max(100).describe('Per cent of black'),
  overprint: z.boolean().default(false).describe('true for ink that is printed over whatever is below it'),
})

const tokenName = z.string().regex(/^[a-z][a-z0-9-]*$/)
const tokenNames = z.array(z.string()).optional()

export const themeSchema = z.strictObject({
  page: z
    .strictObject({
      widthMm: millimetres.optional().describe('The width of a page'),
      heightMm: millimetres.optional().describe('The height of a page'),
      marginMm: z
        .strictObject({
          top: margin.describe('Above the text'),
          bottom: margin.describe('Below the text'),
          inner: margin.describe('At the fold'),
          outer: margin.describe('At the outer edge'),
        })
        .optional()
        .describe('The margins; they follow the page where they are not named'),
    })
    .optional()
    .describe('The page and its margins, in millimetres'),
  openers: z
    .enum(['page', 'head'])
    .optional()
    .describe('page: an opener is a page of its own; head: it is the head of its chapter, on any page'),
  spacing: z
    .strictObject({
      usual: spaces.describe('In a book'),
      short: spaces.describe('In a short paper'),
      least: spaces.describe('Times these, the least: where that saves a page with next to nothing on it'),
      most: spaces.describe('Times these, the most: where such a page cannot be saved'),
    })
    .optional()
    .describe('What the space between blocks is multiplied by'),
  tokens: z
    .record(tokenName, z.string())
    .optional()
    .describe('Colours and sizes, which style sheets name as var(--…)'),
  contrast: z
    .record(
      tokenName,
      z.strictObject({
        text: tokenNames.describe('Tokens of text on it, whatever its size'),
        large: tokenNames.describe('Tokens of text of 18 pt or more'),
      }),
    )
    .optional()
    .describe('Which tokens are the colour of text on which others, to be measured'),
  fonts: z.array(fontSchema).optional().describe('All fonts; they take the place of the built-in ones'),
  fallbacks: z
    .array(fallbackSchema)
    .optional()
    .describe('Fonts that stand behind all others, for the signs and scripts that those lack'),
  words: z.record(z.string(), z.string()).optional().describe('Words that templates print'),
  press: z
    .strictObject({ inks: z.record(z.string(), blackInk).optional().describe('By the token of the colour') })
    .optional()
    .describe('Colours that a press prints in black ink alone'),
})

type Given = z.infer<typeof themeSchema>

/** The built-in one is read by every build. */
const checkedOnce = onceEach((text) => checkedTheme(text, checkedYaml))

const checkedTheme = (text: string, check: CheckYaml) =>
  check({
    text,
    file: SHOWN,
    firstLine: 1,
    schema: themeSchema,
    kind: 'publication',
    asOurs: themeOfOthers(Object.keys(themeSchema.shape)),
  })

/** Its words are those of the publication's own; the others are in `words/`. */
export type OwnTheme = Omit<Theme, 'words' | 'foreignWords'> & {
  readonly words: Readonly<Record<string, string>>
}

/** One that is built in stands beneath those of its publication: a look, and what all looks have. */
interface ThemeRead {
  readonly text: string
  readonly given: Given
  readonly isOwn: boolean
}

/**
 * Merges the themes of all template folders, first wins: that of the publication, where there are several. The last
 * one, built in, is complete.
 */
export async function readTheme(
  folders: readonly string[],
  check?: CheckYaml,
): Promise<{ value?: OwnTheme; findings: readonly Finding[]; named?: Named }> {
  const findings: Finding[] = []
  let merged: Given = {}
  const themes: ThemeRead[] = []
  for (const [index, folder] of folders.entries()) {
    const read = await readSettingsFile(folder, FILE, SHOWN)
    findings.push(...read.findings)
    if (read.text === undefined) continue
    const checked = check ? checkedTheme(read.text, check) : checkedOnce(read.text)
    findings.push(...checked.findings)
    if (!checked.value) continue
    themes.push({ text: read.text, given: checked.value, isOwn: index === 0 && folders.length > 1 })
    const fonts =
      checked.value.fonts && (await resolveFonts(checked.value.fonts, folder, placeOfFonts(checked.lines)))
    const fallbacks =
      checked.value.fallbacks &&
      (await resolveFonts(checked.value.fallbacks, folder, placeOfFonts(checked.lines)))
    findings.push(...(fonts?.findings ?? []), ...(fallbacks?.findings ?? []))
    merged = beneath(merged, {
      ...checked.value,
      ...(fonts ? { fonts: fonts.value } : {}),
      ...(fallbacks ? { fallbacks: fallbacks.value } : {}),
    })
  }
  const value = complete(merged)
  if (!hasRoom(value))
    findings.push(finding('publication-is-complete', { file: SHOWN }, { problem: 'no-room-for-text' }))
  findings.push(...unreadColours(merged, themes, folders[0] ?? ''))
  return hasErrors(findings) ? { findings } : { value, findings, named: namedIn(themes) }
}

/** Told at the colour that the publication chose itself, where it chose one of the two. */
function unreadColours(
  { contrast = {}, tokens = {} }: Given,
  themes: readonly ThemeRead[],
  folder: string,
): Finding[] {
  const placeOf = (keys: readonly string[], token: string): Place => {
    const theme = themes.find(({ given }) => Object.hasOwn(given.tokens ?? {}, token)) ?? themes[0]
    return { file: SHOWN, line: Math.max(1, lineOfKey(theme?.text ?? '', keys)) }
  }
  const own = themes.find(({ isOwn }) => isOwn)?.given.tokens ?? {}
  const asking = themes.find(({ given }) => given.contrast)?.text ?? ''
  const builtIn = Object.assign({}, ...themes.filter(({ isOwn }) => !isOwn).map(({ given }) => given.tokens))
  return [
    ...tokenFaults(own, builtIn, folder, (token) => placeOf(['tokens', token], token)),
    ...unknownTokens(contrast, tokens, { file: SHOWN, line: Math.max(1, lineOfKey(asking, ['contrast'])) }),
    ...contrastFaults(contrast, tokens, (text, ground) => {
      const token = Object.hasOwn(own, text) || !Object.hasOwn(own, ground) ? text : ground
      return placeOf(['tokens', token], token)
    }),
  ]
}

/**
 * What themes say of the page's inside that does not follow the page: margins of the publication's own, and tokens
 * that it or its look names.
 */
export interface Named {
  readonly margins: boolean
  readonly tokens: ReadonlySet<string>
}

const namedIn = (themes: readonly ThemeRead[]): Named => ({
  margins: themes.some(({ isOwn, given }) => isOwn && given.page?.marginMm !== undefined),
  tokens: new Set(themes.slice(0, -1).flatMap(({ given }) => Object.keys(given.tokens ?? {}))),
})

/** Margins and grid follow the page, where the publication does not name its own. */
export function fitToPage<One extends Pick<Theme, 'page' | 'tokens'>>(
  theme: One,
  named: Named = namedIn([]),
): One {
  const { page } = theme
  const marginMm = named.margins ? page.marginMm : marginsFor(page, page.marginMm)
  const grid = Object.entries(gridFor(page.widthMm - marginMm.inner - marginMm.outer))
  const own = grid.filter(([token]) => !named.tokens.has(token))
  return { ...theme, page: { ...page, marginMm }, tokens: { ...theme.tokens, ...Object.fromEntries(own) } }
}

const MARGINS = { top: 30, bottom: 27, inner: 22, outer: 18 }

const placeOfFonts = (lines: Readonly<Record<string, number>>) => ({
  file: SHOWN,
  ...(lines.fonts ? { line: lines.fonts } : {}),
})

/** A line of text needs 40 mm to be one. */
const hasRoom = ({ page: { widthMm, heightMm, marginMm } }: Pick<Theme, 'page'>): boolean =>
  widthMm - marginMm.inner - marginMm.outer >= 40 && heightMm - marginMm.top - marginMm.bottom >= 40

const beneath = (top: Given, bottom: Given): Given => ({
  page: { ...bottom.page, ...top.page },
  openers: top.openers ?? bottom.openers,
  spacing: { ...bottom.spacing, ...top.spacing },
  tokens: { ...bottom.tokens, ...top.tokens },
  contrast: { ...bottom.contrast, ...top.contrast },
  fonts: top.fonts ?? bottom.fonts,
  fallbacks: top.fallbacks ?? bottom.fallbacks,
  words: { ...bottom.words, ...top.words },
  press: { inks: { ...bottom.press?.inks, ...top.press?.inks } },
})

function complete({
  page,
  openers = 'page',
  spacing,
  tokens,
  fonts,
  fallbacks,
  words,
  press,
}: Given): OwnTheme {
  const { widthMm = 210, heightMm = 297, marginMm = MARGINS } = page ?? {}
  const { usual = 1, short = 1, least = 1, most = 1 } = spacing ?? {}
  return {
    page: { widthMm, heightMm, marginMm },
    openers,
    spacing: { usual, short, least, most },
    tokens: tokens ?? {},
    fonts: fonts ?? [],
    fallbacks: fallbacks ?? [],
    words: words ?? {},
    press: { inks: press?.inks ?? {} },
  }
}
