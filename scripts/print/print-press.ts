import type { Page } from 'puppeteer-core'
import { SLUGS_A_PAGE } from '../ground/edition-files.ts'
import type { HtmlDocument, PressDress } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { PressLayout, PressPlan, PressPrint } from '../model/press.ts'
import type { PageMap } from '../model/printed.ts'
import { finding } from '../rules/finding.ts'
import { checkBinding } from './checks/page-count-fits-the-binding.ts'
import { folioOfPage } from './folio-of-page.ts'
import { dressForPress } from './in-page/dress-for-press.ts'
import { judgePages } from './judge-pages.ts'
import { type Layout, writeNumbers } from './lay-out.ts'
import { planPress } from './plan-press.ts'
import { readDestinations } from './read-destinations.ts'
import { readPrinted } from './read-printed.ts'
import { runInPage } from './run-in-page.ts'

/** Under this no binder holds a line of type in the middle of a spine. */
const NARROW_SPINE_MM = 5

/** `isJudge`: there is no screen edition to agree with, so the press print itself may correct the numbers. */
interface Printing {
  readonly dress: PressDress
  readonly press: PressPlan
  readonly isJudge: boolean
}

/**
 * Prints the document that lies open in its clothes for the press. Where a place stands on another page than in
 * `layout`, the two editions would not be one paper: a finding, or, when the press edition is made alone, another
 * print.
 */
export async function printPress(
  page: Page,
  document: HtmlDocument,
  layout: Layout,
  { dress, press, isJudge }: Printing,
): Promise<{ press: PressPrint; pageMap: PageMap }> {
  let { pageMap, placed } = layout
  for (let prints = 1; ; prints++) {
    const plan = planPress(document.runs, pageMap, press)
    const folios = folioOfPage(placed)
    const slugLines = slugsOf(plan, folios, dress.slug)
    const spineMm = plan.cover?.spineMm ?? 0
    const hasSpine = spineMm > 0 && dress.spine !== ''
    const slugs = await runInPage(page, dressForPress, {
      styles: dress.styles.replaceAll('{spine}', String(spineMm)),
      slugs: slugLines,
      slugsAPage: SLUGS_A_PAGE,
      spine: hasSpine ? dress.spine : '',
      isNarrow: spineMm < NARROW_SPINE_MM,
    })
    const bytes = await page.pdf(PRESS_OPTIONS)
    const printed = readPrinted(bytes)
    const extras = Math.ceil(slugs.length / SLUGS_A_PAGE) + Number(hasSpine)
    const total = printed.pages.length - extras
    const verdict = judgePages(document, pageMap, placed, layout.inline, readDestinations(printed), total)
    if (verdict.wrong.length === 0 || !isJudge || prints === PRINTS) {
      const findings = [...checkBinding(plan, press), ...verdict.wrong.slice(0, 1).map(moved)]
      const pieces = [{ bytes, first: 1, pages: printed.pages.length, continues: false }]
      return { press: { pieces, layout: plan, slugs, hasSpine, folios, findings }, pageMap }
    }
    ;({ pageMap, placed } = verdict)
    await writeNumbers(page, document, placed, pageMap)
  }
}

const PRINTS = 3

/** A run is where a chapter or a cover begins. */
const moved = (anchor: string): Finding =>
  finding(
    'editions-are-one-paper',
    {},
    {
      difference: anchor
        ? `“${anchor.replace(/^run--/, '').replace(/--.*$/, '')}” has something on another page`
        : 'it has another number of pages',
    },
  )

/** Neither tags nor bookmarks: a printer has no use for them, and they cost half of the time. */
const PRESS_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: false,
  outline: false,
  timeout: 0,
} as const

function slugsOf({ body, cover }: PressLayout, folios: readonly string[], slug: string): string[] {
  const line = (shows: string, sheet: string): string =>
    slug.replaceAll('{page}', shows).replaceAll('{sheet}', sheet)
  const folio = (page: number): string => folios[page - 1] ?? '–'
  const pages = body.map((page, index) => line(folio(page), `${index + 1}/${body.length}`))
  const sides = cover ? [cover.outside, cover.inside] : []
  return [
    ...pages,
    ...sides.map((side, index) => line(side.map(folio).join(' + '), `${index + 1}/${sides.length}`)),
  ]
}
