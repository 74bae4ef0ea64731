import { describe, expect, it } from 'vitest'
import { pageOf } from './page-of.ts'

describe('of a page from elsewhere nothing is run or fetched, and all is named:', () => {
  it.each([
    '<',
    '&',
    '"',
    '<!--',
    '<p',
    '<p>',
    '<br>',
    '<a href=#>',
    '[',
    '*',
    '_',
    '{',
    '$',
    ':',
    '\\',
    '`',
    '=',
    '^',
    '~',
    'x<b>y</b>',
    '<li>',
  ])('is read in time when it is 100,000 times %s', (sign) => {
    const begun = performance.now()
    pageOf(`<p>${sign.repeat(sign.length > 3 ? 4_000 : 100_000)}`)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})
