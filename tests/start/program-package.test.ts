import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { list } from 'tar'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../scripts/ground/version.ts'
import { programPackage } from '../../scripts/start/program-package.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const INSTALLED = {
  'package.json': JSON.stringify({ files: ['bin', 'program', 'scripts', '!scripts/**/*.ts', 'README.md'] }),
  'bin/whitepaper.mjs': 'run',
  'program/cli.js': 'cli',
  'program/deep/part.js': 'part',
  'scripts/print/in-page/page.js': 'page',
  'README.md': 'read',
  'node_modules/other/index.js': 'other',
  '.cache/browser': 'browser',
  'notes.txt': 'mine',
}

async function entriesOf(content: Uint8Array | string): Promise<string[]> {
  const root = await publicationFolder({ 'packed.tgz': content })
  const names: string[] = []
  await list({ file: join(root, 'packed.tgz'), onReadEntry: ({ path }) => void names.push(path) })
  return names
}

describe('programPackage', () => {
  it('packs what the package names, as npm does, and nothing that lies beside it', async () => {
    const packed = await programPackage(await publicationFolder(INSTALLED))
    expect(packed?.file).toBe(`whitepaper-${VERSION}.tgz`)
    expect(await entriesOf(packed?.content ?? '')).toEqual([
      'package/README.md',
      'package/bin/whitepaper.mjs',
      'package/package.json',
      'package/program/cli.js',
      'package/program/deep/part.js',
      'package/scripts/print/in-page/page.js',
    ])
  })

  it('packs the same bytes wherever and whenever the program was installed', async () => {
    const packed = await Promise.all(
      [INSTALLED, INSTALLED].map(async (files) => programPackage(await publicationFolder(files))),
    )
    expect(packed[0]?.content).toEqual(packed[1]?.content)
  })

  it('is not there in a clone, whose program is not packed', async () => {
    const root = await publicationFolder({ ...INSTALLED, 'scripts/cli.ts': 'cli' })
    expect(await programPackage(root)).toBeUndefined()
    expect(await programPackage()).toBeUndefined()
  })

  it('is not there where only a part of it is', async () => {
    const root = await publicationFolder({ 'package.json': '{"files":["program"]}' })
    await mkdir(join(root, 'scripts'))
    await writeFile(join(root, 'scripts', 'a.js'), '')
    expect(await programPackage(root)).toBeUndefined()
  })
})
