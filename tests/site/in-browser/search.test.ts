import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { publicationFolder } from '../../support/publication-folder.ts'

const WORDS = { none: 'None: {words}', found: '{count}: {words}', first: '{shown} of {count}: {words}' }

/** What the page says of a search that this many pages answer. */
async function saidOf(words: string, count: number): Promise<string> {
  const answer = `({ data: async () => ({ url: '/', meta: { title: 'A' }, excerpt: '' }) })`
  const root = await publicationFolder({
    'pagefind/pagefind.js': `export const options = () => {}; export const search = () => ({ results: Array.from({ length: ${count} }, () => ${answer}) })`,
  })
  const page = new URL(`search/?q=${encodeURIComponent(words)}`, `${pathToFileURL(root)}/`)
  const status = { textContent: '' }
  const list = { replaceChildren: () => {} }
  const form = {
    dataset: WORDS,
    hidden: true,
    addEventListener: () => {},
    elements: { namedItem: () => ({ value: '', addEventListener: () => {} }) },
  }
  const found: Readonly<Record<string, object>> = {
    'form.search': form,
    'ol.found': list,
    'p.found': status,
  }
  vi.stubGlobal('document', {
    querySelector: (selector: string) => found[selector],
    createElement: () => ({ append: () => {} }),
    createTextNode: (text: string) => text,
  })
  vi.stubGlobal('location', page)
  vi.stubGlobal('history', { replaceState: () => {} })
  vi.resetModules()
  await import('../../../scripts/site/in-browser/search.js')
  vi.unstubAllGlobals()
  return status.textContent
}

it.each([
  ['nothing', 'grit', 0, 'None: grit'],
  ['all that was found', 'grit', 30, '30: grit'],
  ['the first of what was found', 'grit', 31, '30 of 31: grit'],
  ['what was asked, sign by sign', '$& {count}', 1, '1: $& {count}'],
])('the search shows %s, and says so', async (_, words, count, said) => {
  expect(await saidOf(words, count)).toBe(said)
})
