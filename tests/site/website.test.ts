import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFolder } from '../../scripts/serve/serve-folder.ts'
import { siteFolderOf } from './make-site.ts'
import { siteBrowser } from './site-browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const LIMIT_BYTES = 100_000

let site: Awaited<ReturnType<typeof siteFolderOf>>
let served: Awaited<ReturnType<typeof serveFolder>>
let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page
const said: string[] = []
const asked: string[] = []

beforeAll(async () => {
  ;[site, shell] = await Promise.all([siteFolderOf(process.cwd()), siteBrowser()])
  served = await serveFolder(site.folder, 0)
  page = await shell.browser.newPage()
  page.on('console', (message) => {
    if (message.type() !== 'info' && message.type() !== 'log') said.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`${page.url()}: ${String(error)}`))
  page.on('request', (request) => asked.push(request.url()))
})

afterAll(async () => {
  await shell.close()
  await served.close()
  await site.end()
})

const open = (address: string) => page.goto(served.url + address, { waitUntil: 'load' })

/** One page of each kind of layout, which are looked at in all four ways; what differs in its text alone is looked at in one. */
const KINDS = [
  '',
  'chapters/survey/',
  'chapters/figures-at-a-glance/',
  'case-studies/dudley-flickr/',
  'case-studies/',
  'councils/',
  'data/',
  'glossary/',
  'search/',
]
/** Case studies have one template: every eighth stands for the others. */
const isLookedAt = (address: string, index: number): boolean =>
  !KINDS.includes(address) && (!address.startsWith('case-studies/') || index % 8 === 0)

const LOOKS = [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
  [320, 'dark'],
] as const

async function lookAt([width, scheme]: (typeof LOOKS)[number]): Promise<void> {
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
}

/** Of the page that is open. Everything that can be unfolded is. */
const faults = (): Promise<string[]> =>
  page.evaluate(async (tags) => {
    type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    for (const details of document.querySelectorAll('details')) details.open = true
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      preload: false, // It would fetch the style sheet again for rules that are off by default.
    })
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [
      ...wide,
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
    ]
  }, RULES)

const everyPage = (): string[] =>
  readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replace(/(^|\/)index\.html$/, '$1'))

describe('the website in a browser', () => {
  it.each(KINDS)('has nothing that axe finds, in any of four looks: /%s', async (address) => {
    await open(address)
    await page.evaluate(AXE)
    for (const look of LOOKS) {
      await lookAt(look)
      expect.soft(await faults(), look.join(' ')).toEqual([])
    }
  })

  it('has nothing that axe finds on the other pages', async () => {
    const others = everyPage().filter(isLookedAt)
    expect(others.length).toBeGreaterThan(12)
    for (const address of others) {
      await open(address)
      await page.evaluate(AXE)
      expect.soft(await faults(), address).toEqual([])
    }
  })

  it('weighs at most 100 KB a page, fonts and style sheet with it', async () => {
    for (const address of everyPage()) {
      await open(address)
      const files = await page.evaluate(async () => {
        await document.fonts.ready
        const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
        const scripts = [...document.scripts].map(({ src }) => src).filter(Boolean)
        return { fonts: loaded.map(({ weight, style, family }) => ({ weight, style, family })), scripts }
      })
      const fonts = readdirSync(join(site.folder, 'fonts'))
      const weights = [
        weightOf(address.endsWith('.html') ? address : `${address}index.html`),
        weightOf('styles/site.css'),
        ...files.scripts.map((src) => weightOf(src.slice(served.url.length))),
        ...files.fonts.map(({ weight, style, family }) => {
          const name = family.replaceAll('"', '').toLowerCase().replaceAll(' ', '-')
          return weightOf(
            `fonts/${fonts.find((file) => file.startsWith(`${weight}-${style}-${name}-latin-`))}`,
          )
        }),
      ]
      expect.soft(weights.length, address).toBeGreaterThan(3)
      expect.soft(sum(weights), address).toBeLessThanOrEqual(LIMIT_BYTES)
    }
  })

  it.each(['', 'chapters/survey/', 'case-studies/dudley-flickr/'])(
    'is walked by the keyboard in its own order: %s',
    async (address) => {
      await open(address)
      const total = await page.evaluate(
        () => document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]').length,
      )
      const ways = await page.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
        ;(window as unknown as { order: Element[] }).order = all
        return all.map((one) => one.checkVisibility())
      })
      const places: number[] = []
      for (let turn = 0; turn < total + 1; turn += 1) {
        await page.keyboard.press('Tab')
        const place = await page.evaluate(() =>
          (window as unknown as { order: Element[] }).order.indexOf(document.activeElement as Element),
        )
        if (place < 0) break
        places.push(place)
      }
      const shown = ways.flatMap((isShown, index) => (isShown ? [index] : []))
      expect(places).toEqual(shown)
    },
  )

  it('finds each case study by its title and by its council', async () => {
    await open('search/')
    await page.waitForSelector('form.search:not([hidden])')
    for (const { matter } of site.book.chapters.filter(({ kind }) => kind === 'case-study')) {
      for (const words of [matter.title, matter.councils[0] ?? 'Regional']) {
        const found = await titlesFor(words)
        expect.soft(found, words).toContain(matter.title)
      }
    }
  })

  it('says that nothing was found, and takes a search from its address', async () => {
    expect(await titlesFor('xylophonists')).toEqual([])
    expect(await page.$eval('p.found', (one) => one.textContent)).toBe(
      'Nothing was found for “xylophonists”.',
    )
    await open('search/?q=gritting')
    await page.waitForSelector('ol.found li')
    expect(await page.$eval('ol.found a', (one) => one.textContent)).toMatch(/grit/i)
    expect(await page.$eval('ol.found a', (one) => (one as HTMLAnchorElement).href)).toMatch(
      /\/case-studies\/wm-grit\/$/,
    )
  })

  it('leads everywhere without JavaScript', async () => {
    await page.setJavaScriptEnabled(false)
    await open('search/')
    expect(await page.$eval('noscript', (one) => one.textContent)).toMatch(/needs JavaScript/)
    expect(await page.$eval('form.search', (one) => one.getClientRects().length)).toBe(0)
    expect((await page.$$('main a')).length).toBeGreaterThan(10)
    await page.setJavaScriptEnabled(true)
  })

  it('has said nothing in the console, and asked nothing of any other place', () => {
    expect(said).toEqual([])
    expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([])
  })
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** As hosts send it: text packed, fonts as they are. */
function weightOf(file: string): number {
  const path = join(site.folder, file)
  return /\.(?:woff2|png|avif|webp|jpe?g)$/.test(file)
    ? statSync(path).size
    : gzipSync(readFileSync(path)).length
}

async function titlesFor(words: string): Promise<string[]> {
  await page.$eval(
    'form.search input',
    (field, value) => {
      const status = document.querySelector('p.found')
      if (status) status.textContent = ''
      ;(field as HTMLInputElement).value = value
      field.dispatchEvent(new Event('input'))
    },
    words,
  )
  await page.waitForFunction(() => document.querySelector('p.found')?.textContent !== '')
  return page.$$eval('ol.found a', (links) => links.map((link) => link.textContent ?? ''))
}
