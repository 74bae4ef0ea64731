import { allWithin, type Element, textWithin } from './element.ts'
import { ALL_WORDS, quoted, type Telling } from './telling.ts'

/** Heads and feet of pages are made anew; what they say besides numbers and the title is told. */
export function tellRunningHeads(
  parts: readonly (Element | undefined)[],
  known: readonly string[],
  { tell }: Telling,
): void {
  const said = new Set(known.map(bare))
  for (const part of parts) {
    const drawn = allWithin(part, 'v:textpath').map(({ attributes }) => attributes.string ?? '')
    const lines = [...allWithin(part, 'w:p').map(wordsOf), ...drawn]
    for (const line of lines) {
      if (!/\p{L}{3}/u.test(bare(line)) || said.has(bare(line))) continue
      said.add(bare(line))
      tell('word-text-is-carried', { problem: 'header', words: quoted(line, ALL_WORDS) })
    }
  }
}

const wordsOf = (paragraph: Element): string =>
  allWithin(paragraph, 'w:r')
    .flatMap((run) => allWithin(run, 'w:t').map(textWithin))
    .join('')

/** “Page 3 of 12” says nothing that the new pages do not. */
const bare = (line: string): string =>
  line
    .toLowerCase()
    .replace(/\b(?:page|seite|side|pagina|página|tudalen)\b|\b(?:of|von|de|di|af|o)\b(?=\s*\d|\s*$)/g, ' ')
    .replace(/[\d\s|–—-]+/g, ' ')
    .trim()
