import { type Renderers, renderersFrom } from '../../scripts/print/renderers.ts'
import type { PrintBrowser } from '../../scripts/print/start-browser.ts'

/** One browser that runs already. */
export const renderersOf = (browser: PrintBrowser): Renderers =>
  renderersFrom(browser, 1, () => Promise.reject(new Error('there is no other browser')))
