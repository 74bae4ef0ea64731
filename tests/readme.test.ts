import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const README = readFileSync('README.md', 'utf8')
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const hasRow = (name: string): boolean => README.includes(`\n| \`${name}\` | `)
const withoutCode = (markdown: string): string => markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')

describe('README.md', () => {
  it.each(Object.keys({ ...dependencies, ...devDependencies }))('gives a reason for %s', (name) =>
    expect(hasRow(name)).toBe(true),
  )

  it.each(['README.md', 'CONTRIBUTING.md'])('%s links to files that are there', (file) => {
    const links = withoutCode(readFileSync(file, 'utf8')).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)
    for (const [, target = ''] of links) expect(existsSync(target), target).toBe(true)
  })
})
