import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { initCommand } from '../../scripts/commands/init.ts'
import { findingsIn } from '../e2e/run-whitepaper.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

const PLAN =
  '# Ein Plan für den Hafen\n\nDer *Hafen* wächst.[^1]\n\n## Beschluss\n\nIm Mai 2013.\n\n[^1]: So steht es im Heft.\n'

describe('whitepaper init', () => {
  it('makes a publication that builds at once, on paper and as a website, and has no finding', async () => {
    const root = join(await publicationFolder({}), 'ours')
    expect(await initCommand(root, { quiet: true })).toBe(0)
    const file = join(root, 'publication.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('style: none', 'style: gov-uk'))
    const ended = await whitepaperHere(
      'build',
      '--root',
      root,
      '--edition',
      'screen,site',
      '--strict',
      '--report',
      'json',
    )
    expect([ended.status, findingsIn(ended)]).toEqual([0, []])
    expect((await readdir(join(root, 'dist'))).sort()).toEqual([
      'accessibility.json',
      'accessibility.md',
      'our-white-paper.pdf',
      'report.json',
      'site',
    ])
  })
})

describe('whitepaper init --from', () => {
  it('begins with the texts of a file, which builds at once', async () => {
    const from = join(await publicationFolder({ 'Ein Plan.md': PLAN }), 'Ein Plan.md')
    const root = join(await publicationFolder({}), 'unser plan')
    expect(await initCommand(root, { quiet: true, from })).toBe(0)
    const ended = await whitepaperHere('build', '--root', root, '--report', 'json')
    // Nobody has spelt the words of a page in German yet.
    expect([ended.status, findingsIn(ended)]).toEqual([0, ['words-are-translated publication.yaml:2']])
    expect(await readFile(from, 'utf8')).toBe(PLAN)
  })
})
