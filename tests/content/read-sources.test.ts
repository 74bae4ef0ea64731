import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../scripts/content/read-sources.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Publication } from '../../scripts/model/publication.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { processorMs } from '../support/processor-ms.ts'
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

  it('wants a number in each name, and each number once, and goes by names where it has none', async () => {
    const { sources, findings } = await read({
      'chapters/01-b.md': 'b',
      'chapters/1-a.md': 'a',
      'chapters/notes.md': 'c',
    })
    expect(said(findings)).toEqual([
      'file-number-is-unique chapters/01-b.md',
      'file-name-has-number chapters/notes.md',
    ])
    expect(sources.map(({ file, number }) => [file, number])).toEqual([
      ['chapters/1-a.md', 1],
      ['chapters/01-b.md', 1],
      ['chapters/notes.md', 2],
    ])
  })

  it('takes a folder without numbers by its names, what is called README or index first', async () => {
    const { sources, findings } = await read({
      'chapters/setup.md': 'a',
      'chapters/README.md': 'a',
      'chapters/chapter-10.md': 'a',
      'chapters/chapter-2.markdown': 'a',
      'chapters/_draft.md': 'a',
      'case-studies/_index.md': 'a',
      'case-studies/a.md': 'a',
    })
    expect(sources.map(({ file, number }) => `${number} ${file}`)).toEqual([
      '1 chapters/README.md',
      '2 chapters/chapter-2.markdown',
      '3 chapters/chapter-10.md',
      '4 chapters/setup.md',
      '1 case-studies/_index.md',
      '2 case-studies/a.md',
    ])
    expect(said(findings)).toEqual([
      'file-name-has-number chapters/README.md',
      'file-name-has-number case-studies/_index.md',
    ])
    expect(findings[0]).toMatchObject({ severity: 'warning' })
    expect(findings[0]?.message).toContain('nor do 3 others of its folder')
  })

  it('asks for no number where publication.yaml gives the order', async () => {
    const files = { 'chapters/intro.md': 'a', 'chapters/README.md': 'a' }
    const plan = { parts: [{ ...PART, files: ['chapters/intro.md', 'chapters/README.md'] }] }
    const { sources, findings } = await read(files, plan)
    expect(sources.map(({ file }) => file)).toEqual(['chapters/intro.md', 'chapters/README.md'])
    expect(findings).toEqual([])
  })

  it.each([
    ['01_getting_started.md', 1, 'getting_started'],
    ['02 Getting started.md', 2, 'getting-started'],
    ['3. Setup.md', 3, 'setup'],
    ['04.md', 4, '04'],
    ['2013-07-26-launch.md', 1, '2013-07-26-launch'],
  ])('reads the number of %s', async (name, number, prefix) => {
    const { sources } = await read({ [`chapters/${name}`]: 'a' })
    expect(sources).toMatchObject([{ number, prefix }])
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
      'grosse-mass',
      'file-05',
    ])
  })
})

describe('what is not printed', () => {
  it('tells once of authors whom the publication does not name, and of what is left out of them', async () => {
    const root = await publicationFolder({
      'chapters/01-a.md': '---\ntitle: A\nauthor: { name: Ann Lee, email: a@example.org }\n---\n\na\n',
      'chapters/02-b.md': '---\ntitle: B\nauthors: [Bob Ray, Cy Oh]\n---\n\nb\n',
    })
    const makers = [{ name: 'Bob Ray', role: '' }]
    const { findings } = await readSources(settingsOf({ makers }, { root }))
    expect(findings.map(({ place, message }) => `${place.file}:${place.line} ${message}`)).toEqual([
      'chapters/01-a.md:3 1 key of other tools is passed over in this file: `author.email`.',
      'chapters/01-a.md:3 Ann Lee, Cy Oh: named as authors here and not by `makers:`, so printed nowhere.',
    ])
  })

  it('leaves out what its author has not published yet, and what holds nothing', async () => {
    const { sources, leftOut, findings } = await read({
      'chapters/01-a.md': '---\ntitle: A\ndraft: true\n---\na',
      'chapters/02-b.md': '---\npublished: False\n---\na',
      'chapters/03-c.md': '---\ntags: x\n---\n\n<!-- later -->\n',
      'chapters/04-d.md': '',
      'chapters/05-e.md': '---\ntitle: E\ndraft: false\n---\n',
      'chapters/06-f.md': '---\nlayout: index\n---\n',
      'chapters/07-g.md': '# G\n',
    })
    const out = [1, 2, 3, 4].map((number) => expect.stringContaining(`0${number}-`))
    expect(leftOut).toEqual(out)
    expect(said(findings)).toEqual([
      'file-is-published chapters/01-a.md:3',
      'file-is-published chapters/02-b.md:2',
      'file-has-text chapters/03-c.md:1',
      'file-has-text chapters/04-d.md:1',
    ])
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(sources.map(({ file }) => file)).toEqual(
      ['05-e', '06-f', '07-g'].map((name) => `chapters/${name}.md`),
    )
  })

  it('names files of other kinds once, but for pictures and what a text links to', async () => {
    const { findings } = await read({
      'chapters/01-a.md': 'See [the sheet](numbers%20of%202013.xlsx).',
      'chapters/02-b.docx': 'x',
      'chapters/numbers of 2013.xlsx': 'x',
      'chapters/quay.JPG': 'x',
      'chapters/images/a.png': 'x',
      'chapters/part-two/01-c.txt': 'x',
      'chapters/.DS_Store': 'x',
      'data/numbers.ods': 'a',
      'data/README.md': 'a',
      'data/figures.yml': 'title: A',
    })
    expect(said(findings)).toEqual(['file-is-text chapters/02-b.docx'])
    expect(findings[0]?.message).toBe(
      'Not printed, for they are no Markdown: `chapters/02-b.docx` (a Word file), `chapters/part-two/` (a folder).',
    )
  })

  it.each([
    ['chapters/02-b.docx', '`npx whitepaper adopt chapters/02-b.docx` makes Markdown of it'],
    ['chapters/notes of May.html', '`npx whitepaper adopt "chapters/notes of May.html"` makes Markdown'],
    ['draft.docx', '`npx whitepaper adopt draft.docx` makes Markdown of it'],
    ['Entwurf für Köln.htm', '`npx whitepaper adopt "Entwurf für Köln.htm"` makes Markdown of it'],
    ['old.doc', 'Save `old.doc` as a Word file (.docx) first'],
    ['chapters/b.odt', 'Save `chapters/b.odt` as a Word file (.docx) first'],
    ['notes.rtf', 'Save `notes.rtf` as a Word file'],
    ['chapters/figures.xlsx', 'Put `figures.xlsx` into data/'],
    ['chapters/figures.csv', 'Put `figures.csv` into data/'],
    ['chapters/slides.pptx', 'Save a text as Markdown or plain text'],
  ])('says what brings %s in', async (file, mend) => {
    const { findings } = await read({ 'chapters/01-a.md': 'Text.', [file]: 'x' })
    expect(said(findings)).toEqual([`file-is-text ${file}`])
    expect(findings[0]?.mend).toContain(mend)
  })

  it('says nothing of a copy that is out for review, nor of what an editor keeps beside its file', async () => {
    const { findings } = await read({
      'chapters/01-a.md': 'Text.',
      'a-paper-review.docx': 'x',
      '~$draft.docx': 'x',
      '.~lock.draft.docx': 'x',
    })
    expect(said(findings)).toEqual([])
  })

  it('says nothing of an original that was adopted, and of another still', async () => {
    const { findings } = await read({
      'chapters/01-a.md': 'Text.',
      'plan.docx': 'x',
      'other.docx': 'x',
      'adopted-2.md': '`plan.docx` was read as a Word file.',
    })
    expect(said(findings)).toEqual(['file-is-text other.docx'])
  })

  it('says how to begin with a Word file alone', async () => {
    const { findings } = await read({ 'draft.docx': 'x' })
    expect(findings.find(({ rule }) => rule === 'publication-is-complete')?.mend).toContain(
      '`npx whitepaper adopt draft.docx`',
    )
  })

  it('names texts in folders within, though another text links to one', async () => {
    const { findings } = await read({
      'chapters/01-a.md': 'See [b](part/b.md).',
      'chapters/part/b.md': 'x',
      'chapters/part/c/d/e.markdown': 'x',
      'chapters/part/README.md': 'x',
      'chapters/notes/f.txt': 'x',
    })
    expect(said(findings)).toEqual(['file-is-text chapters/part/b.md', 'file-is-text chapters/notes/'])
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      message:
        'Not printed, for they lie in a folder within that of the texts: `chapters/part/b.md`, `chapters/part/c/d/e.markdown`.',
    })
  })

  it.each([
    [
      'chapters/02-b.docx',
      'chapters/02-b.docx',
      'publication.yaml lists `chapters/02-b.docx`, which is a Word file.',
    ],
    [
      'chapters/02-b.md',
      'chapters/02-b.docx',
      'publication.yaml lists `chapters/02-b.md`, and `chapters/02-b.docx` is a Word file.',
    ],
  ])('says of the listed %s that it is a Word file', async (listed, there, message) => {
    const files = { 'chapters/01-a.md': 'a', [there]: 'x' }
    const { findings } = await read(files, { parts: [{ ...PART, files: ['chapters/01-a.md', listed] }] })
    expect(findings[0]).toMatchObject({ rule: 'listed-file-exists', severity: 'error', message })
  })

  it('counts keys of other tools once for the publication', async () => {
    const { findings } = await read({
      'chapters/01-a.md': '---\ntitle: A\ndate: 2020-01-01\ntags: { a: [b, { c: d }] }\nauthor: Ann\n---\na',
      'chapters/02-b.md': '---\nweight: 3\ntags:\ndescription: D\nog:title: x\n---\nb',
    })
    expect(said(findings)).toEqual(['front-matter-is-for-us chapters/01-a.md:3'])
    expect(findings[0]?.message).toBe(
      '5 keys of other tools are passed over in 2 files: `date`, `og:title`, `tags`, `weight`.',
    )
  })

  it.each([
    [
      'Markdown',
      'chapters/01-a.md',
      '# A\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> main\n\nMore.\n<<<<<<< HEAD\n=======\n>>>>>>> b\n',
    ],
    [
      'front matter',
      'chapters/01-a.md',
      '---\ntitle: A\n<<<<<<< HEAD\nshort: one\n=======\nshort: two\n>>>>>>> main\n---\n',
    ],
  ])('an unsettled merge in %s is one finding', async (_, file, text) => {
    const { findings } = await read({ [file]: text })
    expect(said(findings)).toEqual([`merge-is-settled ${file}:3`])
    expect(findings[0]?.message).toMatch(/lines 3 to 7(?:, 10 to 12)?\.$/)
  })

  it('a listing that shows a merge is none', async () => {
    const text = '# Git\n\n~~~\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n~~~\n\n=======\n'
    expect((await read({ 'chapters/01-a.md': text })).findings).toEqual([])
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
    ['half of a letter in UTF-16', bytes(0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8), `file-is-utf8 ${FILE}:1`],
    ['UTF-8 that was cut', bytes(0xc3, 0xa9, 0x20, 0xc3), `file-is-utf8 ${FILE}:1`],
    ['UTF-8 that was coded twice', Buffer.from('caf\xc3\xa9 caf\xe9', 'latin1'), `file-is-utf8 ${FILE}:1`],
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

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFa tëxt\r\n', 'utf16le'), 'a tëxt\n', 1],
    ['UTF-16, the other way round', Buffer.from('\uFEFFa tëxt\n', 'utf16le').swap16(), 'a tëxt\n', 1],
    [
      'UTF-16 without a mark',
      Buffer.from('a text that is long enough', 'utf16le'),
      'a text that is long enough',
      1,
    ],
    [
      'Windows-1252',
      Buffer.from('One\r\n\x93Caf\xe9\x94 \x96 \xa34, it\x92s na\xefve\r\n', 'latin1'),
      'One\n“Café” – £4, it’s naïve\n',
      2,
    ],
  ])('reads %s, and says so', async (_, text, expected, line) => {
    expect(await one(text)).toEqual({ text: expected, findings: [`file-is-in-utf8 ${FILE}:${line}`] })
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
    const before = processorMs()
    expect(await one(`a\n\n${text}\n`)).toEqual({
      text: undefined,
      findings: [expect.stringContaining(`nesting-is-shallow ${FILE}:`)],
    })
    expect(processorMs() - before).toBeLessThan(2000)
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
