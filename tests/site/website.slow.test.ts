import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Parents } from 'hast'
import type { Page } from 'puppeteer-core'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHtml } from '../../scripts/ground/html/html-text.ts'
import { serveFolder } from '../../scripts/ground/http/serve-folder.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { launchDayFiles } from './launch-day.ts'
import { siteFolderOf } from './make-site.ts'
import { siteBrowser } from './site-browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ALL_RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** What width and colours can change. The other rules read names, roles and structure. */
const RULES_OF_LOOKS = {
  type: 'rule',
  values: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'],
}
const LIMIT_BYTES = 100_000

interface Served {
  readonly site: Awaited<ReturnType<typeof siteFolderOf>>
  readonly url: string
  readonly close: () => Promise<void>
}
/** The paper’s own website, and that of a launch with moments; the paper has none. */
let paper: Served
let day: Served
let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page
const said: string[] = []
const asked: string[] = []

beforeAll(async () => {
  shell = await siteBrowser()
  paper = await serve(process.cwd())
  day = await serve(await publicationFolder(await launchDayFiles()))
  page = await shell.browser.newPage()
  page.on('console', (message) => {
    if (message.type() !== 'info' && message.type() !== 'log') said.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`${page.url()}: ${String(error)}`))
  page.on('request', (request) => asked.push(request.url()))
})

afterAll(async () => {
  await shell.close()
  for (const { close, site } of [paper, day]) {
    await close()
    await site.end()
  }
})

async function serve(root: string): Promise<Served> {
  const site = await siteFolderOf(root)
  return { site, ...(await serveFolder(site.folder, 0)) }
}

const open = (address: string, { url } = paper) => page.goto(url + address, { waitUntil: 'load' })

const LOOKS = [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
  [320, 'light'],
] as const

async function lookAt([width, scheme]: (typeof LOOKS)[number]): Promise<void> {
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
}

/** Of the page that is open. */
const scrollsSideways = (): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

/** Of the page that is open. Everything that can be unfolded is. */
const faults = (rules: typeof ALL_RULES): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    for (const details of document.querySelectorAll('details')) details.open = true
    const { violations } = await axe.run({
      runOnly,
      resultTypes: ['violations'],
      preload: false, // It would fetch the style sheet again for rules that are off by default.
    })
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [
      ...wide,
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
    ]
  }, rules)

const pagesIn = ({ site: { folder } }: Served): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replace(/(^|\/)index\.html$/, '$1'))

/**
 * One page of each layout is looked at in all four ways; of the others each that has a kind of element that stood on
 * none before, in one way, in turn.
 */
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
  'launch/',
  'launch/moments/2001-02-03-0955-square/',
  'launch/photographs/',
  'launch/people/',
  'launch/people/ann-example/',
]
const looksAt = (address: string, turn: number) =>
  KINDS.includes(address) ? LOOKS : LOOKS.filter((_, index) => index === turn % LOOKS.length)

const fileOf = (address: string): string => (address.endsWith('.html') ? address : `${address}index.html`)

/** Elements with their parents: names, classes and which attributes they have. */
function kindsOfElements({ site: { folder } }: Served, address: string): Set<string> {
  const kinds = new Set<string>()
  const kindOf = (node: Parents): string =>
    node.type === 'element'
      ? [node.tagName, node.properties.className, ...Object.keys(node.properties).sort()].join(' ')
      : ''
  visit(readHtml(readFileSync(join(folder, fileOf(address)), 'utf8')), 'element', (node, _, parent) => {
    kinds.add(`${parent ? kindOf(parent) : ''} > ${kindOf(node)}`)
  })
  return kinds
}

async function axeFindsNothing(served: Served, addresses: readonly string[]): Promise<void> {
  const seen = new Set<string>()
  const ordered = [...addresses].sort((a, b) => Number(KINDS.includes(b)) - Number(KINDS.includes(a)))
  for (const [turn, address] of ordered.entries()) {
    await open(address, served)
    const kinds = kindsOfElements(served, address)
    const hasNews = KINDS.includes(address) || [...kinds].some((kind) => !seen.has(kind))
    for (const kind of kinds) seen.add(kind)
    await lookAt([320, 'light'])
    expect.soft(await scrollsSideways(), address).toBe(false)
    expect.soft(await weightOf(address, served), address).toBeLessThanOrEqual(LIMIT_BYTES)
    if (!hasNews) continue
    await page.evaluate(AXE)
    for (const [index, look] of looksAt(address, turn).entries()) {
      await lookAt(look)
      expect.soft(await faults(index === 0 ? ALL_RULES : RULES_OF_LOOKS), `${address} ${look}`).toEqual([])
    }
  }
}

describe('the website in a browser', () => {
  it('has nothing that axe finds on any page, wide or narrow, light or dark, and weighs at most 100 KB a page', {
    timeout: 300_000,
  }, async () => {
    const addresses = pagesIn(paper)
    expect(addresses.length).toBeGreaterThan(40)
    await axeFindsNothing(paper, addresses)
  })

  it('is as sound with moments of launch day on it', async () => {
    const addresses = pagesIn(day).filter((address) => address.startsWith('launch/'))
    // The day, its photographs, three moments, and two people with the list of them.
    expect(addresses).toHaveLength(8)
    await axeFindsNothing(day, addresses)
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
    for (const { matter } of paper.site.book.chapters.filter(({ kind }) => kind === 'case-study')) {
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
    expect(asked.filter((url) => ![paper, day].some((one) => url.startsWith(one.url)))).toEqual([])
  })
})

/** Of the page that is open, with style sheet, programs and the fonts that it shows; pictures are left out. */
async function weightOf(address: string, { site: { folder }, url }: Served): Promise<number> {
  const files = await page.evaluate(async () => {
    await document.fonts.ready
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
    const scripts = [...document.scripts].map(({ src }) => src).filter(Boolean)
    return { fonts: loaded.map(({ weight, style, family }) => ({ weight, style, family })), scripts }
  })
  const fonts = readdirSync(join(folder, 'fonts'))
  expect(files.fonts.length).toBeGreaterThan(1)
  return [
    fileOf(address),
    'styles/site.css',
    ...files.scripts.map((src) => src.slice(url.length)),
    ...files.fonts.map(({ weight, style, family }) => {
      const name = family.replaceAll('"', '').toLowerCase().replaceAll(' ', '-')
      return `fonts/${fonts.find((file) => file.startsWith(`${weight}-${style}-${name}-latin-`))}`
    }),
  ].reduce((total, file) => total + sentBytes(join(folder, file)), 0)
}

/** As hosts send it: text packed, fonts as they are. */
const sentBytes = (path: string): number =>
  path.endsWith('.woff2') ? statSync(path).size : gzipSync(readFileSync(path)).length

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
