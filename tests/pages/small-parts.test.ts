import { describe, expect, it } from 'vitest'
import { seriesRule } from '../../scripts/ground/drawing/series-rule.ts'
import { breakLines, textWidth } from '../../scripts/ground/drawing/text-width.ts'
import { templateEngine } from '../../scripts/ground/templating/engine.ts'
import { cssString, headText } from '../../scripts/ground/templating/running-heads.ts'
import { titleSize } from '../../scripts/ground/templating/title-size.ts'

describe('a running head in CSS', () => {
  it.each([
    ['Say "no"', '"Say \\22 no\\22 "'],
    ['back\\slash', '"back\\5c slash"'],
    ['two\nlines', '"two\\a lines"'],
    ['</style>', '"\\3c /style\\3e "'],
    ['Plain – title’s', '"Plain – title’s"'],
  ])('%j becomes %s', (text, css) => expect(cssString(text)).toBe(css))

  it('keeps number and title apart with spaces that the fonts have', () => {
    expect(headText('2\u2002Barrier  vaulting\n')).toBe('2\u00a0\u00a0Barrier vaulting')
  })
})

describe('a title', () => {
  const box = {
    widthMm: 177,
    heightMm: 56,
    sizesPt: [65.5, 51, 40, 31, 24],
    leading: 1.125,
    tracking: -0.018,
    voice: 'serif',
  } as const

  it('has the largest size when its lines fit', () => {
    expect(titleSize(['Best by', 'West Midlands'], box)).toEqual({ sizePt: 65.5, lines: 2 })
  })

  it('steps down as it grows', () => {
    const long = 'Towards an integrated approach to neighbourhood engagement across the region'
    expect(titleSize([long], box).sizePt).toBeLessThan(51)
  })

  it('never breaks a word to keep a size', () => {
    expect(titleSize(['Neighbourhoodengagements'], box).sizePt).toBeLessThan(51)
  })

  it('takes the smallest when nothing fits', () => {
    expect(titleSize(['word '.repeat(200)], box).sizePt).toBe(24)
  })
})

describe('widths', () => {
  it('count a Chinese character as a square and an accent as nothing', () => {
    expect(textWidth('漢字', 'sans')).toBe(2)
    expect(textWidth('é', 'serif')).toBe(textWidth('e', 'serif'))
  })

  it('break at spaces', () => {
    expect(breakLines('Lack up-to-date policy', 8, 'sans')).toEqual(['Lack up-to-date', 'policy'])
  })
})

it('the series rule has a stroke for each study and ends flush with the measure', () => {
  const path = seriesRule(5, 20, 170)
  expect(path.match(/M/g)).toHaveLength(20)
  expect(path).toContain('M34 0h7.65v3.4')
  expect(path).toContain('M161.5 2.7h8.5')
})

describe('a capital at the beginning of a line', () => {
  it.each([
    ['live streaming', 'Live streaming'],
    ['website, blog', 'Website, blog'],
    ['éclair', 'Éclair'],
    ['iOS app', 'iOS app'],
    ['eBay', 'eBay'],
    ['Flickr', 'Flickr'],
    ['', ''],
  ])('of “%s” makes “%s”: names that have their own keep them', (text, shown) => {
    const engine = templateEngine(
      new Map([['x.liquid', { name: 'x.liquid', text: '{{ text | capital }}', file: 'x.liquid' }]]),
      {},
    )
    expect(engine.render('x', { text }).html).toBe(shown)
  })
})
