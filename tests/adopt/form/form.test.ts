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

const adoptForm = (form: Uint8Array) => adopted({ 'form.docx': form }, { only: ['form.docx'] })
const studyOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).find(([name]) => name.startsWith('case-studies/'))?.[1] ?? ''

describe('a form that was filled in', () => {
  it('gives every value back as it was typed, and the text', async () => {
    const { files, findings } = await adoptForm(await filledForm(FILLED))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(studyOf(files)).toBe(`---
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
`)
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
})
