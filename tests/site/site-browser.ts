import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../scripts/print/find-browser.ts'
import { standInFont } from '../../scripts/print/stand-in-font.ts'
import { SETTINGS } from '../print/browser-of-the-tests.ts'

/**
 * The browser of the pipeline, but with a way to this machine: the one that prints reaches nothing at all, and what a
 * worker asks for cannot be answered in its place. No other name resolves. One that is reached by a `port` has a
 * `ws://` address, and breaks its lines as the one that prints does.
 */
export async function siteBrowser(
  over: 'pipe' | 'port' = 'pipe',
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const found = await findBrowser(SETTINGS)
  if (found.kind === 'endpoint') throw new Error('a browser of this machine is needed')
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-site-browser-'))
  const fonts = join(folder, 'fonts.conf')
  await writeFile(join(folder, 'stand-in.ttf'), await standInFont())
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`,
  )
  const browser = await puppeteer.launch({
    executablePath: found.path,
    pipe: over === 'pipe',
    waitForInitialPage: false,
    ignoreDefaultArgs: true,
    args: [
      ...(over === 'pipe'
        ? ['--remote-debugging-pipe']
        : [
            '--remote-debugging-port=0',
            '--font-render-hinting=none',
            '--force-color-profile=srgb',
            '--lang=en-GB',
          ]),
      '--headless',
      '--disable-gpu',
      '--hide-scrollbars',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--no-sandbox',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    env: { FONTCONFIG_FILE: fonts, HOME: folder, TMPDIR: folder, LD_LIBRARY_PATH: found.libraries },
    defaultViewport: null,
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
