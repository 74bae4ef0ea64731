// A book composed again in the same cache is what it would be composed anew.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { bookOf, chapterOf, composed, matterOf } from './small-book.ts'

/** The document the first time, and again after a change, with what a build without memory makes then. */
async function again(
  files: Readonly<Record<string, string>>,
  change: (settings: Settings) => Promise<unknown> = async () => undefined,
  book = bookOf(),
): Promise<{ first: HtmlDocument; second: HtmlDocument; anew: HtmlDocument }> {
  let second: HtmlDocument | undefined
  let anew: HtmlDocument | undefined
  const first = await composed(book, files, async (_, settings) => {
    await change(settings)
    second = await composePages(book, settings)
    anew = await composePages(book, { ...settings, remembers: false })
  })
  return { first, second: second!, anew: anew! }
}

const PAGE = '<h1>{{ matter.title }}</h1>{{ body | raw }}'

it('is the same to the letter', async () => {
  const { first, second, anew } = await again({})
  expect(second).toEqual(first)
  expect(second).toEqual(anew)
})

it('shows what a template says since then', async () => {
  const { second, anew } = await again({ 'templates/chapter.liquid': PAGE }, ({ root }) =>
    writeFile(join(root, 'templates/chapter.liquid'), `${PAGE}<p>New.</p>`),
  )
  expect(second.html).toContain('New.')
  expect(second).toEqual(anew)
})

it('tells each time of a template that fails', async () => {
  const { first, second, anew } = await again({ 'templates/page-rules.liquid': '{{ 1 | nothing }}' })
  expect(first.findings.map(({ rule }) => rule)).toEqual(['template-renders'])
  expect(second).toEqual(first)
  expect(second).toEqual(anew)
})

it('has its drawings, wherever a template draws them', async () => {
  const rings = '{{ rings | rings: width: 60, height: 60 }}'
  const { second, anew } = await again({
    'templates/document.liquid': `<html><style>{{ styles | raw }}</style><body>${rings}{%- for section in sections %}{%- for one in section.runs %}<div data-run="{{ one.run.id }}">{{ one.html | raw }}</div>{%- endfor %}{%- endfor %}`,
  })
  expect(anew.html).toContain('<svg')
  expect(second).toEqual(anew)
})

it('asks the clock each time where a template does', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2013-07-26T12:00:00Z') })
  try {
    const { first, second, anew } = await again(
      { 'templates/chapter.liquid': `${PAGE}<p>{{ "now" | date: "%Y" }}</p>` },
      async () => vi.setSystemTime(new Date('2014-07-26T12:00:00Z')),
      bookOf({ chapters: [chapterOf({ matter: matterOf({ title: 'A' }) })] }),
    )
    expect(first.html).toContain('<p>2013</p>')
    expect(second.html).toContain('<p>2014</p>')
    expect(second).toEqual(anew)
  } finally {
    vi.useRealTimers()
  }
})
