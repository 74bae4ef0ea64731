import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const README = readFileSync('README.md', 'utf8')
const DEPENDENCIES = readFileSync('docs/chapters/53-dependencies.md', 'utf8')
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const withoutCode = (markdown: string): string => markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
const linksOf = (file: string): string[] =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
    ([, target = '']) => join(dirname(file), target),
  )

describe('README.md', () => {
  it('is a door, and not the house', () => {
    expect(README.split('\n').length).toBeLessThanOrEqual(150)
  })

  it('leads to every chapter of the handbook, but for those that its own steps are', () => {
    const chapters = readdirSync('docs/chapters').map((name) => `docs/chapters/${name}`)
    const linked = linksOf('README.md')
    expect(chapters.filter((one) => one.endsWith('.md') && !linked.includes(one))).toEqual([
      'docs/chapters/52-adding.md',
    ])
  })

  it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s links to files that are there', (file) => {
    for (const target of linksOf(file)) expect(existsSync(target), target).toBe(true)
  })
})

describe('the chapter of dependencies', () => {
  const packages = Object.keys({ ...dependencies, ...devDependencies })

  it.each(packages)('gives a reason for %s', (name) => {
    expect(DEPENDENCIES).toContain(`\n| \`${name}\` | `)
  })

  it('lists none that is gone', () => {
    const listed = [...DEPENDENCIES.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
    expect(listed.filter((name) => !packages.some((one) => one === name))).toEqual([])
  })
})
