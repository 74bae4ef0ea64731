// Notes at the foot of the pages that call them: read from what was printed, and never from what was measured.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { type ReadPdf, readBack } from '../../scripts/verify/read-back.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument, sequence } from './build-document.ts'

let running: Renderers
beforeAll(async () => {
  running = await startRenderers(SETTINGS)
})
afterAll(() => running.close())

/** The page is 934 pixels high. */
const STYLE = `
p,ul,table,pre,blockquote,aside{margin:0 0 10px!important;font:15px/20px "Source Sans 3"!important} p{orphans:2;widows:2}
li{margin-left:20px} table{width:100%;border-spacing:0} td{vertical-align:top} tr{break-inside:avoid}
blockquote{break-inside:avoid;background:#ddd;padding:10px} aside{background:#eee;padding:10px 20px} pre{white-space:pre-wrap}
.item{display:grid;grid-template-columns:100px minmax(0,1fr);padding:5px 0 10px} .side{float:left;clear:left;width:100px;margin-right:20px} sup{font-size:10px;line-height:0}
[data-note]{font:12px/15px "Source Sans 3"!important;padding-bottom:3px} [data-note] *{margin:0!important;font:inherit!important}
[data-notes-line]{padding-top:20px;background:#fff}`

/** A text of random blocks, with a word `cN` before each call and `nN` at the head of each note. */
function textOf(seed: number, longest: number): string {
  const random = sequence(seed)
  const upTo = (most: number): number => 1 + Math.floor(random() * most)
  const words = (count: number): string =>
    Array.from({ length: count }, () => 'meadow lark harbour of the tide '.split(' ')[upTo(5) - 1]).join(' ')
  let calls = 0
  let waiting = ''
  const call = (share: number): string => {
    if (random() > share) return ''
    calls += 1
    const more =
      random() < 0.2 ? `<p>${words(upTo(20))}</p><ul><li>${words(3)}</li><li>${words(30)}</li></ul>` : ''
    waiting += `<div id="note-${calls}" data-note="call-${calls}" role="generic" lang="en-x-note"><p><a href="#call-${calls}">${calls}</a> n${calls} ${words(upTo(longest))}</p>${more}</div>`
    return ` c${calls}<sup class="call"><a id="call-${calls}" href="#note-${calls}">${calls}</a></sup>`
  }
  const p = (): string =>
    `<p>${Array.from({ length: upTo(5) }, () => words(upTo(40)) + call(0.3)).join(' ')}</p>`
  const kinds = [
    p,
    p,
    p,
    p,
    () =>
      `<ul>${Array.from({ length: upTo(6) }, () => `<li>${words(upTo(40))}${call(0.3)}</li>`).join('')}</ul>`,
    () =>
      `<table>${Array.from({ length: 2 + upTo(14) }, () => `<tr><td>${words(3)}</td><td>${words(upTo(15))}${call(0.2)}</td></tr>`).join('')}</table>`,
    () => `<blockquote>${p()}${p()}</blockquote>`,
    () => `<aside>${p()}${p()}</aside>`,
    () => `<div class="item"><p>1</p><div>${p()}${p()}${p()}${p()}</div></div>`,
    () => `<pre>${Array.from({ length: upTo(30) }, () => words(4)).join('\n')}</pre>`,
  ]
  const blocks = Array.from({ length: 60 }, () => {
    const block = kinds[upTo(kinds.length) - 1]!()
    const notes = waiting
    waiting = ''
    return block + notes
  })
  return `<div class="flow">${blocks.join('\n')}</div>`
}

async function printed(...texts: readonly string[]): Promise<{ read: ReadPdf; bytes: Buffer }> {
  const document = buildDocument(
    texts.map((html, index) => ({ id: `text-${index + 1}`, html })),
    { style: STYLE },
  )
  const { findings, pieces, prints } = await printPages(document, SETTINGS, running)
  expect(prints).toBe(1)
  expect(findings.filter(({ rule }) => rule !== 'last-page-is-filled')).toEqual([])
  const bytes = Buffer.from(pieces[0]!.bytes)
  return { read: await readBack(bytes), bytes }
}

/** Pages on which each of the words stands, by its number. */
function pagesOf(read: ReadPdf, word: RegExp): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { text, page } of read.text)
    for (const [, number = ''] of text.matchAll(word)) found[number] ??= page
  return found
}

/**
 * Words of the text that stand below the first line of a note on their page, or behind the ground on which it stands.
 */
function belowNotes({ text, pages }: ReadPdf): string[] {
  const heads = new Map<number, number>()
  const placeOf = (page: number, key: string) => pages[page - 1]!.content.places.get(key)
  for (const one of text) {
    const place = /n\d+ /.test(one.text) && placeOf(one.page, one.key)
    if (place) heads.set(one.page, Math.max(heads.get(one.page) ?? 0, place[2], place[3]))
  }
  return text.flatMap((one) => {
    const place = /c\d+$/.test(one.text) && placeOf(one.page, one.key)
    return place && place[1] < (heads.get(one.page) ?? 0) ? [one.text] : []
  })
}

const placesIn = ({ pages }: ReadPdf) => pages.map(({ content }) => [...content.places])

describe('notes', () => {
  it.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 200],
    [5, 20],
    [6, 90],
  ])('of random text %d, up to %d words long, begin on the page of their call', async (seed, longest) => {
    const { read } = await printed(textOf(seed, longest))
    const notes = pagesOf(read, /n(\d+)/g)
    expect(Object.keys(notes).length).toBeGreaterThan(20)
    expect(notes).toEqual(pagesOf(read, /c(\d+)/g))
    expect(belowNotes(read)).toEqual([])
  })

  it('of a piece that is opened again stand where they were set', async () => {
    const texts = Array.from({ length: 18 }, (_, index) => ({
      id: `text-${index}`,
      html: textOf(index % 2, 60),
    }))
    const options = { style: STYLE, cut: 1 }
    // More pieces than stay open: the first are closed before they are printed.
    const many = await printPages(buildDocument(texts, options), SETTINGS, running)
    const few = await printPages(buildDocument(texts.slice(0, 2), options), SETTINGS, running)
    expect([many.prints, few.prints]).toEqual([1, 1])
    for (const index of [0, 1]) {
      const [one, other] = [many.pieces[index]!, few.pieces[index]!]
      const [read, wanted] = [await readBack(one.bytes), await readBack(other.bytes)]
      expect(read.text).toEqual(wanted.text)
      expect(placesIn(read)).toEqual(placesIn(wanted))
    }
  })
})
