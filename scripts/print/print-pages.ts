import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import type { PrintedPdf } from '../model/printed.ts'
import type { Settings } from '../model/settings.ts'
import { boxesThatAreWide } from './checks/box-fits-the-page.ts'
import { checkCharacters } from './checks/characters-can-be-drawn.ts'
import { checkHeads } from './checks/running-head-fits.ts'
import { tablesMadeToFit } from './checks/table-fits-its-page.ts'
import { checkFixedText } from './checks/text-fits-its-page.ts'
import { tablesToTurn } from './fit-document.ts'
import { collectText } from './in-page/collect-text.ts'
import type { PrintBrowser } from './launch-browser.ts'
import { layOut } from './lay-out.ts'
import { faultsOfLoading, loadDocument, openDocument, prepareToLayOut } from './open-document.ts'
import { printPress } from './print-press.ts'
import { printUntilTrue } from './print-until-true.ts'
import { runInPage } from './run-in-page.ts'
import { withoutCrash } from './survive-crash.ts'

type PrintSettings = Pick<Settings, 'browser' | 'cache' | 'htmlFile' | 'editions' | 'press'>

/** Called with the name of each step when it is over, for a benchmark. */
export type Lap = (step: string) => void

/**
 * Called with what is printed for the screen while the press edition is still to come, so that both cores have work.
 */
export type OnScreen = (printed: PrintedPdf) => void

/** Composes the document anew with some tables, by `data-src`, on turned pages of their own. */
export type Turn = (tables: readonly string[]) => Promise<HtmlDocument>

/**
 * Where tables are too wide for an upright page, the document that `turn` gives is printed instead.
 *
 * Measures, fills the page numbers in, prints once and compares with what was printed. The browser stays open. When it
 * is killed, a fresh one tries once more; when that one is killed too, the result has no bytes and a finding that
 * says so.
 */
export function printPages(
  document: HtmlDocument,
  settings: PrintSettings,
  running: PrintBrowser,
  lap: Lap = () => undefined,
  onScreen: OnScreen = () => undefined,
  turn: Turn = async () => document,
): Promise<PrintedPdf> {
  return withoutCrash(running, settings, (browser) =>
    printOnce(document, settings, browser, { lap, onScreen, turn }),
  )
}

interface Listening {
  readonly lap: Lap
  readonly onScreen: OnScreen
  readonly turn: Turn
}

async function printOnce(
  document: HtmlDocument,
  settings: PrintSettings,
  running: PrintBrowser,
  { lap, onScreen, turn }: Listening,
): Promise<PrintedPdf> {
  const page = await running.browser.newPage()
  try {
    // A renderer that dies leaves calls without an answer.
    const crash = new Promise<never>((_, reject) => page.once('error', reject))
    const printed = await Promise.race([
      printIn(page, document, settings, {
        lap,
        turn,
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
  upright: HtmlDocument,
  settings: PrintSettings,
  {
    lap,
    onScreen,
    turn,
  }: Omit<Listening, 'onScreen'> & {
    onScreen: (printed: Omit<PrintedPdf, 'browser'>) => void
  },
): Promise<Omit<PrintedPdf, 'browser'>> {
  let document = upright
  const { refused } = await openDocument(page, () => document)
  lap('load')
  let prepared = await prepareToLayOut(page, document)
  lap('fonts')
  const turned = tablesToTurn(prepared.fit)
  if (turned.length > 0) {
    document = await turn(turned)
    await loadDocument(page)
    prepared = await prepareToLayOut(page, document)
    lap('turn')
  }
  const { failed, wanted, geometry, fit } = prepared
  const unfit = [
    ...(await checkCharacters(page, document)),
    ...tablesMadeToFit(fit.tables, document, turned),
    ...boxesThatAreWide(fit.boxes, document),
  ]
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
    : { pieces: [], ...layout, prints: 0, findings: [] }
  const collected = await runInPage(page, collectText, settings.htmlFile !== undefined)
  lap('collect')
  const findings = [...faultsOfLoading(refused, failed), ...unfit, ...cut, ...printed.findings]
  const { pieces, prints, pageMap } = printed
  const screen = { pieces, pageMap, prints, ...collected, findings }
  if (!document.press) return screen
  if (isForScreen) onScreen(screen)
  const press = await printPress(
    page,
    document,
    { ...layout, ...printed },
    { dress: document.press, press: settings.press, isJudge: !isForScreen },
  )
  lap('press')
  return { ...screen, ...press }
}
