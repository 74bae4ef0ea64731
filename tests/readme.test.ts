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

/** The line of README.md on which somebody looks for it, the page to which that leads, and what is read there. */
const WISHES = [
  ['change the page size', 'docs/chapters/11-design.md', '## The size of the page: A5 and Letter'],
  ['write a note', 'docs/chapters/06-markdown.md', '## A note'],
  ['make a chart', 'docs/chapters/06-markdown.md', '## A chart'],
  ['a rule: why it matters', 'docs/chapters/37-rules.md', '### image-has-alt'],
  ['print a booklet', 'docs/chapters/13-booklet.md', 'build --edition booklet'],
  ['put it on GitHub Pages', 'docs/chapters/14-website.md', '## On GitHub Pages'],
  ['add a directive', 'CONTRIBUTING.md', '| a directive | '],
] as const

describe('what a reader wants to know', () => {
  it.each(WISHES)('is two steps away: %s', (wish, file, told) => {
    const row = README.split('\n').find((line) => line.startsWith('|') && line.includes(wish)) ?? ''
    expect(row).toContain(`](${file})`)
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => line.includes(told)),
    ).toBe(true)
  })

  it('is a command that runs in the folder of a paper as in a clone', () => {
    const guides = readdirSync('docs/chapters').filter((name) => /^[01]\d-/.test(name))
    const texts = [...guides.map((name) => `docs/chapters/${name}`), ...startersIn('templates/init/')]
    expect(texts.length).toBeGreaterThan(15)
    expect(texts.filter((file) => readFileSync(file, 'utf8').includes('npm run'))).toEqual([])
  })
})

const startersIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))

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
