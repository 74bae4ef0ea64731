import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../scripts/content/read-sources.ts'
import type { Finding, Publication } from '../../scripts/model.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const read = async (files: Files, publication: Partial<Publication> = {}) => {
  const root = await publicationFolder(files)
  return { root, ...(await readSources(settingsOf(publication, { root }))) }
}

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, place }) => `${rule} ${place.file}${place.line ? `:${place.line}` : ''}`)

const PART = { title: 'One', standfirst: '', divider: true }

describe('the order and depth of files', () => {
  it('takes all files by number, chapters first, when nothing is listed', async () => {
    const { sources, findings } = await read({
      'chapters/10-last.md': 'a',
      'chapters/2-first.md': 'a',
      'chapters/README.md': 'a',
      'case-studies/01-flickr.md': 'a',
    })
    expect(
      sources.map(({ file, kind, number, prefix, level }) => [file, kind, number, prefix, level]),
    ).toEqual([
      ['chapters/2-first.md', 'chapter', 2, 'first', 1],
      ['chapters/10-last.md', 'chapter', 10, 'last', 1],
      ['case-studies/01-flickr.md', 'case-study', 1, 'case-flickr', 1],
    ])
    expect(findings).toEqual([])
  })

  it('follows publication.yaml: front, parts, back', async () => {
    const files = {
      'chapters/01-a.md': 'a',
      'chapters/02-b.md': 'b',
      'chapters/03-c.md': 'c',
      'chapters/04-d.md': 'd',
    }
    const plan = {
      front: ['chapters/03-c.md'],
      parts: [{ ...PART, files: ['chapters/02-b.md'] }],
      back: ['chapters/01-a.md'],
    }
    const { sources, findings } = await read(files, plan)
    expect(sources.map(({ file, level }) => [file, level])).toEqual([
      ['chapters/03-c.md', 1],
      ['chapters/02-b.md', 2],
      ['chapters/01-a.md', 1],
    ])
    expect(said(findings)).toEqual(['file-has-a-place chapters/04-d.md'])
  })

  it('takes what is neither front nor back for the body when there are no parts', async () => {
    const files = { 'chapters/01-a.md': 'a', 'chapters/02-b.md': 'b', 'chapters/03-c.md': 'c' }
    const { sources, findings } = await read(files, { back: ['chapters/01-a.md'] })
    expect(sources.map(({ file }) => file)).toEqual([
      'chapters/02-b.md',
      'chapters/03-c.md',
      'chapters/01-a.md',
    ])
    expect(findings).toEqual([])
  })

  it('suggests the file that a list meant', async () => {
    const { findings } = await read({ 'chapters/01-barriers.md': 'a' }, { front: ['chapters/01-bariers.md'] })
    expect(said(findings)).toEqual(['listed-file-exists publication.yaml'])
    expect(findings[0]?.mend).toBe('Did you mean `chapters/01-barriers.md`?')
  })

  it('refuses a listed file outside', async () => {
    const { findings } = await read({ 'chapters/01-a.md': 'a' }, { front: ['../secret.md'] })
    expect(said(findings)).toEqual(['path-stays-inside publication.yaml'])
  })

  it('wants a number in each name, and each number once', async () => {
    const { sources, findings } = await read({
      'chapters/01-a.md': 'a',
      'chapters/1-b.md': 'b',
      'chapters/notes.md': 'c',
    })
    expect(said(findings)).toEqual([
      'file-number-is-unique chapters/1-b.md',
      'file-name-has-number chapters/notes.md',
    ])
    expect(sources).toHaveLength(3)
  })

  it('lets a chapter and a case study have one number', async () => {
    const { findings } = await read({ 'chapters/01-a.md': 'a', 'case-studies/01-a.md': 'b' })
    expect(findings).toEqual([])
  })

  it('gives every file an anchor of its own, and none that a page of ours has', async () => {
    const { sources } = await read({
      'chapters/01-a.md': 'a',
      'chapters/02-a.md': 'a',
      'chapters/03-contents.md': 'a',
      'chapters/04-Größe & Maß.md': 'a',
      'chapters/05-中文.md': 'a',
    })
    expect(sources.map(({ prefix }) => prefix)).toEqual([
      'a',
      'a-2',
      'chapter-contents',
      'groe-ma',
      'file-05',
    ])
  })
})

describe('what a file may be', () => {
  const one = async (text: string | Uint8Array) => {
    const { sources, findings } = await read({ 'chapters/01-a.md': text })
    return {
      text: sources[0]?.text,
      findings: said([...findings, ...sources.flatMap((source) => source.findings)]),
    }
  }
  const FILE = 'chapters/01-a.md'
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

  it('takes a byte order mark and Windows line ends without a word', async () => {
    expect(await one('\uFEFF---\r\ntitle: A\r\n---\r\nb\rc\r\n')).toEqual({
      text: '---\ntitle: A\n---\nb\nc\n',
      findings: [],
    })
  })

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFa text', 'utf16le'), `file-is-utf8 ${FILE}:1`],
    [
      'UTF-16 without',
      Buffer.from('a text that is long enough to be told, and then some more of it', 'utf16le'),
      `file-is-utf8 ${FILE}:1`,
    ],
    ['binary data', bytes(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), `file-is-utf8 ${FILE}:1`],
    ['broken UTF-8', bytes(0x61, 0x0a, 0xc3, 0x28), `file-is-utf8 ${FILE}:1`],
    ['over 2 MB', 'a'.repeat(2 * 1024 * 1024 + 1), `file-is-small ${FILE}:1`],
    ['nothing', '', `file-has-text ${FILE}:1`],
    ['blanks', ' \n\n\t\n', `file-has-text ${FILE}:1`],
    ['JavaScript for front matter', '---js\n{}\n---\na', `front-matter-is-yaml ${FILE}:1`],
    ['another language for front matter', '--- coffee\na\n---\na', `front-matter-is-yaml ${FILE}:1`],
  ])('refuses %s', async (_name, text, expected) => {
    expect(await one(text)).toEqual({ text: undefined, findings: [expected] })
  })

  it('names the line of a byte that is no UTF-8', async () => {
    const { findings } = await read({ 'chapters/01-a.md': Uint8Array.from([0x61, 0x0a, 0xc3, 0x28]) })
    expect(findings[0]?.message).toContain('line 2')
  })

  it('leaves control characters and noncharacters out, and says where', async () => {
    expect(await one('a\u0007b\nc\u007F\uFDD0number:x\uFDD1\ntab\tstays\uFEFF\u{1FFFE}')).toEqual({
      text: 'ab\ncnumber:x\ntab\tstays',
      findings: [1, 2, 2, 2, 3, 3].map((line) => `control-characters-are-gone ${FILE}:${line}`),
    })
  })

  it.each([
    ['quotations', '> '.repeat(101)],
    ['lists in one line', '- '.repeat(101)],
    ['lists', Array.from({ length: 101 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
    ['brackets', '['.repeat(50_000)],
    ['closing brackets', ']'.repeat(50_000)],
    ['stars', '*'.repeat(50_000)],
    ['emphasis', '*a **b '.repeat(10_000)],
    ['tags', '<a '.repeat(10_000)],
    ['comments', '<!-- '.repeat(10_000)],
    ['columns', `${'| a '.repeat(500)}|\n${'|---'.repeat(500)}|`],
    ['blocks', Array.from({ length: 101 }, (_, level) => `${':'.repeat(200 - level)}callout`).join('\n')],
    ['backticks', Array.from({ length: 200 }, (_, length) => `${'`'.repeat(length + 1)}a`).join('')],
    ['pairs', '[a]'.repeat(20_000)],
  ])('refuses a hundred levels of %s before parsing, at once', async (_name, text) => {
    const before = performance.now()
    expect(await one(`a\n\n${text}\n`)).toEqual({
      text: undefined,
      findings: [expect.stringContaining(`nesting-is-shallow ${FILE}:`)],
    })
    expect(performance.now() - before).toBeLessThan(2000)
  })

  it('takes ten levels, a long table and code full of signs', async () => {
    const text = `${'> '.repeat(10)}a\n\n| a | b |\n|---|---|\n${'| [x](y) | *z* |\n'.repeat(200)}\n\`\`\`\n${'a[i] = b[j] * c[k]; '.repeat(500)}\n\`\`\`\n`
    expect((await one(text)).findings).toEqual([])
  })

  it('follows no symlink out of the publication', async () => {
    const outside = await publicationFolder({ 'secret.md': 'secret' })
    const root = await publicationFolder({ 'chapters/01-a.md': 'a' })
    await symlink(join(outside, 'secret.md'), join(root, 'chapters/02-b.md'))
    const { sources, findings } = await readSources(settingsOf({}, { root }))
    expect(sources.map(({ file }) => file)).toEqual(['chapters/01-a.md'])
    expect(said(findings)).toEqual(['path-stays-inside chapters/02-b.md:1'])
  })

  it('keeps on when a file goes away while it is read', async () => {
    const root = await publicationFolder({ 'chapters/01-a.md': 'a' })
    await symlink(join(root, 'gone.md'), join(root, 'chapters/02-b.md'))
    await writeFile(join(root, 'chapters/03-c.md'), 'c')
    const { sources, findings } = await readSources(settingsOf({}, { root }))
    expect(sources).toHaveLength(2)
    expect(said(findings)).toEqual(['publication-is-complete chapters/02-b.md:1'])
  })
})
