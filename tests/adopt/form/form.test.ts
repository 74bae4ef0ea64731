import { describe, expect, it } from 'vitest'
import { adopted } from '../adopted.ts'
import { emptyForm, filledForm } from './filled-form.ts'

const FILLED = {
  title: ['4.50: a “fare” # for *all*'],
  short: ['007'],
  council: ['Dudley', 'Telford & Wrekin'],
  place: ["Llanfairpwllgwyngyll, Ŵyl y Môr 'fawr'"],
  began: ['April 2010'],
  'people.name': ['Jo Bloggs', 'Ann Other'],
  'people.role': ['Officer: web'],
  channels: ['Flickr', 'no'],
  summary: ['One. - Two: three'],
  'figures.value': ['126,000', '4.50'],
  'figures.label': ['views', 'pounds'],
  outcome: ['true'],
  'sources.title': ['The page'],
  'sources.url': ['https://example.org/?a=b&c=d'],
  'section.1': ['It began *so*.'],
  'section.2.heading': ['Four people did it'],
  'section.2': ['They went.'],
  steps: ['Begin small.'],
}

const STUDY = `---
title: "4.50: a “fare” # for \\\\*all\\\\*"
short: 007
council: [Dudley, Telford & Wrekin]
place: Llanfairpwllgwyngyll, Ŵyl y Môr 'fawr'
began: April 2010
people:
  - name: Jo Bloggs
    role: 'Officer: web'
  - name: Ann Other
channels: [Flickr, no]
summary: 'One. - Two: three'
figures:
  - value: 126,000
    label: views
  - value: 4.50
    label: pounds
outcome: true
sources:
  - title: The page
    url: https://example.org/?a=b&c=d
---

It began \\*so\\*.

## Four people did it

They went.

:::steps

## What others can use

1. Begin small.

:::
`

const adoptForm = (form: Uint8Array) => adopted({ 'form.docx': form }, { only: ['form.docx'] })
const studyOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).find(([name]) => name.startsWith('case-studies/'))?.[1] ?? ''

/** As Google Docs and, by way of its own format, LibreOffice leave it: what stood in the controls, and no control. */
function withoutControls(xml: string): string {
  let bare = xml
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare
      .replace(/<w:sdtPr>(?:(?!<w:sdtPr>)[\s\S])*?<\/w:sdtPr>/g, '')
      .replace(/<w:sdt><w:sdtContent>((?:(?!<w:sdt>)[\s\S])*?)<\/w:sdtContent><\/w:sdt>/g, '$1')
  }
  return bare
}

describe('a form that was filled in', () => {
  it('gives every value back as it was typed, and the text', async () => {
    const { files, findings } = await adoptForm(await filledForm(FILLED))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(studyOf(files)).toBe(STUDY)
  })

  it('says what is needed and was left alone, and nothing of what may be empty', async () => {
    const { findings } = await adoptForm(await filledForm({ title: ['A'], 'section.1': ['Text'] }))
    expect(findings.filter(({ rule }) => rule === 'form-is-carried').map(({ message }) => message)).toEqual([
      'The form has nothing under “Summary”.',
      'The form has nothing under “Sources”.',
    ])
  })

  it('tells of fields that are not known, and takes what was written beside the fields', async () => {
    const form = await filledForm({ ...FILLED, outcome: ['01902 000000'] }, (xml) =>
      xml
        .replace('w:val="case-study:outcome"', 'w:val="case-study:telephone"')
        .replace('w:val="Outcome"', 'w:val="Telephone"')
        .replace('<w:sectPr>', '<w:p><w:r><w:t>Call me first.</w:t></w:r></w:p><w:sectPr>'),
    )
    const { files, findings } = await adoptForm(form)
    expect(findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'The form has a field that is not known, “Telephone”. It says: “01902 000000”.',
        'This was written beside the fields, and stands at the end of the text: “Call me first.”.',
      ]),
    )
    expect(studyOf(files)).toContain('Call me first.')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('takes several forms at once, and an empty one for a case study without words', async () => {
    const form = await filledForm(FILLED)
    const { files } = await adopted({ 'a.docx': form, 'b.docx': form }, { only: ['a.docx', 'b.docx'] })
    expect(Object.keys(files).filter((name) => name.startsWith('case-studies/'))).toHaveLength(2)
    await expect(adoptForm(emptyForm())).resolves.toBeDefined()
  })

  it('is read by its labels where a program dropped the fields', async () => {
    const form = await filledForm(FILLED, withoutControls)
    const { files, findings } = await adoptForm(form)
    expect(studyOf(files)).toBe(STUDY)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('says of a heading without words that it is left out, and of rows that it does not know, where it has labels alone', async () => {
    const form = await filledForm(
      { title: ['A'], summary: ['B'], 'sources.title': ['C'], 'section.1': ['Text'], outcome: ['01902'] },
      (xml) =>
        withoutControls(xml)
          .replace('>Outcome<', '>Telephone</w:t></w:r></w:p><w:p><w:r><w:t>Mine!<')
          .replace(
            '<w:sectPr>',
            '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Thanks</w:t></w:r></w:p><w:p><w:r><w:t>To all.</w:t></w:r></w:p><w:sectPr>',
          ),
    )
    const { files, findings } = await adoptForm(form)
    expect(studyOf(files)).toContain('Text\n\n## Thanks\n\nTo all.')
    expect(findings.filter(({ rule }) => rule === 'form-is-carried').map(({ message }) => message)).toEqual([
      'The form has a field that is not known, “Telephone”. It says: “01902”.',
      'The form has nothing under “What was done”.',
      'The form has nothing under “What others can use”.',
      'This was written beside the fields, and stands at the end of the text: “Mine!”.',
    ])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
