// Pictures together, beside text, over the edges of a page; how wide they are, and whose.
import { describe, expect, it } from 'vitest'
import { galleryRows, galleryWidths } from '../../scripts/ground/gallery-rows.ts'
import { setGalleries } from '../../scripts/ground/html/set-galleries.ts'
import { htmlOf } from '../support/html.ts'
import { found, html, parse } from './parse.ts'

const outlined = (body: string): string[] => parse(body).outline.map(({ kind, text }) => `${kind} ${text}`)
const told = (body: string): string[] => parse(body).findings.map(({ message }) => message)

describe('rows of a gallery', () => {
  it.each<[shapes: number[], rows: number[]]>([
    [[1.5, 1.5], [2]],
    [
      [1.5, 1.5, 1.5],
      [1, 2],
    ],
    [[1.5, 2 / 3, 1.5], [3]],
    [
      [1.5, 1.5, 1.5, 1.5],
      [2, 2],
    ],
    [
      [3, 3],
      [1, 1],
    ],
    [Array(12).fill(1.5), [3, 3, 3, 3]],
    [Array(12).fill(2 / 3), [6, 6]],
  ])('of %j are %j', (shapes, rows) => {
    expect(galleryRows(shapes)).toEqual(rows)
  })

  it('are as wide as the text, and their pictures of one height', () => {
    const shapes = [1.5, 2 / 3, 1, 1.5, 2.2, 0.75, 1.33]
    const widths = galleryWidths(shapes, 170)
    const [first = 0] = galleryRows(shapes)
    const row = widths.slice(0, first)
    expect(row.reduce((sum, one) => sum + one, 0) + 3 * (first - 1)).toBeCloseTo(170)
    const heights = row.map((width, index) => width / shapes[index]!)
    for (const height of heights) expect(height).toBeCloseTo(heights[0]!)
  })
})

describe('a gallery', () => {
  const TWO = '![A wall](a.jpg "The wall")\n![A gate](b.jpg)'

  it('has a caption for all or each, and a number where it has one for all', () => {
    expect(outlined(`:::gallery{caption="Two works"}\n${TWO}\n:::`)).toEqual([
      'figure A wall',
      'caption The wall',
      'figure A gate',
      'caption Two works',
    ])
    expect(parse(`:::gallery{caption="Two works"}\n${TWO}\n:::`).exhibits).toMatchObject([
      { kind: 'figure', caption: 'Two works' },
    ])
    expect(parse(`:::gallery\n${TWO}\n:::`).exhibits).toEqual([])
  })

  it('takes pictures with blank lines between them, and points of a list', () => {
    expect(found(parse(':::gallery\n![A wall](a.jpg)\n\n![A gate](b.jpg)\n:::'))).toEqual([])
    expect(found(parse(':::gallery\n- ![A wall](a.jpg)\n- ![A gate](b.jpg)\n:::'))).toEqual([])
  })

  it.each([
    ['one picture', '![A wall](a.jpg)', '`:::gallery` holds 1 picture.'],
    ['none', 'Words.', '`:::gallery` holds 0 pictures.'],
    ['thirteen', '![A wall](a.jpg)\n'.repeat(13), '`:::gallery` holds 13 pictures.'],
  ])('of %s is told', (_, inside, message) => {
    expect(told(`:::gallery\n${inside}\n:::`)).toEqual([message])
  })

  it('is set in rows where the shapes are known', () => {
    const { body } = parse(`:::gallery\n${TWO}\n![A mark](c.svg)\n:::`)
    const rows = htmlOf(setGalleries(body, (file) => ({ 'chapters/a.jpg': 3 })[file]))
    expect(rows.match(/<div class="gallery-row">/g)).toHaveLength(2)
    expect(rows).toContain('width="12000" height="4000"')
    expect(rows).toContain('width="6000" height="4000"')
  })

  it('says of its pictures that they stand together', () => {
    const { images } = parse(`:::gallery\n${TWO}\n:::\n\n:::gallery\n${TWO}\n:::`)
    expect(images.map(({ gallery, widthMm }) => [gallery, widthMm])).toEqual([
      [0, 170],
      [0, 170],
      [1, 170],
      [1, 170],
    ])
  })
})

describe('a picture beside text', () => {
  const PICTURE = '![A wall](a.jpg){width=30%}'

  it.each([
    ['{left}', 'beside left share-30'],
    ['{side=left}', 'beside left share-30'],
    ['', 'beside right share-30'],
  ])('%s', (attributes, className) => {
    const made = html(`:::beside${attributes}\n${PICTURE}\n\nText.\n:::`)
    expect(made).toContain(`<div class="${className}"><figure`)
  })

  it('is read where it is written', () => {
    expect(outlined(`:::beside\n${PICTURE}\n\nText.\n:::`)).toEqual(['figure A wall', 'paragraph Text.'])
    expect(outlined(`:::beside\nText.\n\n${PICTURE}\n:::`)).toEqual(['paragraph Text.', 'figure A wall'])
  })

  it('is told without one of both', () => {
    expect(told(`:::beside\n${PICTURE}\n:::`)).toEqual([
      '`:::beside` has no text to stand beside its picture.',
    ])
    expect(told(':::beside\nText.\n:::')).toEqual(['`:::beside` holds no picture.'])
  })
})

describe('a plate over the edges', () => {
  const plate = (attributes: string): string => `:::plate{${attributes}}\n![A wall](a.jpg)\n:::`

  it('is as wide as its page, and keeps in sight what it is asked to', () => {
    const { html: made, images } = parse(plate('bleed focus="top left"'))
    expect(made).toContain('<div data-bleed="" data-focus="top left" class="plate">')
    expect(images).toMatchObject([{ widthMm: 210, fillsPage: true }])
  })

  it('is told what is no place', () => {
    expect(told(plate('bleed focus="x; color: red"'))).toEqual([
      '`:::plate` has an unknown focus, “x; color: red”.',
    ])
  })
})

describe('the width of a picture', () => {
  it.each([
    ['width=50%', 63.75],
    ['width="45mm"', 45],
    ['width=4.5cm', 45],
    ['width=1in', 25.4],
    ['width=96px', 25.4],
    ['width=96', 25.4],
    ['width=150mm', 150],
    ['width=900mm', 170],
    ['width=120%', 127.5],
  ])('{%s} is %d mm', (attributes, mm) => {
    const { images, findings, html: made } = parse(`![A wall](a.jpg){${attributes}}`)
    expect(findings).toEqual([])
    expect(images).toMatchObject([{ widthMm: mm, isAsked: true }])
    expect(made).toContain(`data-width="${mm}mm"`)
  })

  it('that is none is told', () => {
    expect(told('![A wall](a.jpg){width=20em}')).toEqual([
      '`20em` is no width that paper can have, and is left out.',
    ])
  })
})

describe('whose a picture is', () => {
  const WHOSE = 'credit="Photograph: the office" licence="CC BY 4.0"'

  it('stands behind its caption', () => {
    expect(outlined(`![A wall](a.jpg "The wall"){${WHOSE}}`)).toEqual([
      'figure A wall',
      'caption The wall. Photograph: the office. CC BY 4.0',
    ])
    expect(outlined(`![A wall](a.jpg){${WHOSE}}`)[1]).toBe('caption Photograph: the office. CC BY 4.0')
    expect(outlined(`:::figure{${WHOSE}}\n![A wall](a.jpg "The wall!")\n:::`)[1]).toBe(
      'caption The wall! Photograph: the office. CC BY 4.0',
    )
  })

  it('is known to a list, with a place to lead to', () => {
    const { credits, anchors } = parse(
      `![A wall](a.jpg){${WHOSE} consent="given, by letter"}\n\n:::gallery{credit="All: the office"}\n![A](b.jpg)\n![B](c.jpg){license=PD}\n:::`,
    )
    expect(anchors).toEqual(['barriers--picture-1', 'barriers--picture-2'])
    expect(credits).toEqual([
      {
        anchor: 'barriers--picture-1',
        title: 'A wall',
        credit: 'Photograph: the office',
        licence: 'CC BY 4.0',
        consent: { state: 'given', note: 'by letter' },
      },
      { anchor: 'barriers--picture-2', title: 'A', credit: 'All: the office', licence: '' },
      { anchor: 'barriers--picture-2', title: 'B', credit: '', licence: 'PD' },
    ])
  })

  it('and whether somebody agrees to be shown is told where it is not so', () => {
    expect(found(parse('![A face](a.jpg){consent=asked}'))).toEqual(['consent-is-given@4'])
    expect(told('![A face](a.jpg){consent=yes}')).toEqual([
      '`consent="yes"` does not say whether whoever is shown agrees, and is left out.',
    ])
  })
})
