import { describe, expect, it } from 'vitest'
import { readHtml } from '../../scripts/ground/html/html-text.ts'
import { shownFacts } from '../../scripts/ground/html/shown-facts.ts'
import type { Places } from '../../scripts/verify/places.ts'
import { wantedLinks as wantedOf } from '../../scripts/verify/wanted-links.ts'

const folios = ['i', 'ii', 'iii', '1', '2', '3', '4', '5', '6', '7']
const places: Places = {
  pageOf: new Map(Object.entries({ a: 2, b: 3, c: 4, d: 5, e: 6, f: 9, e2: 6 })),
  folio: (page) => folios[page - 1] ?? 'nowhere',
}

const wantedLinks = (html: string, of: Places) => wantedOf(shownFacts(readHtml(html)).links, of)

describe('wantedLinks', () => {
  it('finds a page number inside of a link', () => {
    const [link] = wantedLinks(
      '<li><a href="#one"><b>2</b> One &#x26; all <span class="pg" data-page-of="one">000</span>.</a></li>',
      places,
    )
    expect(link).toMatchObject({
      href: '#one',
      numbers: [{ anchor: 'one', before: '2One&all', behind: '.' }],
    })
  })

  it('finds one beside a link, and not one that belongs to the next', () => {
    const slot = (anchor: string) =>
      `<span data-made> (page <span class="pg" data-page-of="${anchor}">000</span>)</span>`
    const links = wantedLinks(
      `<a href="https://e.org">x</a> <a title="a > b" href="#c">y</a>${slot('c')}`,
      places,
    )
    expect(links.map((link) => link.beside)).toEqual([undefined, { anchor: 'c', between: '(page' }])
  })

  it('leaves out links that nobody sees', () => {
    expect(wantedLinks('<div hidden><a href="#one"></a><a id="x">no link</a></div>', places)).toEqual([])
  })

  it.each([
    ['c', ['1']],
    ['d c', ['1–2']],
    ['c d e e2 f', ['1–3', '6']],
    ['b c', ['iii', '1']],
    ['a b lost', ['ii–iii']],
    ['', []],
  ])('makes the numbers of the index entry “%s”', (anchors, ranges) => {
    const links = wantedLinks(`<span class="pgs" data-pages-of="${anchors}"></span>`, places)
    expect(links.map((link) => link.range)).toEqual(ranges)
  })
})
