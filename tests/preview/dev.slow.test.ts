import { once } from 'node:events'
import { rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, STACK_TRACE, start } from '../e2e/run-whitepaper.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { CHAPTERS, edit, smallPublication } from './small-publication.ts'

let root: string
let running: Running
let url: string
let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page

beforeAll(async () => {
  root = await smallPublication()
  running = start('dev', '--root', root, '--port', '0', '--editor', 'vscode')
  shell = await siteBrowser()
  await running.says('Shown at http')
  url = /http:\/\/127\.0\.0\.1:\d+\//.exec(running.said())?.[0] ?? ''
  page = await shell.browser.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  await page.goto(`${url}`)
  await status('Up to date')
})

afterAll(() => shell.close())

const status = (words: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('#status')?.textContent?.includes(wanted),
    {},
    words,
  )

/** Until a page in sight says so in the text that can be selected. */
const reads = (words: string) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.leaf')].some((leaf) =>
        leaf.textContent?.replace(/\s+/g, ' ').includes(wanted),
      ),
    {},
    words,
  )

const goTo = (title: string) =>
  page.evaluate((wanted) => {
    const links = [...document.querySelectorAll<HTMLElement>('#contents a, #contents button')]
    links.find((link) => link.textContent?.includes(wanted))?.click()
  }, title)

describe('whitepaper dev', () => {
  it('shows in the browser what is saved in the editor', async () => {
    await goTo('Section 3 of one')
    await reads('Section 3 of one')
    await edit(root, CHAPTERS[0], '## Section 3 of one', '## What is new here')
    await reads('What is new here')
    await status('Up to date')
  })

  it('sees a file that an editor writes beside the old one and moves over it', async () => {
    const { readFile } = await import('node:fs/promises')
    const path = join(root, CHAPTERS[0])
    const text = await readFile(path, 'utf8')
    await writeFile(`${path}.tmp~`, text.replace('## What is new here', '## Moved over it'))
    await rename(`${path}.tmp~`, path)
    await reads('Moved over it')
  })

  it('shows the number that a table of data/ has now', async () => {
    await goTo('Section 3 of three')
    await reads('In Aston stand 1200 homes.')
    await edit(root, 'data/homes.csv', '1200', '1300')
    await reads('In Aston stand 1300 homes.')
  })

  it('shows a broken picture among the problems, with a way into the editor, and takes it away when it is mended', async () => {
    await edit(root, CHAPTERS[1], 'pictures/dot.svg', 'pictures/dott.svg')
    await status('Not printed: 1 error')
    const words = await page.$eval('#findings', (one) => one.textContent ?? '')
    expect(words).toContain('chapters/02-two.md')
    expect(words).toContain('There is no picture `pictures/dott.svg`.'.replaceAll('`', ''))
    const links = await page.$$eval('#findings a', (all) => all.map((one) => one.getAttribute('href')))
    expect(links).toContain(`vscode://file${root}/chapters/02-two.md:26`)
    await edit(root, CHAPTERS[1], 'pictures/dott.svg', 'pictures/dot.svg')
    await status('Up to date')
  })

  it('names the file and the line of a paragraph that is clicked', async () => {
    await goTo('Answers')
    await reads('Answers')
    const heading = await page.waitForSelector('.leaf ::-p-text(Answers)')
    await heading?.click()
    await page.waitForFunction(() => document.querySelector('#source')?.textContent?.includes('02-two.md'))
  })

  it('cannot be made to show a file that is none of its own', async () => {
    for (const path of [
      'publication.yaml',
      '../publication.yaml',
      'chapters/01-one.md',
      'pdf/..%2fpublication.yaml',
    ])
      expect((await fetch(`${url}${path}`)).status, path).toBe(404)
    expect((await fetch(`${url}state`, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
  })

  it('ends with status 0 when it is told to, and says nothing of its inside', async () => {
    process.kill(running.pid, 'SIGINT')
    const { status: code, stderr, stdout } = await running.ended
    expect(code).toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^Shown at .*\n(?:\d+ pages · .*\n|Not printed · .*\n)+$/)
    expect(stderr).not.toMatch(STACK_TRACE)
  })
})

describe('whitepaper dev that cannot start', () => {
  it.each([
    ['no browser', ['--browser', '/no/such/browser'], /There is no browser at \/no\/such\/browser/],
    [
      'an editor that is a web page',
      ['--editor', 'https://example.org/{path}'],
      /is no editor that is known here/,
    ],
  ])('says so in one sentence: %s', async (_what, options, words) => {
    const { status: code, stderr } = await whitepaperHere('dev', '--root', root, '--port', '0', ...options)
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(STACK_TRACE)
  })

  it('says so in one sentence: a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status: code, stderr } = await whitepaperHere('dev', '--root', root, '--port', String(port))
    other.close()
    expect(code).toBe(2)
    expect(stderr).toContain(`Port ${port} cannot be used: something else is shown there.`)
  })
})
