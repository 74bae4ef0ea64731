// Fifty works that nobody wrote, the places that cite them, and what is printed of both in a style.
import { readFileSync } from 'node:fs'
import { settledItem } from '../../scripts/citations/settled-item.ts'
import { writeCitations } from '../../scripts/citations/write-citations.ts'
import { readCitation } from '../../scripts/content/citations/citation-syntax.ts'
import type { Citations } from '../../scripts/model/citations.ts'
import { readLocales } from '../../scripts/settings/citations/read-locales.ts'
import { readStyle } from '../../scripts/settings/citations/read-style.ts'
import { ENGLISH } from '../support/english-words.ts'
import { normalForm } from './normal-form.ts'

export const FOLDER = 'tests/fixtures/citations'
export const STYLES =
  'apa chicago-author-date chicago-notes harvard ieee mhra mla nature oscola vancouver'.split(' ')

type Work = Readonly<Record<string, unknown>> & { readonly id: string }

const works = (): Work[] => JSON.parse(readFileSync(`${FOLDER}/works.json`, 'utf8'))

/** Each work by itself, then those of places.md. */
export const lines = (): string[] => [
  ...works().map(({ id }) => `[@${id}]`),
  ...readFileSync(`${FOLDER}/places.md`, 'utf8').trim().split('\n'),
]

export async function printedIn(style: string) {
  const place = { file: 'publication.yaml' }
  const { words, locators } = await readLocales(['templates'], 'en-GB', place)
  const { value } = await readStyle('.', ['templates'], style, place)
  const citations: Citations = {
    works: [],
    uncited: [],
    style: value!,
    language: 'en-GB',
    locales: words,
    locators,
  }
  const keys = new Set(works().map(({ id }) => id))
  const marks = lines().map((typed, index) => {
    const read = readCitation(typed.slice(1, -1), { keys, locators })
    const note = value!.form === 'note' ? index + 1 : 0
    const cites = read && 'cites' in read ? read.cites : []
    return {
      cites,
      typed,
      anchor: `a--cite-${index + 1}`,
      note,
      order: index,
      line: 1,
      column: 1,
      ...(note > 0 ? { isNote: true as const } : {}),
    }
  })
  const items = new Map(works().map((work) => [work.id, settledItem(work, '', ENGLISH).item]))
  const written = writeCitations([marks], items, citations)
  return {
    citations: marks.map(({ anchor }) => normalForm(written.citations[anchor] ?? '')),
    list: Object.fromEntries(written.list.map(({ key, html }) => [key, normalForm(html)])),
  }
}
