import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleIds, ruleOf } from '../scripts/rules/rules.ts'

const README = readFileSync('README.md', 'utf8')
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const hasRow = (name: string): boolean => README.includes(`\n| \`${name}\` | `)
const withoutCode = (markdown: string): string => markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')

describe('README.md', () => {
  // A change of severity is a promise to authors: it is made here as well.
  it.each(ruleIds)('lists the rule %s with its severity and reason', (id) =>
    expect(README).toContain(`\n| \`${id}\` | ${ruleOf(id).severity} | ${ruleOf(id).why} |\n`),
  )

  it.each(['style', 'slip', 'accessibility'] as const)('lists the rules of the kind %s', (kind) => {
    const [, row = ''] = new RegExp(`^\\| ${kind} \\|.*\\|(.*)\\|$`, 'm').exec(README) ?? []
    const listed = [...row.matchAll(/`([^`]+)`/g)].map(([, id]) => id)
    expect(listed.sort()).toEqual(ruleIds.filter((id) => ruleOf(id).kind === kind).sort())
  })

  it('lists no rule that is gone', () => {
    const listed = [...README.matchAll(/^\| `([a-z\d-]+)` \| (?:error|warning|info) \|/gm)].map(
      ([, id]) => id,
    )
    expect(listed.filter((id) => !ruleIds.some((known) => known === id))).toEqual([])
  })

  it.each(Object.keys({ ...dependencies, ...devDependencies }))('gives a reason for %s', (name) =>
    expect(hasRow(name)).toBe(true),
  )

  it.each(['README.md', 'CONTRIBUTING.md'])('%s links to files that are there', (file) => {
    const links = withoutCode(readFileSync(file, 'utf8')).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)
    for (const [, target = ''] of links) expect(existsSync(target), target).toBe(true)
  })
})
