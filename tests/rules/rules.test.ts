import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finding, hasErrors } from '../../scripts/rules/finding.ts'
import { ruleIds, ruleOf } from '../../scripts/rules/rules.ts'
import { FIRES, PROVEN_IN } from './fires.ts'

const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file))

const SCRIPTS = filesIn('scripts', /\.ts$/)
  .filter((file) => !/^scripts[/]rules[/](?!apply-rules)/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

describe.each(ruleIds)('%s', (id) => {
  const { severity, why, says, mend, example = {}, moreExamples = [] } = ruleOf(id)

  // tests/rules/fires.test.ts builds those publications, and asserts the place.
  it('is proven to fire: by one row of tests/rules/fires.ts', () => {
    const proof = PROVEN_IN.get(id)
    expect([id in FIRES, proof !== undefined], `${id} needs one row in tests/rules/fires.ts`).toContain(true)
    if (proof === undefined) return
    expect(id in FIRES).toBe(false)
    // In a list of findings that are expected, not in a sentence.
    const code = readFileSync(proof, 'utf8').replace(/^ *(?:\/\/|\*|\/\*).*$/gm, '')
    expect(code).toMatch(
      new RegExp(`(?:['"\`/][^'"\`\\n]*|(?:error|warning|info) )(?<![\\w-])${id}(?![\\w-])`),
    )
  })

  it('is found by a check', () => expect(SCRIPTS.includes(`'${id}'`), `no script names ${id}`).toBe(true))

  it('names the healthy state in lower case with hyphens', () =>
    expect(id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)+$/))

  it('has a severity', () => expect(['error', 'warning', 'info']).toContain(severity))

  it.each(
    [example, ...moreExamples].flatMap((facts) => [
      [`${facts.problem ?? ''} with a suggestion`, { ...facts, suggestion: 'another' }] as const,
      [`${facts.problem ?? ''} without`, { ...facts, suggestion: undefined }] as const,
    ]),
  )('says in sentences what is wrong, how to mend it and why (%s)', (_, facts) => {
    const [said, mended] = [says(facts), mend(facts)]
    for (const words of [said, mended, why]) {
      expect(words).not.toMatch(/\b(?:invalid|illegal|null|undefined|NaN|nodes?|AST|parser?|exception)\b/i)
      expect(words).toBe(words.trim())
      expect(words).not.toMatch(/\breport\b/i)
    }
    for (const sentence of [mended, why]) expect(sentence).toMatch(/^[\p{Lu}“`!].*[.?:…]["”`]?$/u)
  })
})

it('asks no author to report anything, whatever the facts of a finding are', () => {
  const said = filesIn('scripts', /\.ts$/).map((file) => readFileSync(file, 'utf8'))
  expect(said.join('\n')).not.toMatch(/\breport(?:ed|ing)? (?:this|it|them)\b|please report|file a bug/i)
})

describe('findings', () => {
  it('carry the cause as words, never as a stack', () => {
    const { cause } = finding('stage-completes', {}, { stage: 'printing' }, new Error('broken pipe'))
    expect(cause).toBe('broken pipe')
    expect(finding('pdf-opens', {}, { problem: 'no-pdf', reason: 'its end is missing' })).not.toHaveProperty(
      'cause',
    )
  })

  it('stop a build only when one is an error', () => {
    expect(hasErrors([])).toBe(false)
    expect(hasErrors([finding('link-says-where', {}, { words: 'here' })])).toBe(false)
    expect(hasErrors([finding('link-resolves', {}, { problem: 'not-there', address: 'b.md' })])).toBe(true)
  })
})

it('no row is of a rule that is gone', () => {
  const known = new Set<string>(ruleIds)
  expect([...Object.keys(FIRES), ...PROVEN_IN.keys()].filter((id) => !known.has(id))).toEqual([])
})
