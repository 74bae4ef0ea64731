import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adoptInto } from '../../scripts/commands/adopt-into.ts'
import { openOutput } from '../../scripts/commands/command-output.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { toldOf } from './adopted.ts'

const YAML = `# Ours.
title: Plans
language: en-GB
parts:
  - title: Streets # busy
    files:
      - chapters/01-a.md
  - title: Parks
    files: [chapters/02-b.md]
`
const THERE = { 'chapters/01-a.md': '# A\n\nOne.\n', 'chapters/02-b.md': '# B\n\nTwo.\n' }
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
const FOLDER = {
  'mkdocs.yml':
    'site_name: More\nnav:\n  - c.md\n  - Parks:\n      - d.md\n  - "Wells: all":\n      - e.md\n',
  'docs/c.md': '# C\n\nSee [D](d.md). ![A dot](dot.svg)\n',
  'docs/d.md': '# D\n\nFour.\n',
  'docs/e.md': '# E\n\nFive.\n',
  'docs/dot.svg': DOT,
  'use.csv': 'Ward,Trees\nNorth,40\n',
}

async function adopt(root: string, paths: readonly string[]) {
  const done = await adoptInto({ paths, root }, openOutput({ root, quiet: true }))
  const text = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
  return { ...done, told: toldOf(done), text }
}

describe('a publication that is there', () => {
  it('lists what was adopted, each in its part, and keeps its remarks', async () => {
    const root = await publicationFolder({ 'publication.yaml': YAML, ...THERE })
    const made = await adopt(root, [await publicationFolder(FOLDER)])
    expect(await made.text('publication.yaml')).toBe(
      YAML.replace('[chapters/02-b.md]', '[chapters/02-b.md, chapters/03-c.md, chapters/04-d.md]').concat(
        '  - title: "Wells: all"\n    files:\n      - chapters/05-e.md\n',
      ),
    )
    expect(made.told).not.toContain('file-has-a-place chapters/05-e.md')
  })

  it('gets nothing twice, and says so', async () => {
    const root = await publicationFolder({ 'publication.yaml': YAML, ...THERE })
    const from = await publicationFolder(FOLDER)
    await adopt(root, [from])
    const before = await readdir(root, { recursive: true })
    const yaml = await readFile(join(root, 'publication.yaml'), 'utf8')
    const again = await adopt(root, [from])
    expect(again.files).toEqual([])
    expect(again.told).toEqual([
      'adopted-file-is-text docs/c.md',
      'adopted-file-is-text docs/d.md',
      'adopted-file-is-text docs/e.md',
      'adopted-file-is-text use.csv',
    ])
    expect(await readdir(root, { recursive: true })).toEqual(before)
    expect(await again.text('publication.yaml')).toBe(yaml)
  })

  it('gets what is new, with links to what is there', async () => {
    const root = await publicationFolder({ 'publication.yaml': 'title: Plans\nlanguage: en-GB\n' })
    await adopt(root, [await publicationFolder(FOLDER)])
    const more = { ...FOLDER, 'docs/d.md': '# D\n\nFour and [C](c.md).\n' }
    const made = await adopt(root, [await publicationFolder(more)])
    expect(made.files).toEqual(['chapters/04-d-2.md', 'adopted-2.md'])
    expect(await made.text('chapters/04-d-2.md')).toBe('# D\n\nFour and [C](01-c.md).\n')
    expect(made.findings.map(({ message }) => message)).toContain(
      '`chapters/02-d.md` has the same name and says something else: both are there, this text as `chapters/04-d-2.md`.',
    )
  })

  it('keeps its title, and tells of that of a paper that comes in', async () => {
    const root = await publicationFolder({ 'publication.yaml': YAML, ...THERE })
    const from = await publicationFolder({
      'x.md': '# The wells\n\n## Deep\n\nIt is.\n\n## Dry\n\nAs well.\n',
    })
    const made = await adopt(root, [join(from, 'x.md')])
    expect(made.files).toEqual(['chapters/03-deep.md', 'chapters/04-dry.md', 'adopted.md'])
    expect(made.findings[0]?.message).toBe(
      '“The wells” is the title of the original as a whole: the publication keeps its own.',
    )
  })
})
