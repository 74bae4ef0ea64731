import { describe, expect, it } from 'vitest'
import { html, parse } from '../parse.ts'

describe('blocks of MyST whose fence holds no listing', () => {
  it.each([
    ['```{image} a.svg\n:alt: A wheel\n```', '<img'],
    ['``` {figure} a.svg\n:alt: A wheel\n\nWheels.\n```', '<figcaption'],
    [':::{figure} a.svg\n:alt: A wheel\n\nWheels.\n:::', '<figcaption'],
    ['```{figure} a.svg\n:alt: A wheel\n\nOf [oak](b.md).\n\nMore.\n```', 'More.'],
    ['```{epigraph}\nTrust.\n\n-- A proverb\n```', '<blockquote'],
    ['- a\n\n  ```{epigraph}\n  Trust.\n  ```', '<blockquote'],
    ['```{code-block} python\n:caption: a.py\n\nb = `1`\n```', 'a.py'],
    ['````{tabs}\n```{code-tab} py\nb\n```\n````', '<code class="language-py'],
    ['```{figure} a.svg\n---\nwidth: 60%\nalt: A wheel\n---\nWheels.\n```', '<span class="caption">Wheels.<'],
    ['```{note}\n---\nclass: x\n---\nText.\n```', '<p>Text.</p></aside>'],
    ['```{math}\na = b\n```', 'a = b'],
    ['```{dropdown} More\nText.\n```', 'More'],
    ['```{exercise}\nText.\n```', 'Exercise'],
  ])('%j', (body, holds) => {
    expect(html(body)).toContain(holds)
    expect(html(body)).not.toContain('{')
    const told = parse(body).findings.filter(({ rule }) => /^markup|^listing/.test(rule))
    expect(told).toEqual([])
  })

  it('tells every other one at its line, for what it holds is printed as a listing', () => {
    const told = parse('```{toctree}\na\n```\n\n```{list-table}\n* - a\n```').findings
    expect(told[0]?.message).toMatch(/^“```{toctree}” is a directive.*one more in this file, line 8\.$/)
  })
})

describe('names of MyST', () => {
  it.each([
    ['(a-b)=\n## Next\n\nSee [x](#a-b).', 'id="barriers--a-b"'],
    ['(a-b)=\n\nText. See [x](#a-b).', 'id="barriers--a-b"'],
  ])('%j', (body, holds) => {
    expect(html(body)).toContain(holds)
    expect(html(body)).not.toContain('(a-b)')
  })

  it('is no name within a listing or a line', () => {
    expect(html('```\n(a)=\n```\n\nf\n(a)= b')).toMatch(/\(a\)=[\s\S]*\(a\)= b/)
  })
})
