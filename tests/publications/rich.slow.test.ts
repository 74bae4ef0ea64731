// A paper that has one of each thing that an author can write, in both looks: all of it is proven, and nothing is
// found.
import { appendFile, cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { makeEditionsOf } from '../support/make-editions-of.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const RICH = resolve('tests/publications/rich')

/** Numbers, references, lists and the index, without the blanks that lines end in; `#` is a page. */
const PRINTED = [
  'Figure 3.1 on page # shows the three kinds: an upright wall (figure 3.1a)',
  'told in case study 1 on page #.',
  'the kind of figure 3.2b on page #',
  'table C1.1 on page #',
  'as “What a toe costs” on page # is one of money',
  'flood defences, see sea walls',
  'C1.1 What Gull Bank paid, in thousands of pounds #',
].map((words) => {
  const solid = words.replace(/\s/g, '').replace(/[.()]/g, '\\$&')
  return new RegExp(solid.replace('#', '\\d+'))
})

let browser: PrintBrowser
/** Its texts are read once for both. */
let cache: string
beforeAll(async () => {
  cache = await publicationFolder({})
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(async () => browser?.close())

it.each(['standard', 'report'])('in the look %s it is fit to publish', async (look) => {
  const root = await publicationFolder({})
  await cp(RICH, root, { recursive: true, filter: (path) => !path.startsWith(resolve(RICH, 'dist')) })
  await appendFile(resolve(root, 'publication.yaml'), `look: ${look}\n`)
  const { made, findings } = await makeEditionsOf(root, 'screen', browser, cache)
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  const text = await textOf(made!.screen!.finished.bytes)
  for (const words of PRINTED) expect(text).toMatch(words)
})

async function textOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await readBack(bytes)
  return pages.flatMap(({ content }) => [...content.marks.values()].join('').replace(/\s/g, '')).join('')
}
