// Files that LibreOffice itself wrote, where it is installed.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { converted, HAS_LIBREOFFICE } from '../../support/libreoffice.ts'
import { publicationFolder } from '../../support/publication-folder.ts'
import { adopted } from '../adopted.ts'
import { filledForm } from '../form/filled-form.ts'
import { readBytes } from './read.ts'

const HTML = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>How councils talk</title></head><body>
<h1>Introduction</h1><p>Some <b>bold</b>, <i>italic</i>, H<sub>2</sub>O, <a href="https://example.org/a">the survey</a>, <code>npm i</code>.</p>
<h2 id="costs">Costs</h2><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>one</li><li>two</li></ol><p>Between.</p><ol start="3"><li>three</li></ol>
<table border="1"><thead><tr><th>A</th><th colspan="2">B</th></tr></thead><tbody><tr><td rowspan="2">x</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>
<blockquote><p>A quotation.</p></blockquote><pre>const x = 1</pre><p>See <a href="#costs">costs</a>.</p></body></html>`

const WRITTEN = [
  '# Introduction',
  'Some **bold**, *italic*, H~2~O, [the survey](https://example.org/a), `npm i`.',
  '## Costs {#costs}',
  '- a\n  - b\n- c\n\n1. one\n2. two\n\nBetween.\n\n3. three',
  '<th colspan="2">B</th>',
  '<td rowspan="2">x</td>',
  '> A quotation.',
  '```\nconst x = 1\n```',
  'See [costs](#costs).',
]

const FORM = {
  title: ['Four walls'],
  council: ['Dudley', 'Telford & Wrekin'],
  began: ['April 2010'],
  'people.name': ['Jo Bloggs'],
  'people.role': ['Officer'],
  summary: ['What came of it.'],
  'figures.value': ['4.50'],
  'figures.label': ['pounds'],
  'sources.title': ['The page'],
  'sources.url': ['https://example.org/?a=b&c=d'],
  'section.1': ['It began.'],
  'section.2.heading': ['Four people did it'],
  'section.2': ['They went.'],
  steps: ['Begin small.'],
}
const FORM_SAYS = [
  'title: Four walls',
  'council: [Dudley, Telford & Wrekin]',
  'began: April 2010',
  '  - name: Jo Bloggs\n    role: Officer',
  '  - value: 4.50\n    label: pounds',
  'url: https://example.org/?a=b&c=d\n---\n\nIt began.\n\n## Four people did it\n\nThey went.\n\n:::steps',
  '1. Begin small.\n\n:::',
]

describe.skipIf(!HAS_LIBREOFFICE)('a file that LibreOffice wrote', () => {
  it('keeps its words and its structure', { timeout: 120_000 }, async () => {
    const folder = await publicationFolder({})
    await writeFile(join(folder, 'a.html'), HTML)
    await converted(folder, 'a.html', 'odt:writer8', ['--infilter=HTML (StarWriter)'])
    await converted(folder, 'a.odt', 'docx')
    const { markdown, lost, publication } = await readBytes(await readFile(join(folder, 'a.docx')))
    expect(lost).toEqual([])
    expect(publication.title).toBe('How councils talk')
    expect(WRITTEN.filter((one) => !markdown.includes(one))).toEqual([])
  })

  it('is read as the form for a case study that it was', { timeout: 120_000 }, async () => {
    const folder = await publicationFolder({})
    await writeFile(join(folder, 'a.docx'), await filledForm(FORM))
    await converted(folder, 'a.docx', 'odt')
    await writeFile(join(folder, 'a.docx'), '')
    await converted(folder, 'a.odt', 'docx')
    const { files, findings } = await adopted(
      { 'form.docx': await readFile(join(folder, 'a.docx')) },
      { only: ['form.docx'] },
    )
    const study = Object.entries(files).find(([name]) => name.startsWith('case-studies/'))?.[1] ?? ''
    expect(FORM_SAYS.filter((one) => !study.includes(one))).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
