import type { Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { pagesOfBrowser } from '../../scripts/print/pages-of-browser.ts'

it('a browser ends when the pages that are being opened are there, and opens no more', async () => {
  const page = {} as Page
  let come: (page: Page) => void = () => {}
  let asked = 0
  const pages = pagesOfBrowser({
    newPage: () => {
      asked += 1
      return new Promise((resolve) => {
        come = resolve
      })
    },
  })
  const opened = pages.open()
  let hasEnded = false
  const ended = pages.end().then(() => {
    hasEnded = true
  })
  await expect(pages.open()).rejects.toThrow('is being closed')
  expect({ hasEnded, asked }).toEqual({ hasEnded: false, asked: 1 })
  come(page)
  expect(await opened).toBe(page)
  await ended
})

it('a page that cannot be opened keeps no browser from ending', async () => {
  const pages = pagesOfBrowser({ newPage: () => Promise.reject(new Error('no room')) })
  const opened = pages.open()
  await pages.end()
  await expect(opened).rejects.toThrow('no room')
})
