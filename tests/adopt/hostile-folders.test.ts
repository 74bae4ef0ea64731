import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { adopted, adoptedFrom, toldOf } from './adopted.ts'

describe('folders that mean harm', () => {
  it('follows no link out of the folder, and names the picture that it was', async () => {
    const outside = await publicationFolder({ 'secret.md': '# Secret\n', 'secret.svg': '<svg/>' })
    const root = await publicationFolder({ 'a.md': '# A\n\n![x](s.svg) ![y](deep/secret.svg)\n' })
    await symlink(join(outside, 'secret.md'), join(root, 'b.md'))
    await symlink(join(outside, 'secret.svg'), join(root, 's.svg'))
    await symlink(outside, join(root, 'deep'))
    const made = await adoptedFrom({ paths: [root], name: 'a', taken: [] })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    expect(JSON.stringify(made.files)).not.toContain('Secret')
    expect(toldOf(made).filter((one) => one.startsWith('adopted-picture'))).toHaveLength(2)
  })

  it('reads no file that a list names outside of the folder', async () => {
    const made = await adopted({
      'SUMMARY.md': '# Summary\n\n- [A](a.md)\n- [B](../../etc/passwd.md)\n- [C](/etc/passwd.md)\n',
      'a.md': '# A\n',
    })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    expect(toldOf(made).filter((one) => one.startsWith('adopted-list'))).toHaveLength(2)
  })

  it('runs no settings, and expands no names of YAML', async () => {
    const bomb = `a: &a [x, x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
      .join('\n')}\n`
    const made = await adopted({
      'mkdocs.yml': `${bomb}site_name: !!python/object/apply:os.system [ls]\n`,
      'docs/a.md': '# A\n',
    })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    const docs = {
      'docusaurus.config.js':
        "process.exit(3); module.exports = { title: require('fs').readFileSync('/etc/passwd') }",
      'docs/a.md': '# A\n',
    }
    expect((await adopted(docs)).files['publication.yaml']).toContain('title: Our plans')
  })

  it.each(['[^1]: ', '{/*', '[', ']', '> ', '` ', '![', '<', '*a', '- ', '[a]('])(
    'leaves out a text of 500,000 times “%s”, says so, and adopts the others',
    async (signs) => {
      const text = `${signs.repeat(500_000 / signs.length)}\n`
      const made = await adopted({ 'a.md': '# A\n\nText.\n', 'b.md': text })
      expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
      expect(toldOf(made)[0]).toBe('adopted-file-is-text b.md 1')
      expect(made.findings[0]?.message).toContain('can be read: all of it was left out.')
    },
  )
})
