import { mkdir, readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishFolder } from '../../scripts/build/publish-folder.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const earlier = async () => {
  const out = await publicationFolder({
    'site/.whitepaper-site': '',
    'site/index.html': 'earlier',
    'site/gone.html': 'gone',
  })
  return { out, folder: join(out, 'site') }
}
const filesIn = (folder: string) => readdir(folder, { recursive: true })

describe('a folder that is published', () => {
  it('takes the place of the earlier one, whole', async () => {
    const { out, folder } = await earlier()
    const findings = await publishFolder(folder, async ({ write }) => {
      await write({ path: 'a/index.html', content: 'new' })
      await write({ path: 'copy.html', content: { copyOf: join(folder, 'index.html') } })
      await write({ path: 'bytes.bin', content: new Uint8Array([1]) })
      return true
    })
    expect(findings).toEqual([])
    expect((await filesIn(out)).sort()).toEqual([
      'site',
      'site/.whitepaper-site',
      'site/a',
      'site/a/index.html',
      'site/bytes.bin',
      'site/copy.html',
    ])
    expect(await readFile(join(folder, 'copy.html'), 'utf8')).toBe('earlier')
  })

  it('does not when it is not fit, or when making it fails', async () => {
    const { out, folder } = await earlier()
    await publishFolder(folder, async ({ write }) => {
      await write({ path: 'index.html', content: 'new' })
      return false
    })
    const failing = publishFolder(folder, async ({ write }) => {
      await write({ path: 'index.html', content: 'new' })
      throw new Error('the template is at fault')
    })
    await expect(failing).rejects.toThrow('the template is at fault')
    expect((await filesIn(out)).sort()).toEqual([
      'site',
      'site/.whitepaper-site',
      'site/gone.html',
      'site/index.html',
    ])
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('earlier')
  })

  it('writes nothing outside of itself', async () => {
    const { out, folder } = await earlier()
    const findings = await publishFolder(folder, async ({ write }) => {
      await write({ path: '../outside.html', content: 'new' })
      return true
    })
    expect(findings.map(({ rule }) => rule)).toEqual(['output-is-written'])
    expect(await readdir(out)).toEqual(['site'])
  })

  it('says when there is no room for it', async () => {
    const out = await publicationFolder({ dist: 'a file' })
    const findings = await publishFolder(join(out, 'dist', 'site'), async () => true)
    expect(findings.map(({ message }) => message)).toEqual([
      'The file could not be written: a file stands where a folder should be.',
    ])
  })

  it('gives the earlier folder its name back when a build died between the two renames, and clears what others left', async () => {
    const out = await publicationFolder({
      '.site-old-9-0123abcd/index.html': 'earlier',
      '.site-old-9-ffffffff/index.html': 'earliest',
      '.site-new-9-0123abcd/index.html': 'half',
      '.site-old-photos/own.jpg': 'of the user',
      '.site-new-9-0123abcd.bak/own.txt': 'of the user',
    })
    await mkdir(join(out, '.site-new-10-0123abcd'))
    for (const name of await readdir(out))
      if (!/^\.site-(?:new-10|old-9-0)/.test(name)) await utimes(join(out, name), 0, 0)
    await publishFolder(join(out, 'site'), async () => false)
    expect((await readdir(out)).sort()).toEqual([
      '.site-new-10-0123abcd',
      '.site-new-9-0123abcd.bak',
      '.site-old-photos',
      'site',
    ])
    expect(await readFile(join(out, 'site/index.html'), 'utf8')).toBe('earlier')
  })

  it.each([
    [{ site: 'a file' }, 'something that is no folder'],
    [{ 'site/notes.txt': 'mine' }, 'was not made by a build'],
    [{ 'site/.whitepaper-site': '', 'site/CNAME': 'example.org' }, '`CNAME`'],
    [{ 'site/_headers': '', 'site/styles/a.css': '', 'site/.git/HEAD': '' }, '`.git`'],
  ])('never takes the place of what no build made: %j', async (files, reason) => {
    const out = await publicationFolder(files)
    const before = await filesIn(out)
    const findings = await publishFolder(join(out, 'site'), async () => true)
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['output-is-written', expect.stringContaining(reason)],
    ])
    expect(await filesIn(out)).toEqual(before)
  })

  it('takes the place of one from before there was a marker, and of an empty one', async () => {
    const out = await publicationFolder({ 'site/_headers': '', 'site/styles/a.css': '' })
    await mkdir(join(out, 'empty'))
    for (const name of ['site', 'empty']) {
      expect(await publishFolder(join(out, name), async () => true)).toEqual([])
      expect(await readdir(join(out, name))).toEqual(['.whitepaper-site'])
    }
  })

  it('is whole when two builds end at once', async () => {
    const { out, folder } = await earlier()
    const build = (content: string) =>
      publishFolder(folder, async ({ write }) => {
        await write({ path: 'index.html', content })
        return true
      })
    expect((await Promise.all([build('a'), build('b')])).flat()).toEqual([])
    expect(await readdir(out)).toEqual(['site'])
    expect((await readdir(folder)).sort()).toEqual(['.whitepaper-site', 'index.html'])
  })
})
