import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { KINDS, kindsInWords } from '../../scripts/import/kinds-of-archives.ts'
import { SERVICES } from '../../scripts/import/services/services.ts'

const handbook = await readFile(new URL('../../docs/chapters/15-launch-day.md', import.meta.url), 'utf8')

describe('kinds of archives', () => {
  it('are those that are read', () => {
    expect(SERVICES.map(({ name }) => name).sort()).toEqual(Object.keys(KINDS).sort())
  })

  it.each(Object.values(KINDS))('stand in the help and in the handbook: $given', ({ given, read }) => {
    expect(kindsInWords()).toContain(`  ${given}: ${read}`)
    expect(handbook).toContain(`| ${given} | ${read} |`)
  })
})
