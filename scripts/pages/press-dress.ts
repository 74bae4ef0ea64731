// What the press edition adds to the document: page rules with a bleed, the slug line, the spine.

import type { PressDress } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { PlannedRun } from './runs.ts'
import { composeMoreRules } from './styles.ts'

/** The slug line leaves the mark in the middle of the foot free. */
const SLUG_WIDTH_PART = 0.4

export async function composePress(
  pages: readonly PlannedRun[],
  settings: Settings,
  render: (name: string, values: object) => string,
): Promise<{ dress: PressDress; findings: readonly Finding[] }> {
  const { press, theme, publication } = settings
  const values = {
    pages,
    bleed: press.bleedMm,
    rim: 1,
    slug: { widthMm: theme.page.widthMm * SLUG_WIDTH_PART },
    slugDate: slugDate(settings),
  }
  const rules = {
    name: 'press-rules.liquid',
    text: `${render('page-rules', values)}\n${render('press-rules', values)}`,
    file: 'templates/press-rules.liquid',
  }
  const { css, findings } = await composeMoreRules(rules, settings)
  const wraps = press.cover === 'wrap' && publication.options.covers
  const dress = {
    styles: css,
    slug: render('slug-line', values),
    spine: wraps ? render('spine', values) : '',
  }
  return { dress, findings }
}

/** The date of the edition in words, '' where it has none. */
function slugDate({ publication }: Settings): string {
  if (!publication.date) return ''
  const format = new Intl.DateTimeFormat(publication.language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${publication.date}T00:00:00Z`))
}
