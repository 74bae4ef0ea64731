import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { differsInCapitals, insidePath, readRegularFile } from '../../../scripts/ground/files/paths.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

describe('a path of a publication', () => {
  it('is found below the root', async () => {
    const root = await publicationFolder({ 'chapters/01-a.md': 'x', '..dots.md': 'x' })
    expect(await insidePath(root, 'chapters/01-a.md')).toEqual({ path: join(root, 'chapters/01-a.md') })
    expect(await insidePath(root, '..dots.md')).toEqual({ path: join(root, '..dots.md') })
  })

  it.each(['../secret.txt', '..', 'chapters/../../secret.txt', '/etc/passwd', 'a\0b'])(
    'stays inside: %j',
    async (file) => {
      const root = await publicationFolder({ 'chapters/01-a.md': 'x' })
      expect(await insidePath(root, file)).toEqual({ problem: 'outside' })
    },
  )

  it('does not leave through a symlink, nor through one of a folder', async () => {
    const elsewhere = await publicationFolder({ 'secret.txt': 'x' })
    const root = await publicationFolder({ 'own.txt': 'x' })
    await symlink(join(elsewhere, 'secret.txt'), join(root, 'link.txt'))
    await symlink(elsewhere, join(root, 'folder'))
    await symlink('own.txt', join(root, 'inside.txt'))
    expect(await insidePath(root, 'link.txt')).toEqual({ problem: 'outside' })
    expect(await insidePath(root, 'folder/secret.txt')).toEqual({ problem: 'outside' })
    expect(await insidePath(root, 'inside.txt')).toEqual({ path: join(root, 'own.txt') })
  })

  // On Windows and macOS the system says how the file is spelt: what opens there is not found elsewhere.
  it.each([
    ['chapters/photo.jpg', 'chapters/Photo.JPG', true],
    ['chapters\\photo.jpg', 'chapters/./Photo.JPG', true],
    ['chapters\\photo.jpg', 'chapters/photo.jpg', false],
    ['Straße.md'.normalize('NFD'), 'Straße.md', false],
    ['other.jpg', 'Photo.JPG', false],
  ])('%s is another file than %s: %s', (way, asked, expected) => {
    expect(differsInCapitals(way, asked)).toBe(expected)
  })

  it('may be a link that is spelt with capitals, as may a folder on the way', async () => {
    const root = await publicationFolder({ 'images/photo.jpg': 'x' })
    await symlink('photo.jpg', join(root, 'images/Photo.JPG'))
    await symlink('images', join(root, 'Images'))
    for (const file of ['images/Photo.JPG', 'Images/photo.jpg'])
      expect(await insidePath(root, file)).toEqual({ path: join(root, 'images/photo.jpg') })
  })

  it('is missing when there is none, or when a symlink leads in a circle', async () => {
    const root = await publicationFolder({})
    await symlink('b.txt', join(root, 'a.txt'))
    await symlink('a.txt', join(root, 'b.txt'))
    expect(await insidePath(root, 'none.md')).toEqual({ problem: 'missing' })
    expect(await insidePath(root, 'a.txt')).toEqual({ problem: 'missing' })
  })
})

describe('a file', () => {
  it('is read up to its limit and not beyond', async () => {
    const root = await publicationFolder({ 'a.txt': '12345' })
    expect(String(await readRegularFile(join(root, 'a.txt'), 5))).toBe('12345')
    expect(await readRegularFile(join(root, 'a.txt'), 4)).toBe('too-large')
  })

  it('is not a folder, a device or a pipe, and a pipe is not waited for', async () => {
    const root = await publicationFolder({})
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(await readRegularFile(root, 10)).toBe('not-a-file')
    expect(await readRegularFile('/dev/zero', 10)).toBe('not-a-file')
    expect(await readRegularFile(join(root, 'pipe'), 10)).toBe('not-a-file')
  })
})
