import { expect, it } from 'vitest'
import { readEditions } from '../../scripts/editions/editions.ts'
import { fileNameOf } from '../../scripts/ground/edition-files.ts'

it.each([
  ['screen', ['screen']],
  ['press, screen', ['screen', 'press']],
  ['booklet,press,screen,press', ['screen', 'press', 'booklet']],
  ['prss', undefined],
  ['screen,', undefined],
  ['', undefined],
])('`--edition %s` asks for %j, in the order in which they are made', (wish, editions) => {
  expect(readEditions(wish)).toEqual(editions)
})

it('names files after the screen edition', () => {
  expect(fileNameOf('my.pdf-paper.pdf', 'press-cover')).toBe('my.pdf-paper-press-cover.pdf')
  expect(fileNameOf('a-draft.pdf', 'job-sheet')).toBe('a-draft-job-sheet.pdf')
})
