import { existsSync } from 'node:fs'

interface TestBrowser {
  readonly name: string
  /** '' for the one that the pipeline finds by itself. */
  readonly path: string
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

const second = INSTALLED.find((path) => existsSync(path))

/** The browser of the pipeline; with WHITEPAPER_TEST_BROWSERS=all an installed one too, whose raw PDF is another. */
export const browsers: readonly TestBrowser[] = [
  { name: 'the browser of the pipeline', path: '' },
  ...(second && process.env.WHITEPAPER_TEST_BROWSERS === 'all' ? [{ name: second, path: second }] : []),
]
