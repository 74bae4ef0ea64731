import { describe, expect, it } from 'vitest'
import type { RuleChange } from '../../scripts/model/publication.ts'
import { applyRules, unneededExceptions } from '../../scripts/rules/apply-rules.ts'
import { finding } from '../../scripts/rules/finding.ts'
import { readPublication } from '../../scripts/settings/publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const read = async (rules: string) =>
  readPublication(
    await publicationFolder({ 'publication.yaml': `title: A paper\nlanguage: en\nrules:\n${rules}` }),
  )

const said = async (rules: string) =>
  (await read(rules)).findings.map(({ place, message, mend }) => `${place.line}: ${message} ${mend}`)

const change = (given: Partial<RuleChange>): RuleChange => ({
  rule: 'link-says-where',
  except: [],
  reason: 'A reason.',
  line: 1,
  ...given,
})

const vague = (actual: string, file = 'chapters/01-a.md') =>
  finding('link-says-where', { file, line: 3 }, { words: actual })

const PLAIN = { style: 'none', names: [], accessibility: 'proven' } as const

describe('style: in publication.yaml', () => {
  const told = (publication: Partial<Parameters<typeof applyRules>[1]>): string[] =>
    applyRules(
      [
        finding(
          'words-are-plain',
          { file: 'chapters/01-a.md', line: 3 },
          { words: 'prior to', plain: '“before”' },
        ),
        finding(
          'names-are-spelt-alike',
          { file: 'chapters/01-a.md', line: 4 },
          { written: 'e-mail', usual: 'email' },
        ),
        finding('words-are-not-repeated', { file: 'chapters/01-a.md', line: 5 }, { words: 'the the' }),
        vague('here'),
      ],
      { ...PLAIN, rules: [], ...publication },
    ).map(({ rule, severity }) => `${severity} ${rule}`)

  const ALWAYS = ['warning words-are-not-repeated', 'warning link-says-where']

  it('is read, is none without a word, and knows no other', async () => {
    const of = async (style: string) =>
      readPublication(await publicationFolder({ 'publication.yaml': `title: A\nlanguage: en\n${style}` }))
    expect((await of('')).value?.style).toBe('none')
    expect((await of('style: gov-uk\n')).value?.style).toBe('gov-uk')
    expect((await of('style: guardian\n')).findings).toHaveLength(1)
  })

  it('turns the rules of a house on', () =>
    expect(told({ style: 'gov-uk' })).toEqual([
      'warning words-are-plain',
      'warning names-are-spelt-alike',
      ...ALWAYS,
    ]))

  it('leaves what is wrong in anybody’s style, and what WCAG asks for', () =>
    expect(told({})).toEqual(ALWAYS))

  it('a rule of it can be asked for alone', () =>
    expect(told({ rules: [change({ rule: 'words-are-plain', severity: 'info' })] })).toEqual([
      'info words-are-plain',
      ...ALWAYS,
    ]))

  it('names that are listed are asked for', () =>
    expect(told({ names: [{ name: 'email', not: ['e-mail'] }] })).toEqual([
      'warning names-are-spelt-alike',
      ...ALWAYS,
    ]))
})

describe('rules: in publication.yaml', () => {
  it('makes a rule louder, quieter or silent, each with its line', async () => {
    const { value, findings } = await read(
      '  link-says-where: { severity: error }\n  file-has-a-place: { severity: off, reason: Drafts. }\n',
    )
    expect(findings).toEqual([])
    expect(value?.rules).toEqual([
      { rule: 'file-has-a-place', severity: 'off', except: [], reason: 'Drafts.', line: 5 },
      { rule: 'link-says-where', severity: 'error', except: [], reason: '', line: 4 },
    ])
  })

  it('takes a list where each exception has a reason of its own', async () => {
    const { value } = await read(
      '  link-says-where:\n    - { except: [more], reason: One. }\n    - { except: [chapters/], reason: Two. }\n',
    )
    expect(value?.rules.map(({ except, reason, line }) => [except, reason, line])).toEqual([
      [['more'], 'One.', 4],
      [['chapters/'], 'Two.', 4],
    ])
  })

  it.each([
    [
      'link-says-were: { severity: off, reason: x }',
      '4: `rules.link-says-were` is no rule. Did you mean `link-says-where`?',
    ],
    [
      'link-says-where: { severity: info }',
      '4: `rules.link-says-where.severity` makes the rule quieter without saying why. Add `reason:` with a sentence.',
    ],
    [
      'link-says-where: { except: [more] }',
      '4: `rules.link-says-where.except` makes the rule quieter without saying why. Add `reason:` with a sentence.',
    ],
    [
      'image-has-alt: { severity: warning, reason: Later. }',
      '4: `rules.image-has-alt.severity` makes a rule quieter that proves the paper fit to be published. Take it out: what is wrong must be mended.',
    ],
    [
      'image-has-alt: { except: [a.md], reason: Later. }',
      '4: `rules.image-has-alt.except` makes a rule quieter that proves the paper fit to be published. Take it out: what is wrong must be mended.',
    ],
    [
      'link-says-where: { severity: loud }',
      '4: `rules.link-says-where.severity` must be one of `off`, `info`, `warning`, `error`. Correct the value.',
    ],
    [
      'link-says-where: { sverity: info }',
      '4: `sverity` is not a key that this file can have, so it is passed over. Did you mean `severity`?',
    ],
    [
      'link-says-where: off',
      '4: `rules.link-says-where` must be a group of keys like `{ severity: info, reason: … }`. Correct the value.',
    ],
  ])('%s is explained', async (line, expected) => expect(await said(`  ${line}\n`)).toEqual([expected]))
})

describe('a change of a rule', () => {
  it('gives what the rule found another severity', () => {
    const [louder] = applyRules([vague('here')], { ...PLAIN, rules: [change({ severity: 'error' })] })
    expect(louder?.severity).toBe('error')
    expect(applyRules([vague('here')], { ...PLAIN, rules: [change({ severity: 'off' })] })).toEqual([])
  })

  it('leaves other rules as they are', () => {
    const other = finding('file-has-a-place', { file: 'chapters/09-x.md' })
    expect(applyRules([other], { ...PLAIN, rules: [change({ severity: 'off' })] })).toEqual([other])
  })

  it.each([
    ['its words, whatever their capitals', 'Read More', true],
    ['its file', 'chapters/01-a.md', true],
    ['its folder', 'chapters/', true],
    ['a word within it', 'more', true],
    ['part of a word', 'mor', false],
    ['another file', 'chapters/02-b.md', false],
    ['the folder without its slash', 'chapters', false],
  ])('leaves a finding alone that it names by %s', (_, entry, isLeft) => {
    const rules = [change({ except: [entry] })]
    expect(applyRules([vague('read more')], { ...PLAIN, rules })).toHaveLength(isLeft ? 0 : 1)
  })

  it('is not told to be idle (exclusion-is-needed) where its rule may find something later', () =>
    expect(unneededExceptions([], { rules: [change({ except: ['more'] })] })).toEqual([]))
})
