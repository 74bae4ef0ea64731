import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type CheckOptions, checkCommand } from '../../scripts/commands/check.ts'
import { mendFiles } from '../../scripts/commands/mend-files.ts'
import { asRead } from '../../scripts/content/as-read.ts'
import { readText } from '../../scripts/content/read-text.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { countMends, reportMends } from '../../scripts/report/report-mends.ts'
import { finding } from '../../scripts/rules/finding.ts'
import { publicationFolder } from '../support/publication-folder.ts'

afterEach(() => vi.restoreAllMocks())

const PUBLICATION = 'title: A paper\nlanguage: en-GB\nstyle: gov-uk\n'
const FILE = 'chapters/01-first.md'
const WRITTEN = `# The first chapter

## The Trouble with Sales.

The trouble with sales is <u>old</u>. ![Photo of a crowd](crowd.svg)

## What is left

[click here](https://example.org/)
`
const MENDED = `# The first chapter

## The trouble with sales

The trouble with sales is old. ![A crowd](crowd.svg)

## What is left

[click here](https://example.org/)
`
const CROWD = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>'

const paper = (text: string | Uint8Array): Promise<string> =>
  publicationFolder({ 'publication.yaml': PUBLICATION, [FILE]: text, 'chapters/crowd.svg': CROWD })

/** Runs the command and takes what it says. */
async function check(options: CheckOptions): Promise<{ code: number; said: string; json: string }> {
  const said: string[] = []
  const json: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => json.push(String(text)) > 0)
  const code = await checkCommand(options)
  vi.restoreAllMocks()
  return { code, said: said.join(''), json: json.join('') }
}

describe('whitepaper check --fix', () => {
  it('mends what is safe, says where, and then tells what remains', async () => {
    const root = await paper(WRITTEN)
    const { code, said } = await check({ root, fix: true })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(MENDED)
    for (const line of [
      `${FILE}:3:1  mended  “Trouble with Sales” → “trouble with sales”  heading-in-sentence-case`,
      `${FILE}:3:1  mended  “.” → nothing  heading-ends-without-stop`,
      `${FILE}:5:27  mended  “<u>old</u>” → “old”  text-is-not-underlined`,
      `${FILE}:5:39  mended  “Photo of a crowd” → “A crowd”  alternative-begins-with-content`,
      `${FILE}:9:1  warning  \`click here\` does not tell where this link leads.  link-says-where`,
    ])
      expect(said).toContain(`${line}\n`)
    expect(said).toMatch(/4 places mended · 1 warning\n$/)
    expect(code).toBe(0)
  })

  it('changes nothing the second time', async () => {
    const root = await paper(MENDED)
    const before = await stat(join(root, FILE))
    const { said } = await check({ root, fix: true })
    expect(said).toMatch(/nothing mended · 1 warning\n$/)
    expect((await stat(join(root, FILE))).ino).toBe(before.ino)
  })

  it('changes nothing without it', async () => {
    const root = await paper(WRITTEN)
    await check({ root })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(WRITTEN)
  })

  it('ends with 1 where errors remain, and with --strict where warnings do', async () => {
    expect((await check({ root: await paper(`${WRITTEN}\n![](crowd.svg)\n`), fix: true })).code).toBe(1)
    expect((await check({ root: await paper(WRITTEN), fix: true, strict: true })).code).toBe(1)
  })

  it('has both in JSON, and nothing else', async () => {
    const { said, json } = await check({ root: await paper(WRITTEN), fix: true, report: 'json' })
    const { mended, findings } = JSON.parse(json)
    expect(mended[0]).toEqual({
      rule: 'heading-in-sentence-case',
      place: { file: FILE, line: 3, column: 1 },
      was: 'Trouble with Sales',
      becomes: 'trouble with sales',
    })
    expect(findings).toMatchObject([{ rule: 'link-says-where' }])
    expect(said).toBe('')
  })

  it('mends in a second round what overlaps in the first', async () => {
    const root = await paper('# The first chapter\n\n<u>one <ins>and</ins> two</u>\n')
    const { said } = await check({ root, fix: true })
    expect(await readFile(join(root, FILE), 'utf8')).toBe('# The first chapter\n\none and two\n')
    expect(said).toMatch(/2 places mended · no findings\n$/)
  })

  it('tells of a file that is write-protected, and mends the others', async () => {
    const root = await paper(WRITTEN)
    await writeFile(join(root, 'chapters/02-second.md'), '# The second\n\nIt is <u>old</u>.\n')
    await chmod(join(root, FILE), 0o444)
    const { code, said } = await check({ root, fix: true })
    expect(said).toContain(
      `${FILE}  error  The file could not be written: it is write-protected.  output-is-written\n`,
    )
    expect(said).toContain('The earlier file is untouched.')
    expect(code).toBe(1)
    expect(await readFile(join(root, FILE), 'utf8')).toBe(WRITTEN)
    expect(await readFile(join(root, 'chapters/02-second.md'), 'utf8')).toBe('# The second\n\nIt is old.\n')
    expect(await readdir(join(root, 'chapters'))).toEqual(['01-first.md', '02-second.md', 'crowd.svg'])
  })

  it.each([
    [
      'pairs of signs, and half of none',
      "It’s one. Click the 'Manage' button. See the 'cooling off' period.\n\nOur “plan” is [\"Data saves lives\"](https://example.org) here.\n",
    ],
    [
      'words that are named',
      'Use _help_ instead of _assist_, and _about_ instead of _approximately_.\n\n- utilize (use _use_)\n\nWe write email. An email is an email.\n\n- **email**, not e-mail\n\nBoth *10–20 students* and *10 to 20 students* are fine, and 5 to 6 and 7 to 8.\n',
    ],
    [
      'quotations, code, addresses, bold and links',
      '> We utilise it prior to lunch.\n\nType `utilise`, **utilise**, “utilise”, \'utilise\', [utilise](https://example.org/utilise-prior-to) or https://example.org/utilise.\n\nFish \\& chips, \\"so\\" “on” and “on”.\n',
    ],
  ])('leaves alone: %s', async (_, body) => {
    const text = `# The first chapter\n\n${body}`
    const root = await paper(text)
    await check({ root, fix: true, quiet: true })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(text)
  })

  it('mends a pair of signs as a pair, and a rarer sign to the usual one', async () => {
    const root = await paper(
      "# One\n\nIt's, we're, don't; she won’t. “A”, “b” and \"[c](https://example.org) d\".\n",
    )
    await check({ root, fix: true, quiet: true })
    expect(await readFile(join(root, FILE), 'utf8')).toBe(
      "# One\n\nIt's, we're, don't; she won't. “A”, “b” and “[c](https://example.org) d”.\n",
    )
  })

  it('keeps line ends, byte order mark, mode and the end of the file', async () => {
    const written = `\uFEFF${WRITTEN.replaceAll('\n', '\r\n').replace('<u>old</u>', '<u>so\r\nold</u>').trimEnd()}`
    const root = await paper(written)
    await chmod(join(root, FILE), 0o640)
    await check({ root, fix: true, quiet: true })
    const expected = `\uFEFF${MENDED.replaceAll('\n', '\r\n').replace('is old', 'is so\r\nold').trimEnd()}`
    expect(await readFile(join(root, FILE), 'utf8')).toBe(expected)
    expect((await stat(join(root, FILE))).mode & 0o777).toBe(0o640)
  })
})

/** A finding that would have `was` become something else, wherever it first stands in the text as it was read. */
function mend(text: string, was: string, becomes: string, file = FILE): Finding {
  const start = asRead(text).text.indexOf(was)
  const place = { file, line: 1 }
  return {
    ...finding('link-says-where', place, { words: was }),
    fix: { start, end: start + was.length, was, becomes },
  }
}

describe('mends', () => {
  const mendOne = async (text: string, ...findings: Finding[]) => {
    const root = await publicationFolder({ [FILE]: text })
    const { mends } = await mendFiles(root, findings)
    return { mends: mends.length, text: await readFile(join(root, FILE), 'utf8') }
  }

  it.each([
    ['CRLF', 'a\r\nbc\r\nd'],
    ['CR', 'a\rbc\rd'],
    ['a byte order mark', '\uFEFFa\nbc\nd'],
    ['control characters', '\u0007a\u0000\nb\uFEFF\u0007c\u0007\r\n\u0007d'],
  ])('find their place in a file with %s', async (_, raw) => {
    const { text } = await mendOne(raw, mend(raw, 'd', 'D'), mend(raw, 'a', 'A'))
    expect(text).toBe(raw.replace('a', 'A').replace('d', 'D'))
  })

  it('that would turn words into markup, or markup into words, are not made', async () => {
    const text = 'a b\n\nc *d* e\n'
    const made = await mendOne(text, mend(text, 'a', '# a'), mend(text, '*d', 'd'), mend(text, 'e', 'f'))
    expect(made).toEqual({ mends: 1, text: 'a b\n\nc *d* f\n' })
  })

  it('that touch each other wait for the next round', async () => {
    const text = 'abcd'
    const made = await mendOne(text, mend(text, 'cd', 'CD'), mend(text, 'ab', 'AB'), mend(text, 'bc', ''))
    expect(made).toEqual({ mends: 1, text: 'ABcd' })
  })

  it('are not made where the file says something else by now, or where they change nothing', async () => {
    const old = mend('one two', 'two', '2')
    expect(await mendOne('one and two', old)).toEqual({ mends: 0, text: 'one and two' })
    expect(await mendOne('one two', mend('one two', 'two', 'two'))).toEqual({ mends: 0, text: 'one two' })
  })

  it('are not made outside of the publication, nor through a symlink that leads out', async () => {
    const outside = await publicationFolder({ 'a.md': 'one' })
    const root = await publicationFolder({ 'chapters/.keep': '' })
    await symlink(join(outside, 'a.md'), join(root, FILE))
    const away = { ...mend('one', 'one', '1'), place: { file: '../a.md' } }
    expect((await mendFiles(root, [mend('one', 'one', '1'), away])).mends).toEqual([])
    expect(await readFile(join(outside, 'a.md'), 'utf8')).toBe('one')
  })

  it('are made in the file itself where a symlink leads to it within the publication', async () => {
    const root = await publicationFolder({ 'texts/a.md': 'one', 'chapters/.keep': '' })
    await symlink('../texts/a.md', join(root, FILE))
    expect((await mendFiles(root, [mend('one', 'one', '1')])).mends).toHaveLength(1)
    expect(await readFile(join(root, 'texts/a.md'), 'utf8')).toBe('1')
  })

  it('are made in settings, unless their places cannot be told', async () => {
    const root = await publicationFolder({ 'publication.yaml': 'title: A  b\r\n', 'glossary.yaml': '- a\rb' })
    const { mends } = await mendFiles(root, [
      mend('title: A  b\n', '  ', ' ', 'publication.yaml'),
      mend('- a\nb', 'b', 'c', 'glossary.yaml'),
    ])
    expect(mends).toHaveLength(1)
    expect(await readFile(join(root, 'publication.yaml'), 'utf8')).toBe('title: A b\r\n')
  })

  it('are told on one line each, and not at length', () => {
    const told = reportMends([
      { rule: 'link-says-where', place: { file: FILE, line: 2 }, was: 'a\nb', becomes: 'x'.repeat(99) },
    ])
    expect(told).toBe(`${FILE}:2  mended  “a b” → “${'x'.repeat(60)}…”  link-says-where`)
    expect([
      countMends([]),
      countMends([...'ab'].map(() => ({ rule: 'link-says-where', place: {}, was: '', becomes: '' }))),
    ]).toEqual(['nothing mended', '2 places mended'])
  })
})

it.each(['a\r\n\rb\u0007\r\n\uFEFFc', '\uFEFF\uFEFFx\u0001\r', '\u0085\uFDD0y\r\r\n', '𝔸\u0007𝔹'])(
  'a file is seen by its mends as by whoever reads it: %j',
  async (raw) => {
    const { text } = await readText(await publicationFolder({ [FILE]: raw }), FILE)
    expect(asRead(raw).text).toBe(text)
  },
)
