import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { howToPrint } from '../../scripts/commands/how-to-run.ts'
import { initCommand } from '../../scripts/commands/init.ts'
import { makeNewFile } from '../../scripts/commands/make-new-file.ts'
import { schemaFiles } from '../../scripts/commands/schema.ts'
import { VERSION } from '../../scripts/ground/version.ts'
import { packageName } from '../../scripts/start/program-package.ts'
import { findingsIn } from '../e2e/run-whitepaper.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

async function started(title?: string): Promise<string> {
  const root = join(await publicationFolder({}), 'ours')
  expect(await initCommand(root, { quiet: true, ...(title === undefined ? {} : { title }) })).toBe(0)
  return root
}

const refusal = (folder: string) => whitepaperHere('init', folder, '--title', 'A')

describe('whitepaper init', () => {
  it('takes a new case study, which waits for its text and has no other fault', async () => {
    const root = await started()
    const values = [{ key: 'council', value: 'Our council' }]
    const made = await makeNewFile({ root, kind: 'case-study', title: 'Snow', values })
    expect(made).toMatchObject({ file: 'case-studies/02-snow.md', listed: 'the part “Case studies”' })
    const ended = await whitepaperHere('check', '--root', root, '--report', 'json')
    const rules = findingsIn(ended).map((one) => one.replace(/:\d+$/, ''))
    expect([...new Set(rules)]).toEqual([
      'front-matter-is-filled-in case-studies/02-snow.md',
      'section-is-written case-studies/02-snow.md',
    ])
  })

  it('writes hidden files under their names, and the schemas that its settings name', async () => {
    const root = await started()
    const files = await filesIn(root)
    expect(files).toEqual(
      expect.arrayContaining([
        '.editorconfig',
        '.gitattributes',
        '.github/workflows/paper.yml',
        '.gitignore',
        '.vscode/extensions.json',
        '.vscode/settings.json',
        '.vscode/tasks.json',
      ]),
    )
    expect(files).toEqual(expect.arrayContaining(schemaFiles().map(({ file }) => file)))
    const settings = JSON.parse(await readFile(join(root, '.vscode/settings.json'), 'utf8'))
    expect(files).toEqual(
      expect.arrayContaining(Object.keys(settings['yaml.schemas']).map((file) => file.replace('./', ''))),
    )
  })

  it('has its editor put findings on their lines', async () => {
    const root = await started()
    const { tasks } = JSON.parse(await readFile(join(root, '.vscode/tasks.json'), 'utf8'))
    const { regexp } = tasks[0].problemMatcher.pattern
    await writeFile(join(root, 'chapters/01-start-here.md'), '# A\n\n[b](c.md)\n')
    const { stderr } = await whitepaperHere('check', '--root', root, '--all')
    const found = stderr.split('\n').flatMap((line) => [new RegExp(regexp).exec(line)?.slice(1, 5) ?? []])
    expect(found).toContainEqual(['chapters/01-start-here.md', '3', '1', 'warning'])
  })

  it('asks for the program of this release, in a file beside it and from no registry', async () => {
    const about = JSON.parse(await readFile(join(await started(), 'package.json'), 'utf8'))
    expect(about.devDependencies).toEqual({ whitepaper: `file:${packageName(VERSION)}` })
  })

  it('puts the title where it belongs, whatever is in it', async () => {
    const root = await started('Ours: “a” \\ #1\n$&')
    const yaml = await readFile(join(root, 'publication.yaml'), 'utf8')
    expect(parse(yaml).title).toBe('Ours: “a” \\ #1 $&')
  })

  it('asks a person for the title and the style', async () => {
    const root = join(await publicationFolder({}), 'ours')
    const person = { text: async () => 'Snow', one: async () => 'gov-uk', several: async () => [] }
    expect(await initCommand(root, { quiet: true }, person)).toBe(0)
    const yaml = parse(await readFile(join(root, 'publication.yaml'), 'utf8'))
    expect(yaml).toMatchObject({ title: 'Snow', style: 'gov-uk' })
  })

  it('imposes no style where nobody was asked', async () => {
    const yaml = parse(await readFile(join(await started(), 'publication.yaml'), 'utf8'))
    expect(yaml.style).toBe('none')
  })

  it('goes beside what a new repository and npm have put there, leaves it as it is, and says what it lacks', async () => {
    const own = {
      'README.md': '# Mine\n',
      LICENSE: 'Mine',
      '.gitignore': 'node_modules\n*.log\n',
      'package.json': '{"name":"mine"}\n',
      'package-lock.json': '{}\n',
      'node_modules/a/index.js': '',
      [packageName(VERSION)]: 'packed',
    }
    const root = await publicationFolder(own)
    const ended = await whitepaperHere('init', root, '--title', 'A', '--report', 'json')
    expect(ended.status).toBe(0)
    for (const [file, content] of Object.entries(own))
      expect(await readFile(join(root, file), 'utf8')).toBe(content)
    expect(findingsIn(ended)).toEqual(['begun-file-is-fit .gitignore', 'begun-file-is-fit package.json'])
    expect(ended.stdout).toContain('It lacks `dist/`, `.cache/`.')
    expect(ended.stdout).toContain(packageName(VERSION))
    expect(await filesIn(root)).toContain('publication.yaml')
  })

  it('has nothing to say of a package.json that names the program', async () => {
    const root = await publicationFolder({ 'package.json': '{"dependencies":{"whitepaper":"file:x.tgz"}}\n' })
    const ended = await whitepaperHere('init', root, '--title', 'A', '--report', 'json')
    expect([ended.status, findingsIn(ended)]).toEqual([0, []])
  })

  it('says to install the program before it is run, where npm brought it for this once', async () => {
    const root = await publicationFolder({})
    const words = 'there, `npm install` brings the program, and `npm run build` prints them'
    expect(howToPrint(root, { npm_command: 'exec' })).toBe(words)
    expect(howToPrint(root, {})).toBe(`\`whitepaper build --root ${root}\` prints them`)
    await mkdir(join(root, 'node_modules/whitepaper'), { recursive: true })
    expect(howToPrint(join(root, 'ours'), { npm_command: 'exec' })).toContain('`npx whitepaper build')
  })

  it('goes into a folder that holds nothing but its history', async () => {
    const root = await publicationFolder({ '.git/HEAD': '' })
    expect(await initCommand(root, { quiet: true })).toBe(0)
  })

  it('writes the same bytes each time', async () => {
    const [one, other] = [await started(), await started()]
    for (const file of await filesIn(one))
      expect(await readFile(join(one, file)), file).toEqual(await readFile(join(other, file)))
  })

  it('of two at the same time, one makes it and the other nothing', async () => {
    const root = join(await publicationFolder({}), 'ours')
    const ends = await Promise.all(['One', 'Two'].map((title) => initCommand(root, { quiet: true, title })))
    expect(ends.toSorted()).toEqual([0, 1])
    expect(await filesIn(root)).toEqual(await filesIn(await started()))
  })
})

const PLAN = `# Ein Plan für den Hafen

Der *Hafen* wächst.[^1]

## Was gebaut wird

Ein Kran und ein Schuppen, wie im [Beschluss](#beschluss).

## Beschluss

Im Mai 2013.

[^1]: So steht es im Heft.
`

describe('whitepaper init --from', () => {
  const texts = () =>
    publicationFolder({ 'Ein Plan.md': PLAN, 'docs/b.md': '# B\n\nText.\n', 'docs/a.md': '# A\n\nText.\n' })

  it('begins with the texts of a file, and has no examples', async () => {
    const from = join(await texts(), 'Ein Plan.md')
    const root = join(await publicationFolder({}), 'unser plan')
    expect(await initCommand(root, { quiet: true, from })).toBe(0)
    const files = await filesIn(root)
    expect(files).toEqual(
      expect.arrayContaining([
        '.github/workflows/paper.yml',
        '.gitignore',
        'README.md',
        'adopted.md',
        'package.json',
      ]),
    )
    expect(files.filter((file) => /^(?:data|case-studies)\/|^glossary|start-here/.test(file))).toEqual([])
    const yaml = parse(await readFile(join(root, 'publication.yaml'), 'utf8'))
    expect(yaml).toMatchObject({ title: 'Ein Plan für den Hafen', style: 'none' })
  })

  it('takes the wishes for title and style, and asks for the style alone', async () => {
    const from = join(await texts(), 'docs')
    const root = join(await publicationFolder({}), 'ours')
    const person = { text: async () => 'Never', one: async () => 'gov-uk', several: async () => [] }
    expect(await initCommand(root, { quiet: true, from, title: 'Our plan' }, person)).toBe(0)
    const yaml = parse(await readFile(join(root, 'publication.yaml'), 'utf8'))
    expect(yaml).toMatchObject({ title: 'Our plan', style: 'gov-uk' })
    expect(await readFile(join(root, 'chapters/01-a.md'), 'utf8')).toContain('Text.')
  })

  it('has words spelt in the language of the texts', async () => {
    const from = join(await publicationFolder({ 'a.md': '---\nlang: de\n---\n# A\n\nText.\n' }), 'a.md')
    const root = join(await publicationFolder({}), 'ours')
    expect(await initCommand(root, { quiet: true, from })).toBe(0)
    const language = parse(await readFile(join(root, 'publication.yaml'), 'utf8')).language
    const settings = JSON.parse(await readFile(join(root, '.vscode/settings.json'), 'utf8'))
    expect(settings['cSpell.language']).toBe(language)
  })

  it('goes into the folder of the very file that it begins with, and leaves that as it is', async () => {
    const root = await publicationFolder({ 'Ein Plan.md': PLAN })
    expect(await initCommand(root, { quiet: true, from: join(root, 'Ein Plan.md') })).toBe(0)
    expect(await readFile(join(root, 'Ein Plan.md'), 'utf8')).toBe(PLAN)
  })

  it('does not ask to adopt the file that it has just adopted', async () => {
    const root = await publicationFolder({ 'plan.html': '<h1>A plan</h1><p>Words of it.</p>' })
    const ended = await whitepaperHere('init', root, '--from', join(root, 'plan.html'), '--report', 'json')
    expect(ended.status).toBe(0)
    expect(findingsIn(ended).filter((one) => one.startsWith('file-is-text'))).toEqual([])
  })

  it.each([
    ['a file that is not there', 'gone.docx'],
    ['a file that is no text', 'a.bin'],
    ['a folder without texts', 'empty'],
  ])('writes nothing, no folder either, for %s', async (_, name) => {
    const folder = await publicationFolder({
      'a.bin': new Uint8Array([0, 1, 2]),
      'empty/b.bin': new Uint8Array([0]),
    })
    const root = join(await publicationFolder({}), 'ours')
    expect(await initCommand(root, { quiet: true, from: join(folder, name) })).toBeGreaterThan(0)
    await expect(readdir(root)).rejects.toThrow('ENOENT')
  })

  it('writes nothing where one of its files cannot be written', async () => {
    const root = await publicationFolder({ '.git/refs/a': '', '.DS_Store': '' })
    await mkdir(join(root, '.git/empty'))
    const from = join(await texts(), 'Ein Plan.md')
    const late = { text: async () => '', several: async () => [], one: async () => taken(root) }
    expect(await initCommand(root, { quiet: true, from }, late)).toBe(1)
    expect((await readdir(root)).sort()).toEqual(['.DS_Store', '.git', 'README.md'])
    expect((await readdir(join(root, '.git'))).sort()).toEqual(['empty', 'refs'])
  })

  /** Somebody else is quicker while the question stands. */
  async function taken(root: string): Promise<string> {
    await writeFile(join(root, 'README.md'), 'Mine')
    return 'none'
  }
})

describe.concurrent('whitepaper init refuses', () => {
  it('a folder that is not empty, and touches nothing in it', async () => {
    const root = await publicationFolder({ 'mine.md': 'Mine' })
    const { status, stderr } = await refusal(root)
    expect([status, await filesIn(root)]).toEqual([2, ['mine.md']])
    expect(stderr).toContain('is not empty')
  })

  it('a file', async () => {
    const root = await publicationFolder({ 'mine.md': 'Mine' })
    const { status, stderr } = await refusal(join(root, 'mine.md'))
    expect([status, await readFile(join(root, 'mine.md'), 'utf8')]).toEqual([2, 'Mine'])
    expect(stderr).toContain('A file stands where the folder')
  })
})
