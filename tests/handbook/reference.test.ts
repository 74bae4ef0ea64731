import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { referencePages } from '../../docs/reference/reference.ts'
import { DRAWERS } from '../../scripts/ground/files/cache.ts'
import { addressOfRule } from '../../scripts/report/address-of-rule.ts'
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

const ARCHITECTURE = readFileSync('docs/chapters/50-architecture.md', 'utf8')
const CONTRIBUTING = readFileSync('CONTRIBUTING.md', 'utf8')

describe('what developers are told', () => {
  it('names files that are there', () => {
    const named = [...`${ARCHITECTURE}${CONTRIBUTING}`.matchAll(/`((?:scripts|tests|templates)\/[\w./-]+)`/g)]
    expect(named.length).toBeGreaterThan(10)
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
  })

  it.each(DRAWERS)('says what lies in the drawer %s', (drawer) => {
    expect(ARCHITECTURE).toMatch(new RegExp(`^\\|[^|]*\`${drawer}\`[^|]*\\|`, 'm'))
  })

  it.each(['a directive', 'a rule', 'a field', 'an edition', 'a language', 'a key of report.json'])(
    'says where %s is added',
    (thing) => expect(CONTRIBUTING).toContain(`\n| ${thing} `),
  )
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

  it('is there', () => {
    expect(pointers.filter(({ address }) => !existsSync(address))).toEqual([])
  })

  it('is the handbook, and no longer the README', () => {
    const texts = files.filter((file) => file.startsWith('scripts/rules/'))
    for (const file of texts) expect(readFileSync(file, 'utf8'), file).not.toContain('README')
  })

  it('is named by a title that one of its chapters has: in a package its folder is elsewhere', () => {
    const titles = readdirSync('docs/chapters')
      .filter((name) => name.endsWith('.md'))
      .map((name) => /^title: (.*)$/m.exec(readFileSync(`docs/chapters/${name}`, 'utf8'))?.[1])
    const named = files
      .filter((file) => /^(?:scripts.rules|templates.init)/.test(file))
      .flatMap((file) => readFileSync(file, 'utf8').match(/[^.\n]*\bhandbook\b[^.\n]*/gi) ?? [])
      .flatMap((sentence) => [...sentence.matchAll(/“([^”]+)”/g)].map(([, title]) => title))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((title) => !titles.includes(title))).toEqual([])
  })

  it.each(ruleIds)('has an address for the rule %s, wherever a report is read', (id) => {
    const [file = '', place] = (addressOfRule(id, resolve('.'), {}) ?? '').split('#')
    expect(readFileSync(fileURLToPath(file), 'utf8')).toContain(`\n### ${place}\n`)
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'a/b',
    }
    const address = addressOfRule(id, resolve('.'), github)
    expect(address).toBe(`https://github.com/a/b/blob/HEAD/docs/chapters/37-rules.md#${id}`)
    expect(addressOfRule(id, resolve('..'), { ...github, GITHUB_REPOSITORY: '' })).toBeUndefined()
    expect(addressOfRule(id, resolve('scripts'), github)).toBeUndefined()
  })
})
