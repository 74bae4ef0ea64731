// What GitHub's Markdown has beyond CommonMark, each section of its specification (tables, task lists, strikethrough,
// autolinks, HTML that is not let through) in examples of our own in its manner: no package of npm holds those of the
// specification.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { squash } from '../../scripts/verify/squash.ts'
import { printTree } from '../corpus/print-tree.ts'
import { type Built, buildPublication } from '../support/build-publication.ts'

interface Case {
  readonly name: string
  readonly markdown: string
  /** In the order of reading, without blanks. */
  readonly words: string
  /** Lines of the structure tree. */
  readonly tags?: readonly string[]
  /** Addresses of links. */
  readonly to?: readonly string[]
}

const CASES: readonly Case[] = [
  {
    name: 'a table',
    markdown: '| quay | crane |\n| --- | --- |\n| north | two |',
    words: 'quaycranenorthtwo',
    tags: ['TH', 'TD'],
  },
  { name: 'columns set to a side', markdown: '| ab | c |\n| :-: | --: |\n| de | 4 |', words: 'abcde4' },
  { name: 'a table without bars outside', markdown: 'ab | cd\n--- | ---\nef | gh', words: 'abcdefgh' },
  {
    name: 'a bar within a cell',
    markdown: '| f\\|oo |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
    words: 'f|oob|azb|im',
  },
  {
    name: 'a table that ends where a quotation begins',
    markdown: '| ab | cd |\n| --- | --- |\n| ef | gh |\n> ij',
    words: 'abcdefghij',
  },
  {
    name: 'a line without bars goes on as a row',
    markdown: '| ab | cd |\n| --- | --- |\n| ef | gh |\nij\n\nkl',
    words: 'abcdefghijkl',
  },
  {
    name: 'a header of more cells than hyphens is meant as a table',
    markdown: '| ab | cd |\n| --- |\n| ef |',
    words: 'abcdef',
  },
  {
    name: 'rows with fewer and with more cells: none is lost',
    markdown: '| ab | cd |\n| --- | --- |\n| ef |\n| gh | ij | kl |',
    words: 'abcdefghijkl',
  },
  { name: 'a table of a header alone', markdown: '| ab | cd |\n| --- | --- |', words: 'abcd' },
  { name: 'tasks', markdown: '- [ ] foo\n- [x] bar', words: '☐foo☑bar' },
  {
    name: 'tasks in tasks',
    markdown: '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
    words: '☑foo☐bar☑baz☐bim',
  },
  { name: 'struck out', markdown: '~~Hi~~ hello, there!', words: 'hihello,there!' },
  {
    name: 'not struck out over paragraphs',
    markdown: 'This ~~has a\n\nnew paragraph~~.',
    words: 'this~~hasanewparagraph~~.',
  },
  { name: 'an address by its www', markdown: 'www.example.org', words: 'www.example.org', to: ['http'] },
  {
    name: 'punctuation behind an address',
    markdown: 'Visit www.example.org/a.b, then (www.example.org/c).',
    words: 'visitwww.example.org/a.b,then(www.example.org/c).',
  },
  {
    name: 'brackets within an address',
    markdown: 'www.example.org/search?q=(business))+ok',
    words: 'www.example.org/search?q=(business))+ok',
  },
  {
    name: 'an address before a sign',
    markdown: 'www.example.org/he<lp',
    words: 'www.example.org/he<lp',
  },
  {
    name: 'addresses of several kinds',
    markdown: 'http://example.org\n\n(https://example.org/?q=encyclopedia+(britannica))',
    words: 'http://example.org(https://example.org/?q=encyclopedia+(britannica))',
  },
  { name: 'an e-mail address', markdown: 'foo@bar.example', words: 'foo@bar.example', to: ['mailto:'] },
  {
    name: 'what an e-mail address may hold',
    markdown: 'hello@mail+xyz.example is none, hello+xyz@mail.example is one.',
    words: 'hello@mail+xyz.exampleisnone,hello+xyz@mail.exampleisone.',
  },
  {
    name: 'an e-mail address before a full stop or a hyphen',
    markdown: 'a.b-c_d@a.example.\n\na.b-c_d@a.b-',
    words: 'a.b-c_d@a.example.a.b-c_d@a.b-',
  },
  { name: 'a note', markdown: 'Ships[^1] leave.\n\n[^1]: At nine.', words: 'ships1leave.1at nine.' },
  {
    name: 'HTML that is not let through',
    markdown: '<strong> told <style>p { color: red }</style> <em>twice</em></strong>',
    words: 'toldtwice',
  },
]

let root: string
let browser: PrintBrowser
let built: Built
let pages: readonly { readonly words: string; readonly tree: string; readonly links: readonly string[] }[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'whitepaper-gfm-'))
  await mkdir(join(root, 'chapters'))
  await writeFile(
    join(root, 'publication.yaml'),
    'title: Examples\nlanguage: en\nlength: book\noptions: { covers: false }\n',
  )
  for (const [index, { markdown }] of CASES.entries()) {
    const number = String(index + 1).padStart(2, '0')
    await writeFile(
      join(root, 'chapters', `${number}-case.md`),
      `---\ntitle: Case ${number}\n---\n\n${markdown}\n`,
    )
  }
  browser = await startBrowser({ cache: resolve('.cache') })
  built = await buildPublication(root, browser)
  pages = await readChapters()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await rm(root, { recursive: true, force: true })
})

async function readChapters(): Promise<typeof pages> {
  const { anchors, total } = built.printed.pageMap
  const read = await readBack(built.finished.bytes)
  const firsts = built.book.chapters.map(({ prefix }) => anchors[prefix] ?? 0)
  return firsts.map((first, index) => {
    const end = firsts[index + 1] ?? total + 1
    const own = (one: { readonly page: number }): boolean => one.page >= first && one.page < end
    const texts = read.text.filter(own).map(({ text }) => text)
    const elements = read.elements.filter(own)
    return {
      words: squash(texts.join(''))
        .toLowerCase()
        .replace(/^\d*case\d\d/, ''),
      tree: printTree({ ...read, elements }, first),
      links: read.annotations.filter(own).flatMap(({ address }) => address ?? []),
    }
  })
}

describe('GitHub’s Markdown', () => {
  it('is refused nowhere', () =>
    expect(built.findings.filter(({ severity }) => severity === 'error')).toEqual([]))

  it.each(CASES.map((one, index) => ({ ...one, index })))('$name', ({ words, tags, to, index }) => {
    expect(pages[index]?.words).toBe(squash(words))
    for (const tag of tags ?? []) expect(pages[index]?.tree).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    for (const start of to ?? [])
      expect(pages[index]?.links.some((address) => address.startsWith(start))).toBe(true)
  })
})
