import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CASE_STUDY } from '../scripts/content/front-matter/read-front-matter.ts'
import type { Finding } from '../scripts/model/finding.ts'
import { finding } from '../scripts/rules/finding.ts'
import { readPublication } from '../scripts/settings/publication.ts'
import { parseFile } from './content/parse.ts'

interface Field {
  readonly type: string
  readonly id?: string
  readonly attributes: {
    readonly label?: string
    readonly value?: string
    readonly options?: readonly unknown[]
  }
}

const FORM = parse(readFileSync('.github/ISSUE_TEMPLATE/case-study.yml', 'utf8')) as {
  readonly name: string
  readonly description: string
  readonly body: readonly Field[]
}
const field = (id: string): Field | undefined => FORM.body.find((one) => one.id === id)
const { value: publication } = await readPublication('.')

/** What an editor adds, and no officer knows. */
const OF_THE_EDITOR = ['keywords', 'redirects']

describe('the issue form', () => {
  it.each(Object.keys(CASE_STUDY.shape).filter((key) => !OF_THE_EDITOR.includes(key)))(
    'asks for `%s` of the front matter',
    (key) => expect(field(key)?.attributes.label).toBeTruthy(),
  )

  it.each([
    ['council', [...(publication?.councils ?? []), 'regional']],
    ['channels', publication?.channels],
    ['themes', publication?.themes],
  ])('offers the names of publication.yaml for %s', (id, names) =>
    expect(
      field(id)?.attributes.options,
      'Add the name to .github/ISSUE_TEMPLATE/case-study.yml too.',
    ).toEqual(names),
  )

  // https://docs.github.com/communities, “Syntax for GitHub’s form schema”
  it('is in the form that GitHub reads', () => {
    expect(FORM).toMatchObject({ name: expect.any(String), description: expect.any(String) })
    const ids = FORM.body.flatMap(({ id }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const labels = FORM.body.flatMap(({ attributes }) => attributes.label ?? [])
    expect(new Set(labels).size).toBe(labels.length)
    for (const { type, id, attributes } of FORM.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
      if (type === 'markdown') expect(attributes.value).toBeTruthy()
      else expect([id, attributes.label]).toEqual([expect.stringMatching(/^[\w-]+$/), expect.any(String)])
      if (type === 'dropdown') {
        expect(attributes.options?.every((one) => typeof one === 'string')).toBe(true)
        expect(new Set(attributes.options).size).toBe(attributes.options?.length)
      }
    }
  })
})

const GUIDE = readFileSync('docs/chapters/03-web-editor.md', 'utf8')

const study = (text: string): readonly Finding[] =>
  parseFile(text, { kind: 'case-study', file: 'case-studies/21-snow.md' }).findings

describe('docs/chapters/03-web-editor.md', () => {
  it.each([
    ...study('---\ntitle: A\n---\nText.\n\n## What was done\n\n<!-- Hint: Say it. -->\n'),
    ...study('---\ntitle: A\nplace:\n---\nText.\n'),
    ...study('---\ntitle: A\ncouncil: Telford\n---\nText.\n'),
    ...study('---\ntitle: A\nchanels: Flickr\n---\nText.\n'),
    ...study('---\ntitle: Snow: two days in January\n---\nText.\n'),
    ...study('---\ntitle: A\n---\nAlmost 85% came.\n'),
    finding('file-has-a-place', {}),
    finding('file-number-is-unique', {}, { file: '21-snow.md', sameAs: '21-flood.md' }),
    finding('image-exists', {}, { picture: 'case-studies/Anchor.jpg' }),
  ])('quotes what is said: $message', ({ message }) => expect(GUIDE).toContain(`| ${message} |`))

  it('shows a title with a colon as it can be read', () => {
    const [, line = ''] = /`(title: .*?)`/.exec(GUIDE) ?? []
    expect(study(`---\n${line}\n---\nText.\n`)).toEqual([])
  })

  it('shows the form of a picture that is beside its text', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(GUIDE) ?? []
    const chapter = parseFile(`---\ntitle: A\n${yaml}---\nText.\n`, {
      kind: 'case-study',
      file: 'case-studies/21-snow.md',
    })
    expect([chapter.findings, chapter.matter.picture?.file]).toEqual([[], 'case-studies/anchor.jpg'])
  })

  it('links to files that are there', () => {
    for (const [, target = ''] of GUIDE.matchAll(/\]\((\.\.[^)]+)\)/g))
      expect(existsSync(`docs/${target}`), target).toBe(true)
  })

  it('is in step with the workflow: findings as annotations, and the PDF kept', () => {
    const workflow = readFileSync('.github/workflows/paper.yml', 'utf8')
    expect(workflow).toContain('check -- --report github')
    expect(workflow).toContain('actions/upload-artifact')
  })
})
