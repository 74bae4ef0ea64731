import { describe, expect, it } from 'vitest'
import { bookOf, chapterOf, composed, matterOf, sectionOf } from './small-book.ts'

/** As it is read. */
const plainText = (html: string): string =>
  html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '').replace(/\s+/g, ' ')

const source = { title: 'A register', url: 'https://example.org/register/' }
const studyWith = (matter: Parameters<typeof matterOf>[0], more: Parameters<typeof bookOf>[0] = {}) =>
  bookOf({
    chapters: [chapterOf({ kind: 'case-study', matter: matterOf(matter) })],
    sections: [sectionOf({ kind: 'case-study' })],
    ...more,
  })

describe('the panel of a case study', () => {
  it('tells figures from what came of it, all figures in one size', async () => {
    const keyFigures = [
      { value: '11', label: 'reports' },
      { value: '£2,180,000.00', label: 'spent' },
    ]
    const outcome = { outcome: 'It is open' } // A field that only the panel reads.
    const { html } = await composed(studyWith({ keyFigures, ...outcome }))
    const sizes = [...html.matchAll(/class="big run-in" style="font-size: ([\d.]+)pt/g)].map(
      ([, size]) => size,
    )
    expect(sizes).toHaveLength(2)
    expect(new Set(sizes).size).toBe(1)
    expect(plainText(html)).toMatch(/Key figures ?11 reports ?£2,180,000\.00 spent ?Outcome ?It is open/)
  })
})

describe('sources', () => {
  it('are printed with their addresses, but for those that say them', async () => {
    const same = { title: 'See example.org/b', url: 'https://example.org/b' }
    const text = plainText((await composed(studyWith({ sources: [source, same] }))).html)
    expect(text).toContain('Sources: A register. example.org/register; See example.org/b.')
  })

  it('leave them to the list of sources where there is one', async () => {
    const chapters = [
      chapterOf({ kind: 'case-study', matter: matterOf({ sources: [source] }) }),
      chapterOf({ file: 'chapters/02-s.md', prefix: 's', matter: matterOf({ layout: 'sources' }) }),
    ]
    const sections = [
      sectionOf({ kind: 'case-study' }),
      sectionOf({ id: 's', chapter: 1, title: 'Sources', short: 'Sources' }),
    ]
    const book = bookOf({ chapters, sections, sources: [{ ...source, usedBy: [] }] })
    const text = plainText((await composed(book)).html)
    expect(text.match(/example\.org\/register/g)).toHaveLength(1)
    expect(text).toContain('Sources: A register.')
  })
})

it('the code of its page on the web stands beside its sources', async () => {
  const { html } = await composed(studyWith({ sources: [source] }), {
    'publication.yaml': 'title: Book\nlanguage: en\nweb: https://example.org/\n',
  })
  expect(html).toMatch(/class="with-code">\s*<p class="sources"[\s\S]*class="on-the-web">\s*<svg/)
})
