import { readFile } from 'node:fs/promises'
import { resolveSettings } from '../scripts/build/resolve-settings.ts'
import { readTemplates } from '../scripts/ground/templating/read-templates.ts'
import type { Theme } from '../scripts/model/theme.ts'
import { composeMoreRules, composeStyles } from '../scripts/pages/styles.ts'

/**
 * The publication's style sheet as the pages room compiles it, with its fonts in it: a page of `file:` may load none.
 */
export async function compileStyleSheet(root: string): Promise<string> {
  const { settings, findings } = await resolveSettings({ root })
  if (!settings) throw new Error(findings.map((one) => `${one.place.file}: ${one.message}`).join('\n'))
  const { templates } = await readTemplates(settings)
  const pageRules = { name: 'page-rules', text: pageRule(settings.theme), file: 'bench/style-sheet.ts' }
  const { css: sheet, assets } = await composeStyles(templates, settings)
  const { css: rules } = await composeMoreRules(pageRules, settings)
  const css = `${sheet}\n${rules}`
  const inlined = await Promise.all(
    assets.map(async (one) => ({ ...one, bytes: await readFile(one.path, 'base64') })),
  )
  return inlined.reduce(
    (text, { url, type, bytes }) => text.replaceAll(`"${url}"`, `"data:${type};base64,${bytes}"`),
    css,
  )
}

/**
 * What the page template would write for every page: size and margins, and not the heads and folios of each chapter.
 */
function pageRule({ page: { widthMm, heightMm, marginMm } }: Theme): string {
  const { top, outer, bottom, inner } = marginMm
  return `
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${top}mm ${outer}mm ${bottom}mm ${inner}mm }
@page :left { margin-left: ${outer}mm; margin-right: ${inner}mm }`
}
