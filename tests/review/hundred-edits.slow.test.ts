// A hundred edits in the Word file of a whole publication, made as Word makes them, tracked or not, come back as a
// hundred edits of its Markdown.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { reviewCommand } from '../../scripts/commands/review.ts'
import { makeWord } from '../../scripts/editions/make-word.ts'
import { zipFilesIn } from '../../scripts/ground/archives/zip-files.ts'
import { fileKey, readMark } from '../../scripts/ground/review-marks.ts'
import { zip } from './word-files.ts'

const PUBLICATION = 'tests/publications/neutral'
const FILES = [
  'chapters/01-a-town-of-paths.md',
  'chapters/02-from-report-to-repair.md',
  'chapters/03-one-year-counted.md',
  'chapters/04-how-to-begin.md',
  'case-studies/01-ferry-hard.md',
  'case-studies/02-school-cut.md',
]

let root = ''
const parts: Record<string, Buffer> = {}
const sources = new Map<string, string>()

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'whitepaper-review-'))
  await cp(PUBLICATION, root, { recursive: true })
  for (const file of FILES) sources.set(file, await readFile(join(root, file), 'utf8'))
  const { settings } = await resolveSettings({ root, edition: 'word' })
  const stages = { run: <T>(_: string, work: () => T): T => work(), times: () => [] }
  const { book } = await readPublication(settings!, stages as never, { edition: 'word' })
  const { bytes } = await makeWord(book, settings!)
  const files = await zipFilesIn(Buffer.from(bytes))
  for (const name of files.names) parts[name] = await files.read(name, 50_000_000)
  files.close()
}, 120_000)

afterAll(() => rm(root, { recursive: true, force: true }))

interface Planted {
  readonly word: string
  readonly becomes: string
}

/** In the one run of a paragraph that holds a word once. */
function plant(paragraph: string, { word, becomes }: Planted, isTracked: boolean): string | undefined {
  const found = [
    ...paragraph.matchAll(/<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g),
  ]
  const own = found.filter(([, , text = '']) => text.split(word).length === 2)
  const [only] = own
  if (own.length !== 1 || !only) return undefined
  const [run, properties = '', text = ''] = only
  const [before = '', behind = ''] = text.split(word)
  const part = (words: string, tag = 'w:t'): string =>
    words === ''
      ? ''
      : `<w:r w:rsidR="00A1B2C3">${properties}<${tag} xml:space="preserve">${words}</${tag}></w:r>`
  const who = 'w:id="900" w:author="A. Reviewer" w:date="2025-01-01T00:00:00Z"'
  const changed = isTracked
    ? `<w:del ${who}>${part(word, 'w:delText')}</w:del>${becomes === '' ? '' : `<w:ins ${who}>${part(becomes)}</w:ins>`}`
    : part(becomes)
  const cut = Math.floor(before.length / 2)
  return paragraph.replace(
    run,
    () => part(before.slice(0, cut)) + part(before.slice(cut)) + changed + part(behind),
  )
}

const KINDS: readonly ((word: string) => string)[] = [
  () => 'reworded',
  (word) => `${word} and more`,
  (word) => `${word}, indeed`,
  (word) => `not ${word}`,
  () => 'newydd a’r môr',
  () => 'שלום',
  (word) => `${word} 🧱`,
  (word) => `“${word}”`,
]

/** Plants as many edits as there is room for, one a paragraph, and makes the same in the Markdown. */
function plantAll(
  most: number,
  isTracked: boolean,
): { document: string; expected: Map<string, string>; count: number } {
  const expected = new Map(sources)
  const files = new Map(FILES.map((file) => [fileKey(file), file]))
  let count = 0
  const document = (parts['word/document.xml'] ?? Buffer.alloc(0))
    .toString('utf8')
    .replace(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs, (paragraph) => {
      const names = [...paragraph.matchAll(/w:name="(_wp_[^"]*)"/g)]
      const mark = names.length === 1 ? readMark(names[0]?.[1] ?? '') : undefined
      const file = mark && files.get(mark.file)
      const text = file && expected.get(file)
      if (!mark || !file || !text || count >= most) return paragraph
      const rows = text.split('\n')
      for (const word of paragraph.replace(/<[^>]*>/g, ' ').match(/\b[a-z]{4,}\b/g) ?? []) {
        const own = sources
          .get(file)!
          .split('\n')
          .slice(mark.line - 1, mark.line + 4)
          .join('\n')
        if (sources.get(file)!.split(word).length !== 2 || !own.includes(word)) continue
        const becomes = KINDS[count % KINDS.length]!(word)
        const changed = plant(paragraph, { word, becomes }, isTracked)
        if (!changed) continue
        count += 1
        expected.set(
          file,
          rows.join('\n').replace(word, () => becomes),
        )
        return changed
      }
      return paragraph
    })
  return { document, expected, count }
}

async function review(document: string): Promise<{ code: number; said: string }> {
  const word = join(root, 'back.docx')
  await writeFile(word, zip({ ...parts, 'word/document.xml': document }))
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const code = await reviewCommand(word, { root, apply: true })
  vi.restoreAllMocks()
  return { code, said: said.join('') }
}

describe.each([
  ['tracked', true],
  ['not tracked', false],
])('a hundred edits that are %s', (_, isTracked) => {
  it('come back a hundred times, and once only', async () => {
    for (const [file, text] of sources) await writeFile(join(root, file), text)
    const { document, expected, count } = plantAll(100, isTracked)
    expect(count).toBe(100)
    const { code, said } = await review(document)
    expect(said).not.toMatch(/ (?:error|warning) /)
    expect(code).toBe(0)
    for (const [file, text] of expected) expect(await readFile(join(root, file), 'utf8')).toBe(text)
    const again = await review(document)
    expect(again.said).toMatch(/\nnothing mended · no findings\n$/)
  }, 120_000)
})
