import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Served } from '../../scripts/ground/http/serve-folder.ts'
import type { PreviewFinding, PreviewState } from '../../scripts/preview/protocol.ts'
import { servePreview } from '../../scripts/preview/serve-preview.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { ARTIFACT, type FakePreview, fakePreview, printed, printedAhead } from './fake-preview.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** In the dark, colours alone are other ones. */
const RULES = {
  light: {},
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
}
const TEXTS = Array.from(
  { length: 12 },
  (_, index) => `Page ${index + 1}\nabout the ${index + 1}th matter\nand no other`,
)
const CONTENTS = [
  { title: 'The beginning', level: 1, page: 1 },
  { title: 'A part of it', level: 2, page: 3 },
  { title: 'The middle', level: 1, page: 6 },
  { title: 'The end', level: 1, page: 11 },
]
const FINDING: PreviewFinding = {
  rule: 'image-has-alt',
  severity: 'error',
  place: { file: 'chapters/a.md', line: 31 },
  message: 'This picture has no text alternative: `anchor.jpg`.',
  mend: 'Say what it shows.',
  shownOn: 9,
  editorUrl: 'vscode://file/somewhere/chapters/a.md:31',
}
const WARNING: PreviewFinding = {
  rule: 'image-has-alt',
  severity: 'warning',
  place: { file: 'publication.yaml' },
  message: 'Not much.',
  mend: 'Leave it.',
}

let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page
let served: Served | undefined
/** The same one each time, so that the browser compiles pdf.js once and not for every test. */
let port = 0
const said: string[] = []

beforeAll(async () => {
  shell = await siteBrowser()
  page = await shell.browser.newPage()
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
})
afterEach(async () => {
  // A page that is left behind would tell that its preview is gone.
  await page.goto('about:blank')
  await served?.close()
  served = undefined
  // Nothing has been refused by the browser, nothing has failed.
  expect(said.splice(0)).toEqual([])
})
afterAll(() => shell.close())

/** A paper of twelve pages, printed and checked. */
async function paper(given: Partial<PreviewState> = {}): Promise<FakePreview> {
  const preview = fakePreview({ phase: 'settled', contents: CONTENTS, ...given })
  preview.change({ paper: await printed(preview, 'paper-1.pdf', TEXTS) })
  return preview
}

async function serve(preview: FakePreview): Promise<string> {
  served = await servePreview(preview, { port })
  port = Number(new URL(served.url).port)
  // At one address, a test would find the choices of the one before.
  const session = await page.createCDPSession()
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(served.url).origin,
    storageTypes: 'local_storage',
  })
  await session.detach()
  return served.url
}

async function open(preview: FakePreview, { address = '', width = 1280, height = 800 } = {}): Promise<void> {
  const url = await serve(preview)
  await page.setViewport({ width, height })
  await page.goto(url + address)
  await allDrawn()
}

/** Until what is in sight is what the state says, with its text. */
const allDrawn = () =>
  page.waitForFunction(() => {
    const room = document.querySelector('#pages')!.getBoundingClientRect()
    const seen = [...document.querySelectorAll<HTMLElement>('.leaf')].filter((leaf) => {
      const { top, bottom } = leaf.getBoundingClientRect()
      return bottom > room.top && top < room.bottom
    })
    return seen.length > 0 && seen.every((leaf) => leaf.dataset.mark && leaf.querySelector('.text span'))
  })

const drawn = (number: number, mark: string) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector<HTMLElement>(selector)?.dataset.mark === wanted,
    {},
    `#page-${number}`,
    mark,
  )

const textOf = (selector: string) =>
  page.$eval(selector, (found) => found.textContent?.replace(/\s+/g, ' ').trim())
const says = (selector: string, words: string) =>
  page.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    {},
    selector,
    words,
  )
/** How far down the window of the pages the top of a page stands, in pixels. */
const topOf = (number: number) =>
  page.evaluate((id) => {
    const room = document.querySelector('#pages')!.getBoundingClientRect()
    return Math.round(document.getElementById(id)!.getBoundingClientRect().top - room.top)
  }, `page-${number}`)
const atPage = (number: number) =>
  page.waitForFunction(
    (words) => document.querySelector('#page-count')?.textContent?.startsWith(words),
    {},
    `${number} of`,
  )
const countCanvases = () => page.$$eval('.leaf canvas', (all) => all.length)

describe('the pages', () => {
  it('are those of the PDF, with their text to be read and selected', async () => {
    await open(await paper({ title: 'My paper' }))
    expect(await page.title()).toBe('My paper')
    expect(await textOf('#page-1 .text')).toContain('about the 1th matter')
    expect(await page.$eval('#page-1 .text', (text) => (text as HTMLElement).lang)).toBe('en-GB')
    const dark = await page.$eval('#page-1 canvas', (canvas) => {
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 600, 300)
      return data.filter((value, index) => index % 4 === 0 && value < 100).length
    })
    expect(dark).toBeGreaterThan(100)
  })

  it('are drawn only where they are in sight or near, and let go when they are far', async () => {
    await open(await paper())
    expect(await countCanvases()).toBeLessThan(5)
    await page.focus('#pages')
    await page.keyboard.press('End')
    await drawn(12, TEXTS[11]!)
    expect(await page.$('#page-1 canvas')).toBeNull()
    expect(await countCanvases()).toBeLessThan(5)
  })

  it('are not drawn anew when their mark has not changed, and never leave an empty place', async () => {
    const preview = await paper()
    await open(preview)
    await drawn(2, TEXTS[1]!) // Near, but not in sight: it is drawn last.
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll('.leaf canvas'))
        canvas.id = `first-${canvas.parentElement!.id}`
      const first = document.querySelector('#page-1')!
      new MutationObserver(() => {
        if (!first.querySelector('canvas')) first.classList.add('was-empty')
      }).observe(first, { childList: true })
    })
    const texts = TEXTS.with(0, 'Page 1 is another now')
    preview.change({ paper: await printed(preview, 'paper-2.pdf', texts) })
    await drawn(1, texts[0]!)
    await says('#page-1 .text', 'another now')
    expect(await page.$('#first-page-1')).toBeNull()
    expect(await page.$('#page-1.was-empty')).toBeNull()
    expect(await page.$('#first-page-2')).not.toBeNull()
  })

  it('that were printed ahead are shown at once, and are not drawn again when the whole paper confirms them', async () => {
    const preview = await paper()
    await open(preview)
    const texts = TEXTS.with(0, 'Page 1, ahead of the others')
    preview.change({
      phase: 'settling',
      ahead: await printedAhead(preview, 'ahead-2.pdf', 12, { 1: texts[0]! }),
    })
    await drawn(1, texts[0]!)
    expect(await textOf('#status')).toBe('Page numbers are still settling …')
    await page.$eval('#page-1 canvas', (canvas) => canvas.setAttribute('id', 'ahead'))
    preview.files.delete('ahead-2.pdf')
    preview.settle(await printed(preview, 'paper-3.pdf', texts))
    await says('#status', 'Up to date')
    expect(await page.$('#page-1 > #ahead')).not.toBeNull()
    // The new file serves what is seen next.
    await page.focus('#pages')
    await page.keyboard.press('End')
    await drawn(12, TEXTS[11]!)
  })

  it('stay where they are in the window while they change', async () => {
    const preview = await paper()
    await open(preview, { address: '#page-6' })
    await page.$eval('#pages', (pages) => {
      pages.scrollTop += 200
    })
    const before = await topOf(6)
    const texts = TEXTS.map((text) => `${text} again`)
    preview.change({ paper: await printed(preview, 'paper-2.pdf', texts) })
    await drawn(6, texts[5]!)
    expect(await topOf(6)).toBe(before)
  })

  it('stay with what they show when pages are added or taken away before them', async () => {
    const preview = await paper()
    await open(preview, { address: '#page-8' })
    const before = await topOf(8)
    const longer = [...TEXTS.slice(0, 2), 'New\none', 'New\ntwo', ...TEXTS.slice(2)]
    const moved = (by: number) =>
      CONTENTS.map((heading) => ({ ...heading, page: heading.page + (heading.page > 1 ? by : 0) }))
    preview.change({ contents: moved(2), paper: await printed(preview, 'paper-2.pdf', longer) })
    await atPage(10)
    await drawn(10, TEXTS[7]!)
    expect(await topOf(10)).toBe(before)
    preview.change({ contents: CONTENTS, paper: await printed(preview, 'paper-3.pdf', TEXTS) })
    await atPage(8)
    expect(await topOf(8)).toBe(before)
  })

  it('of the last print stand where they belong, when those printed ahead are more', async () => {
    const preview = await paper()
    await open(preview, { address: '#page-8' })
    const contents = CONTENTS.map((heading) => ({
      ...heading,
      page: heading.page + (heading.page > 1 ? 1 : 0),
    }))
    const ahead = await printedAhead(preview, 'ahead-2.pdf', 13, { 2: 'New' })
    preview.change({ phase: 'settling', contents, ahead })
    await atPage(9)
    await drawn(9, TEXTS[7]!)
    expect(await page.$$eval('.leaf', (all) => all.length)).toBe(13)
  })

  it('that an author looks at are told', async () => {
    const preview = await paper()
    await open(preview)
    await vi.waitFor(() => expect(preview.looks.at(-1)).toEqual([1]))
    await page.focus('#pages')
    await page.keyboard.press('End')
    await vi.waitFor(() => expect(preview.looks.at(-1)).toContain(12))
  })

  it('stand side by side as in print, and so they do the next time', async () => {
    await open(await paper())
    await page.click('#spread')
    await page.select('#zoom', '0.5')
    const rows = () =>
      page.$$eval('.row', (all) =>
        all.map((row) => [...row.children].map((child) => (child as HTMLElement).dataset.page ?? '')),
      )
    const spreads = [
      ['', '1'],
      ['2', '3'],
      ['4', '5'],
      ['6', '7'],
      ['8', '9'],
      ['10', '11'],
      ['12', ''],
    ]
    expect(await rows()).toEqual(spreads)
    const [left, right] = await page.$$eval('#page-2, #page-3', (all) =>
      all.map((leaf) => leaf.getBoundingClientRect().toJSON() as DOMRect),
    )
    expect(left!.right).toBeCloseTo(right!.left)
    expect(await page.$eval('#page-1', (leaf) => leaf.getBoundingClientRect().left)).toBeCloseTo(right!.left)
    await page.reload()
    await allDrawn()
    expect(await rows()).toEqual(spreads)
    expect(await page.$eval('#zoom', (zoom) => (zoom as HTMLSelectElement).value)).toBe('0.5')
    expect(await page.$eval('#spread', (button) => button.ariaPressed)).toBe('true')
  })

  it('are found by their printed number and by the address', async () => {
    const preview = await paper()
    const { version, pages } = preview.state().paper!
    preview.change({
      paper: {
        version,
        pages: pages.map((one, index) => ({
          ...one,
          folio: index < 4 ? 'i'.repeat(index + 1) : String(index - 3),
        })),
      },
    })
    await open(preview, { address: '#page-5' })
    expect(await page.$eval('#page-number', (field) => (field as HTMLInputElement).value)).toBe('1')
    await page.$eval('#page-number', (field) => (field as HTMLInputElement).select())
    await page.type('#page-number', 'iii\n')
    await atPage(3)
    await page.goBack()
    await atPage(5)
  })
})

describe('the panels', () => {
  it('show the contents by level, and mark where a reader is', async () => {
    await open(await paper(), { address: '#page-4' })
    expect(await page.$$eval('.contents > li > a', (all) => all.map((link) => link.textContent))).toEqual([
      'The beginning 1',
      'The middle 6',
      'The end 11',
    ])
    expect(await textOf('.contents li li a')).toBe('A part of it 3')
    expect(
      await page.$$eval('.contents [aria-current]', (all) => all.map((link) => link.textContent)),
    ).toEqual(['A part of it 3'])
    await page.click('.contents > li:nth-child(2) > a')
    await atPage(6)
    expect(await textOf('.contents [aria-current]')).toBe('The middle 6')
  })

  it('show all pages, small', async () => {
    await open(await paper())
    await page.click('#tab-thumbnails')
    await page.waitForSelector('.thumbnails li:nth-child(4) canvas')
    expect(await page.$eval('.thumbnails [aria-current]', (link) => link.ariaLabel)).toBe('Page 1')
    await page.click('.thumbnails li:nth-child(4) a')
    await atPage(4)
  })

  it('show the findings, the gravest first, and a click leads to the page', async () => {
    const preview = await paper({ findings: [WARNING, FINDING] })
    await open(preview)
    expect(await page.$$eval('#findings-list h3', (all) => all.map((title) => title.textContent))).toEqual([
      '1 error',
      '1 warning',
    ])
    expect(await textOf('.error .finding')).toBe(
      'This picture has no text alternative: anchor.jpg.Say what it shows.chapters/a.md:31 Page 9 image-has-alt Open in the editor',
    )
    expect(await page.$eval('.error .editor', (link) => (link as HTMLAnchorElement).href)).toBe(
      FINDING.editorUrl,
    )
    await page.click('.error .finding button')
    await atPage(9)
    preview.change({ findings: [FINDING] })
    await says('#show-findings', 'Problems (1)')
    // The same finding keeps the focus.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'This picture has no text alternative',
    )
    preview.change({ findings: [] })
    await says('#findings-list', 'nothing to mend')
  })

  it('find words on all pages, across lines, and mark them', async () => {
    const preview = await paper()
    await open(preview)
    await page.keyboard.down('Control')
    await page.keyboard.press('f')
    await page.keyboard.up('Control')
    await page.type('#search-words', 'THE 7TH matter and')
    // Half of the words are found as often.
    await says('#found mark', 'the 7th matter and')
    expect(await textOf('#found mark')).toBe('the 7th matter and')
    expect(await textOf('#found li')).toBe('Page 7 Page 7 about the 7th matter and no other')
    expect(await textOf('#found-count')).toContain('Found 1 time on 1 page')
    await page.keyboard.press('Enter')
    await atPage(7)
    await page.waitForSelector('#page-7 .marks.found .current')
    await page.$eval('#search-words', (field) => (field as HTMLInputElement).select())
    await page.type('#search-words', 'matter')
    await says('#found-count', 'Found 12 times on 12 pages')
    for (const number of [1, 2]) {
      await page.keyboard.press('Enter')
      await says('#found-count', `${number} of 12`)
    }
    await page.click('#found-before')
    await says('#found-count', '1 of 12')
    await page.$eval('#search-words', (field) => (field as HTMLInputElement).select())
    await page.type('#search-words', 'newer')
    await says('#found-count', 'Not found.')
    preview.change({ paper: await printed(preview, 'paper-2.pdf', TEXTS.with(3, 'This is newer')) })
    await says('#found-count', 'Found 1 time')
  })
})

describe('a passage', () => {
  const PLACE = { file: 'chapters/a.md', line: 14, editorUrl: 'vscode://file/somewhere/chapters/a.md:14' }

  it('that is clicked names its file and line, and leads to the editor', async () => {
    const preview = await paper()
    preview.place = PLACE
    await open(preview)
    await page.click('#page-1 .text span')
    await says('#source', 'chapters/a.md:14')
    expect(await textOf('#source')).toBe('“Page 1” is in chapters/a.md:14 Open in the editor')
    expect(await page.$eval('#source a', (link) => (link as HTMLAnchorElement).href)).toBe(PLACE.editorUrl)
    expect(await page.$('#page-1 .marks.passage div')).not.toBeNull()
    const [{ page: number, xPt, yPt } = { page: 0, xPt: 0, yPt: 0 }] = preview.asked
    expect(number).toBe(1)
    expect(xPt).toBeGreaterThan(30)
    expect(xPt).toBeLessThan(70)
    expect(Math.abs(yPt - 46)).toBeLessThan(6)
    preview.place = undefined
    await page.mouse.click(640, 700)
    await says('#source', 'Nothing that you have written')
    expect(await page.$('.marks.passage')).toBeNull()
  })

  it('is named by keys, too, one after the other', async () => {
    const preview = await paper()
    preview.settle(
      await printed(preview, 'paper-2.pdf', TEXTS.with(1, `${ARTIFACT} A running head\nPage 2\nis shorter`)),
    )
    // Each line of the page is a line of the source.
    const asking: FakePreview = {
      ...preview,
      sourceAt: (number, _x, yPt) => ({ file: `${number}.md`, line: Math.round((yPt - 46) / 20) + 1 }),
    }
    await open(asking)
    await page.focus('#pages')
    await page.keyboard.press('l')
    await says('#source', '“Page 1” is in 1.md:1')
    const alt = async (key: 'ArrowDown' | 'ArrowUp') => {
      await page.keyboard.down('Alt')
      await page.keyboard.press(key)
      await page.keyboard.up('Alt')
    }
    for (const [key, words] of [
      ['ArrowDown', '1.md:2'],
      ['ArrowDown', '1.md:3'],
      ['ArrowDown', '“Page 2” is in 2.md:2'],
      ['ArrowUp', '1.md:3'],
      ['ArrowUp', '1.md:2'],
      ['ArrowUp', '1.md:1'],
      ['ArrowUp', 'There is no passage further on.'],
    ] as const) {
      await alt(key)
      await says('#source', words)
    }
  })
})

describe('the keyboard', () => {
  it('begins at the pages, turns them, and changes their size', async () => {
    await open(await paper())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('pages')
    for (const [key, number] of [
      ['PageDown', 2],
      ['ArrowRight', 3],
      ['PageUp', 2],
      ['End', 12],
      ['Home', 1],
    ] as const) {
      await page.keyboard.press(key)
      await atPage(number)
    }
    await says('#news', 'Page')
    const width = () => page.$eval('#page-1', (leaf) => leaf.getBoundingClientRect().width)
    const fits = await width()
    await page.keyboard.press('-')
    expect(await width()).toBeLessThan(fits)
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    expect(await width()).toBeGreaterThan(fits)
    await page.keyboard.press('0')
    expect(await width()).toBe(fits)
  })

  it('reaches everything, and letters typed elsewhere are letters', async () => {
    await open(await paper({ findings: [FINDING] }))
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const reached = new Set<string>()
    for (let turn = 0; turn < 60; turn += 1) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(() => {
          const { id, className, textContent } = document.activeElement as HTMLElement
          return id || className || (textContent ?? '')
        }),
      )
    }
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'show-side',
        'show-findings',
        'back',
        'page-number',
        'on',
        'smaller',
        'zoom',
        'larger',
        'spread',
        'tab-contents',
        'close-side',
        'contents',
        'The end 11',
        'pages',
        'close-findings',
        'findings-list',
        'message',
        'editor',
        'passage-before',
        'where',
        'passage-on',
        'show-keys',
        'skip',
      ]),
    )
    await page.click('#tab-search')
    await page.type('#search-words', 'l+-0')
    expect(await page.$eval('#search-words', (field) => (field as HTMLInputElement).value)).toBe('l+-0')
    expect(await page.$eval('#zoom', (zoom) => (zoom as HTMLSelectElement).value)).toBe('width')
  })
})

describe('the state', () => {
  it('is told in words, and read out', async () => {
    const preview = await paper({ phase: 'starting', findings: [FINDING, WARNING] })
    await open(preview)
    expect(await textOf('#status')).toBe('Printing all pages for the first time …')
    for (const [phase, words] of [
      ['settling', 'Page numbers are still settling …'],
      ['checking', 'All pages are printed, and are being checked …'],
      ['settled', 'Up to date: 1 error, 1 warning.'],
      ['stopped', 'Not printed: 1 error, 1 warning.'],
      ['starting', 'Printing all pages for the first time …'],
    ] as const) {
      preview.change({ phase })
      await page.waitForSelector(`#status[data-phase=${phase}]`)
      expect(await textOf('#status')).toBe(words)
      await says('#news', words)
    }
  })

  it('stopped keeps the pages, with what stops them on top', async () => {
    const preview = await paper()
    await open(preview)
    await page.$eval('#page-1 canvas', (canvas) => canvas.setAttribute('id', 'kept'))
    preview.change({ phase: 'stopped', findings: [FINDING] })
    await page.waitForSelector('#stopped:not([hidden])')
    expect(await textOf('#stopped')).toContain(
      'chapters/a.md:31 This picture has no text alternative: anchor.jpg.',
    )
    expect(await page.$('#page-1 > #kept')).not.toBeNull()
    expect(await page.title()).toBe('Not printed: A paper')
    preview.change({ phase: 'settled', findings: [] })
    await page.waitForSelector('#stopped[hidden]')
  })

  it('stopped before there was any page says so', async () => {
    await page.goto(await serve(fakePreview({ phase: 'stopped', findings: [FINDING] })))
    await says('#stopped', 'There are no pages yet.')
  })

  it('goes on after the preview was started anew, with other files of the same names', async () => {
    await open(await paper())
    await served!.close()
    await says('#status', 'The preview does not answer.')
    await says('#news', 'The preview does not answer.')
    expect(await countCanvases()).toBeGreaterThan(0)
    said.length = 0 // The browser tells of the connection that was refused.
    const anew = fakePreview({ phase: 'settled' })
    anew.change({ paper: await printed(anew, 'paper-1.pdf', TEXTS.with(0, 'Written\nmeanwhile')) })
    await serve(anew)
    await drawn(1, 'Written\nmeanwhile')
    await says('#page-1 .text', 'meanwhile')
    await says('#status', 'Up to date')
    said.length = 0
  })
})

describe('for everybody', () => {
  const faults = (scheme: 'light' | 'dark', part: string) =>
    page.evaluate(
      async (rules, where) => {
        type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }
        const { axe } = window as unknown as {
          axe: { run: (where: string, options: object) => Promise<{ violations: Violation[] }> }
        }
        const { violations } = await axe.run(where, { ...rules, resultTypes: ['violations'], preload: false })
        const wide = document.documentElement.scrollWidth > innerWidth ? ['the window scrolls sideways'] : []
        return [
          ...wide,
          ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
        ]
      },
      RULES[scheme],
      part,
    )

  it.each([1280, 320])('axe finds nothing in any state, light or dark, at %d pixels', async (width) => {
    const preview = await paper({ findings: [FINDING, WARNING, { ...WARNING, severity: 'info' }] })
    await open(preview, { width, height: 640 })
    const session = await page.createCDPSession()
    await session.send('Runtime.evaluate', { expression: AXE })
    const look = async (what: string, part = 'html') => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
        expect.soft(await faults(scheme, part), `${what}, ${scheme}`).toEqual([])
      }
    }
    await look('settled')
    for (const phase of ['settling', 'checking', 'stopped', 'starting'] as const) {
      preview.change({ phase })
      await page.waitForSelector(`#status[data-phase=${phase}]`)
      await look(phase, phase === 'stopped' ? 'html' : '#status')
    }
    const isOpen = (id: string) => page.$eval(`#${id}`, (button) => button.ariaExpanded === 'true')
    if (!(await isOpen('show-findings'))) await page.click('#show-findings')
    await page.click('.error .finding button')
    if (!(await isOpen('show-findings'))) await page.click('#show-findings')
    await look('findings')
    if (!(await isOpen('show-side'))) await page.click('#show-side')
    await look('contents')
    await page.click('#tab-thumbnails')
    await page.waitForSelector('.thumbnails canvas')
    await look('thumbnails')
    await page.click('#tab-search')
    await page.type('#search-words', 'matter\n')
    await page.waitForSelector('#found [aria-current]')
    if (!(await isOpen('show-side'))) await page.click('#show-side')
    await look('search')
    await page.click('#show-keys')
    await look('keys')
    await page.keyboard.press('Escape')
    await served!.close()
    await says('#status', 'The preview does not answer.')
    await look('lost')
    await page.emulateMediaFeatures([])
    await page.goto('about:blank') // It would try again.
    said.length = 0 // The browser tells of the connections that were refused.
  })

  it('panels cover the pages in a narrow window, until they are closed or lead to a page', async () => {
    await open(await paper({ findings: [FINDING] }), { width: 320, height: 640 })
    expect(await page.$eval('#side', (side) => (side as HTMLElement).hidden)).toBe(true)
    await page.click('#show-findings')
    expect(await page.$eval('#pages', (pages) => (pages as HTMLElement).inert)).toBe(true)
    await page.click('.error .finding button')
    await atPage(9)
    expect(await page.$eval('#pages', (pages) => (pages as HTMLElement).inert)).toBe(false)
    await page.click('#show-side')
    await page.focus('#tab-contents')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('show-side')
    expect(await page.$eval('#side', (side) => (side as HTMLElement).hidden)).toBe(true)
  })
})

describe('what others have written', () => {
  it('is text on this page, and nothing else', async () => {
    const EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const preview = await paper({
      title: EVIL,
      phase: 'stopped',
      contents: [{ title: EVIL, level: 1, page: 1 }],
      findings: [
        {
          ...FINDING,
          message: `${EVIL} \`${EVIL}\``,
          mend: EVIL,
          place: { file: EVIL, line: 1 },
          editorUrl: 'javascript:document.title=3',
        },
        { ...FINDING, severity: 'warning', editorUrl: 'JaVaScRiPt:alert(1)' },
        { ...FINDING, severity: 'warning', editorUrl: 'data:text/html,hello' },
        { ...FINDING, severity: 'warning', editorUrl: 'not an address' },
      ],
    })
    preview.change({ paper: await printed(preview, 'paper-1.pdf', [`${EVIL}\nmore`]) })
    preview.place = { file: EVIL, line: 2, editorUrl: '\tjavascript:document.title=4' }
    await open(preview)
    await page.click('#page-1 .text span')
    await says('#source', EVIL)
    await page.click('#tab-search')
    await page.type('#search-words', 'onerror')
    await says('#found', 'onerror')
    expect(await page.title()).toBe(`Not printed: ${EVIL}`)
    for (const where of ['#title', '.contents a', '#findings-list', '#stopped', '#source'])
      expect(await textOf(where), where).toContain(EVIL)
    expect(await page.$$('img, script:not([src]), a.editor')).toEqual([])
  })
})
