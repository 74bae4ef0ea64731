// The preview and the website as a browser shows them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import sharp, { type OverlayOptions } from 'sharp'
import { serveFolder } from '../../scripts/ground/http/serve-folder.ts'
import { start } from '../../tests/e2e/run-whitepaper.ts'
import { siteBrowser } from '../../tests/site/site-browser.ts'
import { onGround } from './printed-pages.ts'

const GAP_PX = 12
const COLOURS = 96

interface Screen {
  readonly width: number
  readonly height: number
}
const DESK: Screen = { width: 1280, height: 760 }
const BROAD: Screen = { width: 880, height: 620 }
const PHONE: Screen = { width: 320, height: 620 }
/** What stands on the telephone. */
export const CHAPTER = 'chapters/start-here/'

/** `whitepaper dev` with the first chapter in sight, when all is settled. */
export async function previewOf(root: string): Promise<Buffer> {
  const running = start('dev', '--root', root, '--port', '0')
  try {
    await running.says('pages · ')
    const [, url = ''] = /Shown at (\S+)/.exec(running.said()) ?? []
    return await onScreen(async (page) => {
      await page.setViewport(DESK)
      await page.goto(url)
      await page.waitForSelector('#contents a ::-p-text(Start here), #contents button ::-p-text(Start here)')
      await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLElement>('#contents a, #contents button')]
        links.find((link) => link.textContent?.includes('Start here'))?.click()
      })
      await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('Up to date'))
      await page.waitForFunction(allDrawn)
      return framed([await page.screenshot()], [DESK])
    })
  } finally {
    process.kill(running.pid, 'SIGINT')
    await running.ended
  }
}

/** The first page of the website as wide as a desk allows, and a chapter on a telephone. */
export async function siteOf(root: string, work: string): Promise<Buffer> {
  const out = mkdtempSync(join(work, 'site-'))
  const words = ['bin/whitepaper.mjs', 'build', '--edition', 'site', '--root', root, '--out', out, '--quiet']
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${root} has no website: ${stderr}`)
  const served = await serveFolder(join(out, 'site'), 0)
  try {
    return await onScreen(async (page) => {
      const shots: Uint8Array[] = []
      for (const [screen, path] of [
        [BROAD, ''],
        [PHONE, CHAPTER],
      ] as const) {
        await page.setViewport(screen)
        await page.goto(served.url + path, { waitUntil: 'networkidle0' })
        await page.evaluate(() => document.fonts.ready)
        shots.push(await page.screenshot())
      }
      return framed(shots, [BROAD, PHONE])
    })
  } finally {
    await served.close()
  }
}

/** In the page: whether every leaf in sight has been drawn. */
function allDrawn(): boolean {
  const room = document.querySelector('#pages')!.getBoundingClientRect()
  const seen = [...document.querySelectorAll<HTMLElement>('.leaf')].filter((leaf) => {
    const { top, bottom } = leaf.getBoundingClientRect()
    return bottom > room.top && top < room.bottom
  })
  return seen.length > 0 && seen.every((leaf) => leaf.dataset.mark && leaf.querySelector('.text span'))
}

async function onScreen(take: (page: Page) => Promise<Buffer>): Promise<Buffer> {
  const shell = await siteBrowser()
  try {
    return await take(await shell.browser.newPage())
  } finally {
    await shell.close()
  }
}

/** Screens side by side. */
async function framed(shots: readonly Uint8Array[], screens: readonly Screen[]): Promise<Buffer> {
  let left = GAP_PX
  const placed: OverlayOptions[] = []
  for (const [index, { width }] of screens.entries()) {
    placed.push({ input: await sharp(Buffer.from(shots[index]!)).png().toBuffer(), left, top: GAP_PX })
    left += width + GAP_PX
  }
  const height = Math.max(...screens.map((one) => one.height)) + 2 * GAP_PX
  return onGround(left, height, placed, COLOURS)
}
