// The page of the dialect, from the registry of directives.
import type { RootContent } from 'mdast'
import { aboutAttribute } from '../../scripts/content/directives/attribute.ts'
import type { BlockDirective, InlineDirective } from '../../scripts/content/directives/directive.ts'
import { BLOCKS, INLINE } from '../../scripts/content/directives/directives.ts'
import { code, heading, type Page, paragraph, table } from './markdown.ts'

export const dialectPage = (): Page => ({
  title: 'Blocks and marks of the dialect',
  standfirst:
    'What a text can hold besides CommonMark and the tables, notes, task lists and strikethrough of GitHub.',
  content: [
    paragraph(
      'A block begins with three colons and its name, and ends with a line of three colons. A label stands in square brackets, attributes in braces. Every block can have a name for links, `{#name}`: `[see](#name)`. One that holds text can say its language, `{lang=fr}`. Only these names are directives; all else stays as it is written.',
    ),
    table([
      ['Written', 'What it is'],
      ...BLOCKS.map(({ name, about }) => [`\`:::${name}\``, about]),
      ...INLINE.map(({ name, about }) => [`\`:${name}[…]\``, about]),
    ])[0] as RootContent,
    ...BLOCKS.flatMap(ofBlock),
    ...INLINE.flatMap(ofMark),
  ],
})

const ofBlock = (one: BlockDirective): RootContent[] => [
  heading(2, one.name),
  paragraph(
    `${capital(one.about)}. ${CONTENTS[one.holds]}${one.label ? ' Its label is printed.' : ''}${one.ownPage ? ' It takes a page of its own.' : ''}`,
  ),
  code('markdown', one.example),
  ...attributesOf(one),
]

const ofMark = (one: InlineDirective): RootContent[] => [
  heading(2, one.name),
  paragraph(`${capital(one.about)}. It stands within a line.`),
  code('markdown', one.example),
  ...attributesOf(one),
]

function attributesOf({ attributes }: BlockDirective | InlineDirective): RootContent[] {
  const rows = Object.entries(attributes?.shape ?? {}).map(([name, schema]) => {
    const { description, flag, oneOf } = aboutAttribute(schema)
    const needed = schema.safeParse(undefined).success ? '' : 'needed'
    const form = flag ? 'its name alone' : oneOf ? 'one of these' : 'a value'
    return [`\`${name}\``, [form, needed].filter(Boolean).join('; '), description]
  })
  return table([['Attribute', 'Written', 'What it is'], ...rows])
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const CONTENTS: Readonly<Record<BlockDirective['holds'], string>> = {
  anything: 'It holds any text.',
  list: 'It holds a list.',
  terms: 'It holds a list of terms with what they mean.',
  table: 'It holds a table.',
  numbers: 'It holds a table of numbers, or nothing where `data` names them.',
  picture: 'It holds a picture.',
  nothing: 'It is empty: what it prints comes from elsewhere.',
}
