import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkedYaml, nearest } from '../../../scripts/ground/yaml/checked-yaml.ts'

const schema = z.strictObject({
  title: z.string(),
  count: z.number().int().optional(),
  kind: z.enum(['plain', 'bold']).default('plain'),
  people: z
    .array(z.union([z.string(), z.strictObject({ name: z.string(), role: z.string().default('') })]))
    .default([]),
  picture: z.strictObject({ file: z.string(), alt: z.string() }).optional(),
  figures: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
})

const check = (text: string, kind: 'publication' | 'front-matter' = 'publication', firstLine = 1) =>
  checkedYaml({ text, file: 'a.yaml', firstLine, schema, kind })

const said = (text: string) =>
  check(text).findings.map(({ place, message, mend }) => `${place.line}: ${message} ${mend}`)

describe('a hash sign in a value', () => {
  it('is named where it cuts the author’s line short (hash-sign-is-quoted)', () => {
    const text = 'title: The tag #wmgrit and its road\npeople:\n  - Ann #one\n'
    const { findings } = check(text, 'front-matter', 2)
    expect(findings.map(({ rule, place, message }) => [rule, place.line, message.slice(0, 40)])).toEqual([
      ['hash-sign-is-quoted', 2, 'Everything from `#wmgrit and its road` t'],
      ['hash-sign-is-quoted', 4, 'Everything from `#one` to the end of thi'],
    ])
  })

  it('is left alone in quotation marks, in remarks, in long texts and in words', () => {
    const text =
      "title: 'The tag #wmgrit' # a remark\n#aside\nkind: bold\npeople:\n  - >-\n    A #tag\n  - C#\n"
    expect(check(text).findings).toEqual([])
  })
})

it('a value whose first word would be lost as a tag is named', () => {
  for (const text of ['title: !Now or never', 'title: !!js/function "x"', 'kind: plain\ntitle: !Now'])
    expect(said(text)[0]).toContain('a value begins with `!`, and its first word would be lost')
})

describe('YAML that is sound', () => {
  it('gives the value, filled in, and the line of each key', () => {
    expect(check('title: A\nkind: bold\n')).toEqual({
      value: { title: 'A', kind: 'bold', people: [] },
      lines: { title: 1, kind: 2 },
      findings: [],
      foreign: {},
      empty: {},
      lineOf: expect.any(Function),
    })
  })

  it('takes a key with nothing after it as not given', () => {
    expect(check('title: A\nkind:\n').value?.kind).toBe('plain')
    expect(check('title:\n').findings.map(({ rule }) => rule)).toEqual([
      'front-matter-is-filled-in',
      'publication-is-complete',
    ])
  })

  it('takes a yes, a no and a date as text', () => {
    const dates = checkedYaml({
      text: '- no\n- yes\n- 2013-07-26\n',
      file: 'a.yaml',
      firstLine: 1,
      schema: z.array(z.string()),
      kind: 'publication',
    })
    expect(dates.value).toEqual(['no', 'yes', '2013-07-26'])
    expect(dates.lines).toEqual({ 0: 1, 1: 2, 2: 3 })
  })

  it('takes an empty file as an empty list where a list belongs', () => {
    const empty = { text: '# nothing yet\n', file: 'a.yaml', firstLine: 1, kind: 'publication' } as const
    expect(checkedYaml({ ...empty, schema: z.array(z.string()) }).value).toEqual([])
  })

  it('takes out what no font can draw, and says so', () => {
    const { value, findings } = check('kind: bold\ntitle: "A\\uFDD0number:x\\uFDD1\\u0007"\n')
    expect(value?.title).toBe('Anumber:x')
    expect(findings).toMatchObject([
      { rule: 'control-characters-are-gone', place: { line: 2 }, severity: 'warning' },
    ])
  })
})

describe('faults of the schema', () => {
  it.each([
    ['count: 1\n', '1: `title` is missing. Add `title:`.'],
    ['title: A\ncount: two\n', '2: `count` must be a number. Correct the value.'],
    ['title: A\nkind: loud\n', '2: `kind` must be one of `plain`, `bold`. Correct the value.'],
    ['title: A\npeople: Dan\n', '2: `people` must be a list. Put it in square brackets: `[Dan]`.'],
    [
      'title: A\nfigures: 40 people\n',
      '2: `figures` must be a list. Write `- value: 40 people`, indented, on a line of its own below the key.',
    ],
    [
      'title: A\npicture: a.jpg\n',
      '2: `picture` must be a group of keys, indented below it. Write what it holds on lines of its own, indented, below the key: `file:`, `alt:`.',
    ],
    ['- title\n', '1: This file must be a group of keys, indented below it. Correct the value.'],
    ['a plain sentence\n', '1: This file must be a group of keys, indented below it. Correct the value.'],
  ])('%j', (text, expected) => expect(said(text)).toEqual([expected]))

  it('names the line of an unknown key, not that of its value', () => {
    expect(said('title: A\npeopel:\n  - Dan\n')).toEqual([
      '2: `peopel` is not a key that this file can have, so it is passed over. Did you mean `people`?',
    ])
  })

  it('explains a fault inside of a value that may have two forms', () => {
    expect(said('title: A\npeople:\n  - name: Dan\n    rol: Editor\n')).toEqual([
      '4: `rol` is not a key that this file can have, so it is passed over. Did you mean `role`?',
    ])
  })

  it('counts lines from where the front matter begins', () => {
    expect(
      check('kind: loud\n', 'front-matter', 2).findings.map(({ rule, place }) => [rule, place.line]),
    ).toEqual([
      ['front-matter-is-complete', 2],
      ['front-matter-value-fits', 2],
    ])
    expect(check('title: A\ntitel: B\n', 'front-matter', 2).findings).toMatchObject([
      { rule: 'front-matter-key-is-known', place: { line: 3 }, mend: 'Did you mean `title`?' },
    ])
  })
})

describe('YAML that is broken, though only one thing can be meant', () => {
  it.each([
    ['title: A: B', 'A: B'],
    ['title: A:', 'A:'],
    ['title: A: B # a remark', 'A: B'],
    ['title: @bestbywm', '@bestbywm'],
    ['title: `code` first', '`code` first'],
    ['title: %appdata% and more', '%appdata% and more'],
    ['title: *stars* here', '*stars* here'],
    ['title: &amp; more', '&amp; more'],
    ['title: [Draft] The plan', '[Draft] The plan'],
    ['title: [The plan](plan.md) as made', '[The plan](plan.md) as made'],
    ['title: {{ name }} and more', '{{ name }} and more'],
    ['title: "The plan" of roads', '"The plan" of roads'],
    ['title: > more', '> more'],
    ['title: - dash', '- dash'],
    ['title:Roads', 'Roads'],
    ['title: It goes on\nat the edge', 'It goes on at the edge'],
    ['title: It: goes\n  on "here"', 'It: goes on "here"'],
  ])('%j is read as text, and told', (text, title) => {
    const { value, findings } = check(`${text}\nkind: bold\n`)
    expect(value).toMatchObject({ title, kind: 'bold' })
    expect(findings).toMatchObject([{ rule: 'value-is-quoted', severity: 'info', place: { line: 1 } }])
  })

  it.each([
    ['people:\n\t- name: Ann\n\t  role: Maps\ntitle: A\n', 'A'],
    ['people:\n  - name: B: C\n    role: @maps\ntitle: A\n', 'A'],
    ['title: >\n  Note: a line\n  in: a block\ncount: 1\n', 'Note: a line in: a block\n'],
    ['og:title: x\ntitle: A: B\ndate: 2020\nog:image: y\n', 'A: B'],
    ['title: &name A\nkind: bold\npeople: [*name]\n', 'A'],
  ])('%j is read in its shape', (text, title) => expect(check(text).value?.title).toBe(title))

  it('tells of typographic marks around a value once, and prints them', () => {
    const { value, findings } = check('title: “A title”\nkind: bold\n')
    expect(value?.title).toBe('“A title”')
    expect(findings).toMatchObject([{ rule: 'value-is-quoted', place: { line: 1 } }])
    expect(check('title: “A” and “B”\n').findings).toEqual([])
  })
})

describe('YAML that is broken or hostile', () => {
  it.each([
    ['title: A\n\tkind: bold\n', 2, 'the line is indented with a tab'],
    ['title: A\ntitle: B\n', 2, 'the key `title` stands in it twice, on lines 1 and 2: keep one of them'],
    ['title: A\n--- {title: B}\n', 2, 'a line of three hyphens begins a second text'],
    [
      'title: A\n---\ntitle: B\n',
      3,
      'the key `title` stands in it twice, on lines 1 and 3: keep one of them',
    ],
    ["title: 'Tis\n", 1, 'the quotation mark of line 1 is not closed'],
    ['a: &a b\ntitle: [*a, *c]\n', 1, 'its aliases (`*name`) repeat without end, or name nothing'],
  ])('%j is named with its line', (text, line, actual) => {
    const { value, findings } = check(text)
    expect(value).toBeUndefined()
    expect(findings).toMatchObject([
      { rule: 'yaml-is-sound', place: { file: 'a.yaml', line }, message: `This cannot be read: ${actual}.` },
    ])
  })

  it('refuses aliases that multiply', () => {
    const levels = [...'bcdefghi'].map(
      (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
    )
    expect(said(`a: &a [x, x, x, x, x, x, x, x, x]\n${levels.join('\n')}\n`)).toEqual([
      expect.stringContaining('repeat without end'),
    ])
  })

  it.each([
    ['brackets', `title: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`],
    ['brackets left open', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(5000)],
    ['hyphens on one line', '- '.repeat(20_000)],
  ])('refuses %s within one another before the parser runs out of stack', (_, text) => {
    expect(check(text).findings).toMatchObject([{ rule: 'nesting-is-shallow' }])
  })

  it('does not count brackets in text', () => {
    expect(check(`title: "${'['.repeat(500)}"\n`).findings).toEqual([])
  })

  it('leaves a value that names itself to the schema', () => {
    expect(said('title: A\npeople: &p [*p]\n')).toHaveLength(1)
  })

  it('never makes a program of a tag', () => {
    const text = 'title: !!js/function "function () { throw 1 }"\n'
    expect(check(text).findings).toMatchObject([{ rule: 'yaml-is-sound', place: { line: 1 } }])
  })
})

describe('suggestions', () => {
  it.each([
    ['chanels', 'channels'],
    ['TITLE', 'title'],
    ['titel', 'title'],
    ['foo', undefined],
    ['tip', undefined],
  ])('%s → %s', (word, expected) => expect(nearest(word, ['title', 'channels'])).toBe(expected))

  it('suggests nothing where there is nothing', () => expect(nearest('title', [])).toBeUndefined())
})
