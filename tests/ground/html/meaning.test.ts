import { expect, it } from 'vitest'
import { isMeaning, readMeaning, withMeaning } from '../../../scripts/ground/html/meaning.ts'

it('stands in the private part of a language and comes out of it again', () => {
  expect(withMeaning('en-GB', 'note')).toBe('en-GB-x-note')
  expect(readMeaning('en-GB-x-note')).toEqual({ language: 'en-GB', meaning: 'note' })
  expect(readMeaning(withMeaning('cy', 'section', '12'))).toEqual({
    language: 'cy',
    meaning: 'section',
    detail: '12',
  })
})

it('leaves a language without one as it is', () => {
  for (const language of ['', 'fr', 'en-GB', 'zh-Hant-TW'])
    expect(readMeaning(language)).toEqual({ language })
})

it('takes private parts of somebody else off', () => {
  expect(readMeaning('de-x-mine-2')).toEqual({ language: 'de' })
  expect(readMeaning('x-toc')).toEqual({ language: '', meaning: 'toc' })
})

it('knows its own names and no others', () => {
  expect(isMeaning('toc')).toBe(true)
  expect(isMeaning('constructor')).toBe(false)
})
