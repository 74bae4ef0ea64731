import { describe, expect, it } from 'vitest'
import type { PageContent } from '../../scripts/verify/reading.ts'
import { readingOrder } from '../../scripts/verify/reading-order.ts'
import { PLAIN_LOOK, type StructureElement, type StructureKid } from '../../scripts/verify/structure-tree.ts'

const page = (...texts: readonly string[]): PageContent => ({
  marks: new Map(texts.map((text, index) => [String(index), text])),
  places: new Map(),
  loose: [],
  strokes: 0,
  missing: [],
  untagged: [],
  tangled: false,
  unmapped: new Set(),
})

const mark = (number: number, key: number): StructureKid => ({ kind: 'mark', page: number, key: String(key) })

const element = (type: string, ...kids: readonly (StructureKid | StructureElement)[]): StructureElement => ({
  type,
  alt: undefined,
  object: 0,
  knowsParent: true,
  id: '',
  language: '',
  look: PLAIN_LOOK,
  kids: kids.map((kid) => ('kind' in kid ? kid : { kind: 'element', element: kid })),
})

describe('readingOrder', () => {
  it('takes the page on which a heading has its words, not the one that an empty mark was left on', () => {
    const tree = element('Document', element('H2', mark(1, 0), mark(2, 0)))
    const { headings } = readingOrder(tree, [page(''), page('It is for the young')])
    expect(headings).toEqual([{ level: 2, text: 'It is for the young', page: 2 }])
  })

  it('reads a header row that is repeated on each page once, where it first has words', () => {
    const row = element(
      'TR',
      element('TH', mark(1, 0), mark(2, 0), mark(3, 0)),
      element('TH', mark(2, 1), mark(3, 1)),
    )
    const { text } = readingOrder(element('Table', row), [
      page(''),
      page('Name', 'What'),
      page('Name', 'What'),
    ])
    expect(text).toMatchObject([
      { text: 'Name', page: 2 },
      { text: 'What', page: 2 },
    ])
  })

  it('reads a row that goes on over the page as a whole, with a header in its first column too', () => {
    const row = element('TR', element('TH', mark(1, 0)), element('TD', mark(1, 1), mark(2, 0)))
    const { text } = readingOrder(row, [page('Trust', 'begins'), page('and ends')])
    expect(text.map((piece) => piece.text)).toEqual(['Trust', 'begins', 'and ends'])
  })

  it('takes the alternative of a figure and leaves what is drawn in it', () => {
    const figure = { ...element('Figure', mark(1, 0)), alt: 'Three of four' }
    const wrapper = element('Figure', figure, element('Caption', mark(1, 1)))
    const { text, alts } = readingOrder(wrapper, [page('drawn', 'Caption')])
    expect(alts).toEqual([{ text: 'Three of four', page: 1 }])
    expect(text).toMatchObject([{ text: 'Caption', page: 1 }])
  })

  it('knows where a link ends in the text', () => {
    const annotation: StructureKid = { kind: 'annotation', page: 1, annotation: 7 }
    const tree = element('P', mark(1, 0), element('Link', mark(1, 1), annotation), mark(1, 2))
    const { links, text } = readingOrder(tree, [page('See ', 'cost', ' (page 3)')])
    expect(links).toEqual([{ text: 'cost', page: 1, end: 2, annotations: [7] }])
    expect(text[links[0]!.end]?.text).toBe(' (page 3)')
  })
})
