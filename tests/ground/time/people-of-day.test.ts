import { expect, it } from 'vitest'
import { peopleOf } from '../../../scripts/ground/time/people-of-day.ts'

const by = (author: string, handle = '', name = '') => ({ author, handle, name })

it('gives each author all of theirs, whatever name they posted it under, and nobody what nobody said', () => {
  const people = peopleOf([
    by('', '@ann', '1'),
    by('Ann Example', '@ann', '2'),
    by('', '', '3'),
    by('Ann Example', 'ann.example', '4'),
    by('', '@bo', '5'),
  ])
  expect(people.map(({ name, handles, moments }) => [name, handles, moments.map((one) => one.name)])).toEqual(
    [
      ['Ann Example', ['@ann', 'ann.example'], ['1', '2', '4']],
      ['@bo', [], ['5']],
    ],
  )
})

it('gives two people two addresses, though their names read alike in one', () => {
  const slugs = peopleOf([by('Bo Łun'), by('Bo Lun'), by('李'), by('王')]).map(({ slug }) => slug)
  expect(slugs).toEqual(['bo-lun', 'bo-lun-2', 'person', 'person-2'])
})
