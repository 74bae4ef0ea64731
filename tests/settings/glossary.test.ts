import { expect, it } from 'vitest'
import { readGlossary } from '../../scripts/settings/glossary.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const read = async (yaml: string, language = 'en') =>
  readGlossary(await publicationFolder({ 'glossary.yaml': yaml }), language)

const terms = async (names: readonly string[], language: string) =>
  (await read(names.map((term) => `- { term: ${term}, meaning: x }\n`).join(''), language)).value.map(
    ({ term }) => term,
  )

it('a publication without a glossary has none', async () => {
  expect(await readGlossary(await publicationFolder({}), 'en')).toEqual({ value: [], findings: [] })
  expect(await read('# to come\n')).toEqual({ value: [], findings: [] })
})

it('entries stand in the order of the alphabet of the language', async () => {
  expect(await terms(['zebra', 'öl', 'Apfel', 'ofen'], 'de')).toEqual(['Apfel', 'ofen', 'öl', 'zebra'])
  expect(await terms(['zebra', 'öl', 'Apfel', 'ofen'], 'sv')).toEqual(['Apfel', 'ofen', 'zebra', 'öl'])
})

it('an entry knows its line', async () => {
  const { value } = await read('# Words\n- term: B\n  meaning: b\n- term: A\n  meaning: a\n  expansion: Ay\n')
  expect(value).toEqual([
    { term: 'A', meaning: 'a', expansion: 'Ay', line: 4 },
    { term: 'B', meaning: 'b', expansion: '', line: 2 },
  ])
})

it('names faults with their line', async () => {
  expect((await read('- term: A\n  meaning: a\n- term: B\n  meening: b\n')).findings).toMatchObject([
    { place: { line: 4 }, rule: 'front-matter-key-is-known', mend: 'Did you mean `meaning`?' },
    { place: { line: 3 }, message: '`2.meaning` is missing.' },
  ])
  expect((await read('A sentence.\n')).findings).toMatchObject([{ message: 'This file must be a list.' }])
})

it('may be a list of terms, each the key of its meaning', async () => {
  const { value, findings } = await read('- RSS: Really simple\n- Web: { meaning: All pages }\n')
  expect(findings).toEqual([])
  expect(value).toMatchObject([
    { term: 'RSS', meaning: 'Really simple', line: 1 },
    { term: 'Web', meaning: 'All pages', line: 2 },
  ])
  expect((await read('- Term: A\n')).findings.map(({ message }) => message)).toContain(
    '`1.meaning` is missing.',
  )
})

it('may be a line a term', async () => {
  const { value, findings } = await read('RSS: Really simple\nWeb: { meaning: All pages, expansion: W }\n')
  expect(findings).toEqual([])
  expect(value).toEqual([
    { term: 'RSS', meaning: 'Really simple', expansion: '', line: 1 },
    { term: 'Web', meaning: 'All pages', expansion: 'W', line: 2 },
  ])
})

it('explains no term twice', async () => {
  expect((await read('- { term: RSS, meaning: a }\n- { term: rss, meaning: b }\n')).findings).toMatchObject([
    { place: { line: 2 }, message: '`rss` is explained twice.' },
  ])
})
