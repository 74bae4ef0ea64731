import { describe, expect, it } from 'vitest'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { FIELDS, fieldsOf } from '../../scripts/content/fields/fields.ts'
import { formQuestions } from '../../scripts/content/fields/form-questions.ts'
import { zipFilesIn } from '../../scripts/ground/archives/zip-files.ts'
import { caseStudyForm } from '../../scripts/start/form/case-study-form.ts'
import { formSections } from '../../scripts/start/form/form-sections.ts'

const TEMPLATE = `---
title:
---
<!-- Hint: Begin with what happened. -->

## What was done

<!-- Hint: Say how. -->

:::steps
## What others can use

<!-- Hint: Three things. -->

1.
:::
`
const LISTS = { councils: ['Dudley', 'Telford & Wrekin'], channels: [], themes: ['snow'] }
const make = () =>
  caseStudyForm({ questions: formQuestions(LISTS), sections: formSections(TEMPLATE), language: 'cy-GB' })

async function part(name: string): Promise<Element[]> {
  const files = await zipFilesIn(make())
  const elements: Element[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element') elements.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(fromXml(await files.read(name, 1_000_000)))
  return elements
}
const named = (elements: readonly Element[], name: string) => elements.filter((one) => one.name === name)
const values = (elements: readonly Element[], name: string) =>
  named(elements, name).map(({ attributes }) => attributes['w:val'] ?? '')

describe('formSections', () => {
  it('finds the parts of the text of a template, their hints, and what others can use', () => {
    expect(formSections(TEMPLATE)).toEqual([
      { heading: '', hint: 'Begin with what happened.', isSteps: false },
      { heading: 'What was done', hint: 'Say how.', isSteps: false },
      { heading: 'What others can use', hint: 'Three things.', isSteps: true },
    ])
  })
})

describe('formQuestions', () => {
  it('asks for every field of a case study once', () => {
    const keys = formQuestions(LISTS).map(({ key }) => key)
    expect([...keys].sort()).toEqual(
      fieldsOf('case-study', FIELDS)
        .map(({ key }) => key)
        .sort(),
    )
  })
})

describe('caseStudyForm', () => {
  it('is the same, byte for byte, each time', () => expect(make()).toEqual(make()))

  it('has a control for every field and every part of the text, each with a name for people', async () => {
    const document = await part('word/document.xml')
    const tags = new Set(values(document, 'w:tag').map((tag) => tag.replace('case-study:', '')))
    for (const { key, answer } of formQuestions(LISTS)) {
      const keys = 'parts' in answer ? answer.parts.map((one) => `${key}.${one.key}`) : [key]
      for (const one of keys) expect(tags).toContain(one)
    }
    for (const one of ['section.1', 'section.2.heading', 'section.2', 'steps.heading', 'steps'])
      expect(tags).toContain(one)
    expect(named(document, 'w:alias')).toHaveLength(values(document, 'w:tag').length)
    const ids = values(document, 'w:id')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('offers the names of publication.yaml, and lets others be written where it has none', async () => {
    const document = await part('word/document.xml')
    const [first] = named(document, 'w:dropDownList')
    expect(first?.children.map((item) => (item as Element).attributes['w:value'])).toEqual([
      'Dudley',
      'Telford & Wrekin',
      'regional',
    ])
    expect(named(document, 'w:dropDownList')).toHaveLength(6)
  })

  it('has tables with header rows and names, real headings, and a title', async () => {
    const document = await part('word/document.xml')
    const tables = named(document, 'w:tbl')
    expect(named(document, 'w:tblHeader')).toHaveLength(tables.length)
    expect(values(document, 'w:tblCaption')).toEqual([
      'At a glance',
      'People',
      'Numbers',
      'Sources',
      'Photograph',
    ])
    const used = new Set(values(document, 'w:pStyle'))
    const defined = named(await part('word/styles.xml'), 'w:style').map((one) => one.attributes['w:styleId'])
    for (const style of used) expect(defined).toContain(style)
    const [title] = named(await part('docProps/core.xml'), 'dc:title')
    expect(title?.children).toEqual([expect.objectContaining({ value: 'A case study' })])
  })

  it('says which language its own words have, and which the answers will', async () => {
    const [answers, ...own] = named(await part('word/styles.xml'), 'w:lang')
    expect(answers?.attributes['w:val']).toBe('cy-GB')
    expect(new Set(own.map(({ attributes }) => attributes['w:val']))).toEqual(new Set(['en-GB']))
  })
})
