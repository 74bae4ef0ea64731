import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findPaper } from '../../scripts/commands/find-paper.ts'
import type { Paper } from '../../scripts/compare/paper.ts'
import { readBytes } from '../../scripts/compare/read-bytes.ts'
import { makePdf } from '../compare/make-pdf.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'

async function paper(line: string): Promise<string> {
  const pdf = await makePdf([{ lines: [line] }, { lines: ['The same'] }], { title: 'A paper' })
  return join(await publicationFolder({ 'a-paper.pdf': pdf }), 'a-paper.pdf')
}

describe('whitepaper compare', () => {
  beforeAll(() => vi.stubEnv('GITHUB_ACTIONS', ''))
  afterAll(() => vi.unstubAllEnvs())

  it('writes a marked copy, and none where nothing changed', async () => {
    const [old, now] = [await paper('Ten councils'), await paper('Twelve councils')]
    const pdf = join(dirname(now), 'changes.pdf')
    expect(await whitepaperHere('compare', old, now, '--pdf', pdf)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('changes.pdf: 1 change marked; it claims nothing'),
    })
    const marked = ((await readBytes(await readFile(pdf))) as { paper: Paper }).paper
    expect(marked.title).toBe('Changes: A paper')
    expect(marked.pages.map(({ label }) => label)).toEqual(['Changes 1', '1', '2'])
    expect(marked.pages[1]!.words.map(({ text }) => text)).toEqual(['Twelve', 'councils', '1', 'Was:', 'Ten'])
    const none = join(dirname(now), 'none.pdf')
    const { status, stderr } = await whitepaperHere('compare', now, now, '--pdf', none)
    expect({ status, is: await findPaper(none).catch(() => 'none') }).toEqual({ status: 0, is: 'none' })
    expect(stderr).toContain('none.pdf was not written: there is no change to mark.')
  })
})
