import { describe, expect, it } from 'vitest'
import { adopted, toldOf } from './adopted.ts'
import { docxOf, p } from './word/docx-of.ts'

const TITLED = docxOf({ body: p('Water', 'Title') + p('Pipes and pumps', 'Subtitle') + p('It runs.') })
const PAGE =
  '<html lang="en-GB"><head><title>Parks</title></head><body><h1>Parks</h1><p>Green.</p></body></html>'

describe('a folder with texts of several kinds', () => {
  it('takes Markdown, Word files and pages in one order, and tables to data/', async () => {
    const made = await adopted({
      '1-roads.md': '# Roads\n\nSee [water](2-water.docx) and [parks](10-parks.html).\n',
      '2-water.docx': TITLED,
      '10-parks.html': PAGE,
      'use.csv': 'Ward,Trees\nNorth,40\n',
    })
    expect(Object.keys(made.files)).toEqual([
      'publication.yaml',
      'chapters/01-roads.md',
      'chapters/02-water.md',
      'chapters/03-parks.md',
      'data/use.csv',
    ])
    expect(made.readAs[0]).toContain('a folder of Markdown, Word files and web pages')
    expect(made.files['chapters/01-roads.md']).toContain('[water](02-water.md) and [parks](03-parks.md)')
    expect(made.files['chapters/02-water.md']).toBe(
      '---\ntitle: Water\nstandfirst: Pipes and pumps\n---\n\nIt runs.\n',
    )
    expect(made.files['publication.yaml']).toContain('language: en-GB')
    expect(toldOf(made)).toEqual(['adopted-title-is-known publication.yaml 1'])
  })

  it('takes the one heading above all others of a Word file as its title, as of a file by itself', async () => {
    const made = await adopted({
      '1-water.docx': docxOf({ body: p('Water', 'Heading1') + p('Pipes', 'Heading2') + p('They run.') }),
      '2-parks.docx': docxOf({ body: p('Parks', 'Heading1') + p('Green.') + p('Trees', 'Heading1') }),
    })
    expect(made.files['chapters/01-water.md']).toBe('---\ntitle: Water\n---\n\n## Pipes\n\nThey run.\n')
    expect(made.files['chapters/02-parks.md']).toBe('# Parks\n\nGreen.\n\n# Trees\n')
  })

  it('takes what two others were made of, and tells of the two', async () => {
    const made = await adopted({ 'a.docx': TITLED, 'a.html': PAGE, 'a.md': '# A\n\nText.\n' })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    expect(toldOf(made).slice(0, 2)).toEqual(['adopted-file-is-text a.docx', 'adopted-file-is-text a.html'])
  })

  it('leaves out what cannot be read, says so, and adopts the others', async () => {
    const made = await adopted({
      'a.md': '# A\n\nText.\n',
      'b.docx': 'x',
      'index.html': '<div id="app"></div>',
    })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
    expect(toldOf(made).slice(0, 2)).toEqual(['page-is-read index.html', 'word-file-is-read b.docx'])
    expect(made.findings.some(({ severity }) => severity === 'error')).toBe(false)
  })

  it('tells of what lies beside the texts of a site', async () => {
    const made = await adopted({
      'mkdocs.yml': 'site_name: Plans\n',
      'docs/a.md': '# A\n\nText.\n',
      'docs/b.docx': TITLED,
      'docs/c.html': PAGE,
      '_data/use.csv': 'Ward,Trees\nNorth,40\n',
    })
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md', 'data/use.csv'])
    expect(toldOf(made).slice(0, 2)).toEqual([
      'adopted-list-is-followed mkdocs.yml',
      'adopted-file-is-text docs/b.docx',
    ])
    expect(made.findings[0]?.message).toContain('`docs/c.html`')
  })
})

describe('several that are named', () => {
  it('are chapters in their order, and their links lead to one another', async () => {
    const made = await adopted(
      {
        'b.docx': TITLED,
        'a.md': '# A\n\nSee [water](b.docx), [notes](notes/two.md#deep) and [page](page.html).\n',
        'notes/one.md': '# One\n\nBack to [A](../a.md).\n',
        'notes/two.md': '# Two\n\n## Deep\n\nWords.\n',
        'page.html': PAGE,
      },
      { only: ['b.docx', 'a.md', 'notes', 'page.html'] },
    )
    expect(Object.keys(made.files)).toEqual([
      'publication.yaml',
      'chapters/01-water.md',
      'chapters/02-a.md',
      'chapters/03-one.md',
      'chapters/04-two.md',
      'chapters/05-parks.md',
    ])
    expect(made.files['chapters/02-a.md']).toContain(
      'See [water](01-water.md), [notes](04-two.md#deep) and [page](05-parks.md).',
    )
    expect(made.files['publication.yaml']).toContain('title: Our plans')
    expect(made.files['chapters/01-water.md']).toContain('standfirst: Pipes and pumps')
  })

  it('are taken once where one of them holds another, and that is told', async () => {
    const made = await adopted(
      { 'a.md': '# A\n\nText.\n', 'b.md': '# B\n\nText.\n' },
      { only: ['a.md', '', 'b.md'] },
    )
    expect(Object.keys(made.files)).toEqual(['publication.yaml', 'chapters/01-a.md', 'chapters/02-b.md'])
    expect(toldOf(made).slice(0, 2)).toEqual(['adopted-file-is-text a.md', 'adopted-file-is-text b.md'])
  })
})
