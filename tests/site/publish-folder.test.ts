import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishFolder } from '../../scripts/publish-folder.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const earlier = async () => {
  const out = await publicationFolder({ 'site/index.html': 'earlier', 'site/gone.html': 'gone' })
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
    expect((await filesIn(out)).sort()).toEqual(['site', 'site/gone.html', 'site/index.html'])
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
      '.site-old-9-ab/index.html': 'earlier',
      '.site-new-9-ab/index.html': 'half',
    })
    await mkdir(join(out, '.site-new-10-cd'))
    await utimes(join(out, '.site-new-9-ab'), 0, 0)
    await publishFolder(join(out, 'site'), async () => false)
    expect((await readdir(out)).sort()).toEqual(['.site-new-10-cd', 'site'])
    expect(await readFile(join(out, 'site/index.html'), 'utf8')).toBe('earlier')
    await writeFile(join(out, 'site/own.txt'), '')
  })
})
