// Pages for next to nothing: saved where the space between blocks allows it, made fuller where it does not, told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument } from './build-document.ts'

let running: Renderers

beforeAll(async () => {
  running = await startRenderers(SETTINGS)
})

afterAll(() => running.close())

const STYLE =
  ':root{--air:1;--air-least:.7;--air-most:1.3} .b{break-inside:avoid;margin-bottom:calc(var(--space)*var(--air))}'

/** The page is 934 pixels high. Each block, with the space behind it, is given in pixels. */
async function printed(blocks: number, height: number, space: number, { cut = 1, style = '' } = {}) {
  const html = `<div style="--space:${space}px">${`<div class="b" style="height:${height}px">a</div>`.repeat(blocks)}</div>`
  const document = buildDocument(
    [
      { id: 'one', html },
      { id: 'two', html: '<p>end</p>' },
    ],
    { style: STYLE + style, cut },
  )
  const { pageMap, findings, prints } = await printPages(document, SETTINGS, running)
  expect(prints).toBe(1)
  const run = pageMap.runs.find(({ id }) => id === 'one')!
  return { pages: run.pages, filled: run.filled, findings }
}

it.each([
  ['a page is saved', 16, 40, 20, 1],
  ['and so is the third of three', 32, 40, 20, 2],
  ['a page with enough on it stays', 19, 40, 20, 2],
  ['a page that is full stays', 15, 40, 20, 1],
])('%s', async (_, blocks, height, space, pages) => {
  const found = await printed(blocks, height, space)
  expect(found.pages).toBe(pages)
  expect(found.findings).toEqual([])
})

it('a page that cannot be saved is made fuller, as little as is needed', async () => {
  const { pages, filled, findings } = await printed(32, 29, 2)
  expect(pages).toBe(2)
  expect(filled).toBeLessThan(0.15)
  expect(findings.map(({ rule, place }) => [rule, place.file])).toEqual([
    ['last-page-is-filled', 'chapters/01-one.md'],
  ])
  const fuller = await printed(17, 56, 8)
  expect(fuller.pages).toBe(2)
  expect(fuller.filled).toBeGreaterThan(0.15)
  expect(fuller.findings).toEqual([])
})

it('a text that ends at the very foot of its page is set a hair closer: in print it might end below it', async () => {
  const { pages, filled } = await printed(16, 41, (934 - 16 * 41) / 15)
  expect([pages, filled > 0.97, filled < 0.999]).toEqual([1, true, true])
})

it('a list that asks for more on its last page has it', async () => {
  const usual = await printed(22, 40, 20)
  expect([usual.pages, usual.filled > 0.5]).toEqual([2, false])
  const style = ':root{--air-least:1;--air-most:1.7} [data-run]{--least-filled:.55}'
  const spread = await printed(22, 40, 20, { style })
  expect([spread.pages, spread.filled > 0.5]).toEqual([2, true])
})

it('a piece that is opened again is printed as it was measured', async () => {
  const html = `<div style="--space:20px">${'<div class="b" style="height:40px">a</div>'.repeat(16)}</div>`
  const many = Array.from({ length: 15 }, (_, index) => ({ id: `r${index}`, html }))
  const document = buildDocument(many, { style: STYLE, cut: 1 })
  const { pageMap, prints, pieces } = await printPages(document, SETTINGS, running)
  expect([pageMap.total, prints, pieces.length]).toEqual([15, 1, 15])
})
