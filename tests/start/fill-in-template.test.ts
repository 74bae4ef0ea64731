import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fillInTemplate, fillInYaml } from '../../scripts/start/fill-in-template.ts'

const matterOf = (text: string): unknown => parse(/^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? '')

describe('fillInTemplate', () => {
  it('fills the lines that wait, and leaves remarks, other keys and the text alone', () => {
    const template = '---\n# The title.\ntitle:\nsummary: # short\n---\ntitle:\n'
    expect(fillInTemplate(template, [{ key: 'title', value: 'A' }])).toBe(
      '---\n# The title.\ntitle: A\nsummary: # short\n---\ntitle:\n',
    )
  })

  it.each([
    'Say "hello": it’s 100% #tag',
    "It's",
    '- [a] {b}: *c* &d !e @f `g`',
    '2013',
    'null',
    'yes',
    '😀 שלום 日本語',
    '---',
    '$& $1 $$',
    '\\ud800"\\',
  ])('writes %j so that it is read back as it was', (title) => {
    const text = fillInTemplate('---\ntitle:\nshort:\n---\n\nText.\n', [{ key: 'title', value: title }])
    expect(matterOf(text)).toEqual({ title, short: null })
  })

  it('does not break a title that is very long', () => {
    const title = 'word '.repeat(400).trim()
    expect(fillInYaml('title:\n', [{ key: 'title', value: title }])).toBe(`title: ${title}\n`)
  })

  it('writes lists in brackets, with quotation marks where they are needed', () =>
    expect(fillInYaml('themes:\n', [{ key: 'themes', value: ['snow', 'a, b', 'c: d'] }])).toBe(
      'themes: [snow, "a, b", "c: d"]\n',
    ))

  it('names above an empty key what it can be, in lines that are not too long', () => {
    const choices = Array.from({ length: 30 }, (_, index) => `channel ${index}`)
    const text = fillInYaml('channels:\n', [{ key: 'channels', value: [], choices }])
    const lines = text.trimEnd().split('\n')
    expect(lines.at(-1)).toBe('channels:')
    expect(lines.every((line) => line.length <= 100)).toBe(true)
    expect(
      lines
        .slice(0, -1)
        .map((line) => line.replace(/^# +/, ''))
        .join(' '),
    ).toContain(choices.join(', '))
  })

  it('adds a key that the template lacks, and front matter where it has none', () => {
    const values = [
      { key: 'title', value: 'A' },
      { key: 'short', value: 'B' },
    ]
    expect(fillInTemplate('Text.\n', values)).toBe('---\ntitle: A\nshort: B\n---\nText.\n')
  })
})
