import type { Page } from 'puppeteer-core'

/**
 * Runs a function of `in-page/` in the page, where the document's own scripts are off.
 * Compilers that keep the names of functions wrap them in a `__name` that the page does not have.
 */
export async function runInPage<Arguments extends unknown[], Result>(
  page: Page,
  work: (...values: Arguments) => Result,
  ...values: Arguments
): Promise<Awaited<Result>> {
  const call = `(() => { const __name = (one) => one; return (${work.toString()})(...${JSON.stringify(values)}) })()`
  return (await page.evaluate(call)) as Awaited<Result>
}
