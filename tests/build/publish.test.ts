import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashInputs, publish, sha256 } from '../../scripts/build/publish.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const text = (path: string) => readFile(path, 'utf8')

describe('publishing', () => {
  it('writes all files, makes their folder, and leaves nothing else', async () => {
    const root = await publicationFolder({})
    const out = join(root, 'a/dist')
    expect(
      await publish([
        { path: join(out, 'x.pdf'), content: Buffer.from('pdf') },
        { path: join(out, 'report.json'), content: '{}' },
      ]),
    ).toEqual([])
    expect((await readdir(out)).sort()).toEqual(['report.json', 'x.pdf'])
    expect(await text(join(out, 'x.pdf'))).toBe('pdf')
  })

  it('replaces none when one cannot be written', async () => {
    const root = await publicationFolder({ 'dist/x.pdf': 'old', 'dist/report.json/in-the-way': '' })
    const path = join(root, 'dist/report.json')
    const findings = await publish([
      { path: join(root, 'dist/x.pdf'), content: 'new' },
      { path, content: '{}' },
    ])
    expect(findings).toMatchObject([
      {
        rule: 'output-is-written',
        place: { file: path },
        message: 'The file could not be written: a folder stands where the file should be.',
      },
    ])
    expect(await text(join(root, 'dist/x.pdf'))).toBe('old')
    expect((await readdir(join(root, 'dist'))).sort()).toEqual(['report.json', 'x.pdf'])
  })

  it('says so where a file stands in place of the folder', async () => {
    const root = await publicationFolder({ dist: 'a file' })
    for (const path of ['dist/x.pdf', 'dist/deeper/x.pdf']) {
      expect(await publish([{ path: join(root, path), content: 'new' }])).toMatchObject([
        { message: 'The file could not be written: a file stands where a folder should be.' },
      ])
    }
    expect(await text(join(root, 'dist'))).toBe('a file')
  })

  it.skipIf(process.platform !== 'linux')('says so where a disk takes nothing', async () => {
    expect(await publish([{ path: '/proc/x.pdf', content: 'new' }])).toMatchObject([
      { rule: 'output-is-written' },
    ])
  })

  it('writes names as long as the file system takes, and names one that is longer', async () => {
    const root = await publicationFolder({})
    expect(await publish([{ path: join(root, `${'a'.repeat(251)}.pdf`), content: 'new' }])).toEqual([])
    expect(await publish([{ path: join(root, `${'a'.repeat(252)}.pdf`), content: 'new' }])).toMatchObject([
      { message: 'The file could not be written: its name is too long.' },
    ])
    expect(await readdir(root)).toEqual([`${'a'.repeat(251)}.pdf`])
  })

  it('clears what killed builds left, once it is an hour old', async () => {
    const root = await publicationFolder({
      '.whitepaper-1-aa.tmp': '',
      '.whitepaper-2-bb.tmp': '',
      'other.tmp': '',
    })
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    for (const name of ['.whitepaper-1-aa.tmp', 'other.tmp']) await utimes(join(root, name), longAgo, longAgo)
    await publish([{ path: join(root, 'x.pdf'), content: 'new' }])
    expect((await readdir(root)).sort()).toEqual(['.whitepaper-2-bb.tmp', 'other.tmp', 'x.pdf'])
  })

  it('is not stopped by what it cannot clear', async () => {
    const root = await publicationFolder({})
    const folder = join(root, '.whitepaper-1-aa.tmp')
    await mkdir(folder)
    await writeFile(join(folder, 'x'), '')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(folder, longAgo, longAgo)
    expect(await publish([{ path: join(root, 'x.pdf'), content: 'new' }])).toEqual([])
  })

  it('keeps both files whole when many builds write at once', async () => {
    const root = await publicationFolder({})
    const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(500_000))
    const all = await Promise.all(
      contents.map((content) => publish([{ path: join(root, 'x.pdf'), content }])),
    )
    expect(all.flat()).toEqual([])
    expect(contents).toContain(await text(join(root, 'x.pdf')))
    expect(await readdir(root)).toEqual(['x.pdf'])
  })
})

describe('hashes of what went in', () => {
  it('name the files that exist and all of a folder, and nothing outside', async () => {
    const root = await publicationFolder({ 'a.md': 'a', 'data/x.yaml': 'x', 'data/deep/y.yaml': 'y' })
    execFileSync('mkfifo', [join(root, 'data/pipe')])
    expect(
      await hashInputs(root, ['a.md', 'a.md', 'none.md', '../../etc/passwd'], ['data', 'templates']),
    ).toEqual({
      'a.md': sha256('a'),
      'data/deep/y.yaml': sha256('y'),
      'data/x.yaml': sha256('x'),
    })
  })
})
