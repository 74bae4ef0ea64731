import { describe, expect, it } from 'vitest'
import { inLocale, typedNumber } from '../../../scripts/ground/language/typed-number.ts'

describe('a number as it was typed', () => {
  it.each([
    ['4.50', 'en-GB', 4.5],
    ['1,200', 'en-GB', 1200],
    ['1,200.75', 'en-GB', 1200.75],
    ['12,00,000', 'en-IN', 1_200_000],
    ['4,5', 'en-GB', 4.5],
    ['4,50', 'de', 4.5],
    ['1.200', 'de', 1200],
    ['1.200', 'en', 1.2],
    ['1.200,75', 'en', 1200.75],
    ['1 200', 'fr', 1200],
    ['1’200', 'de-CH', 1200],
    ['1 200,5', 'cs', 1200.5],
    ['-3', 'en', -3],
    ['−3.2', 'en', -3.2],
    ['-£20', 'en', -20],
    ['£-20', 'en', -20],
    ['007', 'en', 7],
  ])('%s in %s', (text, language, number) => {
    expect(typedNumber(text, language)?.number).toBe(number)
  })

  it.each([
    ['37.5%', '%'],
    ['37,5 %', '%'],
    ['£1,200', '£'],
    ['20 €', '€'],
    ['20', ''],
  ])('%s has the sign “%s”', (text, sign) => {
    expect(typedNumber(text, 'en')?.sign).toBe(sign)
  })

  it.each([
    '',
    '-',
    'many',
    'NaN',
    '.nan',
    'Infinity',
    '1e5',
    '0x10',
    '1.2.3',
    '1,2,3',
    '4.',
    '3 files',
    '12-15',
  ])('“%s” is none', (text) => {
    expect(typedNumber(text, 'en')).toBeUndefined()
  })

  it('is written with the separators of its language, and with all its decimals', () => {
    expect([
      inLocale(12400, 'en-GB'),
      inLocale(12400, 'de'),
      inLocale(0.125, 'en'),
      inLocale(1200, 'no such'),
    ]).toEqual(['12,400', '12.400', '0.125', '1,200'])
  })
})
