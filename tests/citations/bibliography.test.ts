import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { understandWorks } from '../../scripts/citations/understand-works.ts'
import { readBibliography } from '../../scripts/settings/citations/read-bibliography.ts'
import { ENGLISH } from '../support/english-words.ts'
import { processorMs } from '../support/processor-ms.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'works-'))
})
afterEach(() => rm(root, { recursive: true }))

const NAMED = { file: 'publication.yaml', line: 3 }

async function read(text: string | Uint8Array, file = 'works.bib', words = ENGLISH) {
  await writeFile(join(root, file), text)
  const { works, findings } = await readBibliography(root, file, NAMED)
  const understood = understandWorks(works, works, words)
  return {
    items: Object.fromEntries(understood.items),
    told: [...findings, ...understood.findings].map(
      ({ rule, place, message }) => `${place.file}:${place.line ?? ''} ${rule} ${message}`,
    ),
  }
}

describe('a file of BibTeX', () => {
  it('has theses under the name that they have in the language of the publication', async () => {
    const theses = [
      ['phdthesis', ''],
      ['mastersthesis', ''],
      ['phdthesis', 'type = {Habilitation}, '],
    ].map(([kind, type], index) => `@${kind}{t${index}, ${type}author = {A, B}, title = {T}, year = 2011}`)
    const german = { ...ENGLISH, doctoralThesis: 'Dissertation', mastersThesis: 'Masterarbeit' }
    const { items } = await read(theses.join('\n'), 'works.bib', german)
    expect([items.t0?.genre, items.t1?.genre, items.t2?.genre]).toEqual([
      'Dissertation',
      'Masterarbeit',
      'Habilitation',
    ])
  })

  it('keeps what its author typed', async () => {
    const { items, told } = await read(
      [
        '@string{sp = "Shingle Press"}',
        '@book{a, author = {{Board of Walls} and M{\\"u}ller, O and others},',
        '  title = {The {Great} Wall \\& its Cost}, volume = 007, publisher = sp, year = 2011,',
        '  url = {https://walls.example/a_b?x=1\\&y=2}}',
      ].join('\n'),
    )
    expect(told).toEqual([])
    expect(items.a).toMatchObject({
      title: 'The Great Wall & its Cost',
      volume: '007',
      publisher: 'Shingle Press',
      URL: 'https://walls.example/a_b?x=1&y=2',
      author: [{ literal: 'Board of Walls' }, { family: 'Müller', given: 'O' }, { literal: 'others' }],
    })
  })

  it.each([
    ['2014-03', { 'date-parts': [[2014, 3]] }],
    ['2014/2015-03', { 'date-parts': [[2014], [2015]] }],
    ['1850~', { 'date-parts': [[1850]], circa: true }],
  ])('reads the date %s', async (date, issued) => {
    const { items } = await read(`@book{a, title = {A}, date = {${date}}}`)
    expect(items.a?.issued).toEqual(issued)
  })

  it('reads a month by its name, and fields of the entry that it draws on', async () => {
    const { items } = await read(
      '@inproceedings{a, title={A}, month = mar, year = {2001}, crossref = {p}}\n@proceedings{p, title={Of Walls}, year={2001}, publisher={P}}',
    )
    expect(items.a).toMatchObject({ publisher: 'P', issued: { 'date-parts': [[2001, 3]] } })
  })

  it('leaves a broken entry out, at its line, and reads the others', async () => {
    const { items, told } = await read(
      '% works\n@book{a,\n  title = {A\n}\n\n@book{b, title = {B}, year = {2001}}\n@book{title = {C}}\n',
    )
    expect(Object.keys(items)).toEqual(['b'])
    expect(told).toEqual([
      expect.stringMatching(/^works\.bib:2 bibliography-is-sound The entry `@book\{a,` is not closed/),
      expect.stringMatching(/^works\.bib:7 bibliography-is-sound .* has no key/),
    ])
  })

  it('does not follow braces without end', async () => {
    const { told } = await read(
      `@book{a, title = ${'{'.repeat(50_000)}A${'}'.repeat(50_000)}, year = {2001}}\n`,
    )
    expect(told).toEqual([
      expect.stringMatching(/^works\.bib:1 bibliography-is-sound .*braces within braces/),
    ])
  })

  it('runs no command, and links no program', async () => {
    const { items, told } = await read(
      '@online{a, title = {\\input{/etc/passwd} A}, year = {2001}, url = {javascript:alert(1)}}',
    )
    expect(items.a?.URL).toBeUndefined()
    expect(told).toEqual([
      expect.stringContaining('link-is-safe A link may not begin with `javascript:`'),
      expect.stringContaining('`\\input` in the entry of `a` is a command of TeX that is not known here'),
    ])
  })

  it('tells what a work lacks', async () => {
    const { told } = await read('@book{a, author = {{Board}}, year = {2001}}')
    expect(told).toEqual([expect.stringContaining('is cited and has no title')])
  })

  it('is not read where it is too large', async () => {
    const { told } = await read(new Uint8Array(9 * 1024 * 1024).fill(64))
    expect(told).toEqual([
      'publication.yaml:3 bibliography-is-there The bibliography `works.bib` has more than 8 MB.',
    ])
  })

  it('is read in a second where nothing in it is an entry', async () => {
    const begin = processorMs()
    await read(`${'@book{'.repeat(100_000)}\n`)
    expect(processorMs() - begin).toBeLessThan(5000)
  })
})

describe('a file of the Citation Style Language', () => {
  it('keeps numbers as they are typed', async () => {
    const { items } = await read(
      '[{"id": "a", "type": "software", "title": "A", "version": 1.10, "issued": 2013}]',
      'w.json',
    )
    expect(items.a).toMatchObject({ version: '1.10', issued: { 'date-parts': [[2013]] } })
  })

  it('may be YAML as Pandoc writes it', async () => {
    const { items, told } = await read(
      '---\nreferences:\n- id: a\n  type: book\n  title: A\n  volume: 007\n  issued:\n    year: 2013\n    month: 5\n...\n',
      'w.yaml',
    )
    expect(told).toEqual([])
    expect(items.a).toMatchObject({ volume: '007', issued: { 'date-parts': [[2013, 5]] } })
  })

  it('is told at its line where it is broken', async () => {
    const { told } = await read('[\n{"id": "a",\n"type" "book"}]', 'w.json')
    expect(told).toEqual([expect.stringMatching(/^w\.json:3 bibliography-is-sound/)])
  })

  it('is nothing else', async () => {
    const { told } = await read('TY  - BOOK\nER  -\n', 'w.ris')
    expect(told).toEqual([expect.stringContaining('neither BibTeX nor CSL-JSON nor CSL-YAML')])
  })
})
