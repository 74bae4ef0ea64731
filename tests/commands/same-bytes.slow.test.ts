import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'

/** Builds in a process of its own, as on another machine, and gives the PDF and its papers. */
async function build(root: string, out: string, surroundings: Readonly<Record<string, string>>) {
  const words = [resolve('bin/whitepaper.mjs'), 'build', '--root', root, '--out', out, '--quiet']
  await promisify(execFile)(process.execPath, words, { env: { ...process.env, ...surroundings } })
  return readFile(join(out, 'folio.pdf'))
}

it('makes the same bytes in another process, time zone and locale', async () => {
  const folder = await publicationFolder({
    'paper/publication.yaml':
      'title: Folio\nlanguage: en-GB\ndate: 2013-07-26\noptions: { covers: false }\nkeywords: [ävla, zebra]\n',
    'paper/chapters/01-first.md':
      '# The first\n\nText, a list and a note.[^n]\n\n- one\n- two\n\n:::table{caption="Sums"}\n| a | b |\n| --- | --- |\n| 1 | 2 |\n:::\n\n:::terms\n- **Ärlig**: honest\n- **Zed**: last\n:::\n\n[^n]: The note.\n',
  })
  const paper = join(folder, 'paper')
  const one = await build(paper, join(folder, 'a'), { TZ: 'UTC', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' })
  const other = await build(paper, join(folder, 'b'), {
    TZ: 'Pacific/Kiritimati',
    LC_ALL: 'sv_SE.UTF-8',
    LANG: 'sv_SE.UTF-8',
  })
  expect(one.length).toBeGreaterThan(10_000)
  expect(one.equals(other)).toBe(true)
})
