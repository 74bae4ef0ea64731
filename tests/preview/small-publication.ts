import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sentence, sequence } from '../print/build-document.ts'
import { publicationFolder } from '../support/publication-folder.ts'

export const CHAPTERS = ['chapters/01-one.md', 'chapters/02-two.md', 'chapters/03-three.md'] as const

const RULES = [
  'sentences-are-short',
  'sentences-are-short-on-average',
  'words-are-not-repeated',
  'article-fits-its-word',
  'voice-is-active',
  'words-are-plain',
]

const PUBLICATION = `title: A small paper
language: en-GB
length: book
contents: { depth: 1 }
date: 2013-07-26
hashtag: '#small'
parts:
  - title: All of it
    divider: true
    files: [${CHAPTERS.join(', ')}]
back: [chapters/04-index.md]
rules:
${RULES.map((rule) => `  ${rule}: { severity: off, reason: The words are thrown like dice }`).join('\n')}
`

/** Some twenty pages: chapters that name each other's pages, an index, a picture and a table. */
export function smallPublication(): Promise<string> {
  return publicationFolder({
    'publication.yaml': PUBLICATION,
    'pictures/dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
    [CHAPTERS[0]]: chapter(1, 'One', 'The answers stand in [chapter two](02-two.md#answers).'),
    [CHAPTERS[1]]: chapter(
      2,
      'Two',
      '![A black bar](../pictures/dot.svg "A bar, to be looked at")',
      '## Answers',
    ),
    [CHAPTERS[2]]: chapter(
      3,
      'Three',
      'In Aston stand :value[homes.Aston] homes.',
      '| Who | When |\n| --- | --- |\n| Everybody | Always |',
      'See [one](01-one.md).',
    ),
    'data/homes.csv': 'Town,Homes\nAston,1200\nBelton,7\n',
    'chapters/04-index.md': '---\ntitle: Index\nlayout: index\n---\n',
  })
}

function chapter(seed: number, title: string, ...more: readonly string[]): string {
  const next = sequence(seed)
  const paragraphs = Array.from({ length: 24 }, (_, index) =>
    [
      index % 5 === 0 ? `## Section ${index / 5 + 1} of ${title.toLowerCase()}\n\n` : '',
      `${sentence(next, 60)} :index[term ${index % 7}]`,
    ].join(''),
  )
  paragraphs.splice(8, 0, ...more)
  return `---\ntitle: ${title}\nopener: false\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** Changes a file as an editor that saves it; throws when there is nothing to change. */
export async function edit(root: string, file: string, from: string | RegExp, to: string): Promise<string> {
  const before = await readFile(join(root, file), 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has no ${from}`)
  await writeFile(join(root, file), after)
  return file
}
