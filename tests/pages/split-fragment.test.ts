import { describe, expect, it } from 'vitest'
import { splitFragment } from '../../scripts/pages/split-fragment.ts'
import { htmlOf, treeOf } from '../support/html.ts'

const split = (html: string) =>
  splitFragment(treeOf(html).children).map(({ kind, body }) => ({
    kind,
    html: htmlOf({ type: 'root', children: [...body] }),
  }))

describe('a chapter’s fragment', () => {
  it('stays whole without pages of its own', () => {
    expect(split('<p>one</p><p>two</p>')).toEqual([{ kind: 'flow', html: '<p>one</p><p>two</p>' }])
  })

  it('is cut at landscape tables and full-page pictures', () => {
    const html =
      '<p>a</p><div data-landscape="" class="landscape"><div>x</div></div><p>b</p><div class="plate" data-plate=""><img alt="a > b"></div>'
    expect(split(html).map(({ kind }) => kind)).toEqual(['flow', 'landscape', 'flow', 'plate'])
    expect(
      split(html)
        .map(({ html: part }) => part)
        .join(''),
    ).toBe(html)
  })

  it('is not cut inside a block', () => {
    expect(split('<aside><div data-plate>x</div></aside>')).toHaveLength(1)
  })

  it('is empty when it says nothing', () => {
    expect(split('\n ')).toEqual([])
  })
})
