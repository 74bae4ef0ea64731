// A paper that has one of each thing that an author can write, in both looks: all of it is proven, and nothing is found.
import { appendFile, cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const RICH = resolve('tests/publications/rich')

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(async () => browser?.close())

it.each(['standard', 'report'])('in the look %s it is fit to publish', async (look) => {
  const root = await publicationFolder({})
  await cp(RICH, root, { recursive: true, filter: (path) => !path.startsWith(resolve(RICH, 'dist')) })
  await appendFile(resolve(root, 'publication.yaml'), `look: ${look}\n`)
  const built = await buildPublication(root, browser)
  expect(built.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
})
