import type { Browser, Page } from 'puppeteer-core'

export interface PagesOfBrowser {
  readonly open: () => Promise<Page>
  /** Opens no more, and waits for those that are being opened. */
  readonly end: () => Promise<void>
}

/** The library waits for half a minute, and the process with it, for a page whose browser ends while it is opened. */
export function pagesOfBrowser(browser: Pick<Browser, 'newPage'>): PagesOfBrowser {
  const opening = new Set<Promise<Page>>()
  let isEnding = false
  return {
    async open() {
      if (isEnding) throw new Error('The browser is being closed.')
      const page = browser.newPage()
      opening.add(page)
      return page.finally(() => opening.delete(page))
    },
    async end() {
      isEnding = true
      await Promise.allSettled(opening)
    },
  }
}
