// All examples of the CommonMark specification, a chapter each in one publication: what its PDF says is what the
// specification says. (commonmark-spec is CC BY-SA 4.0, a dependency of the tests alone.)
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import spec from 'commonmark-spec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { applyRules } from '../../scripts/rules/apply-rules.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { squash } from '../../scripts/verify/squash.ts'
import { type Built, buildPublication } from '../support/build-publication.ts'
import { DIFFERENT } from './different.ts'
import { type Example, exampleChapter } from './example-chapter.ts'
import { wordsOfHtml } from './words-of-html.ts'

const EXAMPLES: readonly Example[] = spec.tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}))
const PICTURE = 'anchor.png'
/** Which no face draws that is shipped, and a build says so. */
const NO_FACE = [27]
const BUILT = EXAMPLES.filter(({ number }) => !NO_FACE.includes(number))
/** Names in the examples that HTML does not have: they are printed as they stand. */
const NO_ELEMENT =
  /^(?:bab|c2c|b2|bar|foo|foo-bar|responsive-image|mycustomtag|warning|blah|made-up-scheme|a\+b\+c|localhost|m|my)$/

let root: string
let browser: PrintBrowser
let built: Built
let words: ReadonlyMap<number, string>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'whitepaper-commonmark-'))
  await writePublication()
  browser = await startBrowser({ cache: resolve('.cache') })
  built = await buildPublication(root, browser)
  words = await wordsByExample()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await rm(root, { recursive: true, force: true })
})

async function writePublication(): Promise<void> {
  await mkdir(join(root, 'chapters'))
  await writeFile(
    join(root, 'publication.yaml'),
    'title: Examples\nlanguage: en\naccessibility: reported\nlength: book\noptions: { covers: false }\n',
  )
  for (const name of [PICTURE, 'moon.jpg'])
    await copyFile('tests/spec/anchor.png', join(root, 'chapters', name))
  for (const example of BUILT) {
    const name = `${String(example.number).padStart(3, '0')}-example-${example.number}.md`
    await writeFile(join(root, 'chapters', name), exampleChapter(example, PICTURE))
  }
}

/** What stands on the pages of each chapter, in the order of the tags, without its title. */
async function wordsByExample(): Promise<ReadonlyMap<number, string>> {
  const { anchors, total } = built.printed.pageMap
  const read = await readBack(built.finished.bytes)
  const chapters = built.book.chapters
    .map(({ number, prefix }) => ({ number: number ?? 0, first: anchors[prefix] ?? 0 }))
    .sort((one, other) => one.first - other.first)
  return new Map(
    chapters.map(({ number, first }, index) => {
      const end = chapters[index + 1]?.first ?? total + 1
      const texts = read.text.filter(({ page }) => page >= first && page < end).map(({ text }) => text)
      return [number, squash(texts.join('')).toLowerCase()]
    }),
  )
}

/** The title of the chapter with its number before it, and the number of a figure. */
const withoutMade = (text = '', number: number): string =>
  text.replace(new RegExp(`^\\d+example${number}(?:figure\\d+)?`), '')

describe('CommonMark', () => {
  it('has its 652 examples', () => expect(EXAMPLES).toHaveLength(652))

  it('is refused nowhere, and no finding blames the program', () => {
    const findings = applyRules(built.findings, built.settings.publication)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(built.findings.filter(({ message, mend }) => /report this/i.test(message + mend))).toEqual([])
  })

  it.each(EXAMPLES.filter(({ number }) => !Object.hasOwn(DIFFERENT, number)))(
    'example $number prints the words of the specification',
    ({ number, html }) => {
      const expected = wordsOfHtml(html, (name) => !NO_ELEMENT.test(name))
      expect(withoutMade(words.get(number), number)).toBe(expected)
    },
  )

  it('differs in at most twenty, each with its reason', () => {
    expect(Object.keys(DIFFERENT).length).toBeLessThanOrEqual(20)
    for (const reason of Object.values(DIFFERENT)) expect(reason.length).toBeGreaterThan(20)
  })
})
