// One row of the table of fields is all that a field of front matter needs: it is read, checked, shown, counted and
// asked for.
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { textField, textInPanel } from '../../scripts/content/fields/field.ts'
import { FIELDS, saidOf, schemaOf, togetherOf } from '../../scripts/content/fields/fields.ts'
import { type FormField, formFields } from '../../scripts/content/fields/issue-form.ts'
import { newFrontMatter } from '../../scripts/content/fields/new-front-matter.ts'
import { line } from '../../scripts/content/fields/schemas.ts'
import { plainValues } from '../../scripts/content/front-matter/plain-values.ts'
import { readFrontMatter } from '../../scripts/content/front-matter/read-front-matter.ts'
import { splitFrontMatter } from '../../scripts/ground/yaml/split-front-matter.ts'
import type { ChapterMatter } from '../../scripts/model/chapter.ts'
import { readPublication } from '../../scripts/settings/publication.ts'
import { jsonSchema } from '../../scripts/start/json-schema.ts'
import { bookOf, chapterOf, composed, sectionOf } from '../pages/small-book.ts'
import { siteOf } from '../site/make-site.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { CONTEXT, source } from './parse.ts'

/** `UPDATE_FIELDS=1 npx vitest run tests/content/fields.test.ts` writes what a new row changes. */
const isUpdating = Boolean(process.env.UPDATE_FIELDS)

/** All that somebody adds who wants another field. */
const COST = textField({
  key: 'cost',
  of: ['case-study'],
  schema: line.optional().describe('What it cost'),
  as: 'prose',
  panel: textInPanel('cost', 6, 'count'),
  hint: { 'case-study': 'What it cost, in pounds.' },
  form: { type: 'input', label: 'Cost', description: 'What it cost.' },
})
const WITH_COST = [...FIELDS, COST]

function study(text: string): { matter: ChapterMatter; rules: string[] } {
  const file = 'case-studies/01-snow.md'
  const of = source(text, { file, kind: 'case-study' })
  const reading = splitFrontMatter(text, file).matter
  const title = { text: '', from: 'title' } as const
  const read = readFrontMatter({ reading, file, kind: 'case-study', title }, CONTEXT, WITH_COST)
  const plain = plainValues(read.matter, of, CONTEXT, WITH_COST)
  const rules = [...read.findings, ...plain.findings].map(({ rule }) => rule)
  return { matter: { ...plain.matter, ...togetherOf(plain.matter, WITH_COST) }, rules }
}

describe('a field of one row', () => {
  it('is read, without its marks, and told when it cannot be', () => {
    expect(study('---\ntitle: Snow\ncost: £40, *and time*\n---\n')).toMatchObject({
      matter: { cost: '£40, and time' },
      rules: ['front-matter-value-fits'],
    })
    expect(study('---\ntitle: Snow\ncosts: £40\n---\n').rules).toEqual(['front-matter-key-is-known'])
  })

  it('stands in the panel, in print and on the website', async () => {
    const { matter } = study('---\ntitle: Snow\ncost: £40 and time\n---\n')
    const book = bookOf({
      sections: [sectionOf({ kind: 'case-study', number: '1' })],
      chapters: [chapterOf({ kind: 'case-study', level: 2, matter })],
    })
    expect((await composed(book)).html).toMatch(/<dd [^>]*>£40 and time<\/dd>/)
    const root = await publicationFolder({
      'publication.yaml': 'title: A\nlanguage: en-GB\n',
      'case-studies/01-snow.md': '---\ntitle: Snow\n---\n\nIt snowed.\n',
    })
    const { files } = await siteOf(root, (made) => ({
      ...made,
      book: { ...made.book, chapters: made.book.chapters.map((one) => ({ ...one, matter })) },
    }))
    expect(files.get('case-studies/snow/index.html')).toContain('<dd>£40 and time</dd>')
  })

  it('is accounted for, and read as prose', () => {
    const { matter } = study('---\ntitle: Snow\ncost: £40\n---\n')
    expect(saidOf(matter, WITH_COST)).toContainEqual({ key: 'cost', words: '£40', as: 'prose' })
  })

  it('is in the JSON Schema, in what `new` writes, and in the issue form', () => {
    const schema = JSON.parse(jsonSchema('a', schemaOf('case-study', WITH_COST))) as {
      properties: Record<string, unknown>
    }
    expect(schema.properties.cost).toMatchObject({ description: 'What it cost' })
    expect(newFrontMatter('case-study', WITH_COST)).toContain('# What it cost, in pounds.\ncost:\n')
    expect(newFrontMatter('chapter', WITH_COST)).not.toContain('cost:')
    const lists = { councils: [], channels: [], themes: [] }
    expect(formFields(lists, WITH_COST).at(-1)).toMatchObject({ id: 'cost', attributes: { label: 'Cost' } })
  })
})

describe('what is made from the table', () => {
  it.each(['chapter', 'case-study'] as const)('is what `new` asks for in a %s', (kind) => {
    const file = `templates/new/${kind}.md`
    const text = readFileSync(file, 'utf8')
    const made = text.replace(/^---\n[\s\S]*?^---\n/m, () => `---\n${newFrontMatter(kind)}---\n`)
    if (isUpdating) writeFileSync(file, made)
    else expect(text).toBe(made)
  })

  it('is what the issue form asks for', async () => {
    const file = '.github/ISSUE_TEMPLATE/case-study.yml'
    const { value } = await readPublication('.')
    const { councils = [], channels = [], themes = [] } = value ?? {}
    const fields = formFields({ councils, channels, themes })
    const text = readFileSync(file, 'utf8')
    const made = stringify(withFields(parse(text), fields), { lineWidth: 0, singleQuote: true })
    if (isUpdating) writeFileSync(file, made)
    else expect(text).toBe(made)
  })
})

type Form = { readonly body: readonly { readonly id?: string }[] }

/** Fields keep the place that they have among what else the form asks; a new one stands behind the one before it. */
function withFields(form: Form, fields: readonly FormField[]): Form {
  const body = [...form.body]
  for (const [index, field] of fields.entries()) {
    const at = body.findIndex(({ id }) => id === field.id)
    if (at >= 0) body[at] = field
    else body.splice(body.findIndex(({ id }) => id === fields[index - 1]?.id) + 1, 0, field)
  }
  return { ...form, body }
}
