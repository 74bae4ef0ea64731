import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referencePages } from '../../docs/reference/reference.ts'
import { ruleIds, ruleOf } from '../../scripts/rules/rules.ts'

const PAGES = referencePages()
const pageOf = (name: string): string => PAGES.find(({ file }) => file.endsWith(`/${name}`))?.text ?? ''

describe('the reference of the handbook', () => {
  it.each(PAGES)('$file is as the code is: `npm run docs:reference`, and commit', ({ file, text }) => {
    expect(existsSync(file) && readFileSync(file, 'utf8') === text).toBe(true)
  })

  it('has no page that the code does not make any more', () => {
    const marked = readdirSync('docs/chapters')
      .map((name) => `docs/chapters/${name}`)
      .filter((file) => readFileSync(file, 'utf8').includes('Made by `npm run docs:reference`'))
    expect(marked.sort()).toEqual(PAGES.map(({ file }) => file).sort())
  })

  it.each(['31-front-matter.md', '32-publication.md', '33-data.md', '34-theme.md', '39-report.md'])(
    '%s says what every key is',
    (name) => {
      const keys = pageOf(name).split('## The built-in style sheets')[0] ?? ''
      expect(keys).toContain('| `')
      expect(keys.match(/^\| `.*\| \|.*$/gm) ?? []).toEqual([])
    },
  )

  it.each(ruleIds)('has a place for the rule %s', (id) => {
    expect(pageOf('37-rules.md')).toContain(`\n### ${id}\n`)
    expect(ruleOf(id).why).not.toBe('')
  })
})

const ADDRESS = /docs\/chapters\/[\w-]+\.md/g

describe('what the program points to', () => {
  const files = ['scripts', 'templates', 'bin'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|md|yaml|json|liquid)$/.test(name))
      .map((name) => join(folder, name)),
  )
  const pointers = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(ADDRESS)].map(([address]) => ({ file, address })),
  )

  it.each(pointers)('$file points to $address, which is there', ({ address }) => {
    expect(existsSync(address)).toBe(true)
  })

  it('is the handbook, and no longer the README', () => {
    const texts = files.filter((file) => file.startsWith('scripts/rules/'))
    for (const file of texts) expect(readFileSync(file, 'utf8'), file).not.toContain('README')
    expect(pointers.length).toBeGreaterThan(0)
  })
})
