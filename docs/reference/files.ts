// The pages of the files that authors and designers write, from the schemas that check them.
import type { RootContent } from 'mdast'
import { schemaFiles } from '../../scripts/commands/schema.ts'
import { tokensAndClasses } from './design.ts'
import { heading, type Page, paragraph } from './markdown.ts'
import { type Schema, schemaTables } from './schema-table.ts'

const SCHEMAS: Readonly<Record<string, Schema>> = Object.fromEntries(
  schemaFiles().map(({ file, content }) => [
    file.replace(/^.*\/|\.json$/g, ''),
    JSON.parse(content) as Schema,
  ]),
)

const keysOf = (name: string, depth: 2 | 3 = 3): RootContent[] => schemaTables(SCHEMAS[name] ?? {}, depth)

const KEPT =
  'The keys of a group stand below a heading of its name; in these, a dot stands between a group and a key in it. A key with nothing after it counts as not given. A key that is not here is a finding, with a suggestion where one is near.'

export const frontMatterPage = (): Page => ({
  title: 'Front matter',
  standfirst: 'What can stand between the two rows of hyphens at the top of a text.',
  content: [
    paragraph(KEPT),
    heading(2, 'Of a chapter'),
    ...keysOf('chapter'),
    heading(2, 'Of a case study'),
    ...keysOf('case-study'),
    heading(2, 'Of a moment of launch day'),
    ...keysOf('moment'),
  ],
})

export const publicationPage = (): Page => ({
  title: 'Keys of publication.yaml',
  standfirst:
    'What the publication is called, who made it, and the order of its files. Only title and language are needed.',
  content: [paragraph(KEPT), ...keysOf('publication', 2)],
})

export const dataPage = (): Page => ({
  title: 'Data, glossary and launch day',
  standfirst: 'The keys of the files in data, of glossary.yaml and of launch/event.yaml.',
  content: [
    paragraph(KEPT),
    heading(2, 'A file of data'),
    ...keysOf('data'),
    heading(2, 'glossary.yaml'),
    ...keysOf('glossary'),
    heading(2, 'launch/event.yaml'),
    ...keysOf('event'),
  ],
})

export const themePage = (): Page => ({
  title: 'Keys of theme.yaml',
  standfirst: 'What a designer sets in numbers and names. The chapter “What each token moves” shows each.',
  content: [paragraph(KEPT), ...keysOf('theme', 2), ...tokensAndClasses()],
})
