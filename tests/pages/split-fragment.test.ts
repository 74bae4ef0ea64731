import { describe, expect, it } from 'vitest'
import { mapTags } from '../../scripts/ground/templating/html-tags.ts'
import { splitFragment } from '../../scripts/pages/split-fragment.ts'

describe('a chapter’s fragment', () => {
  it('stays whole without pages of its own', () => {
    expect(splitFragment('<p>one</p><p>two</p>')).toEqual([{ kind: 'flow', html: '<p>one</p><p>two</p>' }])
  })

  it('is cut at landscape tables and full-page pictures', () => {
    const html =
      '<p>a</p><div data-landscape class="landscape"><div>x</div></div><p>b</p><div class="plate" data-plate=""><img alt="a > b"></div>'
    expect(splitFragment(html).map(({ kind }) => kind)).toEqual(['flow', 'landscape', 'flow', 'plate'])
    expect(
      splitFragment(html)
        .map(({ html: part }) => part)
        .join(''),
    ).toBe(html)
  })

  it('is not cut inside a block', () => {
    expect(splitFragment('<aside><div data-plate>x</div></aside>')).toHaveLength(1)
  })

  it('is empty when it says nothing', () => {
    expect(splitFragment('\n ')).toEqual([])
  })
})

describe('changing tags', () => {
  it('leaves text alone that looks like an attribute', () => {
    const html = '<p data-src="3">data-src="3" and &#x3C;p data-src="3"></p>'
    expect(mapTags(html, (tag) => tag.replace('"3"', '"1:3"'))).toBe(
      '<p data-src="1:3">data-src="3" and &#x3C;p data-src="3"></p>',
    )
  })

  it('knows a > in a value from the end of the tag', () => {
    expect(mapTags('<img alt="a > b" src="x">', (tag) => tag.replace('src="x"', 'src="y"'))).toBe(
      '<img alt="a > b" src="y">',
    )
  })
})
