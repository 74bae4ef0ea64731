import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { type ReviewOptions, reviewCommand } from '../../scripts/commands/review.ts'
import { inWords } from '../review/review-these.ts'
import {
  type Extras,
  marksOf,
  type Paragraph,
  paragraphsOf,
  type Texts,
  wordFile,
  zip,
} from '../review/word-files.ts'
import { publicationFolder, removeFolders } from '../support/publication-folder.ts'

afterEach(() => vi.restoreAllMocks())
afterAll(removeFolders)

const run = promisify(execFile)
const FILE = 'chapters/01-a.md'
const TEXTS = {
  [FILE]: '# A paper\n\nOne old wall.\n\nTwo walls.\n',
  'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
}

/** Of these texts, what came back. */
async function came(
  edit: (all: Paragraph[]) => Paragraph[],
  { texts = TEXTS, disk = texts, extras }: { texts?: Texts; disk?: Texts; extras?: Extras } = {},
): Promise<{ root: string; word: string }> {
  const root = await publicationFolder(disk)
  // Of publication.yaml not all values are printed.
  const { 'publication.yaml': _, ...printed } = texts
  const paragraphs = paragraphsOf(printed)
  const wentOut = marksOf(paragraphs)
  const word = join(root, 'back.docx')
  await writeFile(word, wordFile(edit(paragraphs), { wentOut, ...extras }))
  return { root, word }
}

async function review(word: string, options: ReviewOptions) {
  const said: string[] = []
  const out: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  const code = await reviewCommand(word, options)
  vi.restoreAllMocks()
  return { code, said: said.join(''), out: out.join('') }
}

const EDIT = inWords('old', '{-old-}{+new+}')

describe('whitepaper review', () => {
  it('says what a reviewer changed, gives a patch, and writes nothing', async () => {
    const { root, word } = await came(EDIT)
    const { code, said, out } = await review(word, { root })
    expect(code).toBe(0)
    expect(said).toContain(`${FILE}:3`)
    expect(said).toContain('“old” becomes “new”.')
    expect(said).toContain('review-change-is-looked-at')
    expect(said).toMatch(/1 change, none written: --apply writes them/)
    expect(out).toBe(
      `diff --git a/${FILE} b/${FILE}\n--- a/${FILE}\n+++ b/${FILE}\n@@ -1,5 +1,5 @@\n # A paper\n \n-One old wall.\n+One new wall.\n \n Two walls.\n`,
    )
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXTS[FILE])
  })

  it('writes the changes, and a patch that undoes them', async () => {
    const { root, word } = await came(EDIT)
    const { code, said, out } = await review(word, { root, apply: true })
    expect([code, out]).toEqual([0, ''])
    expect(said).toContain(`${FILE}:3  mended  “old” → “new”`)
    expect(said).toContain('git apply back-undo.patch')
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXTS[FILE].replace('old', 'new'))
    await run('git', ['apply', 'back-undo.patch'], { cwd: root })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXTS[FILE])
  })

  it('has nothing to do the second time, and keeps the way back', async () => {
    const { root, word } = await came(EDIT)
    await review(word, { root, apply: true })
    const { code, said } = await review(word, { root, apply: true })
    expect(code).toBe(0)
    expect(said).toContain('nothing mended')
    expect((await readdir(root)).sort()).toEqual([
      'back-undo.patch',
      'back.docx',
      'chapters',
      'publication.yaml',
    ])
  })

  it.each([
    ['lines that end as on Windows', { [FILE]: TEXTS[FILE].replaceAll('\n', '\r\n') }],
    ['a byte order mark', { [FILE]: `\uFEFF${TEXTS[FILE]}` }],
    ['no line end at the end', { [FILE]: TEXTS[FILE].trimEnd() }],
  ])('gives a patch that git takes for a text with %s', async (_, other) => {
    const { root, word } = await came(EDIT, { disk: { ...TEXTS, ...other } })
    const patch = join(root, 'changes.patch')
    const { code, out } = await review(word, { root, patch })
    expect([code, out]).toEqual([0, ''])
    await run('git', ['apply', '--check', patch], { cwd: root })
    await run('git', ['apply', patch], { cwd: root })
    const becomes = other[FILE]?.replace('old', 'new')
    expect(await readFile(join(root, FILE), 'utf8')).toBe(becomes)
    await writeFile(join(root, FILE), other[FILE] ?? '')
    await review(word, { root, apply: true })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(becomes)
  })

  it('gives a patch that git takes for names with blanks and letters of any language', async () => {
    const name = 'chapters/02 Gŵyl y môr.md'
    const texts = { ...TEXTS, [name]: '# Gŵyl\n\nThree old ships.\n' }
    const { root, word } = await came(inWords('old ships', '{-old-}{+new+} ships'), { texts })
    const patch = join(root, 'changes.patch')
    expect((await review(word, { root, patch })).said).toContain('1 change, in')
    await run('git', ['apply', patch], { cwd: root })
    expect(await readFile(join(root, name), 'utf8')).toBe('# Gŵyl\n\nThree new ships.\n')
  })

  it('gives JSON with the changes, the findings and the patch, and nothing else', async () => {
    const { root, word } = await came(EDIT)
    const { out, said } = await review(word, { root, report: 'json' })
    expect(said).toBe('')
    expect(JSON.parse(out)).toMatchObject({ changes: [{ was: 'old', becomes: 'new' }], findings: [{}] })
  })

  it('ends with 1 where something was not carried over', async () => {
    const { root, word } = await came(inWords('old', 'old{+\uFFFC+}'))
    expect((await review(word, { root })).code).toBe(1)
  })

  it('ends with 2 where there is no file or no folder', async () => {
    const { root, word } = await came(EDIT)
    expect((await review(join(root, 'none.docx'), { root })).code).toBe(2)
    expect((await review(root, { root })).code).toBe(2)
    expect((await review(word, { root: join(root, 'none') })).code).toBe(2)
  })
})

describe('a Word file of somebody else’s', () => {
  const word = (text: string): string => `<w:document xmlns:w="x"><w:body>${text}</w:body></w:document>`
  const file = (document: string): Buffer => zip({ 'word/document.xml': document })
  const deep = (tag: string, depth: number): string =>
    `${`<${tag}>`.repeat(depth)}<w:r><w:t>One</w:t></w:r>${`</${tag}>`.repeat(depth)}`
  const mark = '<w:bookmarkStart w:id="1" w:name="_wp_00000000_1_000000"/>'

  it.each([
    ['is none of ours', file(word('<w:p><w:r><w:t>One.</w:t></w:r></w:p>')), 'review-file-is-ours'],
    ['is no zip', Buffer.from('One.'), 'no Word file'],
    ['is an older one', Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1'), 'no Word file'],
    ['is another zip', zip({ 'a.txt': 'One.' }), 'no Word file'],
    ['ends early', wordFile([{ text: 'One.' }]).subarray(0, 200), 'archive-is-sound'],
    [
      'has entities',
      file(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${word('<w:p>&a;</w:p>')}`),
      'entities of its own',
    ],
    ['is no XML', file('<w:document><w:body>'), 'no sound XML'],
    ['is deeper than any', file(word(`<w:p>${deep('w:ins', 10_000)}</w:p>`)), 'more than 250 deep'],
    [
      'is a bomb',
      file(word(`<w:p><w:r><w:t>${' '.repeat(60_000_000)}</w:t></w:r></w:p>`)),
      'archive-is-safe',
    ],
  ])('that %s is refused with a reason', async (_, bytes, words) => {
    const root = await publicationFolder({ ...TEXTS, 'back.docx': bytes })
    const { code, said } = await review(join(root, 'back.docx'), { root, apply: true })
    expect(said).toContain(words)
    expect(said).toMatch(/ {2}(?:review-file-is-ours|archive-is-s\w+)\n/)
    expect(said).not.toMatch(/ at .*:\d+:\d+\)/)
    expect(code).toBe(1)
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXTS[FILE])
  })

  it('with marks of no text, or of files outside, changes nothing', async () => {
    const bytes = file(word(`<w:p>${mark}<w:r><w:t>One.</w:t></w:r></w:p>`))
    const root = await publicationFolder({ ...TEXTS, 'back.docx': bytes })
    const { code, said } = await review(join(root, 'back.docx'), { root, apply: true })
    expect([code, said]).toEqual([1, expect.stringContaining('review-mark-is-known')])
    expect(await readFile(join(root, FILE), 'utf8')).toBe(TEXTS[FILE])
  })

  it('with half a million signs in one paragraph is read in time', async () => {
    const { root, word: path } = await came((all) => [
      ...all,
      ...['[', '*', '<', '&', ' ', '`', '\u2029'].map((sign) => ({
        text: sign.repeat(500_000).replaceAll('\u2029', ' a'),
        isWhole: true,
      })),
    ])
    expect((await review(path, { root })).code).toBeLessThan(2)
  }, 30_000)
})
