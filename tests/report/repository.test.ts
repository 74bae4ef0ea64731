import { execFileSync } from 'node:child_process'
import { realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { locateFindings } from '../../scripts/report/locate-findings.ts'
import { linesOfPatch, readRepository } from '../../scripts/report/repository.ts'
import { finding } from '../../scripts/rules/finding.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const TEN = Array.from({ length: 10 }, (_, index) => `Line ${index + 1}.`)

/** A base, a branch that changes lines 3 and 8, and, as GitHub checks it out, their merge. */
async function reviewed() {
  const folder = await realpath(await publicationFolder({ 'paper/chapters/01-one.md': TEN.join('\n') }))
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'base')
  git(folder, 'checkout', '-qb', 'edit')
  const file = join(folder, 'paper/chapters/01-one.md')
  await writeFile(
    file,
    TEN.map((line, index) => (index === 2 || index === 7 ? `${line} More.` : line)).join('\n'),
  )
  git(folder, 'commit', '-qam', 'edit')
  git(folder, 'checkout', '-q', 'main')
  await writeFile(join(folder, 'other.md'), 'What happened on the base meanwhile.\n')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'other')
  git(folder, 'checkout', '-qb', 'merge')
  git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'edit')
  return { folder, file }
}

const PULL = { GITHUB_BASE_REF: 'main' }
const CHANGED = [
  [3, 3],
  [8, 8],
]

describe('changed lines', () => {
  it('are those of the branch, from the merge that GitHub checks out, also two commits deep', async () => {
    const { folder } = await reviewed()
    const shallow = await publicationFolder({})
    git(shallow, 'clone', '-q', '--depth=2', '--branch=merge', `file://${folder}`, 'clone')
    for (const place of [folder, join(shallow, 'clone')]) {
      const { changed, unknown } = await readRepository(join(place, 'paper'), PULL)
      expect(unknown).toBe('')
      expect([...(changed ?? [])]).toEqual([['paper/chapters/01-one.md', CHANGED]])
    }
  })

  it('are those since the branch left its base, from a branch', async () => {
    const { folder } = await reviewed()
    const clone = await publicationFolder({})
    git(clone, 'clone', '-q', '--branch=edit', `file://${folder}`, 'clone')
    const { changed } = await readRepository(join(clone, 'clone'), PULL)
    expect([...(changed ?? [])]).toEqual([['paper/chapters/01-one.md', CHANGED]])
  })

  it('are not known without the history, outside of a repository, and asked for only in a review', async () => {
    const { folder } = await reviewed()
    const shallow = await publicationFolder({})
    git(shallow, 'clone', '-q', '--depth=1', '--branch=merge', `file://${folder}`, 'clone')
    expect(await readRepository(join(shallow, 'clone'), PULL)).toMatchObject({
      changed: undefined,
      unknown: 'the history is not here; `fetch-depth: 2` for actions/checkout brings it',
    })
    expect(await readRepository(shallow, PULL)).toMatchObject({
      changed: undefined,
      unknown: 'git knows nothing of this folder',
    })
    expect(await readRepository(folder, {})).toMatchObject({ changed: undefined, unknown: '' })
    expect(await readRepository(folder, { GITHUB_BASE_REF: '--output=x' })).toMatchObject({ unknown: '' })
  })

  it('are read by their counts, so that a line which looks like a head of a file is a line', () => {
    const patch = [
      'diff --git a/a.md b/a.md',
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -1 +1,2 @@',
      '--- a line',
      '++++ b/forged.md',
      '+@@ -1 +90,5 @@',
      '\\ No newline at end of file',
      '@@ -7,2 +7,0 @@',
      '-one',
      '-two',
      '--- "a/caf\\303\\251 \\"b\\".md"',
      '+++ "b/caf\\303\\251 \\"b\\".md"',
      '@@ -0,0 +1 @@',
      '+one',
      '--- a/gone.md',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-one',
    ].join('\n')
    expect([...linesOfPatch(patch)]).toEqual([
      [
        'a.md',
        [
          [1, 2],
          [7, 8],
        ],
      ],
      ['café "b".md', [[1, 1]]],
    ])
  })
})

describe('a finding in the repository', () => {
  it('has its path from the root of the repository, its line, and whether that was changed', async () => {
    const { folder } = await reviewed()
    const repository = await readRepository(join(folder, 'paper'), PULL)
    const file = 'chapters/01-one.md'
    const findings = [3, 4, undefined].map((line) =>
      finding('image-has-alt', { file, ...(line === undefined ? {} : { line }) }, { picture: 'x' }),
    )
    const seen = await locateFindings(findings, [join(folder, 'paper'), folder], repository)
    const path = 'paper/chapters/01-one.md'
    expect(seen).toMatchObject([
      { path, range: { line: 3 }, lineText: 'Line 3. More.', isOnChangedLine: true },
      { path, range: { line: 4 }, lineText: 'Line 4.', isOnChangedLine: false },
      { path, range: undefined, lineText: '', isOnChangedLine: true },
    ])
  })

  it('ends where its mend ends, when the file still says so', async () => {
    const text = 'One.\nTwo  three.\n'
    const folder = await realpath(await publicationFolder({ 'a.md': text }))
    const place = { file: 'a.md', line: 2, column: 1 }
    const found = finding('image-has-alt', place, { picture: 'x' })
    const fix = { start: 8, end: 10, was: '  ', becomes: ' ' }
    const seen = await locateFindings(
      [
        { ...found, fix },
        { ...found, fix: { ...fix, was: 'no' } },
      ],
      [folder],
      { top: folder, changed: undefined, unknown: '' },
    )
    expect(seen.map(({ range }) => range)).toEqual([
      { line: 2, column: 4, endLine: 2, endColumn: 6 },
      { line: 2, column: 1 },
    ])
  })

  it('names a file that is not there by its place in the publication', async () => {
    const folder = await realpath(await publicationFolder({ 'paper/publication.yaml': '' }))
    const [seen] = await locateFindings(
      [finding('listed-file-exists', { file: 'chapters/09-gone.md' }, { file: 'x' })],
      [join(folder, 'paper')],
      { top: folder, changed: undefined, unknown: '' },
    )
    expect(seen).toMatchObject({ path: 'paper/chapters/09-gone.md', isOnChangedLine: undefined })
  })
})
