import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseChapters } from '../../scripts/content/parse-chapters.ts'
import { parseInThreads } from '../../scripts/content/parse-in-threads.ts'
import { parseSafely } from '../../scripts/content/parse-safely.ts'
import { htmlOf } from '../support/html.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { CONTEXT, source } from './parse.ts'

const SOURCES = ['a', 'b', 'c'].map((name, index) =>
  source(`# ${name}\n\n${'Some words about barriers. '.repeat(3800)}\n`, {
    file: `chapters/0${index}-${name}.md`,
    prefix: name,
  }),
)

describe('parsing in threads', () => {
  it('gives what parsing here gives, in the order of the sources', async () => {
    const here = SOURCES.map((one) => parseSafely(one, CONTEXT))
    expect(await parseInThreads(SOURCES, CONTEXT, 2)).toEqual(here)
    expect(here.map((one) => one.matter.title)).toEqual(['a', 'b', 'c'])
  })

  it('makes a finding of a fault of ours', () => {
    const broken = { ...CONTEXT, prefixes: undefined as unknown as Record<string, string> }
    const chapter = parseSafely(source('# T\n\n[a](b.md)\n'), broken)
    expect(chapter.findings.map((one) => one.rule)).toEqual(['stage-completes'])
    expect(chapter.findings[0]?.cause).toBeTruthy()
    expect(chapter.findings[0]?.cause).not.toContain('\n')
  })
})

describe('parsed files are remembered', () => {
  const SMALL = [source('# T\n\nIEWM\n', { file: 'chapters/01-a.md', prefix: 'a' })]

  const withCache = async () => {
    const cache = await publicationFolder({})
    return { cache, folder: join(cache, 'parsed'), settings: settingsOf({}, { cache, root: cache }) }
  }

  it('and give the same chapter from the cache', async () => {
    const { folder, settings } = await withCache()
    const first = await parseChapters(SMALL, settings)
    expect(await readdir(folder)).toHaveLength(1)
    expect(await parseChapters(SMALL, settings)).toEqual(first)
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('until the text, the glossary or the version changes', async () => {
    const { folder, settings } = await withCache()
    await parseChapters(SMALL, settings)
    await parseChapters([{ ...SMALL[0]!, text: '# T\n\nother\n' }], settings)
    expect(await readdir(folder)).toHaveLength(2)
    const glossary = [{ term: 'IEWM', expansion: 'A body', meaning: '', line: 1 }]
    const [chapter] = await parseChapters(SMALL, { ...settings, glossary })
    expect(chapter && htmlOf(chapter.body)).toContain('<abbr title="A body"')
    await parseChapters(SMALL, { ...settings, version: '9' })
    expect(await readdir(folder)).toHaveLength(4)
  })

  it('and an entry that was damaged is not believed', async () => {
    const { folder, settings } = await withCache()
    const first = await parseChapters(SMALL, settings)
    const [name = ''] = await readdir(folder)
    const entry = await readFile(join(folder, name), 'utf8')
    for (const damaged of ['', '{', 'null', entry.replace('IEWM', 'XXXX'), entry.slice(0, -9)]) {
      await writeFile(join(folder, name), damaged)
      expect(await parseChapters(SMALL, settings)).toEqual(first)
      expect(await readFile(join(folder, name), 'utf8')).toBe(entry)
    }
  })

  it('and not when that is not wanted, or the folder cannot be made', async () => {
    const { cache, settings } = await withCache()
    await parseChapters(SMALL, settings, { remember: false })
    expect(await readdir(cache)).toEqual([])
    await writeFile(join(cache, 'file'), '')
    expect(await parseChapters(SMALL, { ...settings, cache: join(cache, 'file') })).toHaveLength(1)
  })
})
