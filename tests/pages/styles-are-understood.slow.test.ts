// What a browser does not understand of a style sheet it passes over without a word.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CssNode, generate, parse, type WalkContext, walk } from 'css-tree'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'

let browser: PrintBrowser
let page: Page
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
  page = await browser.browser.newPage()
})
afterAll(() => browser?.close())

const SHEETS = ['templates', 'scripts/preview/in-browser', 'tests/publications'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
)
/** Whose declarations are no properties. */
const OTHERS = new Set(['font-face', 'counter-style', 'page', 'property'])

interface Asked {
  readonly selectors: readonly string[]
  readonly declarations: readonly (readonly [property: string, value: string])[]
}

function askedBy(sheet: string): Asked {
  const selectors: string[] = []
  const declarations: [string, string][] = []
  walk(parse(sheet), {
    enter(this: WalkContext, node: CssNode) {
      const within = this.atrule?.name ?? ''
      if (node.type === 'Rule' && node.prelude.type === 'SelectorList' && !within.endsWith('keyframes'))
        selectors.push(...node.prelude.children.toArray().map((selector) => generate(selector)))
      if (node.type === 'Declaration' && !node.property.startsWith('--') && !OTHERS.has(within))
        declarations.push([node.property, generate(node.value)])
    },
  })
  return { selectors, declarations }
}

/** What the browser that prints would pass over. */
const passedOver = (sheet: string): Promise<string[]> =>
  page.evaluate(
    ({ selectors, declarations }) => [
      ...selectors.filter((selector) => !CSS.supports(`selector(${selector})`)),
      ...declarations.filter((one) => !CSS.supports(...one)).map((one) => one.join(': ')),
    ],
    askedBy(sheet),
  )

it.each(SHEETS)('%s', async (file) => {
  expect(await passedOver(readFileSync(file, 'utf8'))).toEqual([])
})

it('sees what no browser that prints knows', async () => {
  expect(await passedOver('ol[type="a" s] > li, p { colour: red; color: red; width: calc(2mm) }')).toEqual([
    'ol[type="a"s]>li',
    'colour: red',
  ])
})
