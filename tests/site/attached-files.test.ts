import { rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { siteOf } from './make-site.ts'

const outside = join(tmpdir(), `secret-${process.pid}.pdf`)
afterAll(() => rm(outside, { force: true }))

describe('files that texts link to', () => {
  it('stand beside the pages, and links lead to them; none from outside, none that could run', async () => {
    const root = await publicationFolder({
      'publication.yaml': 'title: A paper\nlanguage: en-GB\n',
      'chapters/01-one.md':
        '# One\n\n[The plan](../docs/Our%20plan%20%26%20more.pdf), [the sheet](sheet.xlsx), [the key](../.env), [the page](../docs/a.html), [out](../docs/out.pdf).\n',
      'chapters/sheet.xlsx': 'x',
      'docs/Our plan & more.pdf': 'x',
      'docs/a.html': '<script>alert(1)</script>',
      '.env': 'SECRET=1',
    })
    await writeFile(outside, 'secret')
    await symlink(outside, join(root, 'docs/out.pdf'))
    const { files, findings } = await siteOf(root)
    const page = files.get('chapters/one/index.html') ?? ''
    expect(page).toContain('href="../../files/docs/Our%20plan%20%26%20more.pdf"')
    expect(page).toContain('href="../../files/chapters/sheet.xlsx"')
    expect(page).toMatch(/The plan<\/a>[^<]*<span class="ref"> \(Our plan (?:&amp;|&#x26;) more\.pdf\)/)
    expect([...files.keys()].filter((path) => path.startsWith('files/')).sort()).toEqual([
      'files/chapters/sheet.xlsx',
      'files/docs/Our plan & more.pdf',
    ])
    expect(findings).toEqual([])
  })
})
