import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type Asker, askerAt, type Terminal } from '../../scripts/commands/asker.ts'
import { howToRun } from '../../scripts/commands/how-to-run.ts'
import { makeNewFile, type NewFileWishes } from '../../scripts/commands/make-new-file.ts'
import { newFileWishes, type SaidOfNewFile } from '../../scripts/commands/new-file-wishes.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import type { FileKind } from '../../scripts/model/chapter.ts'
import { readPublication } from '../../scripts/settings/publication.ts'
import { CONTEXT, source } from '../content/parse.ts'
import { start } from '../e2e/run-whitepaper.ts'
import { htmlOf } from '../support/html.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const LIST = `title: A # ours
language: en-GB
parts:
  - title: Stories
    files:
      - case-studies/01-first.md
councils: [Dudley, Telford & Wrekin, Walsall]
themes: [snow, 'parks, woods']
`
const FIRST = { 'case-studies/01-first.md': '---\ntitle: First\n---\nText.\n' }
const paper = (yaml = LIST) => publicationFolder({ 'publication.yaml': yaml, ...FIRST })

const wishesFor = (root: string, more: Partial<NewFileWishes> = {}): NewFileWishes => ({
  root,
  kind: 'case-study',
  title: 'Second',
  values: [{ key: 'council', value: 'Dudley' }],
  ...more,
})
const read = (root: string, file: string) => readFile(join(root, file), 'utf8')

describe('makeNewFile', () => {
  it('writes the next number and adds its line, keeping remarks', async () => {
    const root = await paper()
    expect(await makeNewFile(wishesFor(root))).toEqual({
      file: 'case-studies/02-second.md',
      listed: 'the part “Stories”',
      line: 7,
      findings: [],
    })
    expect(await read(root, 'publication.yaml')).toBe(
      LIST.replace('01-first.md\n', '01-first.md\n      - case-studies/02-second.md\n'),
    )
    expect(await read(root, 'case-studies/02-second.md')).toMatch(/^---\ntitle: Second\n/)
    expect(await readdir(root)).toEqual(['case-studies', 'publication.yaml'])
  })

  it('leaves a list that is write-protected alone, and keeps who may read it', async () => {
    const root = await paper()
    const list = join(root, 'publication.yaml')
    await chmod(list, 0o444)
    const { file, findings } = await makeNewFile(wishesFor(root))
    expect(file).toBe('')
    expect(findings).toMatchObject([{ rule: 'output-is-written', place: { file: 'publication.yaml' } }])
    expect(await read(root, 'publication.yaml')).toBe(LIST)
    expect(await readdir(join(root, 'case-studies'))).toEqual(['01-first.md'])
    await chmod(list, 0o640)
    await makeNewFile(wishesFor(root))
    expect((await stat(list)).mode & 0o777).toBe(0o640)
  })

  it.each(['case-study', 'chapter'] as const)(
    'makes a %s that waits for text and has no fault else',
    async (kind) => {
      const root = await paper()
      const { file } = await makeNewFile(
        wishesFor(root, { kind, values: [{ key: 'short', value: 'Second' }] }),
      )
      const chapter = parseChapter(source(await read(root, file), { file, kind }), CONTEXT)
      const rules = new Set(chapter.findings.map(({ rule }) => rule))
      expect([...rules].sort()).toEqual(['front-matter-is-filled-in', 'section-is-written'])
      expect(htmlOf(chapter.body)).not.toMatch(/hint|remark/i)
    },
  )

  it('begins the folder, and a part, of a publication without case studies', async () => {
    const yaml = 'title: A\nlanguage: en\nparts:\n  - title: P\n    files: [chapters/01-a.md]\n'
    const root = await publicationFolder({ 'publication.yaml': yaml, 'chapters/01-a.md': '# A\n\nText.\n' })
    const made = await makeNewFile(wishesFor(root))
    expect(made).toMatchObject({ file: 'case-studies/01-second.md', listed: 'a new part, “Case studies”' })
    const { value } = await readPublication(root)
    expect(value?.parts.map(({ title, files }) => [title, ...files])).toEqual([
      ['P', 'chapters/01-a.md'],
      ['Case studies', 'case-studies/01-second.md'],
    ])
  })

  it('leaves publication.yaml alone where it lists nothing', async () => {
    const yaml = 'title: A\nlanguage: en\n'
    const root = await paper(yaml)
    expect(await makeNewFile(wishesFor(root))).toMatchObject({ listed: '', findings: [] })
    expect(await read(root, 'publication.yaml')).toBe(yaml)
  })

  it('says so where the list is written in a way that it cannot add to', async () => {
    const root = await paper(
      LIST.replace('parts:', 'keywords: &k [case-studies/01-first.md]\nparts:').replace(
        /files:\n.*\n/,
        'files: *k\n',
      ),
    )
    expect(await makeNewFile(wishesFor(root))).toMatchObject({
      file: 'case-studies/02-second.md',
      listed: '',
      findings: [{ rule: 'file-has-a-place', place: { file: 'case-studies/02-second.md' } }],
    })
  })

  it('gives eight at the same time eight numbers and eight lines', async () => {
    const root = await paper()
    await Promise.all(
      Array.from({ length: 8 }, (_, turn) => makeNewFile(wishesFor(root, { title: `New ${turn}` }))),
    )
    const names = await readdir(join(root, 'case-studies'))
    expect(names.map((name) => name.slice(0, 2))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
    ])
    const { value } = await readPublication(root)
    expect(value?.parts[0]?.files.toSorted()).toEqual(names.map((name) => `case-studies/${name}`))
  })

  it('takes the publication’s own template', async () => {
    const root = await paper()
    await mkdir(join(root, 'templates/new'), { recursive: true })
    await writeFile(join(root, 'templates/new/case-study.md'), '---\ntitle:\ncouncil:\n---\nOurs.\n')
    await makeNewFile(wishesFor(root))
    expect(await read(root, 'case-studies/02-second.md')).toBe(
      '---\ntitle: Second\ncouncil: Dudley\n---\nOurs.\n',
    )
  })

  it('writes nothing through a link that leads out of the publication', async () => {
    const outside = await publicationFolder({})
    const root = await publicationFolder({ 'publication.yaml': LIST })
    await symlink(outside, join(root, 'case-studies'))
    expect(await makeNewFile(wishesFor(root))).toMatchObject({
      file: '',
      findings: [{ rule: 'path-stays-inside' }],
    })
    expect([await readdir(outside), await read(root, 'publication.yaml')]).toEqual([[], LIST])
  })

  it('writes nothing where it may not, and says why', async () => {
    const root = await publicationFolder({ 'publication.yaml': LIST, 'case-studies': 'a file' })
    expect(await makeNewFile(wishesFor(root))).toMatchObject({
      file: '',
      findings: [
        { rule: 'output-is-written', message: expect.stringContaining('a file stands where a folder') },
      ],
    })
    expect(await read(root, 'publication.yaml')).toBe(LIST)
    expect(await readdir(root)).toEqual(['case-studies', 'publication.yaml'])
  })
})

/** A person who answers in turn. */
function answers(...all: readonly (string | readonly string[])[]): Asker & { readonly asked: string[] } {
  const asked: string[] = []
  const next = (question: string) => {
    asked.push(question)
    return all[asked.length - 1] ?? ''
  }
  return {
    asked,
    text: async (question) => String(next(question)),
    one: async (question) => `${next(question)}`,
    several: async (question) => [next(question)].flat(),
  }
}

async function wishes(said: SaidOfNewFile, asker?: Asker, kind: FileKind = 'case-study', yaml = LIST) {
  const { value } = await readPublication(await paper(yaml))
  return newFileWishes('/', kind, said, value!, asker)
}

describe('newFileWishes', () => {
  it('takes what was said, spelt as the publication spells it', async () => {
    const said = { title: ' A\ntitle\u0007 ', council: ['dudley,WALSALL'], theme: ['parks, woods'] }
    expect(await wishes(said)).toMatchObject({
      title: 'A title',
      values: [
        { key: 'short', value: 'A title' },
        { key: 'council', value: ['Dudley', 'Walsall'] },
        { key: 'channels', value: [] },
        { key: 'themes', value: ['parks, woods'] },
      ],
    })
  })

  it('leaves the short title to the author when the title is long', async () => {
    const { values } = await wishes({ title: 'A title '.repeat(9), council: ['regional'] })
    expect(values.slice(0, 2)).toMatchObject([{ value: '' }, { key: 'council', value: 'regional' }])
  })

  it.each([
    ['Dudly', 'Did you mean `Dudley`?'],
    ['Telford', 'Did you mean `Telford & Wrekin`?'],
    ['Walsall Council', 'Did you mean `Walsall`?'],
    [
      'Atlantis',
      'It has Dudley, Telford & Wrekin, Walsall, regional. Add `Atlantis` there first if it belongs to them.',
    ],
  ])('refuses the council %s', async (council, mend) => {
    await expect(wishes({ title: 'A', council: [council] })).rejects.toMatchObject({
      message: `\`${council}\` is not among the councils of publication.yaml.`,
      mend,
    })
  })

  it.each([
    [{ council: ['Dudley'] }, /has no title/],
    [{ title: ' ', council: ['Dudley'] }, /has no title/],
    [{ title: 'A' }, /which council/],
    [{ title: 'A', council: ['Dudley'], part: 'Storys' }, /no part “Storys”/],
  ])('asks nobody where there is nobody: %j', async (said, message) => {
    await expect(wishes(said)).rejects.toThrow(message)
  })

  it('asks a person for what is missing, and for nothing else', async () => {
    const person = answers('Its title', ['Dudley'], ['snow'])
    expect(await wishes({}, person)).toMatchObject({
      title: 'Its title',
      values: [{}, { value: 'Dudley' }, { key: 'channels', value: [] }, { value: ['snow'] }],
    })
    expect(person.asked).toEqual([
      'What is its title?',
      'Which council is it about?',
      'Which themes? (Enter for none yet)',
    ])
    const busy = answers()
    await wishes({ title: 'A', council: ['Dudley'] }, busy)
    expect(busy.asked).toEqual([])
    const nobody = answers()
    await wishes({ title: 'A' }, nobody, 'chapter')
    expect(nobody.asked).toEqual([])
  })

  it('needs no council where the publication lists none', async () => {
    const { values } = await wishes({ title: 'A' }, undefined, 'case-study', 'title: A\nlanguage: en\n')
    expect(values.map(({ value }) => value)).toEqual(['A', [], [], []])
  })
})

/** A terminal whose keys are pressed once it shows a question. */
function terminal(keys: string, more: Partial<Terminal> = {}): Terminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let isPressed = false
  stderr.on('data', (shown) => {
    if (isPressed || !String(shown).includes('?')) return
    isPressed = true
    setImmediate(() => stdin.write(keys)) // It listens once the question stands there.
  })
  return { stdin, stdout: { isTTY: true }, stderr, env: {}, ...more }
}

describe('askerAt', () => {
  it.each([
    ['in CI', { env: { CI: 'true' } }, {}],
    ['where the input is a file', { stdin: new PassThrough() }, {}],
    ['where the output is a file', { stdout: {} }, {}],
    ['where questions would go to a file', { stderr: new PassThrough() }, {}],
    ['when it is to be quiet', {}, { quiet: true }],
    ['when a program reads the findings', {}, { report: 'json' as const }],
  ])('asks nothing %s', (_, more, options) => expect(askerAt(terminal('', more), options)).toBeUndefined())

  it('takes a line of text', async () => {
    expect(await askerAt(terminal('Snow\r'), {})?.text('Title?', 'A headline')).toBe('Snow')
  })

  it('takes choices that are found by typing', async () => {
    expect(await askerAt(terminal('wal\t\r'), {})?.several('Council?', ['Dudley', 'Walsall'], true)).toEqual([
      'Walsall',
    ])
  })

  it('ends at Ctrl-C without having written anything', async () => {
    await expect(askerAt(terminal('Sn\u0003'), {})?.text('Title?', 'A')).rejects.toThrow(
      'Stopped. Nothing was written.',
    )
  })
})

describe.concurrent('whitepaper new', () => {
  it('tells which file it wrote and what comes next', async () => {
    const root = await paper()
    const { status, stdout, stderr } = await start(
      'new',
      'case-study',
      'Snow',
      '--council',
      'Dudley',
      '--root',
      root,
    ).ended
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toBe(
      `${root}/case-studies/02-snow.md was written, listed in publication.yaml (the part “Stories”), ` +
        `and \`${howToRun('check', root)}\` says what is to be filled in · no findings\n`,
    )
  })

  it('ends with 2 and the name of what is missing where nobody can be asked', async () => {
    const root = await paper()
    const { status, stderr } = await start('new', 'case-study', 'Snow', '--root', root).ended
    expect([status, await readdir(join(root, 'case-studies'))]).toEqual([2, ['01-first.md']])
    expect(stderr).toContain('--council')
  })

  it('ends with 1 and a finding in a folder that is no publication', async () => {
    const root = await publicationFolder({})
    const { status, stdout } = await whitepaperHere('new', 'chapter', 'A', '--root', root, '--report', 'json')
    expect([status, await readdir(root)]).toEqual([1, []])
    expect(JSON.parse(stdout)).toMatchObject({ file: '', findings: [{ rule: 'publication-is-complete' }] })
  })
})
