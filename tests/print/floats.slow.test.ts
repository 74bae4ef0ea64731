// Figures that do not fit go to the head of the next page, and the text behind them goes on before them: in print, not
// in the document.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { openWarmPage } from '../../scripts/print/warm-page.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument, sequence } from './build-document.ts'

let running: Renderers
beforeAll(async () => {
  running = await startRenderers(SETTINGS)
})
afterAll(() => running.close())

/** The page is 934 pixels high; a line takes 20 of them, and ten are between blocks. */
const STYLE = `
p,ul,figure,table,pre,h2,h3{margin:0 0 10px!important;font:15px/20px "Source Sans 3"!important}
ul{padding-left:20px} ul>li::before{content:"";float:left;width:3px;height:9px;margin-left:-15px;background:#000}
[data-above] li::before{float:none;position:absolute}
figure,table,pre{break-inside:avoid;background:#ddd} [data-tall]{break-inside:auto} h2,h3{break-after:avoid}
img{width:100%;height:auto}`

const lines = (name: string, count: number): string => Array.from({ length: count }, () => name).join('<br>')
const p = (id: string, count: number): string => `<p id="${id}">${lines(id, count)}</p>`
const figure = (id: string, height: number, kind = ''): string =>
  `<figure class="fig ${kind}" id="${id}" style="height:${height}px">${id}</figure>`
const heading = (id: string, level: number): string => `<h${level} id="${id}">${id}</h${level}>`
const list = (id: string, count: number): string => `<ul id="${id}">${`<li>${id}</li>`.repeat(count)}</ul>`

const documentOf = (texts: readonly (readonly string[])[], cut?: number) => {
  const html = texts.map((blocks) => `<div class="flow">${blocks.join('\n')}</div>`)
  const anchors = [...html.join('').matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
  return {
    ...buildDocument(
      html.map((one, index) => ({ id: `text-${index + 1}`, html: one })),
      { style: STYLE, ...(cut ? { cut } : {}) },
    ),
    anchors,
  }
}

/** The page of each block, from 1, as it was measured and printed at once, and the text in the order of the tags. */
async function printed(...blocks: readonly string[]) {
  const { pageMap, prints, findings, pieces } = await printPages(documentOf([blocks]), SETTINGS, running)
  expect(prints).toBe(1)
  expect(findings.filter(({ rule }) => rule !== 'last-page-is-filled')).toEqual([])
  const read = await readBack(pieces[0]!.bytes)
  const words = read.text.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== '')
  const order = words.filter((word, index) => word !== words[index - 1])
  return { pages: pageMap.anchors, order, total: pageMap.total }
}

const TEXT = [p('a', 30), figure('f', 500), p('b', 5), p('c', 20)]

describe('a figure that does not fit', () => {
  it('goes to the next page, and text goes on before it, to the line; the tags keep the order', async () => {
    const { pages, order, total } = await printed(...TEXT)
    expect(pages).toMatchObject({ a: 1, f: 2, b: 1, c: 1 })
    expect(order).toEqual(['a', 'f', 'b', 'c'])
    expect(total).toBe(2)
  })

  it('stays where its author wants it', async () => {
    const { pages } = await printed(p('a', 30), figure('f', 500, 'here'), p('b', 5))
    expect(pages).toMatchObject({ a: 1, f: 2, b: 2 })
  })

  it('stays behind the words that lead to it', async () => {
    const { pages } = await printed(p('a', 30).replace('</p>', ':</p>'), figure('f', 500), p('b', 5))
    expect(pages).toMatchObject({ a: 1, f: 2, b: 2 })
  })

  it('stays where the gap before it is small', async () => {
    const { pages } = await printed(p('a', 42), figure('f', 500), p('b', 1))
    expect(pages).toMatchObject({ a: 1, f: 2, b: 2 })
  })

  it.each([
    ['a heading of the level that it stands under', 2, 2],
    ['a heading of a level above', 3, 2],
  ])('never goes behind %s', async (_, above, below) => {
    const text = [p('a', 20), heading('h', above), p('b', 5), figure('f', 500), p('c', 3)]
    const { pages, order } = await printed(...text, heading('i', below), p('d', 3))
    expect(pages).toMatchObject({ h: 1, b: 1, f: 2, c: 1, i: 2, d: 2 })
    expect(order).toEqual(['a', 'h', 'b', 'f', 'c', 'i', 'd'])
  })

  it('goes behind a heading of a level below, which takes its text along', async () => {
    const section = [heading('h', 2), p('b', 3), figure('f', 500), p('c', 2)]
    const near = await printed(p('a', 20), ...section, heading('i', 3), p('d', 3))
    expect(near.pages).toMatchObject({ f: 2, c: 1, i: 1, d: 1 })
    const far = await printed(p('a', 30), ...section, heading('i', 3), `<div>${p('d', 3)}</div>`)
    expect(far.pages).toMatchObject({ f: 2, c: 1, i: 2, d: 2 })
  })

  it('leaves the heading above it with the text that now follows', async () => {
    const { pages, order } = await printed(
      p('a', 25),
      heading('h', 2),
      figure('f', 600),
      p('b', 8),
      p('c', 3),
    )
    expect(pages).toMatchObject({ h: 1, f: 2, b: 1 })
    expect(order).toEqual(['a', 'h', 'f', 'b', 'c'])
  })

  it('lets a list go before it, and nothing that has a box of its own', async () => {
    const whole = await printed(p('a', 30), figure('f', 500), list('b', 4), p('c', 9))
    expect(whole.pages).toMatchObject({ f: 2, b: 1, c: 1 })
    const boxed = await printed(p('a', 30), figure('f', 500), `<pre id="b">b</pre>`, p('c', 9))
    expect(boxed.pages).toMatchObject({ f: 2, b: 2, c: 2 })
    const holding = await printed(p('a', 30), figure('f', 500), `<ul id="b"><li>${figure('g', 40)}</ul>`)
    expect(holding.pages).toMatchObject({ f: 2, b: 2, g: 2 })
  })

  it('stays where it stands within a list or a box', async () => {
    const inList = await printed(p('a', 30), `<ul><li>${figure('f', 500)}</li></ul>`, p('b', 5))
    expect(inList.pages).toMatchObject({ f: 2, b: 2 })
    const inBox = await printed(p('a', 30), `<aside>${figure('f', 500)}</aside>`, p('b', 5))
    expect(inBox.pages).toMatchObject({ f: 2, b: 2 })
  })
})

describe('several figures', () => {
  it('that follow each other go together, in their order', async () => {
    const { pages, order } = await printed(
      p('a', 30),
      figure('f', 500),
      figure('g', 300),
      p('b', 5),
      p('c', 20),
    )
    expect(pages).toMatchObject({ f: 2, g: 2, b: 1, c: 1 })
    expect(order).toEqual(['a', 'f', 'g', 'b', 'c'])
  })

  it('that fill two pages leave no gap on the first of them', async () => {
    const { pages } = await printed(
      p('a', 30),
      figure('f', 500),
      figure('g', 600),
      p('b', 5),
      p('c', 25),
      p('d', 6),
    )
    expect(pages).toMatchObject({ f: 2, g: 3, b: 1, c: 1, d: 2 })
  })

  it('with words between keep their order', async () => {
    const text = [p('a', 30), figure('f', 500), p('b', 5), figure('g', 300), p('c', 3), p('d', 20)]
    const { pages, order } = await printed(...text)
    expect(pages).toMatchObject({ f: 2, b: 1, g: 2, c: 1 })
    expect(order).toEqual(['a', 'f', 'b', 'g', 'c', 'd'])
  })

  it('forty of them and no text stand as they are written', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `f${index}`)
    const { pages, order, total } = await printed(...ids.map((id) => figure(id, 500)))
    expect(total).toBe(40)
    expect(ids.map((id) => pages[id])).toEqual(ids.map((_, index) => index + 1))
    expect(order).toEqual(ids)
  })
})

describe('what else may move', () => {
  const table = (id: string, rows: number): string =>
    `<table id="${id}"><caption>${id}</caption><tbody>${'<tr><td>x</td></tr>'.repeat(rows)}</tbody></table>`

  it('a table with a caption, and none without', async () => {
    const { pages } = await printed(p('a', 30), table('t', 12), p('b', 5))
    expect(pages).toMatchObject({ t: 2, b: 1 })
    const plain = table('t', 14).replace(/<caption>.*<\/caption>/, '')
    expect((await printed(p('a', 30), plain, p('b', 5))).pages).toMatchObject({ t: 2, b: 2 })
  })

  it('nothing that is taller than its page: it begins where it stands', async () => {
    const { pages } = await printed(
      p('a', 30),
      `<figure class="fig" id="f">${p('g', 50)}</figure>`,
      p('b', 5),
    )
    expect(pages).toMatchObject({ f: 1, g: 1, b: 2 })
  })

  it('a picture that would leave half of a page empty is made smaller, down to half', async () => {
    const drawing = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 9"/>')
    const picture = `<figure class="fig picture here" id="f"><div class="fig-body"><img alt="f" src="data:image/svg+xml,${drawing}"></div></figure>`
    const { pages } = await printed(p('a', 20), picture, p('b', 2))
    expect(pages).toMatchObject({ f: 1, b: 2 })
    expect((await printed(p('a', 24), picture, p('b', 2))).pages).toMatchObject({ f: 2, b: 2 })
  })
})

describe('random texts', () => {
  const block = (next: () => number, id: string): string => {
    const upTo = (most: number): number => 1 + Math.floor(next() * most)
    const kinds = [
      ...Array.from({ length: 8 }, () => () => p(id, upTo(14))),
      ...Array.from({ length: 5 }, () => () => figure(id, 150 + upTo(700))),
      () => list(id, upTo(6)),
      () => heading(id, 2),
      () => heading(id, 3),
      () => `<aside id="${id}" style="float:left;width:90px">${lines(id, upTo(4))}</aside>`,
    ]
    return kinds[Math.floor(next() * kinds.length)]!()
  }

  it.each([1, 2, 3, 4, 5, 6])(
    '%i: are printed once, in their order, and figures stay in their sections',
    async (seed) => {
      const next = sequence(seed)
      const ids = Array.from({ length: 70 }, (_, index) => `b${index}`)
      const blocks = ids.map((id, index) => (index === 0 ? heading(id, 2) : block(next, id)))
      const { pages, order } = await printed(...blocks)
      expect(order).toEqual(ids)
      const sections = ids.filter((_, index) => blocks[index]!.startsWith('<h2'))
      for (const id of sections) {
        const before = ids.slice(0, ids.indexOf(id)).map((one) => pages[one] ?? 0)
        expect(Math.max(0, ...before), id).toBeLessThanOrEqual(pages[id] ?? 0)
      }
    },
  )
})

describe('whatever way it is printed', () => {
  const many = Array.from({ length: 15 }, (_, index) =>
    TEXT.map((block) => block.replaceAll(/\b([abcf])\b(?=[<"])/g, `$1${index}`)),
  )

  it('a piece that is opened again is as it was measured, and the same bytes are made of what is remembered', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'floats-'))
    try {
      const remembering = { ...SETTINGS, cache, remembers: true }
      const fresh = await printPages(documentOf(many, 1), SETTINGS, running)
      const first = await printPages(documentOf(many, 1), remembering, running)
      const second = await printPages(documentOf(many, 1), remembering, running)
      expect([fresh.prints, first.prints, second.prints]).toEqual([1, 1, 1])
      expect(fresh.pageMap.anchors).toMatchObject({ f3: 8, b3: 7, f14: 30, b14: 29 })
      const bytes = (one: typeof fresh) =>
        one.pieces.map((piece) =>
          Buffer.from(piece.bytes)
            .toString('latin1')
            .replace(/\(D:\d+[^)]*\)/g, ''),
        )
      expect(bytes(first)).toEqual(bytes(fresh))
      expect(bytes(second)).toEqual(bytes(fresh))
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  })

  it('the preview shows the pages of the print, and again when a text has changed', async () => {
    const warm = await openWarmPage(await running.get(0))
    try {
      for (const text of [TEXT, [p('a', 28), ...TEXT.slice(1)], [p('a', 5), ...TEXT.slice(1)], TEXT]) {
        const document = documentOf([text, [p('z', 2)]])
        const { pageMap } = await printPages(document, SETTINGS, running)
        expect((await warm.update(document)).layout.pageMap).toEqual(pageMap)
      }
    } finally {
      await warm.close()
    }
  })
})
