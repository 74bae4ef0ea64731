import type { Heading } from 'mdast'
import type { ChapterMatter, Source } from '../../model/chapter.ts'

/** The title of the file as a heading, with its place: from `# Title`, or from `title:` at the top. */
export function titleHeading(
  matter: ChapterMatter,
  leading: Heading | undefined,
  { text }: Source,
): Heading | undefined {
  const { title, lines } = matter
  if (title === '') return undefined
  if (lines.title === undefined) return leading
  const line = lines.title
  const lineStart = startOfLine(text, line)
  const row = text.slice(lineStart, endOfLine(text, lineStart))
  // Over several lines, or with escapes, it stands there in other characters.
  const column = row.indexOf(title)
  const point = (offset: number) => ({ line, column: offset - lineStart + 1, offset })
  const position =
    column < 0
      ? { start: { line, column: 1 }, end: { line, column: 1 } }
      : { start: point(lineStart + column), end: point(lineStart + column + title.length) }
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: title, position }], position }
}

function startOfLine(text: string, line: number): number {
  let start = 0
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1
  return start
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
