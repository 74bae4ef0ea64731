import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishNew } from '../../scripts/build/publish-new.ts'
import { filesIn } from '../import/read-drafts.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const groups = (root: string, names: readonly string[]) =>
  (async function* () {
    for (const name of names) yield [{ path: join(root, name), content: name }]
  })()

describe('new files', () => {
  it('are written whole', async () => {
    const root = await publicationFolder({})
    expect(await publishNew(groups(root, ['a.md', 'b/c.md']))).toEqual({ written: 2, findings: [] })
    expect(await filesIn(root)).toEqual(['a.md', 'c.md'])
    expect(await readFile(join(root, 'b/c.md'), 'utf8')).toBe('b/c.md')
  })

  it('are all or none: one that is there keeps its words, and the others are not written', async () => {
    const root = await publicationFolder({ 'b.md': 'Mine' })
    const { written, findings } = await publishNew(groups(root, ['a.md', 'b.md', 'c.md']))
    expect([written, findings.map(({ rule, place }) => [rule, place.file])]).toEqual([
      0,
      [['output-is-written', join(root, 'b.md')]],
    ])
    expect(await filesIn(root)).toEqual(['b.md'])
    expect(await readFile(join(root, 'b.md'), 'utf8')).toBe('Mine')
  })

  it('are those of one, of two who write the same at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}.md`)
    for (let turn = 0; turn < 10; turn += 1) {
      const root = await publicationFolder({})
      const ends = await Promise.all([1, 2].map(() => publishNew(groups(root, names))))
      expect(ends.map(({ written }) => written).toSorted((a, b) => a - b)).toEqual([0, 20])
      expect(await filesIn(root)).toHaveLength(20)
    }
  })

  it('leave nothing behind when what makes them stops', async () => {
    const root = await publicationFolder({})
    const stops = (async function* () {
      yield [{ path: join(root, 'a.md'), content: 'a' }]
      throw new Error('stopped')
    })()
    expect((await publishNew(stops)).findings[0]?.message).toContain('stopped')
    expect(await filesIn(root)).toEqual([])
  })
})
