// What is remembered is right for the words that it was held against alone: a word that only the accounting of the
// files can miss is missed although all pages are as they were.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolveSettings } from '../../../scripts/build/resolve-settings.ts'
import { filesInReach } from '../../../scripts/content/links/files-in-reach.ts'
import { parseContext } from '../../../scripts/content/parse-context.ts'
import { openParsedCache, type ParsedCache } from '../../../scripts/content/parsed-cache.ts'
import { readSources } from '../../../scripts/content/read-sources.ts'
import type { Source } from '../../../scripts/model/chapter.ts'
import { type Renderers, startRenderers } from '../../../scripts/print/renderers.ts'
import { SETTINGS } from '../../print/browser-of-the-tests.ts'
import { makeEditionsOf } from '../../support/make-editions-of.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

let renderers: Renderers
let cache: string
beforeAll(async () => {
  renderers = await startRenderers(SETTINGS)
  cache = await mkdtemp(join(tmpdir(), 'lost-word-'))
})
afterAll(async () => {
  await renderers.close()
  await rm(cache, { recursive: true, force: true })
})

const FILE = 'chapters/01-first.md'
const TEXT = '# First\n\nThe council asked what people wrote.\n'

/** What a build finds of the first file in its memory, and where it would look. */
async function parsedOf(root: string): Promise<{ parsed: ParsedCache; source: Source }> {
  const { settings } = await resolveSettings({ root }, { WHITEPAPER_CACHE: cache })
  const { sources, leftOut } = await readSources(settings!)
  const texts = new Set([...sources.map(({ file }) => file), ...leftOut])
  const files = await filesInReach(sources, texts, settings!)
  return {
    parsed: await openParsedCache(settings!, parseContext(sources, settings!, { files, leftOut })),
    source: sources[0]!,
  }
}

const remembered = async (drawer: string): Promise<string[]> => (await readdir(join(cache, drawer))).sort()

it('a word that the parser loses is missed in a paper whose every page is remembered', async () => {
  const root = await publicationFolder({
    'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
    [FILE]: TEXT,
    'chapters/02-second.md': '# Second\n\nIt answered them within a day.\n',
  })
  const build = () => makeEditionsOf(root, 'screen', renderers, cache)
  const before = await build()
  expect(before.findings).toEqual([])
  const { parsed, source } = await parsedOf(root)
  const chapter = await parsed.read(source)
  expect(chapter?.file, 'the test looks where the build does').toBe(FILE)

  await writeFile(join(root, FILE), TEXT.replace('people', 'most people'))
  const now = await parsedOf(root)
  await now.parsed.write(now.source, chapter!) // As if the new word were lost when the text was parsed.
  const drawers = await Promise.all(['pieces', 'finished', 'read-pages'].map(remembered))
  const lost = await build()
  expect(lost.findings.map(({ rule, place, message }) => ({ rule, ...place, message }))).toEqual([
    expect.objectContaining({
      rule: 'words-are-printed',
      file: FILE,
      line: 3,
      message: expect.stringContaining('most'),
    }),
  ])
  expect(lost.made).toBeUndefined()
  expect(await Promise.all(['pieces', 'finished', 'read-pages'].map(remembered))).toEqual(drawers)

  await writeFile(join(root, FILE), TEXT)
  const again = await build()
  expect(again.findings).toEqual([])
  expect(again.made?.screen?.finished.bytes).toEqual(before.made?.screen?.finished.bytes)
})
