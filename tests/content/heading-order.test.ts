import { describe, expect, it } from 'vitest'
import { found, parse, parseFile } from './parse.ts'

/** Levels with the words; the file's own title has level 2. */
const levels = (body: string): string[] => parse(body).headings.map(({ level, text }) => `${level} ${text}`)

describe('headings follow each other one level at a time', () => {
  it.each([
    ['as they are', '## A\n\na\n\n### B\n\nb\n\n## C\n\nc', ['3 A', '4 B', '3 C']],
    [
      'skipped levels',
      '#### A\n\na\n\n###### B\n\nb\n\n##### C\n\nc\n\n## D\n\nd',
      ['3 A', '4 B', '4 C', '3 D'],
    ],
    ['a title too many', '# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n\n### D\n\nd', ['3 A', '4 B', '3 C', '4 D']],
    [
      'never below the sixth',
      '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\nf',
      ['3 A', '4 B', '5 C', '6 D', '6 E', '6 F'],
    ],
    ['a quotation', '## A\n\n> # Q\n>\n> q\n\n### B\n\nb\n\n## C\n\nc', ['3 A', '4 Q', '4 B', '3 C']],
    ['a list', '## A\n\n- # Q\n\n  q\n- # R\n\n  r\n\n## C\n\nc', ['3 A', '4 Q', '4 R', '3 C']],
    ['a callout', '## A\n\n:::callout\n## Q\n\nq\n:::\n\n### B\n\nb', ['3 A', '4 Q', '4 B']],
    ['a turned page', '## A\n\na\n\n:::landscape\n## Q\n\nq\n:::\n\n### B\n\nb', ['3 A', '3 Q', '4 B']],
    ['underlined', 'A\n===\n\na\n\nB\n---\n\nb', ['3 A', '4 B']],
    ['over two lines', 'A\nand\\\nB\n===\n\na', ['3 A and B']],
    ['with code and a link', '## A `b` [c](https://example.org/) *d*\n\na', ['3 A b c d']],
  ])('%s', (_, body, expected) => {
    expect(levels(body)).toEqual(expected)
    const outline = parse(body).outline.filter(({ kind }) => kind === 'heading')
    expect(outline.map(({ level, text }) => `${level} ${text.replace(/\s+/g, ' ')}`)).toEqual(
      expected.map((one) => one.replace(' and B', ' andB')),
    )
  })

  it('are told once a file, at the first place', () => {
    expect(found(parse('### A\n\na\n\n# B\n\nb\n\n##### C\n\nc'))).toEqual(['heading-levels-in-order@4'])
    expect(found(parse('## A\n\na\n\n### B\n\nb'))).toEqual([])
  })
})

describe('the title of a file', () => {
  const title = (text: string) => {
    const { matter, headings, findings } = parseFile(text)
    return [matter.title, ...headings.map((heading) => heading.text), ...findings.map(({ rule }) => rule)]
  }

  it.each([
    [
      'a heading that says the same',
      '---\ntitle: The plan, 2013\n---\n# **The Plan** – 2013!\n\na',
      ['The plan, 2013'],
    ],
    ['behind other text', '---\ntitle: Plan\n---\na\n\n# Plan\n\nb', ['Plan']],
    [
      'only once',
      '---\ntitle: Plan\n---\n# Plan\n\na\n\n# Plan\n\nb',
      ['Plan', 'Plan', 'heading-levels-in-order'],
    ],
    ['the first of several', '# One\n\na\n\n# Two\n\nb', ['One', 'Two', 'heading-levels-in-order']],
    ['behind a remark and a picture', '<!-- x -->\n\n![a](a.png)\n\n# One\n\na', ['One']],
    ['underlined', 'One\n===\n\na', ['One']],
    [
      'the first heading of all',
      '### One\n\na\n\n### Two\n\nb',
      ['One', 'Two', 'heading-levels-in-order', 'heading-levels-in-order'],
    ],
    [
      'the first heading, with which all below it move',
      '## One\n\na\n\n### Two\n\nb\n\n#### Three\n\nc\n\n## Summary\n\nd',
      ['One', 'Two', 'Three', 'Summary', 'heading-levels-in-order'],
    ],
    [
      'no entry of a list',
      '## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n\nd',
      ['Barriers', 'A', 'B', 'C', 'D', 'file-has-title'],
    ],
    ['what a template would put in', '---\ntitle: Plan\n---\n# {{ page.title }}\n\na', ['Plan']],
    ['in ERB', '---\ntitle: Plan\n---\n# <%= current_page.data.title %>\n\na', ['Plan']],
    ['of nothing', '# {{ title }}\n\na', ['Barriers', 'file-has-title']],
    [
      'where it is not alone',
      '---\ntitle: Plan\n---\na\n\n## <%= title %>\n\nb',
      ['Plan', '<%= title %>', 'markup-is-understood'],
    ],
    ['a logo', '# ![Quay house](a.png)\n\na', ['Quay house']],
    ['with signs alone', '---\ntitle: "?!"\n---\n# ?!\n\na', ['?!']],
    ['another one', '---\ntitle: Plan\n---\n# Scheme\n\na', ['Plan', 'Scheme', 'heading-levels-in-order']],
    ['in another script', '---\ntitle: Το σχέδιο\n---\n# Το Σχέδιο\n\na', ['Το σχέδιο']],
  ])('%s', (_, text, expected) => expect(title(text)).toEqual(expected))

  it('leaves its pictures to the text', () => {
    expect(parseFile('# ![Logo](a.png) Quay\n\na').images).toHaveLength(1)
    expect(parseFile('# [![Logo](a.png)](https://example.org/) Quay\n\na').images).toHaveLength(1)
  })
})

describe('a heading without words', () => {
  it.each([
    ['nothing', '##'],
    ['a remark', '## <!-- a -->'],
    ['a blank that is wide', '## &emsp;'],
    ['a joiner', '## &#8203;'],
    ['underlined', '&nbsp;\n---'],
  ])('%s: is none', (_, heading) => {
    const chapter = parse(`a\n\n${heading}\n\nb`)
    expect(chapter.headings).toEqual([])
    expect(found(chapter)).toEqual(['heading-has-words@6'])
  })

  it('keeps its picture and its note', () => {
    expect(parse('a\n\n## ![](a.png "A")\n\nb').images).toHaveLength(1)
    expect(parse('a\n\n## [^1]\n\nb\n\n[^1]: A note.').html).toContain('A note.')
    expect(levels('a\n\n## ![The quay](a.png)\n\nb')).toEqual(['3 The quay'])
  })
})
