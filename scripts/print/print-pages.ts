import type { Page } from 'puppeteer-core'
import type { Finding, HtmlDocument, PrintedPdf, Settings } from '../model.ts'
import { finding } from '../rules.ts'
import { checkBoxes } from './checks/box-fits-the-page.ts'
import { checkCharacters } from './checks/characters-can-be-drawn.ts'
import { checkHeads } from './checks/running-head-fits.ts'
import { checkScale } from './checks/scale-is-one.ts'
import { checkFixedText } from './checks/text-fits-its-page.ts'
import { collectText } from './in-page/collect-text.ts'
import { loadFonts } from './in-page/load-fonts.ts'
import { prepareDocument } from './in-page/prepare-document.ts'
import { readProperties } from './in-page/read-properties.ts'
import { judgePages } from './judge-pages.ts'
import { type PrintBrowser, SILENCE_MS } from './launch-browser.ts'
import { type Layout, layOut, writeNumbers } from './lay-out.ts'
import { moveDestinations } from './move-destinations.ts'
import { GEOMETRY_PROPERTIES, type PageGeometry, pageGeometry } from './page-geometry.ts'
import { printPress } from './print-press.ts'
import { readDestinations } from './read-destinations.ts'
import { readPrinted } from './read-printed.ts'
import { runInPage } from './run-in-page.ts'
import { ORIGIN, serveDocument } from './serve-document.ts'
import { withoutCrash } from './survive-crash.ts'

type PrintSettings = Pick<Settings, 'browser' | 'cache' | 'htmlFile' | 'editions' | 'press'>

/** Called with the name of each step when it is over, for a benchmark. */
export type Lap = (step: string) => void

/** Called with what is printed for the screen while the press edition is still to come, so that both cores have work. */
export type OnScreen = (printed: PrintedPdf) => void

const PRINTS = 3

/**
 * Measures, fills the page numbers in, prints once and compares with what was printed. The browser stays open. When it
 * is killed, a fresh one tries once more; when that one is killed too, the result has no bytes and a finding that says so.
 */
export function printPages(
  document: HtmlDocument,
  settings: PrintSettings,
  running: PrintBrowser,
  lap: Lap = () => undefined,
  onScreen: OnScreen = () => undefined,
): Promise<PrintedPdf> {
  return withoutCrash(running, settings, (browser) =>
    printOnce(document, settings, browser, { lap, onScreen }),
  )
}

interface Listening {
  readonly lap: Lap
  readonly onScreen: OnScreen
}

async function printOnce(
  document: HtmlDocument,
  settings: PrintSettings,
  running: PrintBrowser,
  { lap, onScreen }: Listening,
): Promise<PrintedPdf> {
  const page = await running.browser.newPage()
  try {
    // A renderer that dies leaves calls without an answer.
    const crash = new Promise<never>((_, reject) => page.once('error', reject))
    const printed = await Promise.race([
      printIn(page, document, settings, {
        lap,
        onScreen: (screen) => onScreen({ ...screen, browser: running.version }),
      }),
      crash,
    ])
    return { ...printed, browser: running.version }
  } finally {
    // Not awaited: a page that hangs does not answer, and closing the browser ends it as well.
    page.close().catch(() => undefined)
  }
}

async function printIn(
  page: Page,
  document: HtmlDocument,
  settings: PrintSettings,
  { lap, onScreen }: { lap: Lap; onScreen: (printed: Omit<PrintedPdf, 'browser'>) => void },
): Promise<Omit<PrintedPdf, 'browser'>> {
  const refused = await openDocument(page, document)
  lap('load')
  const failed = await runInPage(page, loadFonts, document.faces)
  const wanted = await runInPage(page, prepareDocument, document.anchors)
  const geometry = pageGeometry(await runInPage(page, readProperties, GEOMETRY_PROPERTIES))
  lap('fonts')
  const unfit = [...(await checkCharacters(page, document)), ...(await checkBoxes(page, document, geometry))]
  lap('checks')
  const layout = await layOut(page, document, geometry, wanted)
  lap('measure')
  const cut = [
    ...(await checkFixedText(page, document, geometry)),
    ...(await checkHeads(page, document, geometry)),
  ]
  lap('checks')
  const isForScreen = settings.editions.some((edition) => edition === 'screen' || edition === 'booklet')
  const printed = isForScreen
    ? await printUntilTrue(page, document, layout, geometry, lap)
    : { bytes: new Uint8Array(), ...layout, prints: 0, findings: [] }
  const collected = await runInPage(page, collectText, settings.htmlFile !== undefined)
  lap('collect')
  const findings = [
    ...[...refused].map((url) => finding('request-stays-inside', {}, { actual: url })),
    ...failed.map((face) => finding('fonts-are-ours', {}, { actual: face }, 'The face could not be loaded.')),
    ...[...unfit, ...cut, ...printed.findings],
  ]
  const { bytes, prints, pageMap } = printed
  const screen = { bytes, pageMap, prints, ...collected, findings }
  if (!document.press) return screen
  if (isForScreen) onScreen(screen)
  const press = await printPress(
    page,
    document,
    { ...layout, ...printed },
    { dress: document.press, press: settings.press, isJudge: !isForScreen },
  )
  lap('press')
  // Those of the press come last: whoever has heard of the others already can tell them apart.
  return { ...screen, pageMap: press.pageMap, press: press.press, findings: [...findings, ...press.findings] }
}

/** Returns the addresses that were asked for and refused; more may come while the page lives. */
async function openDocument(page: Page, document: HtmlDocument): Promise<ReadonlySet<string>> {
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print')
  const { refused } = await serveDocument(page, document)
  await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: SILENCE_MS })
  return refused
}

type Print = Pick<PrintedPdf, 'bytes' | 'pageMap' | 'prints' | 'findings'> & Pick<Layout, 'placed'>

/** The printed destinations are the judge: where they disagree with the numbers, their map is filled in and printed. */
async function printUntilTrue(
  page: Page,
  document: HtmlDocument,
  layout: Layout,
  geometry: PageGeometry,
  lap: Lap,
): Promise<Print> {
  let { pageMap, placed } = layout
  const unknown = layout.unknown.map((anchor) => unsettled(`“${anchor}” is on no page`))
  for (let prints = 1; ; prints++) {
    const bytes = await page.pdf(PDF_OPTIONS)
    lap('print')
    const printed = readPrinted(bytes)
    const destinations = readDestinations(printed)
    const verdict = judgePages(document, pageMap, placed, layout.inline, destinations, printed.pages.length)
    const stuck = moveDestinations(bytes, printed, verdict.misplaced, geometry.textTopPt)
    lap('judge')
    if (verdict.wrong.length === 0 || prints === PRINTS) {
      const wrong = [...verdict.wrong, ...stuck].map((anchor) => anchor || 'the number of pages')
      const places = `${wrong.slice(0, 3).join(', ')} moved in ${prints === 1 ? 'print' : `each of ${prints} prints`}`
      const findings = [...unknown, ...checkScale(printed), ...(wrong.length > 0 ? [unsettled(places)] : [])]
      return { bytes, pageMap, placed, prints, findings }
    }
    ;({ pageMap, placed } = verdict)
    await writeNumbers(page, document, placed, pageMap)
  }
}

const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
} as const

const unsettled = (actual: string): Finding => finding('page-numbers-settle', {}, { actual })
