import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valuesInPages } from '../../scripts/account/values-in-pages.ts'
import { DIALECT } from '../../scripts/content/dialect.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { type Checked, checkedFiles, lostIn, removed } from './publication.ts'

const CASE = 'case-studies/01-locks.md'

describe('words-are-printed: a value that no page shows is missed at its line', () => {
  let checked: Checked
  let words: string
  beforeAll(async () => {
    checked = await checkedFiles({
      'publication.yaml':
        'title: Quays\nlanguage: en-GB\nsubtitle: Two of them\nimprint:\n  - { term: Printed by, text: The works }\nbackCover:\n  text: Read it on a boat\n',
      'chapters/01-quay.md': '---\ntitle: Of *quays*\nstandfirst: Built by the water\n---\n\nText.\n',
      [CASE]:
        '---\ntitle: Locks\nbegan: 2011-12-01\npeople:\n  - { name: Ann Low, role: Engineer }\nfigures:\n  - { value: 4.50, label: metres deep }\nsummary: Two locks\noutcome: Ships go up\nsources:\n  - title: The canal book\n---\n\nThe locks are old.\n',
    })
    words = (await composePages(checked.book, checked.settings)).words
  })
  afterAll(() => removed(checked))

  it('and nothing is where all are shown', async () =>
    expect(await valuesInPages(checked.book, checked.settings, words, DIALECT)).toEqual([]))

  it.each([
    ['Two of them', 'publication.yaml:3'],
    ['The works', 'publication.yaml:4'],
    ['Read it on a boat', 'publication.yaml:6'],
    ['Built by the water', 'chapters/01-quay.md:3'],
    ['1 December 2011', `${CASE}:3`],
    ['Engineer', `${CASE}:4`],
    ['4.50', `${CASE}:6`],
    ['metres deep', `${CASE}:6`],
    ['Two locks', `${CASE}:8`],
    ['Ships go up', `${CASE}:9`],
    ['The canal book', `${CASE}:10`],
  ])('%s', async (value, place) => {
    const without = words.replaceAll(value, '')
    const lost = lostIn(await valuesInPages(checked.book, checked.settings, without, DIALECT))
    expect(lost).toEqual([`${place} ${value}`])
  })
})

describe('template-shows-field: a template of the publication that leaves out a field', () => {
  let checked: Checked
  const chapter = (name: string) => `---\ntitle: ${name}\nstandfirst: Below ${name}\n---\n\nText.\n`
  beforeAll(async () => {
    checked = await checkedFiles({
      'publication.yaml': 'title: Quays\nlanguage: en-GB\n',
      'chapters/01-a.md': chapter('One'),
      'chapters/02-b.md': chapter('Two'),
      'templates/chapter-head.liquid':
        '<h{{ level }} id="{{ section.id }}">{{ section.title }}</h{{ level }}>\n',
    })
  })
  afterAll(() => removed(checked))

  it('is told once a field', async () => {
    const { words } = await composePages(checked.book, checked.settings)
    const found = await valuesInPages(checked.book, checked.settings, words, DIALECT)
    expect(
      found.map(({ rule, severity, place }) => `${severity} ${rule} ${place.file}:${place.line}`),
    ).toEqual(['warning template-shows-field chapters/01-a.md:3'])
    expect(found[0]?.message).toContain('`standfirst`: “Below One” is on no page, and 1 more.')
  })
})

it('a chapter ends with its sources where no page collects them', async () => {
  const checked = await checkedFiles({
    'publication.yaml': 'title: Quays\nlanguage: en-GB\n',
    'chapters/01-a.md': '---\ntitle: One\nsources:\n  - title: The canal book\n---\n\nText.\n',
    'chapters/02-b.md':
      '---\ntitle: Two\nlayout: numbered\nsources:\n  - title: The lock book\n---\n\n## A\n\nText.\n',
  })
  const { words } = await composePages(checked.book, checked.settings)
  expect(await valuesInPages(checked.book, checked.settings, words, DIALECT)).toEqual([])
  await removed(checked)
})

it('what is printed for citations stands between the words of a title and a standfirst', async () => {
  const checked = await checkedFiles({
    'publication.yaml': 'title: Quays\nlanguage: en-GB\nbibliography: works.bib\n',
    'works.bib': '@book{walls2011, author = {Wall, Ann}, title = {Walls}, year = {2011}}\n',
    'chapters/01-a.md':
      '---\ntitle: What @walls2011 found\nstandfirst: The wall [@walls2011] held, and @walls2011 said why.\n---\n\nText.\n',
  })
  const { words } = await composePages(checked.book, checked.settings)
  const lostIn = async (shown: string) =>
    (await valuesInPages(checked.book, checked.settings, shown, DIALECT)).map(({ place }) => place.line)
  expect(await lostIn(words)).toEqual([])
  expect(await lostIn(words.replaceAll('held, and', ''))).toEqual([3])
  await removed(checked)
})
