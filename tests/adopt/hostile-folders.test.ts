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
    expect(made.findings.find(({ rule }) => rule === 'adopted-file-is-text')?.message).toContain(
      '`b.md`, `deep`, `s.svg`',
    )
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

describe('folders with odd files', () => {
  const read = async (files: Record<string, string | Uint8Array>) => {
    const made = await adopted(files)
    const texts = Object.keys(made.files).filter(
      (file) => file.startsWith('chapters/') && file.endsWith('.md'),
    )
    return { ...made, texts }
  }

  it('gives every name of a file one that all systems take, once', async () => {
    const long = 'very-long-name-'.repeat(15)
    const { texts } = await read({
      'Plan.md': '# Plan\n\nA.\n',
      'plan.md': '# Plan\n\nB.\n',
      'con.md': '# Con\n\nC.\n',
      'Caf\u00e9.md': '# Café\n\nD.\n',
      'Cafe\u0301.md': '# Café\n\nE.\n',
      'a b.md': '# A b\n\nF.\n',
      [`${long}.md`]: '# Long\n\nG.\n',
    })
    expect(texts).toHaveLength(7)
    expect(new Set(texts.map((file) => file.toLowerCase().normalize('NFC'))).size).toBe(7)
    for (const file of texts) expect(file).toMatch(/^chapters\/\d\d-[a-z\d-]{1,60}\.md$/)
  })

  it('finds a file by its name in other letters of the same look', async () => {
    const { files } = await read({
      'a.md': '# A\n\n[x](Caf\u00e9.md) ![Dot](img/U\u0308.svg)\n',
      'Cafe\u0301.md': '# Café\n\nText.\n',
      'img/\u00dc.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    })
    expect(files['chapters/01-a.md']).toContain('[x](02-cafe.md) ![Dot](images/u.svg)')
  })

  it.each([
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('# Käse\n\nText.\n', 'utf16le').swap16()]),
    ],
    ['a mark of its order', Buffer.from('\uFEFF# Käse\n\nText.\n')],
    ['Latin-1', Buffer.from('# Käse\n\nText.\n', 'latin1')],
    ['line ends of old', Buffer.from('# Käse\r\rText.\r')],
    ['line ends of Windows', Buffer.from('# Käse\r\n\r\nText.\r\n')],
  ])('reads a text with %s', async (_, bytes) => {
    const { files, findings } = await read({ 'a.md': bytes })
    expect(files['chapters/01-a.md']).toMatch(/^# Käse\s/)
    expect(files['chapters/01-a.md']).toContain('Text.')
    expect(findings.map(({ rule }) => rule)).not.toContain('adopted-words-are-carried')
  })

  it('goes round no loop of links, and tells of folders that lie too deep', async () => {
    const deep = Array.from({ length: 14 }, (_, index) => `d${index}`).join('/')
    const root = await publicationFolder({ 'a.md': '# A\n\nText.\n', [`${deep}/b.md`]: '# B\n\nText.\n' })
    await symlink(root, join(root, 'round'))
    const made = await adoptedFrom({ paths: [root], name: 'a', taken: [] })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    expect(made.findings[0]?.message).toContain('lies too deep')
  })

  it('says nothing of the folders beside one file', async () => {
    const deep = Array.from({ length: 6 }, (_, index) => `d${index}`).join('/')
    const made = await adopted({ 'a.md': '# A\n\nText.\n', [`${deep}/b.md`]: '# B\n' }, { only: ['a.md'] })
    expect(toldOf(made).filter((one) => one.startsWith('adopted-file'))).toEqual([])
  })

  it('tells of a text that is no Markdown, and not of what a website says to machines', async () => {
    const made = await adopted({
      'a.md': '# A\n\nText.\n',
      'notes.txt': 'Of July.\n',
      'robots.txt': 'User-agent: *\n',
    })
    expect(toldOf(made).filter((one) => one.startsWith('adopted-file'))).toEqual([
      'adopted-file-is-text notes.txt',
    ])
  })

  it('says what is too large for a text, and adopts the others', async () => {
    const { texts, findings } = await read({
      'a.md': '# A\n\nText.\n',
      'b.md': `# B\n\n${'word '.repeat(900_000)}`,
    })
    expect(texts).toEqual(['chapters/01-a.md'])
    expect(findings[0]?.message).toMatch(/^This file is over \d+ MB, and was left out\.$/)
  })

  it('puts words where a program would have filled in a picture', async () => {
    const { files, findings } = await read({
      'a.md':
        '---\ntitle: A\n---\n\n<p><img src="{{ one.picture }}" alt="Dee"></p>\n\n<img src="gone.png" alt="Gone">\n',
    })
    expect(files['chapters/01-a.md']).toContain('<p>Dee <!-- <img src="{{ one.picture }}" alt="Dee"> --></p>')
    expect(files['chapters/01-a.md']).toContain('Gone <!-- <img src="gone.png" alt="Gone"> -->')
    expect(findings.filter(({ rule }) => rule === 'adopted-picture-is-there')).toHaveLength(2)
  })
})
