import type { Page } from 'puppeteer-core'

/**
 * A renderer that dies leaves calls without an answer. Not `Promise.race` with one promise for as long as the page
 * lives: that would keep the result of every call, a PDF among them, for as long.
 */
export function untilDeath(page: Pick<Page, 'once'>): <T>(work: Promise<T>) => Promise<T> {
  const waiting = new Set<(error: Error) => void>()
  let death: Error | undefined
  page.once('error', (error) => {
    death = error
    for (const reject of waiting) reject(error)
  })
  return (work) =>
    new Promise((resolve, reject) => {
      if (death) reject(death)
      waiting.add(reject)
      work.then(resolve, reject).finally(() => waiting.delete(reject))
    })
}
