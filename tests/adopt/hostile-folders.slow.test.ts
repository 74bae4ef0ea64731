import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { adoptedFrom } from './adopted.ts'

describe('folders with odd files', () => {
  it('cuts a paper of thousands of headings in time', async () => {
    const root = await publicationFolder({ 'a.md': `${'a\n=\n'.repeat(2000)}` })
    const begun = performance.now()
    const made = await adoptedFrom({ paths: [join(root, 'a.md')], name: 'a', taken: [] })
    expect(Object.keys(made.files)).toHaveLength(2001)
    expect(performance.now() - begun).toBeLessThan(30_000)
  })
})
