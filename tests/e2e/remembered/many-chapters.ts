// A book of many short chapters: three pieces of it cost no more than one of a long one.
import sharp from 'sharp'
import { sentence } from '../../print/build-document.ts'

export type Files = ReadonlyMap<string, string | Uint8Array>

export type Random = () => number

export const picture = (colour: string): Promise<Uint8Array> =>
  sharp({ create: { width: 1000, height: 400, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

export async function manyChapters(chapters: number, next: Random): Promise<Files> {
  const files = new Map<string, string | Uint8Array>([
    ['publication.yaml', 'title: A book in pieces\nlanguage: en-GB\nlength: book\n'],
    [
      'glossary.yaml',
      '- term: IEWM\n  expansion: Improvement and Efficiency West Midlands\n  meaning: A body.\n',
    ],
    ['templates/theme.yaml', SMALL_PAGE],
    ['pictures/field.jpg', await picture('#f8be16')],
  ])
  for (let index = 0; index < chapters; index++) files.set(nameOf(index), chapter(index, next))
  for (const name of ['1-one', '2-two']) files.set(`case-studies/${name}.md`, caseStudy(name, next))
  for (const [number, layout] of ['words', 'index', 'sources'].entries())
    files.set(`chapters/999${number}-${layout}.md`, `---\ntitle: The ${layout}\nlayout: ${layout}\n---\n`)
  return files
}

/** Fewer letters fill it. */
const SMALL_PAGE = `page:
  widthMm: 127
  heightMm: 178
  marginMm: { top: 14, bottom: 14, inner: 10, outer: 10 }
tokens:
  u: 2.5mm
  hang: 20mm
  side: 18mm
`

const nameOf = (index: number): string => `chapters/${String(index * 10 + 10).padStart(4, '0')}-c${index}.md`

export function chapter(index: number, next: Random): string {
  const more = [paragraph, list, table, noted, term, side, figure, listing, marked]
  const blocks = Array.from({ length: 3 }, () => more[Math.floor(next() * more.length)]!(next))
  return [
    `---\ntitle: Of ${sentence(next, 2)} ${index}\n---`,
    paragraph(next),
    `## The ${sentence(next, 3)}`,
    ...blocks.slice(0, 2),
    `### A ${sentence(next, 2)}`,
    ...blocks.slice(2),
    paragraph(next),
  ].join('\n\n')
}

const caseStudy = (name: string, next: Random): string =>
  [
    `---\ntitle: A study of ${name}\nfigures:\n  - value: 1,600\n    label: people\nsources:\n  - title: ${words(next, 5)}\n---`,
    paragraph(next),
    `## What ${name} did`,
    `${words(next, 9)} See :index[councils].`,
    paragraph(next),
  ].join('\n\n')

export const words = (next: Random, count: number): string => {
  const text = sentence(next, count)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

export const paragraph = (next: Random): string => words(next, 25 + Math.floor(next() * 60))

const list = (next: Random): string => Array.from({ length: 4 }, () => `- ${words(next, 6)}`).join('\n')

const table = (next: Random): string =>
  [
    '| One | Two |',
    '|---|---|',
    ...[1, 2, 3].map(() => `| ${sentence(next, 3)} | ${sentence(next, 4)} |`),
  ].join('\n')

/** Too wide for an upright page: it is turned. */
export const wideTable = (next: Random): string => {
  const row = (cell: () => string): string => `| ${Array.from({ length: 12 }, cell).join(' | ')} |`
  const long = () => `${sentence(next, 1)}${'communication'.slice(0, 9 + Math.floor(next() * 4))}`
  return [row(long), row(() => '---'), row(long), row(long)].join('\n')
}

export const note = (name: string, next: Random): string =>
  `${words(next, 9)}[^${name}]\n\n[^${name}]: ${words(next, 12)}`

const noted = (next: Random): string => note(`n${Math.floor(next() * 1e9)}`, next)

const marked = (next: Random): string => `${words(next, 8)} The :index[councils] and the :index[answers].`

const term = (next: Random): string => `${words(next, 8)} IEWM asked. ${words(next, 5)}`

const side = (next: Random): string => `:::side[${sentence(next, 2)}]\n${words(next, 10)}\n:::`

const figure = (next: Random): string => `![A yellow field](../pictures/field.jpg "${words(next, 4)}")`

const listing = (next: Random): string => `\`\`\`\n${sentence(next, 5)}\n\`\`\``
