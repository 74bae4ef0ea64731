import { expect, it } from 'vitest'
import { writeCitations } from '../../../scripts/citations/write-citations.ts'
import type { CitationMark } from '../../../scripts/model/citations.ts'
import { readLocales } from '../../../scripts/settings/citations/read-locales.ts'
import { readStyle } from '../../../scripts/settings/citations/read-style.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

const PLACE = { file: 'publication.yaml', line: 2 }
const LOCALE = `<?xml version="1.0"?>
<!-- <term name="page"><single>kommentar</single></term> -->
<cs:locale xmlns:cs="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="de-DE">
  <cs:terms>
    <cs:term name='page' form="short"><cs:single>S.</cs:single><cs:multiple><![CDATA[SS.]]></cs:multiple></cs:term>
    <cs:term name="chapter" form="short">Kap. &amp; Co.</cs:term>
    <cs:term name="section"/>
    <cs:term name="et-al">u. a.</cs:term>
    <cs:term name="and" form="symbol">u.</cs:term>
    <cs:term name="edited-by">herausgegeben von</cs:term>
  </cs:terms>
</cs:locale>`

it('words for kinds of places are read as XML, however it is written', async () => {
  const root = await publicationFolder({ 'citations/locales-de-DE.xml': LOCALE })
  const { locators, findings } = await readLocales([root, 'templates'], 'de', PLACE)
  expect(findings).toEqual([])
  expect(locators).toMatchObject({ 's.': 'page', 'ss.': 'page', 'kap. & co.': 'chapter', 'p.': 'page' })
  const none = ['kommentar', 'u. a.', 'herausgegeben von', '']
  expect(Object.keys(locators).filter((words) => none.includes(words))).toEqual([])
})

it('authors that a style of numbers does not name are named with the words of the locale', async () => {
  const unprefixed = LOCALE.replaceAll('cs:', '').replace('xmlns:cs', 'xmlns')
  const root = await publicationFolder({ 'citations/locales-de-DE.xml': unprefixed })
  const { words, locators } = await readLocales([root, 'templates'], 'de', PLACE)
  const { value: style } = await readStyle('.', ['templates'], 'ieee', PLACE)
  const people = ['Ann', 'Bo', 'Cy'].map((family) => ({ family }))
  const works = new Map(
    [2, 3].map((count) => [
      `w${count}`,
      { id: `w${count}`, type: 'book', title: 'A', author: people.slice(0, count) },
    ]),
  )
  const marks = [...works.keys()].map(
    (key, order): CitationMark => ({
      cites: [{ key }],
      isInSentence: true,
      typed: `@${key}`,
      anchor: key,
      note: 0,
      order,
      line: 1,
      column: 1,
    }),
  )
  const told = { works: [], uncited: [], language: 'de', locales: words, locators }
  const { citations } = writeCitations([marks], works, { ...told, style: style! })
  expect(citations.w2).toContain('Ann u. Bo')
  expect(citations.w3).toContain('Ann u. a.')
})
