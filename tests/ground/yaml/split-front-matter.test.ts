// gray-matter is asked to split, and kept from all else that it does: each of its five traps is laid here.
import matter from 'gray-matter'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkedReading } from '../../../scripts/ground/yaml/checked-yaml.ts'
import { splitFrontMatter } from '../../../scripts/ground/yaml/split-front-matter.ts'

const split = (text: string) => splitFrontMatter(text, 'chapters/01-a.md')
const matterOf = (text: string): unknown => split(text).matter.document?.toJS()
const found = (text: string) =>
  [...split(text).findings, ...split(text).matter.findings].map(({ rule, place }) => `${rule}@${place.line}`)

describe('the traps of gray-matter', () => {
  const marks = globalThis as { ran?: boolean }
  const PROGRAM = '{ get a() { globalThis.ran = true; return 1 } }.a'

  it.each(['js', 'javascript', 'JavaScript', 'JS', ' js', '\tjavascript', ' \u00a0js'])(
    'never runs what stands behind ---%s',
    (language) => {
      delete marks.ran
      const text = `---${language}\n${PROGRAM}\n---\n\nText.\n`
      expect(found(text)).toEqual(['front-matter-is-yaml@1'])
      expect(marks.ran).toBeUndefined()
    },
  )

  it('is laid in earnest: left to itself it runs the program', () => {
    delete marks.ran
    matter(`---js\n${PROGRAM}\n---\n`, { engines: { js: false } as never })
    expect(marks.ran).toBe(true)
    delete marks.ran
  })

  it.each(['coffee', 'cson', 'json', 'toml', 'ini', 'constructor', '__proto__', 'toString', 'html'])(
    'refuses ---%s',
    (language) => expect(found(`---${language}\n{"title": "A"}\n---\n`)).toEqual(['front-matter-is-yaml@1']),
  )

  it('refuses a program that is never closed', () => {
    delete marks.ran
    expect(found(`---js\n${PROGRAM}\n`)).toEqual(['front-matter-is-yaml@1'])
    expect(marks.ran).toBeUndefined()
  })

  it('tells what is wrong a second time, and a third', () => {
    const text = '---\ntitle: "A\nshort: B\n---\n'
    for (let turn = 0; turn < 3; turn += 1) expect(found(text)).toEqual(['yaml-is-sound@2'])
    expect((matter as unknown as { cache: object }).cache).toEqual({})
  })

  it('reads no YAML by itself: 10:32 is no number, and a day no moment', () =>
    expect(matterOf('---\ntime: 10:32\nday: 2013-07-26\nsure: no\n---\n')).toEqual({
      time: '10:32',
      day: '2013-07-26',
      sure: 'no',
    }))

  it('ends at a line of three hyphens and at no other that begins with them', () => {
    const { matter: read, body } = split('---\nnote: |\n  one\n---not here\n---\nText.\n')
    expect(read.findings.map(({ rule }) => rule)).toEqual(['yaml-is-sound'])
    expect(body.trim()).toBe('Text.')
  })
})

describe('front matter', () => {
  it.each([
    ['an empty line before it', '\n---\ntitle: A\n---\n', 2],
    ['a line of blanks', '  \t\n\n---\ntitle: A\n---\n', 3],
    ['a blank', ' ---\ntitle: A\n---\n', 1],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\n', 1],
  ])('is read behind %s, and that is told', (_, text, line) => {
    expect(matterOf(text)).toEqual({ title: 'A' })
    expect(found(text)).toEqual([`front-matter-comes-first@${line}`])
  })

  it.each([
    ['three stops, as Pandoc has them', '---\ntitle: A\n...\n\nText.\n'],
    ['blanks behind the hyphens', '--- \ntitle: A\n---\t \n\nText.\n'],
    ['the name of YAML', '---yaml\ntitle: A\n---\n\nText.\n'],
    ['a remark behind the hyphens', '--- # of the file\ntitle: A\n---\n\nText.\n'],
    ['a remark before the first key', '---\n# a remark\n\ntitle: A\n---\n\nText.\n'],
    ['an empty line above the keys', '---\n\ntitle: A\n---\n\nText.\n'],
    ['no line end at the end', '---\ntitle: A\n---'],
  ])('may have %s', (_, text) => {
    expect(matterOf(text)).toEqual({ title: 'A' })
    expect(found(text)).toEqual([])
  })

  it('leaves every line and every column of the text where it was', () => {
    const text = '\n---\ntitle: Ä 😀\n---\n\n# A text\n'
    const { body } = split(text)
    expect(body).toHaveLength(text.length)
    expect(body.indexOf('# A text')).toBe(text.indexOf('# A text'))
    expect(body.split('\n').map((row) => row.trim())).toEqual(['', '', '', '', '', '# A text', ''])
  })

  it('counts lines from the top of the file', () => {
    const { matter: read } = split('\n\n---\ntitle: A\nshort: [\n---\n')
    expect(read.findings[0]?.place.line).toBe(5)
  })

  it('that is empty is none of the text', () => {
    for (const text of ['---\n---\nText.\n', '---\n\n---\nText.\n'])
      expect(split(text).body.trim()).toBe('Text.')
  })

  it('needs its closing line', () => {
    expect(found('---\ntitle: T\nand more\n\nText.\n')).toEqual(['yaml-is-sound@1'])
    expect(found('\n---\ntitle: T\nand more\n')).toEqual(['yaml-is-sound@2'])
  })
})

describe('front matter between unusual lines', () => {
  it.each([
    '***\ntitle: T\n***\n\nText.\n',
    '-----\ntitle: T\ntags:\n  - a\n-----\nText.\n',
    '—\ntitle: T\n—\nText.\n',
    '---\ntitle: T\n----\nText.\n',
    '---\ntitle: T\n\nText.\n',
    '---\ntitle: T\n\nText.\n\n***\n\nMore.\n',
  ])('%j is taken, and told', (text) => {
    const { matter, body, findings } = split(text)
    expect(matter.document?.toJS()).toMatchObject({ title: 'T' })
    expect(body.trim()).toBe(text.slice(text.indexOf('Text.')).trim())
    expect(body.split('\n')).toHaveLength(text.split('\n').length)
    expect(findings.map(({ rule, place }) => `${rule}@${place.line}`)).toEqual(['front-matter-comes-first@1'])
  })
})

describe('front matter in other forms', () => {
  const TOML = `+++
title = "A \\"title\\""
weight = 10
date = 2024-01-02T10:00:00Z
short = 1.10
draft = false
tags = ["a", 'b']
[params]
author.name = "Ann"
[[menu.main]]
name = "x"
[[menu.main]]
name = 'y'
+++

Text.
`
  it('is read where it is TOML, with lines and spelling', () => {
    const { matter: read, body, findings } = split(TOML)
    expect(findings).toEqual([])
    expect(body.trim()).toBe('Text.')
    const { value, foreign, lines } = checkedReading(read, {
      schema: z.strictObject({ title: z.string(), short: z.string() }),
      kind: 'front-matter',
    })
    expect(value).toEqual({ title: 'A "title"', short: '1.10' })
    expect(lines).toMatchObject({ title: 2, short: 5, tags: 7 })
    expect(foreign).toEqual({
      weight: '10',
      date: '2024-01-02T10:00:00Z',
      draft: 'false',
      tags: ['a', 'b'],
      params: { author: { name: 'Ann' } },
      menu: { main: [{ name: 'x' }, { name: 'y' }] },
    })
  })

  it('says where TOML breaks off', () =>
    expect(found('+++\ntitle = "A"\nshort = \n+++\n')).toEqual(['yaml-is-sound@3']))

  it.each([
    ['title = "A', 'a quotation mark, a bracket or a brace is not closed'],
    ['title = ["A"', 'a quotation mark, a bracket or a brace is not closed'],
    ['title = ', 'no value stands behind the equals sign'],
    ['title = A plan', 'this is neither text in quotation marks'],
    ['title "A"', 'the equals sign behind it'],
    ['title = ["A" "B"]', 'a comma is missing'],
    ['title = "A" short = "B"', 'a line of their own'],
    ['title = "A"\ntitle = "B"', 'this key stands in it twice'],
    ['title = "\\q"', 'its reader says “Invalid character in escape sequence”'],
  ])('says of %j what is wrong in it', (text, words) => {
    const [told] = split(`+++\n${text}\n+++\n`).matter.findings
    expect(told?.message).toMatch(/^This cannot be read: it is TOML, and breaks off here: /)
    expect(told?.message).toContain(words)
  })

  it('is read where it is JSON between braces', () => {
    const text = '{\n  "title": "A",\n  "tags": ["b"]\n}\n\nText.\n'
    expect(matterOf(text)).toEqual({ title: 'A', tags: ['b'] })
    expect(split(text).body.trim()).toBe('Text.')
  })

  it.each(['{\nSet = braces\n}\n', '{\n  "x": 1\n}\n', '+++\n\nText.\n'])(
    'is not made of any text: %j',
    (text) => expect(split(text)).toMatchObject({ hasMatter: false, body: text }),
  )
})

describe('a text', () => {
  it.each([
    ['that begins with a rule', '---\n\nText.\n'],
    ['between two rules', '---\n\nSome words here.\n\n---\n\nMore.\n'],
    ['that begins with a longer rule', '-----\nA remark: this\n-----\n'],
    ['with a sentence between stars', '***\nNote: this\n***\n'],
    ['whose first line has hyphens around it', '--- A draft ---\n\nText.\n'],
    ['with a rule further down', 'Text.\n\n---\ntitle: A\n---\n'],
    ['with a sentence that has a colon between rules', '---\n\nNote: this is a draft.\n\n---\n\nText.\n'],
    ['with its heading between two rules', '---\n# A heading\n---\n\nText.\n'],
    ['that is empty', ''],
  ])('%s is no front matter', (_, text) => {
    expect(split(text)).toMatchObject({ hasMatter: false, body: text, findings: [] })
  })
})
